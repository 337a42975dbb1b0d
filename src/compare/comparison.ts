import type { Claim, Extraction, Qualifier } from '../types.ts'

export type RowStatus = 'changed' | 'unchanged' | 'added' | 'removed'

/** How two claims came together: the same name, the same by a known alias, by likeness, or by a person's word. */
export type MatchKind = 'exact' | 'alias' | 'similar' | 'manual'

/** The growth that the new report states for an indicator, beside the one that the two amounts give. */
export interface Stated {
  readonly claim: Claim
  /** Signed: 下降8.8% is -8.8. */
  readonly value: number
  /** In the unit of the claim; null where the old report lacks the base, or the growth is against something else. */
  readonly computed: number | null
  /** The least and the most that the two amounts allow, given the digits as printed. */
  readonly between: readonly [number, number] | null
  /** The base that the statement implies, where the old report lacks it: 81.05万户，增长11.9% → 724307. */
  readonly implied: number | null
}

/** One indicator in both years: 新登记市场主体 72.46万户 → 81.05万户. */
export interface Row {
  readonly status: RowStatus
  readonly sector: string
  readonly indicator: string
  /** Its normal form, where one is known: 经营主体 of 市场主体总数. */
  readonly concept: string | null
  /** The unit that both values are in: 户. */
  readonly unit: string
  readonly old: Claim | null
  readonly new: Claim | null
  readonly oldValue: number | null
  readonly newValue: number | null
  /** New less old; of percentages in points; null where one side or both is a range that differs. */
  readonly delta: number | null
  readonly deltaUnit: string
  /** How sure `delta` is: exact, or a bound where one side is one (1100余家 → 1500余家: about). */
  readonly deltaQualifier: Qualifier | null
  /** `delta` in percent of the old value; null for percentages and for a base of nothing. */
  readonly percent: number | null
  readonly match: MatchKind | null
  /** 0..1; null where there is no match. */
  readonly score: number | null
  readonly stated: Stated | null
  /** Whether the stated growth fits the two amounts; null where nothing is stated or nothing can be said. */
  readonly consistent: boolean | null
}

/** A goal of the old report and what became of it: 制造业质量竞争力指数84.5以上 → 84.55, met. */
export interface TargetRow {
  readonly indicator: string
  readonly sector: string
  readonly target: Claim
  readonly new: Claim | null
  readonly score: number | null
  /** Null where the new report says nothing, or the digits leave it open. */
  readonly met: boolean | null
}

export type ReportFacts = Extraction['report']

export interface Summary {
  readonly changed: number
  readonly unchanged: number
  readonly added: number
  readonly removed: number
  readonly consistent: number
  readonly inconsistent: number
}

/** Two years side by side. */
export interface Comparison {
  readonly schema: 'baoshu-diff/1'
  readonly old: ReportFacts
  readonly new: ReportFacts
  readonly rows: readonly Row[]
  /** Only where they were asked for. */
  readonly targets?: readonly TargetRow[]
  readonly summary: Summary
}
