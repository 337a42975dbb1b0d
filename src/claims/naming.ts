import type { Word } from '../tokens/segment.ts'
import { countedVerbs, softVerbs } from '../tokens/verbs.ts'
import { attributesAtEnd, endsInAttribute, isBareAttribute, ownerOf } from './attributes.ts'
import type { Draft } from './draft.ts'
import { splitList } from './lists.ts'
import { cleanName } from './names.ts'
import { noPhrase, type Phrase } from './noun-phrase.ts'
import type { Run, Taken } from './runs.ts'
import type { Slot } from './slots.ts'

/** A run with the pattern that took it and the words that it needs. */
export interface Framed {
  readonly run: Run
  readonly taken: Taken
  /** Of what stands before the number, without what the change is against. */
  readonly before: readonly Word[]
  readonly behind: readonly Word[]
  /** What the clause before names, where it holds no number. */
  readonly lead: () => Phrase
}

/** What sentences so far have spoken of; carried from clause to clause of a paragraph. */
export interface Topic {
  /** The claims of the run before. */
  readonly last: readonly Draft[]
  /** The claims of the sentence so far. */
  readonly recent: readonly Draft[]
  readonly label: string
  /** Of the paragraph's clause before: 经济总量 of 经济总量连续跨过3个台阶. */
  readonly subject: string
}

export const noTopic: Topic = { last: [], recent: [], label: '', subject: '' }

/** What the numbers of a run are of, and where that was found. */
export interface Names {
  readonly indicators: readonly string[]
  readonly named: Draft['named']
  readonly of?: Draft
}

/** The indicators of a run: from the words around it, completed or taken over from what was said before. */
export function namesOf(framed: Framed, said: Phrase, topic: Topic): Names {
  const { run, taken, before } = framed
  const n = run.slots.length
  const namesGoal = taken.match.side === 'left' && goal.test(said.name)
  if (said.name === '' || namesGoal || perUnit.test(said.name) || saysOnlyWhatWasDone(framed, said, topic))
    return carriedNames(framed, said, topic)
  const registered = /新(?:登记|注册)/.exec(said.action)?.[0]
  if (registered !== undefined && taken.match.side === 'left') {
    return { indicators: [`${registered}${said.name}`], named: 'here' }
  }
  const list = n > 1 ? splitList(listWords(before, said.name), n) : null
  const listed = list ?? (run.respective && n > 1 ? listedBefore(run.slots[0] as Slot, n, said.name) : null)
  if (listed !== null) return { indicators: listed, named: 'list' }
  const complete = completed(said.name, framed, topic)
  return { indicators: [complete], named: complete === said.name ? 'here' : 'owner' }
}

/** 目标85万户，实际完成87.63万户: of what the heading names. */
const goal = /^(?:年度|控制|工作|全年)?(?:目标|计划|实际|实绩|任务)(?:值|数|新增|完成|情况)?$/

/** 日均25列: so many of what was named. */
const perUnit = /^(?:日均|户均|人均|月均|年均|亩均|平均)$/

/** 排查隐患215处，已整改213处: a verb alone, of what was counted in the same unit just before. */
function saysOnlyWhatWasDone({ run, taken, before }: Framed, said: Phrase, { last }: Topic): boolean {
  const slot = run.slots[0] as Slot
  const previous = last.at(-1)
  if (previous === undefined || taken.rule.kind !== 'level' || taken.match.side === 'right' || said.action !== '')
    return false
  const isVerb =
    before.some(({ text, tag }) => text === said.name && /^v/.test(tag)) &&
    said.name.length === 2 &&
    !countedVerbs.has(said.name)
  return (
    isVerb &&
    previous.slot.sentence === slot.sentence &&
    previous.slot.quantity.unit === slot.quantity.unit &&
    previous.action !== previous.indicator &&
    previous.named !== 'nowhere'
  )
}

/** 粮食加工品、食用油、肉制品等3类食品抽检不合格率分别为…: the list stands before its own count. */
function listedBefore({ sentence, from, follows }: Slot, n: number, name: string): string[] | null {
  const found = follows ? /(?:^|[，；。：])([^，；。：]+)等[^，、]{1,3}$/.exec(sentence.reading.slice(0, from)) : null
  const members = found?.[1]?.split(/[、和]/) ?? []
  return members.length === n ? members.map((member) => cleanName(member) + attributesAtEnd(name)) : null
}

/** The words of the list that a name is. */
function listWords(words: readonly Word[], name: string): readonly Word[] {
  const textOf = (from: number, to: number) =>
    cleanName(
      words
        .slice(from, to)
        .map(({ text }) => text)
        .join(''),
    )
  let to = words.length
  while (to > 1 && !textOf(0, to).endsWith(name)) to--
  let from = 0
  while (from < to - 1 && textOf(from + 1, to).length >= name.length) from++
  return words.slice(from, to)
}

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

