import type { Sample } from './fit.ts'
import { type Field, type Found, isWhole, type Tally, tallyOf, type Verdict } from './score.ts'

/** What the page tells of. */
export interface Measured {
  readonly sets: readonly { readonly name: string; readonly verdicts: readonly Verdict[] }[]
  /** Of all sets, each text once. */
  readonly verdicts: readonly Verdict[]
  /** The texts that may be quoted. */
  readonly own: ReadonlySet<string>
  readonly samples: readonly Sample[]
  /** The confidence of each sample by a table that was made without it. */
  readonly guesses: readonly number[]
}

/** docs/accuracy.md */
export function accuracyPage({ sets, verdicts, own, samples, guesses }: Measured): string {
  const all = { name: '**all**, each text once', verdicts }
  return `# How right the claims are

Written by \`npm run eval\`; never by hand. Annotated texts are read and the claims compared with what their readers
found, each text with weights that were fitted without it (five parts, by text). \`fixtures/reports\` and
\`fixtures/annotated\` belong to the project; of other sets only the figures stand here. The patterns were made with some of
these texts in view: expect less of a style that is in none of them.

## By set

A claim is found where its number is. *Quantity* asks for value and unit as well, *whole claim* also for indicator, kind,
direction, status and qualifier, all at once.

${table(
  ['set', 'texts', 'claims', 'missed', 'made up', 'span F1', 'quantity F1', 'whole-claim F1'],
  [...sets, all].map(({ name, verdicts: some }) => rowOf(name, tallyOf(some))),
)}

## By field

The share of found claims that are right in it.

${table(
  ['set', ...fields],
  [...sets, all].map(({ name, verdicts: some }) => {
    const { right } = tallyOf(some)
    return [name, ...fields.map((field) => (right.has(field) ? percent(right.get(field) ?? 0) : ''))]
  }),
)}

## By pattern

${patternTable(verdicts.flatMap(({ found }) => found))}

## What goes wrong most

${errorTable(verdicts, own)}

## Confidence

\`confidence\` says how many claims like this one are wholly right. Below, every claim was given its confidence by a table
that had not seen its text (ten parts, by text); ${Math.round(brier(samples, guesses) * 10000) / 10000} is the mean square of what it is off (Brier), ${
    Math.round(
      brier(
        samples,
        samples.map(() => overall(samples)),
      ) * 10000,
    ) / 10000
  } that of giving all
claims the same.

${reliability(samples, guesses)}

Taking only claims from some confidence on (\`--min-confidence\`):

${cuts(samples, guesses)}
`
}

const fields: readonly Field[] = [
  ...(['value', 'unit', 'qualifier', 'kind', 'direction', 'status', 'indicator', 'action', 'sector'] as const),
]
const percent = (share: number): string => (Number.isNaN(share) ? '' : (100 * share).toFixed(1))

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

function rowOf(
  name: string,
  { passages, wanted, missed, spurious, span, quantity, whole }: Tally,
): (string | number)[] {
  return [name, passages, wanted, missed, spurious, ...[span, quantity, whole].map(percent)]
}

function patternTable(found: readonly Found[]): string {
  const names = [...new Set(found.map(({ claim }) => claim.extractor))]
  const rows = names.map((name) => {
    const some = found.filter(({ claim }) => claim.extractor === name)
    return { name, count: some.length, whole: some.filter(isWhole).length / some.length }
  })
  rows.sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
  return table(
    ['pattern', 'claims', 'wholly right'],
    rows.map(({ name, count, whole }) => [name, count, percent(whole)]),
  )
}

const mostKinds = 20

/** Kinds of errors by field and pattern, the frequent ones first, each with one of the project's own texts if there is one. */
function errorTable(verdicts: readonly Verdict[], own: ReadonlySet<string>): string {
  const kinds = new Map<string, { count: number; example: string }>()
  const add = (kind: string, example: string) => {
    const known = kinds.get(kind) ?? { count: 0, example: '' }
    kinds.set(kind, { count: known.count + 1, example: known.example || example })
  }
  for (const { passage, found, missed, spurious } of verdicts) {
    const quoted = (text: string) => (own.has(passage.text) ? text : '')
    for (const { at } of missed) add('missed', quoted(at))
    for (const { raw, indicator } of spurious) add('made up', quoted(`${indicator} ${raw}`))
    for (const { gold, claim, wrong } of found) {
      for (const field of wrong) {
        const wanted = field === 'indicator' || field === 'action' ? gold[field]?.[0] : gold[field]
        add(`${field}, ${claim.extractor}`, quoted(`${claim.raw}: ${claim[field] || 'none'} for ${wanted || 'none'}`))
      }
    }
  }
  const frequent = [...kinds].sort(([, one], [, other]) => other.count - one.count).slice(0, mostKinds)
  return table(
    ['what is wrong', 'claims', 'such as'],
    frequent.map(([kind, { count, example }]) => [kind, count, example]),
  )
}

const overall = (samples: readonly Sample[]): number => samples.filter(({ right }) => right).length / samples.length

function brier(samples: readonly Sample[], guesses: readonly number[]): number {
  return samples.reduce((sum, { right }, at) => sum + ((guesses[at] ?? 0) - (right ? 1 : 0)) ** 2, 0) / samples.length
}

const steps = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 1.01]

function reliability(samples: readonly Sample[], guesses: readonly number[]): string {
  const rows = steps.slice(0, -1).flatMap((from, at) => {
    const to = steps[at + 1] ?? 1
    const among = samples.map((_, index) => index).filter((index) => inside(guesses[index] ?? 0, from, to))
    if (among.length === 0) return []
    const mean = among.reduce((sum, index) => sum + (guesses[index] ?? 0), 0) / among.length
    const right = among.filter((index) => samples[index]?.right).length / among.length
    return [[`${from} to ${Math.min(1, to)}`, among.length, percent(mean), percent(right)]]
  })
  return table(['confidence', 'claims', 'mean confidence', 'wholly right'], rows)
}

const inside = (value: number, from: number, to: number): boolean => value >= from && value < to

function cuts(samples: readonly Sample[], guesses: readonly number[]): string {
  const rows = [0, 0.7, 0.8, 0.9, 0.95].map((least) => {
    const kept = samples.filter((_, at) => (guesses[at] ?? 0) >= least)
    return [least, percent(kept.length / samples.length), percent(overall(kept))]
  })
  return table(['from', 'claims kept', 'wholly right'], rows)
}
