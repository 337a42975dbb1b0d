import type { Comparison, Row, RowStatus } from './comparison.ts'
import { summarize } from './diff.ts'

export type RowOrder = 'report' | 'change' | 'sector' | 'indicator' | 'score'

/** Which rows are wanted, and in what order. */
export interface Selection {
  /** Smaller changes are left out: in percent, of percentages in points. */
  readonly threshold?: number
  readonly sectors?: readonly string[]
  /** `inconsistent` are the rows whose stated growth does not fit. */
  readonly only?: readonly (RowStatus | 'inconsistent')[]
  readonly sort?: RowOrder
}

/** A comparison with the rows that are wanted alone: --threshold 5 --sector agriculture --only changed */
export function selectRows(comparison: Comparison, selection: Selection): Comparison {
  const rows = comparison.rows.filter((row) => isWanted(row, selection))
  const sorted = selection.sort === undefined || selection.sort === 'report' ? rows : rows.sort(orders[selection.sort])
  return { ...comparison, rows: sorted, summary: summarize(sorted) }
}

function isWanted(row: Row, { threshold, sectors, only }: Selection): boolean {
  if (sectors !== undefined && !sectors.includes(row.sector)) return false
  const isOdd = row.consistent === false
  if (only !== undefined && !only.includes(row.status) && !(isOdd && only.includes('inconsistent'))) return false
  return threshold === undefined || row.status !== 'changed' || isOdd || sizeOf(row) >= threshold
}

/** Of a change in percent; what cannot be measured counts as great. */
function sizeOf({ percent, delta }: Row): number {
  return Math.abs(percent ?? delta ?? Infinity)
}

const orders: Readonly<Record<Exclude<RowOrder, 'report'>, (one: Row, other: Row) => number>> = {
  change: (one, other) => changeOf(other) - changeOf(one),
  sector: (one, other) => compareText(one.sector, other.sector),
  indicator: (one, other) => one.indicator.localeCompare(other.indicator, 'zh'),
  score: (one, other) => (one.score ?? 2) - (other.score ?? 2),
}

function changeOf(row: Row): number {
  return row.status === 'changed' ? Math.min(sizeOf(row), Number.MAX_VALUE) : -1
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
