import type { Claim } from '../types.ts'
import type { ReportFacts } from './comparison.ts'

/** What was held against what: a part against its whole, parts against their sum, a share against two amounts … */
export type Check = 'part' | 'parts' | 'share' | 'from-to' | 'changes' | 'total' | 'repeat' | 'growth'

/** Figures of a report that cannot all be right: 从61家增加到82家，增长50%. */
export interface Finding {
  readonly check: Check
  readonly indicator: string
  /** The figures as they stand, the one that was checked last. */
  readonly claims: readonly Claim[]
  /** The figure of the report before, where one was given. */
  readonly previous: Claim | null
  /** (82 - 61) / 61 = 34.43% */
  readonly sum: string
  readonly expected: number | null
  readonly stated: number
  readonly unit: string
}

/** What one check looked at, and what it found wrong. */
export interface Checked {
  readonly count: number
  readonly findings: readonly Finding[]
}

/** The arithmetic of one report. */
export interface Audit {
  readonly schema: 'baoshu-audit/1'
  readonly report: ReportFacts
  readonly previous: ReportFacts | null
  readonly findings: readonly Finding[]
  /** How many sums of each kind were done. */
  readonly checked: Readonly<Record<Check, number>>
}
