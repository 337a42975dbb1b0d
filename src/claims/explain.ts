import { findQuantities } from '../quantities/index.ts'
import { spanInReport } from '../text/sentences.ts'
import { findNoise } from '../tokens/noise.ts'
import type { Units } from '../tokens/units.ts'
import type { Claim, Quantity, Report, Sentence } from '../types.ts'
import type { Trace } from './build.ts'
import type { Possible } from './naming/choose.ts'
import type { Trial } from './predicates/match.ts'

/** What happened to a quantity on its way to a claim. */
export interface ExplainedQuantity {
  readonly quantity: Quantity
  /** The patterns in order, up to the one that took it; none where the number only describes what is behind it. */
  readonly tried: readonly Trial[]
  /** The names that it may have, the likeliest first, and what decided. */
  readonly names: readonly Possible[]
  readonly claim: Claim | null
}

/** What was seen in a sentence. */
export interface ExplainedSentence {
  readonly text: string
  /** What hides numerals: 2020年, a date. */
  readonly noise: readonly { readonly text: string; readonly reason: string }[]
  readonly quantities: readonly ExplainedQuantity[]
}

type Traced = Parameters<Trace>[0]

/** Keeps what is told while a report is read, by the place of each figure. */
export function keepingTrace(): { readonly trace: Trace; readonly at: (start: number) => Traced | undefined } {
  const kept = new Map<number, Traced>()
  return {
    trace: (traced) => {
      for (const { sentence, quantity } of traced.run.slots)
        kept.set(spanInReport(sentence, quantity.start, quantity.end).start, traced)
    },
    at: (start) => kept.get(start),
  }
}

/** How a sentence was read, from its trace and the claims that were made. */
export function explainSentence(
  sentence: Sentence,
  report: Report,
  units: Units,
  traceAt: (start: number) => Traced | undefined,
  claimAt: (start: number) => Claim | undefined,
): ExplainedSentence {
  const { reading, cell } = sentence
  return {
    text: report.text.slice(sentence.start, sentence.end),
    noise: findNoise(reading, units).map(({ start, end, reason }) => ({ text: reading.slice(start, end), reason })),
    quantities: findQuantities(reading, units).map((quantity) => {
      const { start } = spanInReport(sentence, quantity.start, quantity.end)
      const claim = claimAt(start) ?? null
      const { trials = [], names = [] } = traceAt(start) ?? {}
      if (cell === null || claim === null) return { quantity, tried: trials, names, claim }
      const why = `“${cell.rowHeader}”, “${cell.columnHeader}”`
      return { quantity, tried: [{ rule: claim.extractor, took: true, why }], names, claim }
    }),
  }
}
