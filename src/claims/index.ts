import { findQuantities } from '../quantities/index.ts'
import { spanInReport } from '../text/sentences.ts'
import { segment, type Word } from '../tokens/segment.ts'
import type { Quantity, Sentence } from '../types.ts'
import { basisOf } from './basis.ts'
import { draftsOf } from './build.ts'
import { changeOnce, declineNoun, fall, growthNoun, rise, signed } from './change.ts'
import { countAfterObject, objectAfterCount, timesDone } from './counted.ts'
import type { Draft } from './draft.ts'
import { above, below, higherThanBefore, lowerThanBefore } from './gap.ts'
import { formerRate, movedFrom, movedTo, percentOf, reached, timesOf } from './level.ts'
import { type Framed, noTopic, type Topic } from './naming.ts'
import { phraseBefore, phraseBehind } from './noun-phrase.ts'
import type { PatternRule } from './pattern-rule.ts'
import { rank } from './rank.ts'
import { matchRules, type Run, runsOf, type Taken } from './runs.ts'
import { shareAlone, shareOfNoun, shareOfWhole, shareOnce } from './share.ts'
import { type Slot, slotsOf } from './slots.ts'
import { draftOfCell } from './table-cell.ts'
import { withoutTime } from './time-words.ts'

/** The patterns, the first that takes a quantity having it. A new one is its file and one line here. */
export const patternRules: readonly PatternRule[] = [
  rank,
  signed,
  shareOnce,
  changeOnce,
  formerRate,
  movedFrom,
  shareOfWhole,
  shareAlone,
  shareOfNoun,
  higherThanBefore,
  lowerThanBefore,
  above,
  below,
  timesOf,
  percentOf,
  growthNoun,
  declineNoun,
  movedTo,
  rise,
  fall,
  timesDone,
  reached,
  objectAfterCount,
  countAfterObject,
]

/** Words and names alone decide between these two, the last of the list. */
const byWords = [objectAfterCount, countAfterObject]
const byMarks = patternRules.filter((rule) => !byWords.includes(rule))

/** What the quantities of sentences and table cells are of, in order of their places. */
export function draftClaims(sentences: readonly Sentence[]): Draft[] {
  const inCells = sentences.flatMap((sentence) =>
    sentence.cell === null ? [] : (draftOfCell(sentence, sentence.cell) ?? []),
  )
  const inText = draftText(sentences.filter(({ cell }) => cell === null))
  if (inCells.length === 0) return inText
  return [...inCells, ...inText].sort((one, other) => placeOf(one) - placeOf(other))
}

const placeOf = ({ slot: { sentence, quantity } }: Draft): number =>
  spanInReport(sentence, quantity.start, quantity.end).start

function draftText(sentences: readonly Sentence[]): Draft[] {
  const frames = sentences.flatMap(framesOf)
  const words = segment(frames.flatMap(({ texts }) => texts))
  const drafts: Draft[] = []
  let topic: Topic = noTopic
  let paragraph = -1
  frames.forEach((frame, index) => {
    const { run } = frame
    const slot = run.slots[0] as Slot
    if (slot.sentence.paragraph !== paragraph) topic = noTopic
    paragraph = slot.sentence.paragraph
    const made = draftsOf(settled(frame, words.slice(index * 3, index * 3 + 3)), topic)
    topic = made.topic
    drafts.push(...made.drafts)
  })
  return drafts
}

interface Frame {
  readonly run: Run
  readonly taken: Taken | null
  /** Before the number, behind it, and the clause before: what the segmenter is asked for. */
  readonly texts: readonly [string, string, string]
}

function framesOf(sentence: Sentence): Frame[] {
  if (!mayHoldNumber(sentence.reading)) return []
  const quantities = findQuantities(sentence.reading)
  if (quantities.length === 0) return []
  return runsOf(slotsOf(sentence, quantities)).map((run) => {
    const slot = run.slots[0] as Slot
    const last = run.slots.at(-1) as Slot
    const taken = matchRules(last === slot ? slot : { ...slot, right: last.right }, byMarks)
    const left = taken?.match.side === 'left' ? taken.match.indicator : slot.left
    const before = withoutTime(withoutReference(basisOf(left).rest, taken))
    const behind = taken === null || taken.match.side === 'right' ? (taken?.match.indicator ?? slot.right) : ''
    return { run, taken, texts: [before, behind, before.length > 8 ? '' : leadOf(slot)] }
  })
}

/** 立案1203件，较二季度增加87件: what a change is set against names nothing. */
function withoutReference(text: string, taken: Taken | null): string {
  return taken?.rule.kind === 'change'
    ? text
        .replace(/（[^）]{1,6}）$/, '')
        .replace(/(?<![同环对占])[比较](?![例重大小快高低好强多少为])[^，；。]{1,16}$/, '')
    : text
}

/** Chinese numerals stand in nearly every sentence; their scan is quick. */
function mayHoldNumber(reading: string): boolean {
  return reading.length > 1
}

const longestLead = 40

/** The clause before a number's own, where it holds no number itself: 市场经营主体增量提质，总量突破1000万户. */
function leadOf({ sentence, from, follows, previousEnd }: Slot): string {
  if (follows || from === 0) return ''
  const first = Math.max(0, from - 1 - 2 * longestLead)
  const before = sentence.reading.slice(first, from - 1)
  const start = Math.max(...['，', '；', '。', '：', '）'].map((mark) => before.lastIndexOf(mark))) + 1
  const clause = before.slice(start)
  const holdsNumber = first + start < previousEnd
  return holdsNumber || clause.length > longestLead || /(?:计算|相比|来看|看)$/.test(clause) ? '' : clause
}

/** The frame with its words, and the choice between what stands before and behind the number. */
function settled({ run, taken }: Frame, words: readonly Word[][]): Framed {
  const [before = [], behind = [], lead = []] = words
  if (taken !== null) return { run, taken, before, behind, lead }
  const slot = run.slots[0] as Slot
  const last = run.slots.at(-1) as Slot
  const isBehind = last === slot && isNamedBehind(slot, before, behind)
  const rule = isBehind ? objectAfterCount : countAfterObject
  const match = { indicator: '', side: isBehind ? 'right' : 'left', whole: null, than: null } as const
  return { run, taken: { rule, match }, before, behind, lead }
}

/** Is a number's thing named behind it? 创建10个生产基地 */
function isNamedBehind({ quantity, right }: Slot, before: readonly Word[], behind: readonly Word[]): boolean {
  if (!/^(?!大关|台阶|关口|门槛)[\u4e00-\u9fffA-Za-z“《0-9]/.test(right) || phraseBehind(behind).name === '')
    return false
  if (quantity.unit === '%') return quantity.raw.endsWith('成') && phraseBefore(before).name === ''
  return isCounter(quantity) || phraseBefore(before).name === ''
}

const measures =
  /^(?:%|‰|百分点|元|.*元$|吨.*|.*吨|公里|.*米|亩|公顷|千瓦.*|倍|番|岁|天|年|小时|分钟|秒|个?月|工作日|度|斤|公斤|克|.*\/.*|分|升|℃|)$/
function isCounter({ unit }: Quantity): boolean {
  return !measures.test(unit)
}
