import { spanInReport } from '../text/sentences.ts'
import type { Claim, Report, Sentence } from '../types.ts'
import { confidenceOf } from './confidence.ts'
import type { Draft } from './draft.ts'
import { whenWhere } from './when-where.ts'

/** The sector of what is measured in a sentence. */
export type SectorOf = (indicator: string, sentence: Sentence) => Pick<Claim, 'sector' | 'sectorBy'>

/** Drafts as claims with their places, sectors and numbers: c01, c02 … */
export function toClaims(drafts: readonly Draft[], report: Report, sectorOf: SectorOf): Claim[] {
  const digits = Math.max(2, String(drafts.length).length)
  const idOf = (index: number): string => `c${String(index + 1).padStart(digits, '0')}`
  const ids = new Map<Draft, string>()
  // A map of all drafts would cost more than all else here
  const referred = new Set(drafts.flatMap(({ of }) => (of === null || typeof of === 'string' ? [] : [of])))
  for (const [index, draft] of drafts.entries()) if (referred.has(draft)) ids.set(draft, idOf(index))
  const placed = whenWhere(report)
  return drafts.map((draft, index) => {
    const { sentence, quantity } = draft.slot
    const span = spanInReport(sentence, quantity.start, quantity.end)
    const { sector, sectorBy } = sectorOf(draft.indicator, sentence)
    const { period, region } = placed(draft)
    return {
      id: idOf(index),
      raw: report.text.slice(span.start, span.end),
      value: quantity.value,
      high: quantity.high,
      unit: quantity.unit,
      qualifier: quantity.qualifier,
      indicator: draft.indicator,
      action: draft.action,
      kind: draft.kind,
      status: draft.status,
      sector,
      sectorBy,
      period,
      region,
      of: typeof draft.of === 'string' ? draft.of : draft.of === null ? null : (ids.get(draft.of) ?? null),
      basis: draft.basis,
      direction: draft.direction,
      confidence: confidenceOf(draft),
      extractor: draft.extractor,
      source: {
        start: span.start,
        end: span.end,
        line: sentence.line,
        section: sentence.sections.at(-1) ?? null,
        sentence: report.text.slice(sentence.start, sentence.end),
      },
    }
  })
}
