import { spanInReport } from '../text/sentences.ts'
import { currencyOf } from '../tokens/currencies.ts'
import type { Claim, Report, Sentence } from '../types.ts'
import { confidenceOf } from './confidence.ts'
import type { Draft } from './draft.ts'
import type { Slot } from './mentions/slots.ts'
import { type WhenWhere, whenWhere } from './when-where.ts'

/** The sector of what is measured in a sentence. */
export type SectorOf = (indicator: string, sentence: Sentence) => Pick<Claim, 'sector' | 'sectorBy'>

/** A claim that is still without its number, which is not known before the last. */
type Unnumbered = { -readonly [Key in keyof Claim]: Claim[Key] }

/** The drafts of a report, part by part, as claims with their places, sectors and numbers: c01, c02 … */
export function toClaims(parts: Iterable<readonly Draft[]>, report: Report, sectorOf: SectorOf): Claim[] {
  const claims: Unnumbered[] = []
  const parents: { readonly claim: Unnumbered; readonly of: Unnumbered }[] = []
  const placed = whenWhere(report)
  for (const drafts of parts) {
    // A status makes a draft anew, its slot stays. A map of all would cost more than all else here
    const referred = new Set<Slot>()
    for (const { of } of drafts) if (of !== null && typeof of !== 'string') referred.add(of.slot)
    const claimOf = new Map<Slot, Unnumbered>()
    for (const draft of drafts) {
      const claim = claimFrom(draft, report, sectorOf, placed(draft))
      claims.push(claim)
      if (referred.has(draft.slot)) claimOf.set(draft.slot, claim)
      const of = draft.of === null || typeof draft.of === 'string' ? undefined : claimOf.get(draft.of.slot)
      if (of !== undefined) parents.push({ claim, of })
    }
  }
  const digits = Math.max(2, String(claims.length).length)
  for (const [index, claim] of claims.entries()) claim.id = `c${String(index + 1).padStart(digits, '0')}`
  for (const { claim, of } of parents) claim.of = of.id
  return claims
}

function claimFrom(draft: Draft, report: Report, sectorOf: SectorOf, { period, region }: WhenWhere): Unnumbered {
  const { sentence, quantity } = draft.slot
  const span = spanInReport(sentence, quantity.start, quantity.end)
  const { sector, sectorBy } = sectorOf(draft.indicator, sentence)
  return {
    id: '',
    raw: report.text.slice(span.start, span.end),
    value: quantity.value,
    high: quantity.high,
    unit: quantity.unit,
    currency: currencyOf(quantity.unit),
    qualifier: quantity.qualifier,
    indicator: draft.indicator,
    concept: null,
    action: draft.action,
    kind: draft.kind,
    status: draft.status,
    sector,
    sectorBy,
    period,
    region,
    of: null,
    whole: typeof draft.of === 'string' ? draft.of : null,
    reference: draft.reference,
    basis: draft.basis,
    direction: draft.direction,
    confidence: confidenceOf(draft),
    extractor: draft.extractor,
    indicatorSpans: [],
    actionSpan: null,
    source: {
      start: span.start,
      end: span.end,
      line: sentence.line,
      section: sentence.sections.at(-1) ?? null,
      sentence: report.text.slice(sentence.start, sentence.end),
      sentenceStart: sentence.start,
      read: 'text',
      ...(sentence.cell === null
        ? {}
        : { table: { number: sentence.cell.table, row: sentence.cell.row, column: sentence.cell.column } }),
    },
  }
}
