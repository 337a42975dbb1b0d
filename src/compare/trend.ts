import { builtInAliases } from '../concepts/index.ts'
import type { Claim, Extraction } from '../types.ts'
import type { ReportFacts } from './comparison.ts'
import { attachChanges } from './growth.ts'
import { actualClaims, type MatchOptions, matchClaims } from './match.ts'
import { valueIn } from './units.ts'

/** One indicator over the years: 新登记市场主体 72.46万 · 81.05万 · nothing · 92.3万 户. */
export interface Series {
  readonly region: string | null
  readonly indicator: string
  readonly concept: string | null
  readonly sector: string
  readonly unit: string
  /** One a column; null where the report does not say. */
  readonly claims: readonly (Claim | null)[]
  /** The claims' values in the one unit. */
  readonly values: readonly (number | null)[]
  /** The least of the match scores that hold the series together. */
  readonly score: number
}

/** Indicators over years. */
export interface Trend {
  readonly schema: 'baoshu-trend/1'
  readonly reports: readonly ReportFacts[]
  /** The columns: years, null for a report whose year is not known. */
  readonly years: readonly (number | null)[]
  readonly series: readonly Series[]
}

export interface TrendOptions extends MatchOptions {
  /** Series with fewer figures are left out; 2 if not given. */
  readonly minYears?: number
}

interface Thread {
  readonly claims: (Claim | null)[]
  score: number
}

/**
 * A panel over two or more reports, the earliest first; of several places each has its own lines. A series goes on after
 * a gap, where a year does not tell it.
 */
export function traceIndicators(extractions: readonly Extraction[], options: TrendOptions = {}): Trend {
  const ordered = [...extractions].sort((one, other) => (one.report.year ?? 0) - (other.report.year ?? 0))
  const places = new Map<string | null, Extraction[]>()
  for (const one of ordered) places.set(one.report.region, [...(places.get(one.report.region) ?? []), one])
  const years = places.size === 1 ? ordered.map(({ report }) => report.year) : yearsOf(ordered)
  const series = [...places].flatMap(([region, here]) => {
    const columns = places.size === 1 ? here.map((_, at) => at) : here.map(({ report }) => years.indexOf(report.year))
    return threadsOf(here, options).map((thread) => seriesOf(thread, region, columns, years.length))
  })
  return { schema: 'baoshu-trend/1', reports: ordered.map(({ report }) => report), years, series }
}

function yearsOf(extractions: readonly Extraction[]): (number | null)[] {
  return [...new Set(extractions.map(({ report }) => report.year))]
}

/** The indicators of one place. */
function threadsOf(ordered: readonly Extraction[], options: TrendOptions): Thread[] {
  const threads: Thread[] = []
  for (const [at, extraction] of ordered.entries()) {
    const claims = tracedClaims(extraction, options)
    const latest = new Map(threads.map((thread) => [latestOf(thread), thread]))
    const region = ordered[at - 1]?.report.region ?? null
    const pairs = matchClaims([...latest.keys()], claims, [region, extraction.report.region], options)
    const continued = new Map(pairs.map((pair) => [pair.new, pair]))
    const taken = new Map(pairs.map((pair) => [latest.get(pair.old), pair]))
    for (const thread of threads) {
      const pair = taken.get(thread)
      thread.claims.push(pair?.new ?? null)
      thread.score = Math.min(thread.score, pair?.score ?? 1)
    }
    for (const claim of claims) {
      if (!continued.has(claim)) threads.push({ claims: [...ordered.slice(0, at).map(() => null), claim], score: 1 })
    }
  }
  const least = options.minYears ?? 2
  return threads.filter(({ claims }) => claims.filter((claim) => claim !== null).length >= least)
}

/** What is followed: what is, without the growth that is told with its amount. */
function tracedClaims(extraction: Extraction, { aliases = builtInAliases() }: TrendOptions): Claim[] {
  const changes = new Set([...attachChanges(extraction, aliases).values()].flat())
  return actualClaims(extraction).filter((claim) => !changes.has(claim))
}

function latestOf({ claims }: Thread): Claim {
  return claims.findLast((claim) => claim !== null) as Claim
}

function seriesOf(thread: Thread, region: string | null, columns: readonly number[], width: number): Series {
  const { indicator, concept, sector, unit } = latestOf(thread)
  const claims = Array.from({ length: width }, (_, at) => thread.claims[columns.indexOf(at)] ?? null)
  const values = claims.map((claim) => valueIn(claim, unit))
  return { region, indicator, concept, sector, unit, claims, values, score: thread.score }
}
