import type { Word } from '../tokens/segment.ts'
import { adverbs, countedVerbs, softVerbs } from '../tokens/verbs.ts'
import type { Direction, Kind, Qualifier } from '../types.ts'
import type { Draft } from './draft.ts'
import type { Taken } from './mentions/runs.ts'
import type { Slot } from './mentions/slots.ts'
import { endsInAttribute } from './naming/attributes.ts'
import { actionStart } from './naming/main-verb.ts'
import { cleanName, textOf } from './naming/names.ts'
import { namesOf } from './naming/naming.ts'
import { type Phrase, phraseBefore, phraseBehind } from './naming/noun-phrase.ts'
import type { Framed, Topic } from './naming/topic.ts'
import { countAfterObject, objectAfterCount } from './predicates/counted.ts'
import { wayOf, withSign } from './predicates/signed.ts'
import { wordClasses } from './predicates/word-classes.ts'
import { basisOf } from './times/basis.ts'

/** The claims of a run, in view of what was said before. */
export function draftsOf(framed: Framed, topic: Topic): { drafts: Draft[]; topic: Topic } {
  const { run, taken } = framed
  const slot = run.slots[0] as Slot
  const label = labelOf(slot) || (slot.from === 0 ? topic.label : '')
  const recent = topic.recent.at(-1)?.slot.sentence === slot.sentence ? topic.recent : []
  const said = phraseOf(framed)
  const names = namesOf(framed, said, { ...topic, label, recent })
  const carriedVerb = carriedAction(slot, topic, names.indicators[0] ?? '')
  const { kind, direction } = kindOf(framed, topic, names.indicators[0] ?? '', said.action || carriedVerb)
  const basis = kind === 'change' ? basisOf(slot.left) : null
  const deed =
    movedBy(taken, slot) || said.action || (softVerbs.has(said.name) || countedVerbs.has(said.name) ? said.name : '')
  const action = deed || (names.named === 'carried' ? '' : kind === 'level' ? carriedVerb : '')
  const drafts = run.slots.map((own, index): Draft => {
    const indicator = names.indicators[Math.min(index, names.indicators.length - 1)] ?? ''
    return {
      slot: withSign(run.respective ? withQualifier(own, slot.quantity.qualifier) : own, kind),
      extractor: taken.rule.name,
      kind,
      direction: kind === 'change' ? wayOf(own, taken.rule, direction) : direction,
      basis: basis === null ? null : (basis.each[index] ?? basis.basis),
      status: taken.rule.status ?? 'actual',
      indicator,
      action: kind === 'level' || taken.rule.kind === 'level' ? action : '',
      reference: kind === 'gap' ? taken.match.than : null,
      of: taken.match.whole ?? names.of ?? null,
      named: names.named,
    }
  })
  const subject = said.subject || names.indicators[0] || topic.subject
  return { drafts, topic: { last: drafts, recent: [...recent.slice(-mostRecent), ...drafts], label, subject } }
}

/** Claims of a sentence that a later one of it can look back to. */
const mostRecent = 40

/** A colon's label as a name: not 目标： and not 通关再提速： */
function labelOf({ label }: Slot): string {
  if (label === '') return ''
  const name = cleanName(label)
  return /^(?:目标|实际|计划|完成)$|再|提速|加快|推进|见效|持续/.test(name) ? '' : name
}

/** 分别超过8万元、4.5万元: the word before holds for all. */
function withQualifier(slot: Slot, qualifier: Qualifier): Slot {
  const { quantity } = slot
  return quantity.qualifier === 'exact' && qualifier !== 'range'
    ? { ...slot, quantity: { ...quantity, qualifier } }
    : slot
}

const shifts = [...(wordClasses.shift ?? [])].sort((one, other) => other.length - one.length)

/** 增至, 压缩: how an amount came to be what it is. */
function movedBy({ rule, match }: Taken, { left }: Slot): string {
  if (rule.name !== 'moved-to') return ''
  const moved = left.slice(match.indicator.length)
  const verb = shifts.find((word) => moved.includes(word)) ?? ''
  return verb.length > 1 ? verb : moved.slice(moved.indexOf(verb))
}

/** 建成县域中心48个、乡镇中心120个, 备案行业标准4414项，地方标准4004项: the second takes the verb of the first. */
function carriedAction(slot: Slot, { last, recent }: Topic, name: string): string {
  const before = last.at(-1)
  if (before === undefined || before.slot.sentence !== slot.sentence) return ''
  const isLike =
    before.slot.quantity.unit === slot.quantity.unit &&
    name.length > 2 &&
    name !== before.indicator &&
    !/注销|吊销|关[闭停]|淘汰|取缔|查封|拆除|清退|销毁|化解|压减|查处|审结/.test(before.action) &&
    !/^(?:存续|在用|现有|实有|合格|持证|绿色|重点|执行)/.test(name) &&
    before.indicator.endsWith(name.slice(-2))
  if (slot.follows || isLike) return before.action
  const whole = partOf(slot, recent)?.action ?? ''
  // 实有 and 拥有 say only that it is there
  return whole.endsWith('有') ? '' : whole
}

/** How far behind 其中 its last part may stand. */
const longestSplit = 300

/** 检查项目312个，其中住宅工程99个、市政工程36个: what a part is a part of, where all since then was counted in its unit. */
function partOf({ sentence, quantity }: Slot, recent: readonly Draft[]): Draft | null {
  const from = Math.max(0, quantity.start - longestSplit)
  const at = sentence.reading.slice(from, quantity.start).lastIndexOf('其中')
  if (at < 0) return null
  const split = from + at
  if (/全[省市县区国州]|现有|存续|实有|目前|截至|未/.test(sentence.reading.slice(split, quantity.start))) return null
  const isLike = (draft: Draft) => draft.slot.quantity.unit === quantity.unit && draft.kind === 'level'
  const whole = recent.findLastIndex(({ slot }) => slot.quantity.end <= split)
  return recent.slice(Math.max(0, whole)).every(isLike) ? (recent[whole] ?? null) : null
}

