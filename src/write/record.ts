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
    qualifier: claim.qualifier,
    indicator: claim.indicator,
    action: claim.action,
    kind: claim.kind,
    status: claim.status,
    sector: claim.sector,
    sectorBy: claim.sectorBy,
    period: period === null ? null : { text: period.text, from: period.from, to: period.to },
    region: claim.region,
    of: claim.of,
    basis: claim.basis,
    direction: claim.direction,
    confidence: claim.confidence,
    extractor: claim.extractor,
    source: toSourceRecord(source),
  }
}

function toSourceRecord({ start, end, line, section, sentence, table }: Claim['source']): Claim['source'] {
  const place = { start, end, line, section, sentence }
  return table === undefined
    ? place
    : { ...place, table: { number: table.number, row: table.row, column: table.column } }
}
