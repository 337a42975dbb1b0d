import type { Trace } from './claims/build.ts'
import { toClaims } from './claims/claim.ts'
import type { Draft } from './claims/draft.ts'
import { type ExplainedSentence, explainSentence, keepingTrace } from './claims/explain.ts'
import { draftClaims } from './claims/index.ts'
import { builtInModels } from './claims/models.ts'
import { type Lexicon, lexiconOf, type OwnWords } from './claims/predicates/index.ts'
import { conceptOf } from './concepts/index.ts'
import { assignSector, builtInTaxonomy } from './sectors/index.ts'
import { splitSentences } from './text/sentences.ts'
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
  const { trace, at } = keepingTrace()
  const claims = new Map(claimsOf(sentences, report, options, trace).map((claim) => [claim.source.start, claim]))
  const { units } = lexiconOf(options)
  return sentences.map((sentence) => explainSentence(sentence, report, units, at, (start) => claims.get(start)))
}

function claimsOf(
  sentences: Iterable<Sentence>,
  report: Report,
  options: ExtractOptions,
  trace?: Trace,
): readonly Claim[] {
  const taxonomy = options.taxonomy ?? builtInTaxonomy()
  const claims = toClaims(
    draftedParts(sentences, lexiconOf(options), trace),
    report,
    (indicator, { sections, reading }) =>
      assignSector({ section: sections, indicator, sentence: reading, title: report.title }, taxonomy),
    options.simplify === true ? (text) => text : undefined,
  )
  return claims.map((claim) => ({ ...claim, concept: conceptOf(claim.indicator) }))
}

/** So many sentences are drafted at once, as many as two long reports have: of a book nothing is kept but its claims. */
const atOnce = 1000

/** Whole paragraphs each time, and lists of paragraphs as far as can be: what is said of one may hold for the next. */
function* draftedParts(
  sentences: Iterable<Sentence>,
  lexicon: Lexicon,
  trace: Trace | undefined,
): Generator<readonly Draft[]> {
  let part: Sentence[] = []
  const models = builtInModels()
  const drafted = () => draftClaims(part, lexicon, models, trace)
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
