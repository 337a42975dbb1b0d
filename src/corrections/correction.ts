import type { Claim } from '../types.ts'

/** What a person says of a claim: right as it is, right once these fields are put right, or no claim at all. */
export type Verdict = 'accepted' | 'corrected' | 'rejected'

/** The fields of a claim that a person may put right. */
export type Change = Partial<Pick<Claim, (typeof changeable)[number]>>

/** A person's word on one figure, found again by its place and its text: “503 个” at 883 is 三品一标, not 绿色食品. */
export interface Correction {
  readonly verdict: Verdict
  /** The figure as written. */
  readonly raw: string
  /** Where it begins in the report's text; null where a person wrote no place. */
  readonly start: number | null
  readonly line: number | null
  /** The sentence it stood in, by which it is found again when the report was changed before it. */
  readonly sentence: string | null
  /** The fields with their right values; of `accepted` as they were accepted, so that they stay so. */
  readonly set: Change
  readonly note: string | null
}

/** The corrections of one report; its hash or its name says which. */
export interface ReportCorrections {
  readonly file: string | null
  readonly sha256: string | null
  readonly corrections: readonly Correction[]
}

/** A correction that could not be applied, and why: the figure is gone, it stands several times, it is no claim. */
export interface Misfit {
  readonly correction: Correction
  readonly why: 'gone' | 'several' | 'no-claim'
}

export const correctionsSchema = 'baoshu-corrections/1'

export const changeable = [
  'indicator',
  'action',
  'value',
  'high',
  'unit',
  'qualifier',
  'kind',
  'direction',
  'basis',
  'status',
  'sector',
  'period',
  'region',
  'of',
  'whole',
  'reference',
  'concept',
  'currency',
] as const
