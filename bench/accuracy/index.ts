/**
 * How right the claims are on texts that nothing was fitted on; the project's own annotated texts are always among them:
 *
 *   npm run eval -- [gold.json or folder ...]      cross-validated by text, five parts; writes docs/accuracy.md
 *   npm run train -- [gold.json or folder ...]     the same, and fits the weights on all of them
 *   npm run eval -- --unseen gold.json ...         the weights as they stand, on texts that they were not fitted on
 *
 * --corrections FILE takes what a person accepted or corrected as gold too.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { built } from './built.ts'
import { type Lesson, lessonOf, patternExamples } from './choices.ts'
import { fitConfidence, fitModels, type Learnt, readWith } from './fold.ts'
import { type GoldSet, loadGold } from './gold.ts'
import { accuracyPage } from './page.ts'
import { loadReviewed } from './reviewed.ts'
import { tallyOf, type Verdict } from './score.ts'
import { writeConfidence, writeWeights } from './written.ts'

const { builtInModels } = (await built('claims/models.js')) as typeof import('../../src/claims/models.ts')

const { positionals: paths, values: flags } = parseArgs({
  allowPositionals: true,
  options: {
    fit: { type: 'boolean', default: false },
    unseen: { type: 'boolean', default: false },
    corrections: { type: 'string', multiple: true, default: [] },
  },
})
const own = ['fixtures/reports', ...readdirSync('fixtures/annotated').map((name) => `fixtures/annotated/${name}`)]
const parts = 5

if (flags.unseen) {
  for (const path of paths) {
    const { name, passages } = loadGold(path)
    print(
      name,
      passages.map((passage) => readWith(passage, builtInModels()).verdict),
    )
  }
} else {
  const reviewed = await Promise.all(flags.corrections.map((file) => loadReviewed(file, built)))
  const sets = [...[...own, ...paths].map(loadGold), ...reviewed]
  const texts = textsOf(sets)
  const examples = patternExamples().map(lessonOf)
  evaluate(sets, texts, examples)
}

/** A text to learn from and to be asked about; each text once, however many sets hold it. */
interface Text {
  readonly passage: GoldSet['passages'][number]
  readonly lesson: Lesson
  readonly part: number
  /** Corrected sets lean towards the program that was corrected, statuses above all. */
  readonly isCorrected: boolean
}

function textsOf(sets: readonly GoldSet[]): Text[] {
  const known = new Map<string, Text>()
  for (const { name, passages } of sets) {
    for (const passage of passages) {
      if (known.has(passage.text)) continue
      const part = partOf(`${name} ${passage.id}`)
      known.set(passage.text, { passage, lesson: lessonOf(passage), part, isCorrected: name === 'corrected' })
    }
  }
  return [...known.values()]
}

/** The same text falls into the same part whatever else is measured. */
function partOf(id: string): number {
  let hash = 7
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) >>> 0
  return hash % parts
}

function evaluate(sets: readonly GoldSet[], texts: readonly Text[], examples: readonly Lesson[]): void {
  const read = new Map<string, Learnt>()
  for (let part = 0; part < parts; part++) {
    const models = fitModels(
      texts.filter((text) => text.part !== part),
      examples,
    )
    for (const { passage } of texts.filter((text) => text.part === part))
      read.set(passage.text, readWith(passage, models))
  }
  const all = [...read.values()].filter(({ passage }) => !texts.find((text) => text.passage === passage)?.isCorrected)
  const samples = all.flatMap(({ samples }, index) => samples.map((sample) => ({ ...sample, passage: index })))
  const verdictsOf = ({ passages }: GoldSet): Verdict[] => passages.flatMap(({ text }) => read.get(text)?.verdict ?? [])
  for (const set of sets) print(set.name, verdictsOf(set))
  const { table, guesses } = fitConfidence(samples)
  mkdirSync('docs', { recursive: true })
  writeFileSync(
    'docs/accuracy.md',
    accuracyPage({
      sets: sets.map((set) => ({ name: set.name, verdicts: verdictsOf(set) })),
      verdicts: all.map(({ verdict }) => verdict),
      own: new Set(sets.slice(0, own.length).flatMap(({ passages }) => passages.map(({ text }) => text))),
      samples,
      guesses,
    }),
  )
  if (!flags.fit) return
  writeWeights(fitModels(texts, examples))
  writeConfidence(table)
}

function print(name: string, verdicts: readonly Verdict[]): void {
  const { wanted, missed, spurious, span, quantity, whole, right } = tallyOf(verdicts)
  const shares = [...right].map(([field, share]) => `${field} ${(100 * share).toFixed(1)}`).join('  ')
  const scores = [span, quantity, whole].map((score) => (100 * score).toFixed(1)).join(' ')
  console.log(
    `${name}: ${wanted} claims, ${missed} missed, ${spurious} made up; F1 of span, quantity, whole claim ${scores}; ${shares}`,
  )
}
