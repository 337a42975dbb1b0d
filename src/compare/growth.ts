import { type Aliases, canonicalName, foldName } from '../concepts/index.ts'
import type { Claim, Extraction } from '../types.ts'
import type { Stated } from './comparison.ts'
import { type Interval, intervalOf, likelyInterval, meet } from './interval.ts'
import { placeIn, wordsBetween } from './places.ts'
import { dimensionOf } from './units.ts'

/** The changes that a report states for its own amounts, by the id of the amount: 81.05万户 → [增长11.9%]. */
export type ChangesByLevel = ReadonlyMap<string, readonly Claim[]>

/**
 * Finds for every stated change the amount that changed: that of its place in a list with 分别, else that of its name
 * close before it, else the one that the claim says.
 */
export function attachChanges({ claims }: Extraction, aliases: Aliases): ChangesByLevel {
  const nameOf = (claim: Claim) => canonicalName(foldName(claim.indicator), aliases)
  const actual = claims.filter(({ status }) => status === 'actual')
  const levels = actual.filter(isAmount)
  const byId = new Map(levels.map((claim) => [claim.id, claim]))
  const attached = new Map<string, Claim[]>()
  for (const [at, change] of actual.entries()) {
    if (change.kind !== 'change') continue
    const level =
      respectiveLevel(actual, at) ??
      namedBefore(levels, change, nameOf) ??
      byId.get(change.of ?? '') ??
      besideOf(levels, change, nameOf)
    if (level !== undefined) attached.set(level.id, [...(attached.get(level.id) ?? []), change])
  }
  return attached
}

function isAmount({ kind }: Claim): boolean {
  return kind === 'level' || kind === 'share'
}

/** 授信1688户、83.9亿元，分别增长40.3%、36.4%: as many changes as amounts right before them, in their order. */
function respectiveLevel(claims: readonly Claim[], at: number): Claim | undefined {
  const { sentence } = claims[at]?.source ?? { sentence: '' }
  const isChange = (place: number) => claims[place]?.kind === 'change' && claims[place]?.source.sentence === sentence
  let [first, last] = [at, at]
  while (isChange(first - 1)) first--
  while (isChange(last + 1)) last++
  const count = last - first + 1
  const amounts = claims.slice(Math.max(0, first - count), first)
  const fit =
    amounts.length === count && amounts.every((claim) => isAmount(claim) && claim.source.sentence === sentence)
  const [before, change] = [amounts.at(-1), claims[first]]
  if (!fit || count < 2 || before === undefined || change === undefined) return undefined
  return wordsBetween(before, change).includes('分别') ? amounts[at - first] : undefined
}

/** How far from its amount a change may stand, in characters. */
const reach = 60

function near(levels: readonly Claim[], change: Claim): Claim[] {
  return levels.filter(
    (level) =>
      level.source.end <= change.source.start &&
      change.source.start - level.source.end <= reach &&
      level.source.line === change.source.line &&
      mayChange(level, change),
  )
}

function namedBefore(levels: readonly Claim[], change: Claim, nameOf: (claim: Claim) => string): Claim | undefined {
  return near(levels, change).findLast((level) => nameOf(level) === nameOf(change))
}

/** 装配式建筑占新建建筑面积的23.2%，比上年提高4.8个百分点: right behind it, under a longer or a shorter name. */
function besideOf(levels: readonly Claim[], change: Claim, nameOf: (claim: Claim) => string): Claim | undefined {
  const level = near(levels, change).at(-1)
  return level !== undefined && isBeside(level, change, nameOf(level), nameOf(change)) ? level : undefined
}

function isBeside(level: Claim, change: Claim, one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const isPart = short.length >= 2 && (long.startsWith(short) || long.endsWith(short))
  return isPart && change.source.start - level.source.end <= 12
}

/** An amount changes in percent, in times, in its own unit; a percentage in points too. */
function mayChange(level: Claim, change: Claim): boolean {
  const kind = dimensionOf(change.unit).name
  if (kind === 'percent' || kind === 'times') return true
  if (kind === 'point') return dimensionOf(level.unit).name === 'percent'
  return kind === dimensionOf(level.unit).name
}

