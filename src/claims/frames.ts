import { findQuantities } from '../quantities/index.ts'
import { tableOf } from '../text/characters.ts'
import { segment, type Word } from '../tokens/segment.ts'
import type { Units } from '../tokens/units.ts'
import type { Quantity, Sentence } from '../types.ts'
import { matchRules, type Run, runsOf, type Taken, type Trial } from './mentions/runs.ts'
import { type Slot, slotsOf } from './mentions/slots.ts'
import { noPhrase, phraseBefore, phraseBehind } from './naming/noun-phrase.ts'
import type { Framed } from './naming/topic.ts'
import { countAfterObject, objectAfterCount } from './predicates/counted.ts'
import type { PatternRule } from './predicates/pattern-rule.ts'
import { basisOf } from './times/basis.ts'
import { withoutTime } from './times/time-words.ts'

/** What sentences are read with: patterns that marks decide, a user's own before the built-in ones, and units. */
export interface Lexicon {
  readonly rules: readonly PatternRule[]
  readonly units: Units
}

/** A run with the pattern that took it, before its words are known. */
export interface Frame {
  readonly run: Run
  readonly taken: Taken | null
  /** Of the clause, without what the change is against. */
  readonly before: string
  readonly behind: string
  /** The clause before, where it holds no number. */
  readonly lead: string
}

/** The runs of a sentence, each with the pattern that takes it. */
export function framesOf(sentence: Sentence, { rules, units }: Lexicon): Frame[] {
  const quantities = findQuantities(sentence.reading, units)
  if (quantities.length === 0) return []
  return runsOf(slotsOf(sentence, quantities)).map((run) => {
    const [slot, last] = [run.slots[0] as Slot, run.slots.at(-1) as Slot]
    const taken = takenOf(run, rules)
    const left = taken?.match.side === 'left' ? taken.match.indicator : slot.left
    const before = withoutTime(withoutReference(basisOf(left).rest, taken))
    const mayBeBehind = taken === null || (before === '' && countsChange(taken, last))
    const behind = taken?.match.side === 'right' ? taken.match.indicator : mayBeBehind ? last.right : ''
    return { run, taken, before, behind, lead: before.length > 8 ? '' : leadOf(slot) }
  })
}

/** 压减4471家定点屠宰厂: the thing that grew fewer may stand behind, as it does where it is counted. */
const countsChange = ({ rule }: Taken, { quantity }: Slot): boolean => rule.kind === 'change' && isCounter(quantity)

/** The pattern that takes a run: by what stands before its first number and behind its last. */
export function takenOf({ slots }: Run, rules: readonly PatternRule[], trace?: (trial: Trial) => void): Taken | null {
  const [slot, last] = [slots[0] as Slot, slots.at(-1) as Slot]
  return matchRules(last === slot ? slot : { ...slot, right: last.right }, rules, trace)
}

/** 立案1203件，较二季度增加87件: what a change is set against names nothing. */
function withoutReference(text: string, taken: Taken | null): string {
  return taken?.rule.kind === 'change'
    ? text
        .replace(/（[^）]{1,6}）$/, '')
        .replace(/(?<![同环对占])[比较](?![例重大小快高低好强多少为])[^，；。]{1,16}$/, '')
    : text
}

const longestLead = 40
const clauseEnds = tableOf('，；。：）')

/** The clause before a number's own, where it holds no number itself: 市场经营主体增量提质，总量突破1000万户. */
function leadOf({ sentence, from, follows, previousEnd }: Slot): string {
  if (follows || from === 0) return ''
  const first = Math.max(0, from - 1 - 2 * longestLead)
  const before = sentence.reading.slice(first, from - 1)
  let start = before.length
  while (start > 0 && clauseEnds[before.charCodeAt(start - 1)] === 0) start--
  const clause = before.slice(start)
  const holdsNumber = first + start < previousEnd
  return holdsNumber ||
    clause.length > longestLead ||
    /(?:计算|相比|来看|看|统计|显示|了解|介绍|表明|获悉|悉)$/.test(clause)
    ? ''
    : withoutTime(clause.replace(said, ''))
}

