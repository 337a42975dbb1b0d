import { asWritten } from './claims/as-written.ts'
import { toClaims } from './claims/claim.ts'
import { draftClaims } from './claims/index.ts'
import { settleStatus } from './claims/status.ts'
import { assignSector, builtInTaxonomy } from './sectors/index.ts'
import { splitSentences } from './text/sentences.ts'
import type { Extraction, Report, Taxonomy } from './types.ts'

export interface ExtractOptions {
  /** Replaces the built-in sectors. */
  readonly taxonomy?: Taxonomy
  /** Stand in for what the text does not say. */
  readonly year?: number
  readonly region?: string
  readonly title?: string
  /** Indicators and other words of a Traditional report in Simplified characters: 質量強市 → 质量强市; raw and sentence stay as they stand. */
  readonly simplify?: boolean
  /** Claims below it are left out; 0..1. */
  readonly minConfidence?: number
}

/** Every figure of a report as a structured claim: 新认证“三品一标”503个 → 三品一标, 新认证, 503, 个. */
export function extract(report: Report, options: ExtractOptions = {}): Extraction {
  const { file, title, source, region, year, text, sha256 } = report
  const sentences = splitSentences(report)
  const drafts = settleStatus(draftClaims(sentences), sentences)
  const taxonomy = options.taxonomy ?? builtInTaxonomy()
  const read = toClaims(drafts, report, (indicator, { sections, reading }) =>
    assignSector({ section: sections, indicator, sentence: reading, title }, taxonomy),
  )
  const claims = options.simplify === true ? read : asWritten(read, report)
  const least = options.minConfidence ?? 0
  return {
    schema: 'baoshu/1',
    report: { file, title, source, region, year, characters: text.length, sha256 },
    claims: claims.filter(({ confidence }) => confidence >= least),
  }
}
