import { type Interval, intervalOf, intervalsOf, meet } from '../compare/interval.ts'
import { dimensionOf } from '../compare/units.ts'
import type { Claim } from '../types.ts'

/** The least and the most that amounts come to, given the digits as printed. */
export function sumOf(claims: readonly Claim[]): Interval {
  return added(claims.map(intervalOf))
}

function added(intervals: readonly Interval[]): Interval {
  return {
    low: intervals.reduce((sum, { low }) => sum + low, 0),
    high: intervals.reduce((sum, { high }) => sum + high, 0),
  }
}

/** Whether amounts may come to a whole. */
export function addUpTo(parts: readonly Claim[], whole: Claim): boolean {
  const all = intervalsOf([...parts, whole])
  return meet(added(all.slice(0, -1)), all.at(-1) ?? intervalOf(whole))
}

export function plainSum(claims: readonly Claim[]): number {
  return Number(claims.reduce((total, { value }) => total + value, 0).toPrecision(12))
}

/** 204项 + 12项 = 216项 */
export function sumText(parts: readonly Claim[]): string {
  return `${parts.map(({ raw }) => raw).join(' + ')} = ${amountText(plainSum(parts), parts)}`
}

/** As the figures beside it are written: 27000亿元 beside 1.5万亿元 is 2.7万亿元. */
export function amountText(value: number, like: readonly Claim[]): string {
  const first = like[0]
  if (first === undefined) return String(value)
  const printed = Number(/\d[\d,]*(?:\.\d+)?/.exec(first.raw.normalize('NFKC'))?.[0].replaceAll(',', '') ?? Number.NaN)
  const scale = printed > 0 && dimensionOf(first.unit).name !== 'percent' ? Math.abs(first.value / printed) : 1
  const words = Number.isFinite(scale) ? scaleWords.get(scale) : undefined
  return words === undefined
    ? `${value}${first.unit}`
    : `${Number((value / scale).toPrecision(8))}${words}${first.unit}`
}

const scaleWords: ReadonlyMap<number, string> = new Map([
  [1, ''],
  [1e3, '千'],
  [1e4, '万'],
  [1e7, '千万'],
  [1e8, '亿'],
  [1e12, '万亿'],
])

/** 26.6299 → 26.63 */
export function rounded(value: number): number {
  return Number(value.toFixed(2))
}
