export { type Audit, auditReport, type Identity } from './audit/index.ts'
export type { ExplainedQuantity, ExplainedSentence } from './claims/explain.ts'
export type { Example, PatternSource } from './claims/predicates/pattern-rule.ts'
export {
  type Comparison,
  compareByRegion,
  compareRegions,
  compareReports,
  type DiffOptions,
  loadExtraction,
  loadExtractions,
  matchClaims,
  type Pair,
  type RegionalComparison,
  type RegionTable,
  type Row,
  selectRows,
  type Trend,
  traceIndicators,
} from './compare/index.ts'
export { BaoshuError, describeError, type ErrorCode } from './errors.ts'
export { type ExtractOptions, explain, extract } from './extract.ts'
export { type LineSink, type StreamOptions, type StreamSummary, streamClaims } from './many/stream.ts'
export { type ReportOptions, readBytes, readReport, reportOf } from './read/index.ts'
export { assignSector, builtInTaxonomy, loadTaxonomy, readTaxonomy } from './sectors/index.ts'
export type { OwnUnit } from './tokens/units.ts'
export type * from './types.ts'
export { type OutputFormat, schemaText, toJson, toYaml, type Writer, writers } from './write/index.ts'
