import type { ExplainedSentence } from '../claims/explain.ts'
import { type Correction, correctionsFor, type Misfit, type ReportCorrections, settle } from '../corrections/index.ts'
import { type ExtractOptions, explain, extract } from '../extract.ts'
import type { Extraction, Report } from '../types.ts'

/** A report to look at: its text, its claims, how they were made, and what a person has said of them already. */
export interface Viewed {
  readonly text: string
  /** As the machine made it. */
  readonly extraction: Extraction
  readonly explained: readonly ExplainedSentence[]
  readonly corrections: readonly Correction[]
  /** Corrections that no longer fit. */
  readonly misfits: readonly Misfit[]
}

/** Reads a report for a page; what a person has said of a claim keeps it, sure or not. */
export function viewedOf(report: Report, options: ExtractOptions = {}, all: readonly ReportCorrections[] = []): Viewed {
  const extraction = extract(report, { ...options, minConfidence: 0 })
  const { settled, misfits } = settle(extraction.claims, correctionsFor(all, report))
  const least = options.minConfidence ?? 0
  const claims = extraction.claims.filter((claim) => claim.confidence >= least || settled.has(claim))
  return {
    text: report.text,
    extraction: { ...extraction, claims },
    explained: explain(report, options),
    corrections: [...settled.values()],
    misfits,
  }
}
