import type { Claim, Extraction } from '../types.ts'

/**
 * The one shape that every writer writes: the fields of each part in the order that readers know, null where a field
 * does not apply. 新认证“三品一标”503个 → { id: 'c07', raw: '503个', value: 503, unit: '个', … }
 */
export function toRecord(extraction: Extraction): Extraction {
  const { file, title, source, region, year, characters, sha256 } = extraction.report
  return {
    schema: extraction.schema,
    report: { file, title, source, region, year, characters, sha256 },
    claims: extraction.claims.map(toClaimRecord),
  }
}

/** One claim in that shape, as a stream writes it. */
export function toClaimRecord(claim: Claim): Claim {
  const { period, source } = claim
  return {
    id: claim.id,
    raw: claim.raw,
    value: claim.value,
    high: claim.high,
    unit: claim.unit,
    currency: claim.currency,
    qualifier: claim.qualifier,
    indicator: claim.indicator,
    concept: claim.concept,
    action: claim.action,
    kind: claim.kind,
    status: claim.status,
    sector: claim.sector,
    sectorBy: claim.sectorBy,
    period: period === null ? null : { text: period.text, from: period.from, to: period.to },
    region: claim.region,
    of: claim.of,
    whole: claim.whole,
    reference: claim.reference,
    basis: claim.basis,
    direction: claim.direction,
    confidence: claim.confidence,
    extractor: claim.extractor,
    indicatorSpans: claim.indicatorSpans,
    actionSpan: claim.actionSpan,
    source: toSourceRecord(source),
  }
}

function toSourceRecord(source: Claim['source']): Claim['source'] {
  const { start, end, line, section, sentence, sentenceStart, page, read, table } = source
  return {
    ...{ start, end, line, section, sentence, sentenceStart },
    ...(page === undefined ? {} : { page }),
    read,
    ...(table === undefined ? {} : { table: { number: table.number, row: table.row, column: table.column } }),
  }
}
