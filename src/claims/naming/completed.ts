import { countedVerbs, softVerbs } from '../../tokens/verbs.ts'
import type { Slot } from '../mentions/slots.ts'
import { attributesAtEnd, endsInAttribute, isBareAttribute, ownerOf } from './attributes.ts'
import { noPhrase } from './noun-phrase.ts'
import { type Framed, type Topic, topicOf } from './topic.ts'

/** Names that only tell apart what was named before: 国家级9个、省级41个; 五级3家. */
const onlyDegree = /^(?:国家级?|省级?|市级|县级|部级|其他|[一二三四五六\dA-Za-z]+级|国际|行业)$/
const leadingDegree = /^(?:[一二三四五六\dA-Za-z]+级|国家级|省级|市级|县级|国家|全国|国际|在建)+/
/** 进口 and 出口, of which the second takes all else from the first: 进口整体通关时间31.7小时；出口0.9小时. */
const counterparts = [
  ['进口', '出口'],
  ['城镇', '农村'],
  ['昼间', '夜间'],
  ['国内', '国际'],
  ['国内', '入境'],
  ['国家级', '省级'],
].flatMap(([one = '', two = '']) => [[one, two] as const, [two, one] as const])

/** A name with what it needs to tell it apart, taken from what was named before. */
export function completed(name: string, framed: Framed, topic: Topic): string {
  const slot = framed.run.slots[0] as Slot
  const previous = topic.last.at(-1)
  if (topic.label !== '' && countedVerbs.has(name)) return `${topic.label}${name}`
  // 出栏生猪26.13万头，存栏9.15万头
  if (/^[存出]栏$/.test(name) && previous !== undefined)
    return previous.indicator.replace(/^年?[存出]栏|[存出]栏$/, '') + name
  if (onlyDegree.test(name) && framed.taken.match.side === 'left') {
    // 5A级 of A级景区
    if (/级$/.test(name) && /^.{1,2}级/.test(topic.label)) return name + topic.label.replace(/^.{1,2}级/, '')
    if (topic.label !== '') return `${topic.label}${name}`
    return previous === undefined ? name : `${name}${previous.indicator.replace(leadingDegree, '')}`
  }
  if (/^(?:增速|增幅|涨幅|降幅|跌幅|比重|占比)$/.test(name)) return `${previous?.indicator ?? ''}${name}`
  if (isBareAttribute(name)) return withOwner(name, framed, topic)
  if (
    previous === undefined ||
    previous.slot.quantity.unit !== slot.quantity.unit ||
    framed.taken.rule.kind !== 'level'
  )
    return name
  const other = counterparts.find(([one, two]) => one === name && previous.indicator.includes(two))
  if (other !== undefined) return previous.indicator.replace(other[1], name)
  // 生产环节不合格率为1.47%，流通环节为2.66%
  const isRate = slot.quantity.unit === '%' && previous.kind === 'level' && !endsInAttribute(name)
  return isRate && previous.slot.sentence.paragraph === slot.sentence.paragraph
    ? name + attributesAtEnd(previous.indicator)
    : name
}

/** A bare attribute gets its owner in front: 抽检15.8万批次，合格率97.9% → 抽检合格率. */
function withOwner(name: string, { lead }: Framed, topic: Topic): string {
  const leading = topic.label === '' ? lead() : noPhrase
  const said = topicOf(leading.name).replace(/(?<=.{2})(?:效益|质效|数量|总量)$/, '')
  const owner = topic.label || said || leading.subject || ownerBefore(topic)
  if (owner === '' || name.startsWith(owner)) return name
  // 监督抽检 and 抽检合格率 say 抽检 once
  for (let shared = Math.min(4, name.length - 1); shared >= 2; shared--) {
    if (owner.endsWith(name.slice(0, shared))) return owner + name.slice(shared)
  }
  // 国家监督抽查 before 产品抽查合格率 would say it twice
  return owner.includes(name.slice(0, 2)) ? name : owner + name
}

/** The last thing counted that is no finding itself: of 抽检4.2万批次，检出不合格样品1013批次 the 抽检. */
function ownerBefore({ last, recent }: Topic): string {
  const said = [...last, ...recent.toReversed()].map(({ indicator }) => indicator)
  const owners = said.filter((name) => !/不合格|违法|问题/.test(name) || endsInAttribute(name)).map(ownerOf)
  const isThing = (owner: string) =>
    owner.length > 2 || (owner.length === 2 && !softVerbs.has(owner) && !/营业|检验|实际|合格/.test(owner))
  return (
    owners.find(isThing) ?? owners.find((owner) => !/^(?:|营业|检验|实际|合格)$/.test(owner)) ?? ownerOf(said[0] ?? '')
  )
}
