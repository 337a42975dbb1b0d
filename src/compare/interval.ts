import type { Claim } from '../types.ts'
import { countsThings } from './units.ts'

/** All values that a figure may stand for: 20.71万户 → 207050 to 207150. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Half of the last digit either way; more where the writer says 近, 余 or 超; 503个 is 503 and nothing else. */
export function intervalOf(claim: Claim): Interval {
  const { value, high, qualifier } = claim
  const half = halfDigit(claim)
  if (qualifier === 'range') return { low: value - half, high: (high ?? value) + half }
  const rough = Math.max(half, lastDigit(value))
  if (qualifier === 'about') return { low: value - rough, high: value + rough }
  if (qualifier === 'over') return { low: value - half, high: Infinity }
  if (qualifier === 'under') return { low: -Infinity, high: value + half }
  return { low: value - half, high: value + half }
}

/** As `intervalOf`, with an end to 余 and 超: a writer of 1500余家 had fewer than 1600. */
export function likelyInterval(claim: Claim): Interval {
  const { low, high } = intervalOf(claim)
  const rough = lastDigit(claim.value)
  return {
    low: low === -Infinity ? claim.value - rough : low,
    high: high === Infinity ? claim.value + rough : high,
  }
}

/** Counts of one unit beside each other are told to the same digit: 100批次 beside 97批次 is no rounding of 97. */
export function intervalsOf(claims: readonly Claim[]): Interval[] {
  const isCounted = (claim: Claim) =>
    claim.qualifier === 'exact' && countsThings(claim.unit) && Number.isInteger(claim.value)
  const isToTheLast = (claim: Claim) => isCounted(claim) && halfDigit(claim) === 0
  return claims.map((claim) => {
    const isBeside = isCounted(claim) && !/[万亿千百]/.test(claim.raw)
    const isExact = isBeside && claims.some((other) => other.unit === claim.unit && isToTheLast(other))
    return isExact ? { low: claim.value, high: claim.value } : likelyInterval(claim)
  })
}

/** What the writer rounded to, halved: 4.13万亿元 → 0.005万亿. */
function halfDigit({ raw, value, unit }: Claim): number {
  const printed = /\d[\d,]*(?:\.(?<decimals>\d+))?/.exec(raw.normalize('NFKC'))
  if (printed === null) return lastDigit(value) / 2
  const number = Number(printed[0].replaceAll(',', ''))
  const decimals = printed.groups?.decimals?.length ?? 0
  const scale = number === 0 ? 1 : Math.abs(value / number)
  if (decimals > 0 || scale > 1.5) return 0.5 * scale * 10 ** -decimals
  // 3000家 may be 2997, 3105家 is not
  const zeros = /0*$/.exec(printed[0])?.[0].length ?? 0
  if (zeros >= 2 && number !== 0) return 0.5 * 10 ** (zeros - 1)
  return countsThings(unit) ? 0 : 0.5
}

/** The size of the last digit that is not a nought: 350万 → 10万, 20 → 10, 8.5 → 0.1. */
export function lastDigit(value: number): number {
  if (value === 0) return 0
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0))
}

/** Whether two intervals share a value, give or take what doubles lose. */
export function meet(one: Interval, other: Interval): boolean {
  const slack = 1e-9 * Math.max(1, ...[one.low, one.high, other.low, other.high].map(finiteSize))
  return one.low <= other.high + slack && other.low <= one.high + slack
}

function finiteSize(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0
}

/** A difference without what doubles add: 84.55 - 84.12 = 0.43. */
export function subtract(one: number, other: number): number {
  return Number((one - other).toFixed(Math.min(12, Math.max(decimalsOf(one), decimalsOf(other)))))
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}