/** 减少农村贫困人口65万人 is a change, 新增 and 完成 are not. */
const grew = /^(?:再|平均|累计|共|计划)?(?:净增加?|增加|扩大|提高|提升|上调)了?$/
const shrank = /^(?:再|平均|累计|共|计划)?(?:减少|压减|缩减|削减|降低|下调|减轻)了?$/

function kindOf(
  { run, taken }: Framed,
  topic: Topic,
  name: string,
  action: string,
): { kind: Kind; direction: Direction | null } {
  const slot = run.slots[0] as Slot
  const { rule } = taken
  if (rule === countAfterObject || rule === objectAfterCount) {
    // 整合提升1000个服务综合体 are so many of them
    if (rule === objectAfterCount && /(?:提升|提高)了?$/.test(action)) return { kind: 'level', direction: null }
    if (grew.test(action)) return { kind: 'change', direction: 'up' }
    if (shrank.test(action)) return { kind: 'change', direction: 'down' }
  }
  const before = topic.last.at(-1)
  // 占比由31%提升至54%: what came of a share is one
  if (rule.kind === 'level' && before?.status === 'baseline' && (slot.follows || slot.left === '')) {
    return { kind: before.kind, direction: before.direction }
  }
  // 服务类投诉占比持续上升，连续两年超过40%
  const isShare = slot.quantity.unit === '%' && slot.label === '' && /(?:占比|比重)$/.test(name)
  if (rule.kind === 'level' && (isShare || isPart(slot, name))) return { kind: 'share', direction: null }
  if (rule.kind !== 'change' && rule.kind !== 'gap') return { kind: rule.kind, direction: null }
  if (rule.name === 'change-once')
    return { kind: 'change', direction: /[降减跌缩负][^增升涨]{0,2}$/.test(slot.left) ? 'down' : 'up' }
  const fallsWell = /浓度|失业|能耗|不合格|事故|死亡|投诉|PM/i.test(name) && /(?:优于|好于)/.test(slot.left)
  return { kind: rule.kind, direction: fallsWell ? 'down' : (rule.direction ?? null) }
}

/** 近九成是民企, 78.6%已消除风险: a part of what it names or of what was named. */
function isPart({ quantity, right }: Slot, name: string): boolean {
  if (quantity.unit !== '%' || endsInAttribute(name)) return false
  return quantity.raw.endsWith('成') || /^(?:已|以上已|是|为)/.test(right)
}

function phraseOf(framed: Framed): Phrase {
  const { taken, before, behind } = framed
  if (taken.match.side === 'left') return phraseBefore(before)
  if (taken.rule.name === 'times-done') {
    const phrase = phraseBefore(behind)
    return { ...phrase, name: phrase.name || phrase.action }
  }
  const phrase = phraseBehind(behind)
  const left = phraseBefore(before)
  const isSaidOf =
    framed.run.slots[0]?.runsOn || saysOfIt.test(textOf(behind, 0, behind.length).slice(phrase.name.length))
  const thing = isSaidOf ? thingOf(behind, phrase.name) : phrase.name
  const fails = textOf(behind, 0, behind.length).startsWith(`${thing}不合格`)
  const name = fails ? `${thing}不合格` : thing || (behind[0]?.text ?? '')
  return { subject: left.subject, action: left.action || deedBefore(before) || phrase.action, name }
}

/** 共抽查 of 全年共抽查19124家企业, 开发 of 质检院开发19项方法 */
function deedBefore(words: readonly Word[]): string {
  let at = words.length - 1
  while (at > 0 && /^[了过出]$/.test((words[at] as Word).text)) at--
  const text = words[at]?.text ?? ''
  return (softVerbs.has(text) || countedVerbs.has(text)) && !adverbs.has(text)
    ? textOf(words, actionStart(words, at), at + 1)
    : ''
}

/** 25个行业[增加值]实现增长: what the counted things did. */
const saysOfIt =
  /^(?:有所|均|都|安全|正常|运行|同比|环比|实现|达标|达到|超过|超|增长|上升|下降|提高|提升|降低|回升|保持|呈|比|较|优于|好于|低于|高于)/

const things =
  /(?:企业|单位|机构|业|场|项目|工程|园区|基地|中心|学校|医院|公司|店|站|所|厂|市|县|区|村|镇|乡|社区|家庭|人口|农户|断面|平台|景区|小区|设备|车辆|电梯|法院|检察院|行业|产业|食品|系统|线路|品种|产品|城市|口岸|车间|实验室|部门|集群|作物)$/

/** 重点传统制造业 of 17个重点传统制造业增加值增长5.3%: what is counted, without what is said of it. */
function thingOf(words: readonly Word[], name: string): string {
  let to = 0
  for (let length = 0; to < words.length && length < name.length; to++) length += (words[to] as Word).text.length
  const all = to
  while (to > 1 && endsInAttribute((words[to - 1] as Word).text)) to--
  if (to === all) return name
  const thing = words.findLastIndex(({ text }, index) => index < to && things.test(text))
  const end = thing < 0 ? to : thing + 1
  const found = cleanName(
    words
      .slice(0, end)
      .map(({ text }) => text)
      .join(''),
  )
  return name.startsWith(found) && found !== '' ? found : name
}
