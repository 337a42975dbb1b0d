import { type Interval, intervalOf, intervalsOf, meet } from '../compare/interval.ts'
import { type Said, say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { type Identity, judged, type Told } from './identity.ts'
import { type Figure, figuresBefore, figuresBehind, isAmount, type Passage } from './passages.ts'
import { rounded } from './sums.ts'

/** 抽检100批次，合格97批次，合格率95%: a rate is a count by the count that it is of. */
export function checkRates(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) => figures.flatMap(rateOf))
}

/** What a rate is of: 抽检合格率 → 合格, 不合格率 → 不合格. */
interface Stem {
  readonly word: string
  readonly isNot: boolean
}

function stemIn(words: string): Stem | null {
  const found = /(?<not>[不未]?)(?<word>[^不未]{2})(?:完成|成功|到位)?率$/.exec(words)?.groups
  return found === undefined ? null : { word: found.word ?? '', isNot: found.not !== '' }
}

function stemOf({ claim, lead }: Figure): Stem | null {
  if (claim.kind !== 'level' || claim.unit !== '%' || claim.status !== 'actual') return null
  const words = /(?:^|[，、；。（])([^，、；。（]*率)(?:均|为|达到?|约|是|仅|提高到|提升至|升至|降至)*$/.exec(lead)?.[1]
  return stemIn(words ?? claim.indicator)
}

/** A count and the words that say what it is of. */
interface Counted {
  readonly claim: Claim
  readonly words: readonly string[]
  readonly figure: Figure | null
}

function rateOf(figure: Figure): Identity[] {
  const stem = stemOf(figure)
  if (stem === null) return []
  const near = [...figuresBefore(figure).toReversed(), ...figuresBehind(figure)]
  const counts = near.filter((one) => isAmount(one) && one.claim.kind === 'level' && one.claim.status === 'actual')
  const found = quotientOf(figure.claim, stem, counts.map(countedOf))
  return found === null ? [] : [judged({ check: 'rate', ...found.told, doubt: doubtOf(figure, found) })]
}

function countedOf(figure: Figure): Counted {
  const { claim, lead, tail } = figure
  const words = [
    /[^，；。]*$/.exec(lead)?.[0] ?? '',
    `${claim.action}${claim.indicator}`,
    /^[^，；。、\d]{0,4}/.exec(tail)?.[0] ?? '',
  ]
  return { claim, words, figure }
}

/** The same of the cells of a table's row. */
export function rateOfCounts(rate: Claim, counts: readonly Claim[]): Omit<Told, 'check' | 'doubt'> | null {
  const stem = stemIn(rate.indicator)
  if (stem === null) return null
  const counted = counts.map((claim) => ({ claim, words: [claim.indicator], figure: null }))
  return quotientOf(rate, stem, counted)?.told ?? null
}

interface Quotient {
  readonly whole: Counted
  readonly part: Counted
  readonly told: Omit<Told, 'check' | 'doubt'>
}

/** Of all pairs of counts the one that fits, else the nearest. */
function quotientOf(rate: Claim, stem: Stem, counts: readonly Counted[]): Quotient | null {
  const pairs = counts.flatMap((part, at): Quotient[] => {
    const isNot = isOf(part, stem.word)
    if (isNot === null) return []
    const whole = counts
      .slice(0, at)
      .findLast((one) => one.claim.unit === part.claim.unit && one.claim.value > 0 && isOf(one, stem.word) === null)
    return whole === undefined
      ? []
      : [{ whole, part, told: divided(rate, part.claim, whole.claim, isNot !== stem.isNot) }]
  })
  return pairs.find(({ told }) => told.fits) ?? pairs.at(-1) ?? null
}

/** Whether a count is of what the rate tells (false), of its contrary (true), or of something else (null). */
function isOf({ words }: Counted, stem: string): boolean | null {
  const found = words.find((word) => word.includes(stem) && !word.includes(`${stem}率`))
  return found === undefined ? null : new RegExp(`[不未]${stem}`).test(found)
}

/** 97批次 ÷ 100批次, and of the contrary 1 - 3批次 ÷ 100批次. */
function divided(rate: Claim, part: Claim, whole: Claim, isOther: boolean): Omit<Told, 'check' | 'doubt'> {
  const [of, all] = intervalsOf([part, whole]) as [Interval, Interval]
  const [low, high] = [(of.low / all.high) * 100, (of.high / all.low) * 100]
  const value = (part.value / whole.value) * 100
  const expected = rounded(isOther ? 100 - value : value)
  const fits = meet(isOther ? { low: 100 - high, high: 100 - low } : { low, high }, intervalOf(rate))
  const quotient = `${isOther ? '1 - ' : ''}${part.raw} ÷ ${whole.raw} = ${expected}%`
  return { claims: [whole, part, rate], sum: fits ? quotient : `${quotient} ≠ ${rate.raw}`, expected, fits }
}

function doubtOf(rate: Figure, { whole, part }: Quotient): Said | null {
  const [one, other] = [whole.figure, part.figure]
  if (one?.passage !== rate.passage || other?.passage !== rate.passage) return say('doubt.counts-elsewhere')
  if (Math.abs(rate.order - other.order) > 2 || other.order - one.order > 2) return say('doubt.figures-between')
  return /综合|平均|去年|上年|累计|其中/.test(rate.lead) ? say('doubt.rate-of-more') : null
}
