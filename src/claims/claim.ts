import { spanInReport } from '../text/sentences.ts'
import { currencyOf } from '../tokens/currencies.ts'
import type { Claim, Report, Sentence } from '../types.ts'
import { confidenceOf } from './confidence.ts'
import type { Draft } from './draft.ts'
import type { Slot } from './mentions/slots.ts'
import type { Piece } from './naming/name.ts'
import { type WhenWhere, whenWhere } from './when-where.ts'
import { asWritten, placeOf } from './written.ts'

/** The sector of what is measured in a sentence. */
export type SectorOf = (indicator: string, sentence: Sentence) => Pick<Claim, 'sector' | 'sectorBy'>

/** How words are written out, from where they were read. */
export type Write = (text: string, pieces: readonly Piece[], report: Report) => string

/** A claim that is still without its number, which is not known before the last. */
type Unnumbered = { -readonly [Key in keyof Claim]: Claim[Key] }

/** The drafts of a report, part by part, as claims with their places, sectors and numbers: c01, c02 … */
export function toClaims(
  parts: Iterable<readonly Draft[]>,
  report: Report,
  sectorOf: SectorOf,
  write: Write = asWritten,
): Claim[] {
  const claims: Unnumbered[] = []
  const parents: { readonly claim: Unnumbered; readonly of: Unnumbered }[] = []
  const placed = whenWhere(report)
  for (const drafts of parts) {
    // A status makes a draft anew, its slot stays. A map of all would cost more than all else here
    const referred = new Set<Slot>()
    for (const { of } of drafts) if (of !== null) referred.add(of.slot)
    const claimOf = new Map<Slot, Unnumbered>()
    for (const draft of drafts) {
      const claim = claimFrom(draft, report, sectorOf(draft.name.text, draft.slot.sentence), placed(draft), write)
      claims.push(claim)
      if (referred.has(draft.slot)) claimOf.set(draft.slot, claim)
      const of = draft.of === null ? undefined : claimOf.get(draft.of.slot)
      if (of !== undefined) parents.push({ claim, of })
    }
  }
  const digits = Math.max(2, String(claims.length).length)
  for (const [index, claim] of claims.entries()) claim.id = `c${String(index + 1).padStart(digits, '0')}`
  for (const { claim, of } of parents) claim.of = of.id
  return claims
}

function claimFrom(
  draft: Draft,
  report: Report,
  { sector, sectorBy }: ReturnType<SectorOf>,
  { period, region }: WhenWhere,
  write: Write,
): Unnumbered {
  const { name, action, slot } = draft
  const { sentence, quantity } = slot
  const said = (words: string | null) => (words === null ? null : write(words, piecesOf(slot, words), report))
  const span = spanInReport(sentence, quantity.start, quantity.end)
  return {
    id: '',
    raw: report.text.slice(span.start, span.end),
    value: quantity.value,
    high: quantity.high,
    unit: quantity.unit,
    currency: currencyOf(quantity.unit),
    qualifier: quantity.qualifier,
    indicator: write(name.text, name.pieces, report),
    concept: null,
    action: write(action.text, action.piece === null ? [] : [action.piece], report),
    kind: draft.kind,
    status: draft.status,
    sector,
    sectorBy,
    period,
    region,
    of: null,
    whole: said(draft.whole),
    reference: said(draft.reference),
    basis: draft.basis,
    direction: draft.direction,
    confidence: confidenceOf(draft),
    extractor: draft.extractor,
    indicatorSpans: name.pieces.map(placeOf),
    actionSpan: action.piece === null ? null : placeOf(action.piece),
    source: {
      start: span.start,
      end: span.end,
      line: sentence.line,
      section: sentence.section,
      sentence: report.text.slice(sentence.start, sentence.end),
      sentenceStart: sentence.start,
      read: 'text',
      ...(sentence.cell === null
        ? {}
        : { table: { number: sentence.cell.table, row: sentence.cell.row, column: sentence.cell.column } }),
    },
  }
}

/** Where the whole of a share or the reference of a gap stands: before the figure, in its clause. */
function piecesOf({ sentence, left, leftStart }: Slot, words: string): Piece[] {
  const at = left.lastIndexOf(words)
  return at < 0 ? [] : [{ sentence, start: leftStart + at, end: leftStart + at + words.length }]
}
