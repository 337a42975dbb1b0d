import type { Claim } from '../types.ts'
import { toClaimRecord } from '../write/index.ts'
import type { RegionalComparison } from './by-region.ts'
import type { Comparison, Row, TargetRow } from './comparison.ts'
import type { Trend } from './trend.ts'

/** A comparison in the one shape that is written, its claims as an extraction has them. */
export function toComparisonRecord(comparison: Comparison): object {
  const { schema, old, new: news, rows, targets, summary } = comparison
  return {
    schema,
    old,
    new: news,
    rows: rows.map(toRowRecord),
    ...(targets === undefined ? {} : { targets: targets.map(toTargetRecord) }),
    summary,
  }
}

/** The same for many regions. */
export function toRegionalRecord({ schema, comparisons, alone, summary }: RegionalComparison): object {
  return { schema, comparisons: comparisons.map(toComparisonRecord), alone, summary }
}

/** A panel. */
export function toTrendRecord({ schema, reports, years, series }: Trend): object {
  return { schema, reports, years, series: series.map((one) => ({ ...one, claims: one.claims.map(claimOrNull) })) }
}

function toRowRecord(row: Row): object {
  const stated = row.stated === null ? null : { ...row.stated, claim: toClaimRecord(row.stated.claim) }
  return { ...row, old: claimOrNull(row.old), new: claimOrNull(row.new), stated }
}

function toTargetRecord(row: TargetRow): object {
  return { ...row, target: toClaimRecord(row.target), new: claimOrNull(row.new) }
}

/** A claim in the shape that is written. */
export function claimOrNull(claim: Claim | null): Claim | null {
  return claim === null ? null : toClaimRecord(claim)
}
