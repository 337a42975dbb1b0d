/**
 * How right the claims are, against annotated reports; the fixtures are always among them:
 *
 *   npm run eval -- [gold.json or folder ...] [--corrections file] [--fit]
 *
 * Prints the tables and writes docs/accuracy.md; with --fit also the table of confidences that they give.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { fitTable, type Sample, type Table } from './fit.ts'
import { type GoldSet, loadGold, type Passage } from './gold.ts'
import { accuracyPage } from './page.ts'
import { loadReviewed } from './reviewed.ts'
import { isWhole, judge, type Verdict } from './score.ts'

/** What is measured is what was built, beside its dictionary. */
const built = (file: string): Promise<unknown> => import(pathToFileURL(resolve('dist', file)).href)
const { extract } = (await built('extract.js')) as typeof import('../../src/extract.ts')
const { reportOf } = (await built('read/index.js')) as typeof import('../../src/read/index.ts')
const { draftClaims, lexiconOf } = (await built('claims/index.js')) as typeof import('../../src/claims/index.ts')
const { settleStatus } = (await built('claims/status.js')) as typeof import('../../src/claims/modality/status.ts')
const { splitSentences } = (await built('text/sentences.js')) as typeof import('../../src/text/sentences.ts')
const { traitsOf } = (await built('claims/confidence.js')) as typeof import('../../src/claims/confidence.ts')

const own = loadGold('fixtures/reports')
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { fit: { type: 'boolean' }, corrections: { type: 'string', multiple: true } },
})
const reviewed = await Promise.all((values.corrections ?? []).map((file) => loadReviewed(file, built)))
const sets = [own, ...positionals.map(loadGold), ...reviewed]
const judged = new Map<string, Verdict>()
for (const { text, verdict } of sets.flatMap(({ passages }) => passages).map(verdictOf)) {
  if (!judged.has(text)) judged.set(text, verdict)
}
const verdicts = [...judged.values()]
const samples = verdicts.flatMap(samplesOf)
const page = accuracyPage({
  sets: sets.map(({ name, passages }: GoldSet) => ({
    name,
    verdicts: passages.flatMap(({ text }) => judged.get(text) ?? []),
  })),
  verdicts,
  own: new Set(own.passages.map(({ text }) => text)),
  samples,
  guesses: guessesOf(samples),
})
if (values.fit === true) writeTable(fitTable(samples))
mkdirSync('docs', { recursive: true })
writeFileSync('docs/accuracy.md', page)
process.stdout.write(page)

function verdictOf(passage: Passage): { text: string; verdict: Verdict } {
  return { text: passage.text, verdict: judge(passage, extract(reportOf(passage.text)).claims) }
}

/** The claims that count for or against; what may be left out is no sample. */
function samplesOf({ passage, found, spurious }: Verdict, index: number): Sample[] {
  const report = reportOf(passage.text)
  const sentences = [...splitSentences(report)]
  const drafts = settleStatus(draftClaims(sentences, lexiconOf({})), sentences)
  const whole = new Map(found.map((one) => [one.claim.id, isWhole(one)]))
  for (const { id } of spurious) whole.set(id, false)
  return extract(report).claims.flatMap(({ id }, at) => {
    const [draft, right] = [drafts[at], whole.get(id)]
    return draft === undefined || right === undefined ? [] : [{ traits: traitsOf(draft), right, passage: index }]
  })
}

/** The confidence of every sample by a table made without its passage and a tenth of the others. */
function guessesOf(all: readonly Sample[]): number[] {
  const folds = 10
  const tables = Array.from({ length: folds }, (_, fold) =>
    fitTable(all.filter(({ passage }) => passage % folds !== fold)),
  )
  return all.map(({ traits, passage }) => {
    const { base, weights } = tables[passage % folds] as Table
    const points = traits.reduce((sum, trait) => sum + (weights[trait] ?? 0), base)
    return Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-points))))
  })
}

function writeTable({ base, weights }: Table): void {
  const lines = Object.entries(weights)
    .filter(([, weight]) => weight !== 0)
    .map(([trait, weight]) => `  ${/\W/.test(trait) ? `'${trait}'` : trait}: ${weight},`)
  writeFileSync(
    'src/claims/confidence-table.ts',
    `/** Written by \`npm run eval -- --fit\`: the points of a claim, and how many each trait adds or takes. */
export const base = ${base}

export const weights: Readonly<Record<string, number>> = {
${lines.join('\n')}
}
`,
  )
}
