import { type Aliases, builtInAliases, canonicalName, foldName } from '../concepts/index.ts'
import type { Claim, Extraction, Kind, Status } from '../types.ts'
import type { ReportFacts } from './comparison.ts'
import { flowOf } from './flow.ts'
import type { Corrections } from './match.ts'
import { wordsBefore } from './places.ts'
import { countedBy, valueIn } from './units.ts'

/** What one place says of an indicator, and its place in the order of all. */
export interface RegionCell {
  readonly claim: Claim
  /** In the unit of the row, signed: 下降0.3% is -0.3. */
  readonly value: number
  /** From 1, the greatest first; two that are the same have the same. */
  readonly rank: number
  /** Others of the report that would fit as well, most general first. */
  readonly others: readonly Claim[]
  /** That the report tells of several years too, and does not say which this is of. */
  readonly isUnsure: boolean
}

/** An indicator of one kind over places: 规模以上工业增加值, 增速, 浙江省 6.9, 山东省 7.6. */
export interface RegionRow {
  readonly indicator: string
  readonly concept: string | null
  readonly kind: Kind
  readonly status: Status
  readonly unit: string
  /** By place, in the order of `regions`; null where a report does not say. */
  readonly cells: readonly (RegionCell | null)[]
}

/** The table that is made by hand every January: an indicator a line, a place a column, for one year. */
export interface RegionTable {
  readonly schema: 'baoshu-regions/1'
  readonly year: number | null
  readonly reports: readonly ReportFacts[]
  /** The columns. */
  readonly regions: readonly string[]
  readonly rows: readonly RegionRow[]
}

export interface RegionOptions {
  readonly aliases?: Aliases
  readonly corrections?: Corrections
  /** Of several years the one that is wanted; the latest if not given. */
  readonly year?: number
  /** Rows of fewer places are left out; 2 if not given. */
  readonly minRegions?: number
}

interface Found {
  readonly key: string
  readonly place: number
  readonly claim: Claim
  readonly order: number
  readonly isUnsure: boolean
  readonly isPart: boolean
}

/** What the reports of many places say of one year, level, growth and goal kept apart. */
export function compareRegions(extractions: readonly Extraction[], options: RegionOptions = {}): RegionTable {
  const years = extractions.map(({ report }) => report.year ?? 0)
  const year = options.year ?? (Math.max(0, ...years) || null)
  const reports = extractions.filter(({ report }) => year === null || report.year === null || report.year === year)
  const nameOf = namer(options)
  const found = reports.flatMap((extraction, place) => foundIn(extraction, place, nameOf))
  const groups = new Map<string, Found[]>()
  for (const one of found) groups.set(one.key, [...(groups.get(one.key) ?? []), one])
  const least = options.minRegions ?? 2
  const count = ({ cells }: RegionRow) => cells.filter((cell) => cell !== null).length
  const rows = [...groups.values()].map((group) => rowOf(group, reports.length)).filter((row) => count(row) >= least)
  return {
    schema: 'baoshu-regions/1',
    year,
    reports: reports.map(({ report }) => report),
    regions: reports.map(({ report }) => report.region ?? report.file.replace(/^.*[\\/]/, '')),
    rows: rows.sort((one, other) => count(other) - count(one)),
  }
}

/** Names as they are compared; those that a person called the same are. */
function namer({ aliases = builtInAliases(), corrections }: RegionOptions): (name: string) => string {
  const read = (name: string) => canonicalName(foldName(name), aliases)
  const same = new Map((corrections?.same ?? []).map(([one, other]) => [read(other), read(one)]))
  return (name) => same.get(read(name)) ?? read(name)
}

/** What a report says of its own place and year; of a whole and not of a part, and no base of a growth. */
function foundIn({ report, claims }: Extraction, place: number, nameOf: (name: string) => string): Found[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  let isOfYears = false
  return claims.flatMap((claim, order): Found[] => {
    if (ofYears.test(claim.source.sentence)) isOfYears = true
    else if (ofYear.test(claim.source.sentence)) isOfYears = false
    if (!isWanted(claim, report.region)) return []
    const parent = byId.get(claim.of ?? '')
    const isPart = parent !== undefined && nameOf(parent.indicator) !== nameOf(claim.indicator)
    const isUnsure = isOfYears && claim.status === 'actual'
    return [{ key: keyOf(claim, nameOf), place, claim, order, isUnsure, isPart }]
  })
}

const ofYears = /五年|十[三四五]五|年均|20\d\d年的/
const ofYear = /去年|过去一年|一年来|全年|20\d\d年[^的]/

function isWanted(claim: Claim, region: string | null): boolean {
  const { kind, status, basis, indicator, action } = claim
  const isOwn = claim.region === null || claim.region === region
  const isPlain = status !== 'baseline' && kind !== 'gap' && indicator !== ''
  const isYearly = kind !== 'change' || basis === 'yoy' || basis === 'none'
  const words = `${action}${wordsBefore(claim)}`
  return (
    isOwn &&
    isPlain &&
    isYearly &&
    !isSeveralYears(claim) &&
    !/累计|每年|[两三四五\d]年(?:来|间|共)?[^，]{0,4}$/.test(words)
  )
}

function isSeveralYears({ period }: Claim): boolean {
  const [from, to] = [period?.from?.slice(0, 4), period?.to?.slice(0, 4)]
  return (
    (from !== undefined && to !== undefined && from !== to) ||
    /[两三四五六七八九十]年(?:来|间)/.test(period?.text ?? '')
  )
}

/** What must be the same in a row. */
function keyOf(claim: Claim, nameOf: (name: string) => string): string {
  const { kind, status, unit } = claim
  const flow = kind === 'level' ? (flowOf(claim) ?? '') : ''
  return [nameOf(claim.indicator), kind, status, countedBy(unit), flow === 'flow' ? 'flow' : ''].join('\n')
}

function rowOf(group: readonly Found[], places: number): RegionRow {
  const chosen = Array.from({ length: places }, (_, place) =>
    group.filter((one) => one.place === place).sort(byGenerality),
  )
  const first = chosen.find((all) => all.length > 0)?.[0]?.claim as Claim
  const unit = commonUnit(group.map(({ claim }) => claim))
  const values = chosen.map(([best]) => (best === undefined ? null : valueIn(best.claim, unit)))
  const order = values.filter((value) => value !== null).sort((one, other) => other - one)
  const cells = chosen.map(([best, ...others], at): RegionCell | null => {
    const value = values[at] ?? null
    if (best === undefined || value === null) return null
    const { claim, isUnsure } = best
    return { claim, value, rank: order.indexOf(value) + 1, others: others.map((other) => other.claim), isUnsure }
  })
  const { indicator, concept, kind, status } = first
  return { indicator: concept ?? indicator, concept, kind, status, unit, cells }
}

/** The review's own headline figure: no part of another, of a whole year, told exactly, first in the report. */
function byGenerality(one: Found, other: Found): number {
  return doubtsOf(one) - doubtsOf(other) || one.order - other.order
}

function doubtsOf({ claim, isUnsure, isPart }: Found): number {
  const { whole, qualifier, period } = claim
  const isOfPart = isPart || whole !== null || /其中/.test(wordsBefore(claim))
  const isYearly = period === null || period.from === null || period.from.endsWith('-01-01')
  return (isOfPart ? 4 : 0) + (isYearly ? 0 : 2) + (isUnsure ? 3 : 0) + (qualifier === 'exact' ? 0 : 1)
}

/** The unit that most of them have. */
function commonUnit(claims: readonly Claim[]): string {
  const counts = new Map<string, number>()
  for (const { unit } of claims) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? ''
}