/** Whether a change is against the year before, given the years of both reports. */
export function isAgainst(change: Claim, old: number | null, year: number | null): boolean {
  const { basis, source } = change
  if (old !== null && year !== null && year - old !== 1) return basis !== null && namesYear(basis, old)
  if (basis !== null && !['yoy', 'none'].includes(basis)) {
    return (old !== null && namesYear(basis, old)) || /^[比较]?(?:上年|去年|上一年)/.test(basis)
  }
  const at = placeIn(change)
  const before = (at < 0 ? source.sentence : source.sentence.slice(0, at)).split(/[，,；;。]/).at(-1) ?? ''
  if (basis === 'yoy') return true
  return !/年均|累计|五年|[比较](?!上年|去年)\d{4}年|以来|改革前|[比较].{0,6}(?:初|末|前)/.test(before)
}

function namesYear(basis: string, year: number): boolean {
  return new RegExp(`(?<!\\d)${year}年?(?!初|底|以来)`).test(basis)
}

/** Growth of these is stated at constant prices, so the printed amounts cannot refute it. */
const atConstantPrices = /生产总值|GDP|增加值|可支配收入|[一二三]产/
const comparable = /可比|同口径|不变价|实际增长|扣除|剔除/

/** The stated growth beside the computed one, and whether the digits as printed let both be true. */
export function checkGrowth(change: Claim, old: Claim, level: Claim): { stated: Stated; consistent: boolean | null } {
  const computed = growthIn(change, old.value, level.value)
  const [base, now] = [likelyInterval(old), likelyInterval(level)]
  const between = growthBetween(change, base, now)
  const value = signed(change, change.value)
  const stated: Stated = {
    claim: change,
    value,
    computed: computed === null ? null : rounded(computed),
    between: between === null ? null : [rounded(between.low), rounded(between.high)],
    implied: null,
  }
  if (between === null) return { stated, consistent: null }
  const fits = readings(change, old, level).some((interval) => meet(interval, saidBy(change)))
  const isOpen =
    atConstantPrices.test(level.indicator) || comparable.test(change.source.sentence) || level.qualifier === 'range'
  return { stated, consistent: fits ? true : isOpen ? null : false }
}

function rounded(value: number): number {
  return Math.abs(value) < 1e6 ? Number(value.toFixed(4)) : Math.round(value)
}

/** A growth of 3% in a rate is now and then meant in points, one of 1.3倍 as 1.3 times as much. */
function readings(change: Claim, old: Claim, level: Claim): Interval[] {
  const [base, now] = [likelyInterval(old), likelyInterval(level)]
  const points = { low: now.low - base.high, high: now.high - base.low }
  const found = [growthBetween(change, base, now)]
  const isRate = dimensionOf(level.unit).name === 'percent'
  if (dimensionOf(change.unit).name === 'percent' && isRate) found.push(points)
  if (dimensionOf(change.unit).name === 'times' && base.low > 0) {
    found.push({ low: now.low / base.high, high: now.high / base.low })
  }
  return found.filter((interval) => interval !== null)
}

/** What a stated change may stand for, signed; a writer may cut digits off in place of rounding. */
function saidBy(change: Claim): Interval {
  const { low, high } = intervalOf(change)
  const cut = Number.isFinite(high) ? high + (high - change.value) : high
  return change.direction === 'down' ? { low: -cut, high: -low } : { low, high: cut }
}

function signed(change: Claim, value: number): number {
  return change.direction === 'down' ? -value : value
}

/** From 72.46万 to 81.05万 in %: 11.85; in 户: 8.59万; null where the base is nothing. */
function growthIn(change: Claim, old: number, now: number): number | null {
  const kind = dimensionOf(change.unit).name
  if (kind === 'percent' || kind === 'times') return old > 0 ? (now / old - 1) * (kind === 'times' ? 1 : 100) : null
  return now - old
}

function growthBetween(change: Claim, base: Interval, now: Interval): Interval | null {
  const low = growthIn(change, base.high, now.low)
  const high = growthIn(change, base.low, now.high)
  return low === null || high === null ? null : { low, high }
}

/** The base that a statement implies: 81.05万户，增长11.9% → 724307. */
export function impliedBase(change: Claim, level: Claim): number | null {
  const kind = dimensionOf(change.unit).name
  const growth = signed(change, change.value)
  if (kind !== 'percent' && kind !== 'times') return Number((level.value - growth).toPrecision(12))
  const factor = 1 + growth / (kind === 'times' ? 1 : 100)
  return factor > 0 ? Number((level.value / factor).toPrecision(6)) : null
}
