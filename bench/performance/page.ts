import { cpus } from 'node:os'
import type { Start } from './starts.ts'
import { type Measured, subjects } from './subjects.ts'

/** Medians of all rounds, by name. */
export interface Results {
  readonly rounds: number
  readonly measured: Readonly<Record<string, Measured>>
  readonly starts: Readonly<Record<string, Start>>
}

/** docs/performance.md */
export function performancePage({ rounds, measured, starts }: Results): string {
  const speed = (name: string) => (subjects[name]?.characters ?? 0) / (measured[name]?.processor ?? 1)
  const ratio = (name: string) => speed('tag') / speed(name)
  const row = (name: string): string => {
    const { wall, processor } = measured[name] as Measured
    const cells = [
      subjects[name]?.says,
      thousands(subjects[name]?.characters ?? 0),
      thousands(processor),
      thousands(wall),
      thousands(speed(name) * 1000),
      ratio(name).toFixed(2),
    ]
    return `| ${cells.join(' | ')} |`
  }
  const first = measured.growth1?.processor ?? 1
  const growth = Object.keys(subjects)
    .filter((name) => name.startsWith('growth'))
    .map((name) => {
      const { processor, megabytes } = measured[name] as Measured
      const times = name.slice('growth'.length)
      return `| ${times}× | ${thousands(processor)} | ${(processor / first).toFixed(1)} | ${thousands(megabytes)} |`
    })
  const node = starts['node -e 0'] as Start
  const started = Object.entries(starts).map(
    ([name, { wall, megabytes }]) =>
      `| \`${name}\` | ${thousands(wall)} | ${(wall / node.wall).toFixed(2)} | ${thousands(megabytes)} |`,
  )
  return `# How fast it is

Written by \`npm run bench\`; never by hand. Medians of ${rounds} rounds; in every round each line ran in a process of its
own, one after another, and its second run was timed. Ratios are of processor time, which other work on the machine
changes least. Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, of which one is used.

The corpus: generated reports of 15,000 characters, 1.5 million in all, ten figures a thousand characters, half as dense
again as real ones. Recognizers-Text reads a slice of it, a line at a time, since its time grows faster than the text.

| | characters | ms of processor | ms by the clock | characters a second | time against \`tag\` |
| --- | --: | --: | --: | --: | --: |
${['pipeline', 'tag', 'cut', 'rust', 'recognizers'].map(row).join('\n')}

baoshu reads ${Math.round(speed('pipeline') / speed('recognizers'))} times as fast as Recognizers-Text and needs ${ratio('pipeline').toFixed(2)} of the time in which nodejieba tags the same text.
It took at most ${thousands(measured.pipeline?.megabytes ?? 0)} MB.

## Stage by stage

| | characters | ms of processor | ms by the clock | characters a second | time against \`tag\` |
| --- | --: | --: | --: | --: | --: |
${['read', 'sentences', 'quantities', 'claims', 'status'].map(row).join('\n')}

## One report, longer and longer

| text | ms of processor | times the first | MB at most |
| --- | --: | --: | --: |
${growth.join('\n')}

## Start

| | ms by the clock | against \`node -e 0\` | MB at most |
| --- | --: | --: | --: |
${started.join('\n')}

## What profiles showed

\`node --cpu-prof\` over the corpus, then a change, then the same claims byte for byte.

- A fifth of the time went into building sentences a character at a time. They are slices now; only a sentence that lost
  white space keeps where each character stood.
- Patterns, an eighth: each turned the text before a number round and ran its expression. Turned once; a pattern is run
  only if the character beside the number can begin it.
- nodejieba takes 2.4 times as long to tag as to cut, and a tag is looked up by the word alone. So texts are cut, and
  tagged only where a word is met first. Only what stands around figures is cut, many stretches in one call.
- The mood of a paragraph went through all claims of the report, brackets through all figures of the sentence: squares.
- Records made by spreading others cost four times as much as records made field by field.
- More than half of a start is nodejieba reading its dictionary. The model that guesses names was half of that; without
  characters that reports never use it is read in half the time, and no claim of 6,771 reads otherwise. A dictionary of
  24,000 words instead of 52,000 halves the rest, and costs 1.2 points of whole-claim F1: not done.
- A bundled entry saved a tenth of a start, less than it would cost in simplicity: not done.
`
}

const thousands = (number: number): string => Math.round(number).toLocaleString('en-US')
