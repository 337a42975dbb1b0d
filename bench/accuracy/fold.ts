import { built } from './built.ts'
import type { Lesson } from './choices.ts'
import { fitChoices } from './conditional.ts'
import { fitTable, type Sample, type Table } from './fit.ts'
import type { Passage } from './gold.ts'
import { isWhole, judge, type Verdict } from './score.ts'

const { reportOf } = (await built('read/index.js')) as typeof import('../../src/read/index.ts')
const { draftClaims } = (await built('claims/index.js')) as typeof import('../../src/claims/index.ts')
const { toClaims } = (await built('claims/claim.js')) as typeof import('../../src/claims/claim.ts')
const { traitsOf } = (await built('claims/confidence.js')) as typeof import('../../src/claims/confidence.ts')
const { lexiconOf } = (await built(
  'claims/predicates/index.js',
)) as typeof import('../../src/claims/predicates/index.ts')
const { asKept } = (await built('claims/ranking/weights.js')) as typeof import('../../src/claims/ranking/weights.ts')
const { splitSentences } = (await built('text/sentences.js')) as typeof import('../../src/text/sentences.ts')
const { assignSector, builtInTaxonomy } = (await built(
  'sectors/index.js',
)) as typeof import('../../src/sectors/index.ts')

type Models = import('../../src/claims/models.ts').Models

/** Weights from lessons, rounded as they are kept; short examples teach names and what is no plan. */
export function fitModels(
  texts: readonly { readonly lesson: Lesson; readonly isCorrected: boolean }[],
  examples: readonly Lesson[],
): Models {
  const lessons = texts.map(({ lesson }) => lesson)
  return {
    names: asKept(fitChoices([...lessons, ...examples].flatMap(({ names }) => names))),
    actions: asKept(fitChoices(lessons.flatMap(({ actions }) => actions))),
    plans: asKept(
      fitChoices([
        ...texts.flatMap(({ lesson, isCorrected }) => (isCorrected ? [] : lesson.plans)),
        ...examples.flatMap(({ plans }) => plans),
      ]),
    ),
  }
}

/** How a text came out, and what its claims' confidence can be fitted on. */
export interface Learnt {
  readonly passage: Passage
  readonly verdict: Verdict
  readonly samples: readonly Omit<Sample, 'passage'>[]
}

export function readWith(passage: Passage, models: Models): Learnt {
  const report = reportOf(passage.text)
  const drafts = draftClaims([...splitSentences(report)], lexiconOf({}), models)
  const claims = toClaims([drafts], report, (indicator, { sections, reading }) =>
    assignSector({ section: sections, indicator, sentence: reading, title: report.title }, builtInTaxonomy()),
  )
  const verdict = judge(passage, claims)
  const right = new Map(verdict.found.map((one) => [one.claim.id, isWhole(one)]))
  for (const { id } of verdict.spurious) right.set(id, false)
  const samples = claims.flatMap(({ id }, at) => {
    const [draft, isRight] = [drafts[at], right.get(id)]
    // What may be left out is no sample
    return draft === undefined || isRight === undefined ? [] : [{ traits: traitsOf(draft), right: isRight }]
  })
  return { passage, verdict, samples }
}

const tenth = 10

/** The table of all samples, and the confidence of each by a table made without its text and a tenth of the others. */
export function fitConfidence(samples: readonly Sample[]): { table: Table; guesses: number[] } {
  const tables = Array.from({ length: tenth }, (_, part) =>
    fitTable(samples.filter(({ passage }) => passage % tenth !== part)),
  )
  const guesses = samples.map(({ traits, passage }) => {
    const { base, weights } = tables[passage % tenth] as Table
    const points = traits.reduce((sum, trait) => sum + (weights[trait] ?? 0), base)
    return Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-points))))
  })
  return { table: fitTable(samples), guesses }
}