function completed(name: string, framed: Framed, topic: Topic): string {
  const slot = framed.run.slots[0] as Slot
  const previous = topic.last.at(-1)
  if (topic.label !== '' && countedVerbs.has(name)) return `${topic.label}${name}`
  if (onlyDegree.test(name)) {
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
  const owner = topic.label || topicOf(leading.name) || leading.subject || ownerBefore(topic)
  if (owner === '' || name.startsWith(owner)) return name
  // 监督抽检 and 抽检合格率 say 抽检 once
  for (let shared = Math.min(4, name.length - 1); shared >= 2; shared--) {
    if (owner.endsWith(name.slice(0, shared))) return owner + name.slice(shared)
  }
  return owner + name
}

/** The last thing counted that is no finding itself: of 抽检4.2万批次，检出不合格样品1013批次 the 抽检. */
function ownerBefore({ last, recent }: Topic): string {
  const said = [...last, ...recent.toReversed()].map(({ indicator }) => indicator)
  const owners = said.filter((name) => !/不合格|违法|问题/.test(name) || endsInAttribute(name)).map(ownerOf)
  const isThing = (owner: string) =>
    owner.length > 2 || (owner.length === 2 && !softVerbs.has(owner) && !/营业|检验|实际/.test(owner))
  return owners.find(isThing) ?? owners.find((owner) => owner !== '') ?? ownerOf(said[0] ?? '')
}

/** What a clause is about, without what it says of it: 市场经营主体增量提质 → 市场经营主体. */
const topicOf = (name: string): string =>
  name
    .replace(/^[对为在从将把给由](?=.{2})/, '')
    .replace(
      /(?<=.{2})(?:创历史|创新高|再创|实现|取得|不断|持续|稳步|明显|显著|进一步|再上|增量提质|提质|扩面|大幅|首次|迈[上入]|问题|涨得|差一些|得分最).*$/,
      '',
    )

/** Nothing is named here: what the run before was of, what the colon's label says, or the clause before. */
function carriedNames({ run, lead, taken }: Framed, said: Phrase, topic: Topic): Names {
  const slot = run.slots[0] as Slot
  const n = run.slots.length
  const last = topic.last.at(-1)
  const leading = lead()
  const isOwn = last !== undefined && (topic.label === '' || last.slot.label === slot.label)
  if (!isOwn && topic.label !== '') return { indicators: [topic.label], named: 'here' }
  if (leading.name !== '' && leading.action === '' && taken.rule.kind !== 'share') {
    return { indicators: [rated(topicOf(leading.name), slot, last)], named: 'carried' }
  }
  const verbs = cleanName(said.action)
  // 发行超长期特别国债，今年先发行1万亿元
  if (leading.name !== '' && verbs.length >= 2 && leading.action.endsWith(verbs.slice(-2))) {
    return { indicators: [leading.name], named: 'carried' }
  }
  const level = topic.recent.findLast((draft) => draft.kind === 'level')
  if (level !== undefined && verbs.length >= 2 && isSameUnit(level, slot)) {
    return { indicators: [level.indicator], named: 'carried', of: level }
  }
  const countsOther =
    last !== undefined && last.slot.quantity.unit !== slot.quantity.unit && taken.rule.kind === 'level'
  // 责令停产26家 behind an amount of money is of what was done
  if (countsOther && verbs !== '覆盖' && verbs.length >= 2 && taken.rule.name === 'count-after-object')
    return { indicators: [verbs], named: 'here' }
  if (last !== undefined) {
    if (n > 1 && topic.last.length === n)
      return { indicators: topic.last.map(({ indicator }) => indicator), named: 'carried', of: last }
    const levels = topic.recent.filter(({ kind, status }) => kind === 'level' && status !== 'baseline')
    if (n > 1 && levels.length >= n)
      return { indicators: levels.slice(-n).map(({ indicator }) => indicator), named: 'carried', of: last }
    const each = perUnit.test(said.name) ? said.name : ''
    return { indicators: [`${each}${last.indicator}`], named: 'carried', of: last }
  }
  const heading = slot.sentence.sections.at(-1) ?? ''
  const isGoal = goal.test(said.name) || /(?:目标|实际|计划)(?:为|值为)?$|^(?:压减|压缩|提高|降)/.test(slot.left)
  if (isGoal && heading !== '') return { indicators: [heading], named: 'carried' }
  if (leading.name !== '') return { indicators: [leading.name], named: 'carried' }
  if (verbs !== '') return { indicators: [verbs], named: 'here' }
  return { indicators: [topic.subject], named: 'nowhere' }
}

const isSameUnit = (draft: Draft, slot: Slot): boolean => draft.slot.quantity.unit === slot.quantity.unit

/** 电动自行车差一些，只有82.5% after another 合格率. */
function rated(name: string, { quantity }: Slot, last: Draft | undefined): string {
  const isRate = quantity.unit === '%' && last?.slot.quantity.unit === '%' && last.kind === 'level'
  return isRate && !endsInAttribute(name) ? name + attributesAtEnd(last.indicator) : name
}