/** What a clause says of its subject: 国内游投诉占绝大多数, 投诉量与上年基本持平, 市场主体呈现蓬勃发展势头. */
const said =
  /(?<=.{2})(?:[与和同较比](?:去年|上年|往年)(?:同期)?(?:相比)?(?:基本)?持平|占(?:绝?大)?多数|占主导(?:地位)?|呈现?[^，]{0,8}(?:趋势|态势|势头|局面)|(?:大幅|明显|显著|逐年|持续|稳步|有所)(?:下降|减少|上升|增长|增加|提高|提升)|(?<!得分)最[高低多少大小快慢好差])$/

/** Frames with their words, and the choice between what stands before and behind the number. */
export function settle(frames: readonly Frame[]): Framed[] {
  const texts: string[] = []
  for (const { before, behind } of frames) texts.push(before, behind)
  const words = segment(texts)
  return frames.map((frame, index) => settled(frame, words[2 * index] as Word[], words[2 * index + 1] as Word[]))
}

function settled({ run, taken, lead: text }: Frame, before: readonly Word[], behind: readonly Word[]): Framed {
  // Few names need the clause before
  const lead = () => (text === '' ? noPhrase : phraseBefore(segment([text])[0] as Word[]))
  const slot = run.slots[0] as Slot
  const last = run.slots.at(-1) as Slot
  if (taken !== null) {
    const isThing = before.length === 0 && countsChange(taken, last) && isNamedBehind(last, before, behind)
    const match = isThing ? ({ ...taken.match, side: 'right' } as const) : taken.match
    return { run, taken: { rule: taken.rule, match }, before, behind, lead }
  }
  const isBehind =
    last === slot
      ? isNamedBehind(slot, before, behind)
      : !run.respective && phraseBefore(before).name === '' && isNamedBehind(last, before, behind)
  const rule = isBehind ? objectAfterCount : countAfterObject
  const match = { indicator: '', side: isBehind ? 'right' : 'left', whole: null, than: null } as const
  return { run, taken: { rule, match }, before, behind, lead }
}

/** Is a number's thing named behind it? 创建10个生产基地 */
function isNamedBehind({ quantity, left, right }: Slot, before: readonly Word[], behind: readonly Word[]): boolean {
  // 带动38万人增收
  if (
    /^(?:增收|就业(?!岗位|家庭|服务|见习|困难|基地)|受益|脱贫|参保|创业(?!团队|项目|园|基地)|落户|转移就业)/.test(right)
  )
    return phraseBefore(before).name === ''
  if (
    !/^(?!大关|台阶|关口|门槛|位次|名次|等级|档次|档)[\u4e00-\u9fffA-Za-z“《0-9]/.test(right) ||
    phraseBehind(behind).name === ''
  )
    return false
  // 中央财政安排1000亿元专项资金, 惠及3600多万农村学生
  const takesObject =
    /(?:安排|投入|设立|提供|下达|拨付|发放|拨出|拿出|支付|给予|兑现|发行|筹集|惠及|覆盖|带动|吸引|安置|解决|帮助)$/.test(
      left,
    )
  if (takesObject && !/^(?:用于|支持|以上)/.test(right)) return true
  if (quantity.unit === '%') return quantity.raw.endsWith('成') && phraseBefore(before).name === ''
  return isCounter(quantity) || phraseBefore(before).name === ''
}

const measures =
  /^(?:%|‰|百分点|元|.*元$|吨.*|.*吨|公里|.*米|亩|公顷|千瓦.*|倍|番|岁|天|年|小时|分钟|秒|个?月|工作日|度|斤|公斤|克|.*\/.*|分|升|℃|)$/
function isCounter({ unit }: Quantity): boolean {
  return !measures.test(unit)
}
