import { asWritten } from './claims/as-written.ts'
import { toClaims } from './claims/claim.ts'
import type { Draft } from './claims/draft.ts'
import { type ExplainedSentence, explainSentence } from './claims/explain.ts'
import type { Lexicon } from './claims/frames.ts'
import { draftClaims, lexiconOf, type OwnWords } from './claims/index.ts'
import { settleStatus } from './claims/modality/status.ts'
import { conceptOf } from './concepts/index.ts'
import { assignSector, builtInTaxonomy } from './sectors/index.ts'
import { spanInReport, splitSentences } from './text/sentences.ts'
import type { Claim, Extraction, Report, Sentence, Taxonomy } from './types.ts'

export interface ExtractOptions extends OwnWords {
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
  const least = options.minConfidence ?? 0
  return {
    schema: 'baoshu/2',
    report: { file, title, source, region, year, characters: text.length, sha256 },
    claims: claimsOf(splitSentences(report), report, options).filter(({ confidence }) => confidence >= least),
  }
}

/** How each sentence is read: its quantities, the words around them, which pattern took or refused each, and why. */
export function explain(report: Report, options: ExtractOptions = {}): ExplainedSentence[] {
  const sentences = [...splitSentences(report)]
  const lexicon = lexiconOf(options)
  const claims = new Map(claimsOf(sentences, report, options).map((claim) => [claim.source.start, claim]))
  return sentences.map((sentence) => ({
    text: report.text.slice(sentence.start, sentence.end),
    ...explainSentence(sentence, lexicon, (at) => claims.get(spanInReport(sentence, at, at + 1).start) ?? null),
  }))
}

function claimsOf(sentences: Iterable<Sentence>, report: Report, options: ExtractOptions): readonly Claim[] {
  const taxonomy = options.taxonomy ?? builtInTaxonomy()
  const read = toClaims(draftedParts(sentences, lexiconOf(options)), report, (indicator, { sections, reading }) =>
    assignSector({ section: sections, indicator, sentence: reading, title: report.title }, taxonomy),
  )
  const claims = read.map((claim): Claim => ({ ...claim, concept: conceptOf(claim.indicator) }))
  return options.simplify === true ? claims : asWritten(claims, report)
}

/** So many sentences are drafted at once, as many as two long reports have: of a book nothing is kept but its claims. */
const atOnce = 1000

/** Whole paragraphs each time, and lists of paragraphs as far as can be: what is said of one may hold for the next. */
function* draftedParts(sentences: Iterable<Sentence>, lexicon: Lexicon): Generator<readonly Draft[]> {
  let part: Sentence[] = []
  const drafted = () => settleStatus(draftClaims(part, lexicon), part)
  for (const sentence of sentences) {
    const last = part.at(-1)
    const goesOn = sentence.reading.startsWith('——') || '；：'.includes(last?.reading.at(-1) ?? '。')
    if (part.length >= (goesOn ? 2 * atOnce : atOnce) && sentence.paragraph !== last?.paragraph) {
      yield drafted()
      part = []
    }
    part.push(sentence)
  }
  yield drafted()
}
