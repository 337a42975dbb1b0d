import type { Word } from '../tokens/segment.ts'
import type { Direction, Kind } from '../types.ts'
import { endsInAttribute, isBareAttribute, ownerOf } from './attributes.ts'
import { basisOf } from './basis.ts'
import { countAfterObject, objectAfterCount } from './counted.ts'
import type { Draft } from './draft.ts'
import { splitList } from './lists.ts'
import { cleanName, noPhrase, type Phrase, phraseBefore, phraseBehind } from './noun-phrase.ts'
import type { Run, Taken } from './runs.ts'
import type { Slot } from './slots.ts'

/** A run with the pattern that took it and the words that it needs. */
export interface Framed {
  readonly run: Run
  readonly taken: Taken
  /** Of what stands before the number, without what the change is against. */
  readonly before: readonly Word[]
  readonly behind: readonly Word[]
  /** Of the clause before, where it holds no number. */
  readonly lead: readonly Word[]
}

/** What sentences so far have spoken of; carried from clause to clause of a paragraph. */
export interface Topic {
  /** The claims of the run before. */
  readonly last: readonly Draft[]
  readonly label: string
  /** Of the paragraph's clause before: 经济总量 of 经济总量连续跨过3个台阶. */
  readonly subject: string
}

export const noTopic: Topic = { last: [], label: '', subject: '' }

/** The claims of a run, in view of what was said before. */
export function draftsOf(framed: Framed, topic: Topic): { drafts: Draft[]; topic: Topic } {
  const { run, taken } = framed
  const slot = run.slots[0] as Slot
  const label = cleanName(slot.label) || (slot.from === 0 ? topic.label : '')
  const said = phraseOf(framed)
  const names = namesOf(framed, said, { ...topic, label })
  const { kind, direction } = kindOf(taken, slot, topic, names.indicators[0] ?? '')
  const basis = kind === 'change' ? basisOf(slot.left).basis : null
  const drafts = run.slots.map((own, index): Draft => {
    const indicator = names.indicators[Math.min(index, names.indicators.length - 1)] ?? ''
    return {
      slot: own,
      extractor: names.rule ?? taken.rule.name,
      kind,
      direction,
      basis,
      status: taken.rule.status ?? 'actual',
      indicator,
      action: said.action || (names.named === 'carried' || slot.joins ? '' : carriedAction(slot, topic, kind)),
      of: taken.match.whole ?? names.of ?? null,
      named: names.named,
    }
  })
  const subject = said.subject || names.indicators[0] || topic.subject
  return { drafts, topic: { last: drafts, label, subject } }
}

/** 建成县域中心48个、乡镇中心120个: the second takes the verb of the first. */
function carriedAction(slot: Slot, { last }: Topic, kind: Kind): string {
  const before = last.at(-1)
  const sameClause = slot.follows && before !== undefined && before.slot.sentence === slot.sentence
  return sameClause && kind === 'level' && before.kind === 'level' ? before.action : ''
}

function kindOf(taken: Taken, slot: Slot, topic: Topic, name: string): { kind: Kind; direction: Direction | null } {
  const { rule } = taken
  const before = topic.last.at(-1)
  // 占比由31%提升至54%: what came of a share is one
  if (rule.kind === 'level' && before?.status === 'baseline' && (slot.follows || slot.left === '')) {
    return { kind: before.kind, direction: before.direction }
  }
  if (rule.kind !== 'change' && rule.kind !== 'gap') return { kind: rule.kind, direction: null }
  if (rule.name === 'signed') return { kind: 'change', direction: slot.quantity.sign }
  const fallsWell = /浓度|失业|能耗|不合格|事故|死亡|投诉|PM/i.test(name) && /(?:优于|好于)/.test(slot.left)
  return { kind: rule.kind, direction: fallsWell ? 'down' : (rule.direction ?? null) }
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
  const name = framed.run.slots[0]?.runsOn ? thingOf(behind, phrase.name) : phrase.name
  return { subject: left.subject, action: left.action || phrase.action, name }
}

const things =
  /(?:企业|单位|机构|业|场|项目|工程|园区|基地|中心|学校|医院|公司|店|站|所|厂|市|县|区|村|镇|乡|社区|家庭|人口|农户|断面|平台|景区|小区|系统|线路|品种|产品|城市|车间|实验室|部门|集群|作物)$/

/** 重点传统制造业 of 17个重点传统制造业增加值增长5.3%: what is counted, without what is said of it. */
function thingOf(words: readonly Word[], name: string): string {
  let to = words.length
  while (to > 1 && endsInAttribute((words[to - 1] as Word).text)) to--
  if (to === words.length) return name
  const thing = words.findIndex(({ text }, index) => index < to && things.test(text))
  const end = thing < 0 ? to : thing + 1
  const found = cleanName(
    words
      .slice(0, end)
      .map(({ text }) => text)
      .join(''),
  )
  return name.startsWith(found) && found !== '' ? found : name
}

interface Names {
  readonly indicators: readonly string[]
  readonly named: Draft['named']
  readonly of?: Draft
  readonly rule?: string
}

function namesOf(framed: Framed, said: Phrase, topic: Topic): Names {
  const { run, taken, before } = framed
  const slot = run.slots[0] as Slot
  const n = run.slots.length
  if (said.name !== '') {
    const registered = /新(?:登记|注册)/.test(said.action) && taken.match.side === 'left'
    if (registered) return { indicators: [`${/新(?:登记|注册)/.exec(said.action)?.[0]}${said.name}`], named: 'here' }
    const list = n > 1 ? splitList(listWords(before, said), n) : null
    if (list !== null) return { indicators: list, named: 'list' }
    const owned = withOwner(said.name, framed, topic)
    return owned === said.name ? { indicators: [said.name], named: 'here' } : { indicators: [owned], named: 'owner' }
  }
  const carried = carriedNames(framed, topic, n)
  const isNew = /^新/.test(said.action) && carried.named === 'carried' && topic.label !== ''
  if (carried.indicators.length > 0) return isNew ? carried : carried
  const verbs = cleanName(said.action)
  if (verbs !== '' && taken.rule.kind === 'level') return { indicators: [verbs], named: 'here' }
  return { indicators: [slot.label === '' ? topic.subject : cleanName(slot.label)], named: 'nowhere' }
}

/** The words of the list that the name is: those at the end that make it up. */
function listWords(words: readonly Word[], { name }: Phrase): readonly Word[] {
  for (let from = 0; from < words.length; from++) {
    const text = cleanName(
      words
        .slice(from)
        .map((word) => word.text)
        .join(''),
    )
    if (text.length <= name.length) return trimList(words.slice(from), name)
    if (text.startsWith(name) && text.length - name.length <= 4) return trimList(words.slice(from), name)
  }
  return words
}

/** 分别 and the like behind the list are no part of it. */
function trimList(words: readonly Word[], name: string): readonly Word[] {
  let to = words.length
  const textTo = (end: number) =>
    cleanName(
      words
        .slice(0, end)
        .map((word) => word.text)
        .join(''),
    )
  while (to > 1 && textTo(to) !== name && textTo(to).length > name.length) to--
  return words.slice(0, to)
}

/** A bare attribute gets its owner in front: 抽检15.8万批次，合格率97.9% → 抽检合格率. */
function withOwner(name: string, { lead }: Framed, topic: Topic): string {
  if (/^(?:国家级|省级|市级|其他)$/.test(name) && topic.label !== '') return `${name}${topic.label}`
  if (!isBareAttribute(name)) return name
  const leading = lead.length > 0 ? phraseBefore(lead) : noPhrase
  const owner = topic.label || leading.name || leading.subject || ownerOf(topic.last.at(-1)?.indicator ?? '')
  if (owner === '' || name.startsWith(owner)) return name
  return owner.endsWith(name.slice(0, 2)) && name.length > 2 ? owner + name.slice(2) : owner + name
}

/** Nothing is named here: what the run before was of, what the colon's label says, or the clause before. */
function carriedNames({ lead, taken }: Framed, topic: Topic, n: number): Names {
  const before = topic.last
  const last = before.at(-1)
  const leading = lead.length > 0 ? phraseBefore(lead) : noPhrase
  if (
    last === undefined ||
    (topic.label !== '' && last.slot.label !== topic.label && last.slot.sentence.cell === null)
  ) {
    const name = topic.label || leading.name || leading.subject
    return { indicators: name === '' ? [] : [name], named: topic.label === '' ? 'carried' : 'here' }
  }
  if (lead.length > 0 && taken.rule.kind !== 'share' && leading.name !== '' && leading.action === '') {
    return { indicators: [leading.name], named: 'carried' }
  }
  if (n > 1 && before.length === n)
    return { indicators: before.map(({ indicator }) => indicator), named: 'carried', of: last }
  return { indicators: [last.indicator], named: 'carried', of: last }
}

/** Is a number's thing named behind it? 创建10个生产基地; where nothing but a verb or 等 stands before. */
export function isNamedBehind(
  slot: Slot,
  before: readonly Word[],
  behind: readonly Word[],
  isCounter: boolean,
): boolean {
  if (slot.right === '' || !/^[\u4e00-\u9fffA-Za-z“《0-9]/.test(slot.right)) return false
  const right = phraseBehind(behind)
  if (right.name === '') return false
  if (!isCounter) return phraseBefore(before).name === '' && slot.quantity.unit === ''
  return true
}

export const namedBehind = objectAfterCount
export const namedBefore = countAfterObject
