import { cpus } from 'node:os'
import type { Start } from './starts.ts'
import { type Measured, subjects } from './subjects.ts'
import { lengths } from './wholes.ts'

/** Medians of all rounds, by name. */
export interface Results {
  readonly rounds: number
  readonly measured: Readonly<Record<string, Measured>>
  readonly starts: Readonly<Record<string, Start>>
  /** `generated 4 stream`: a whole process over four times the text. */
  readonly wholes: Readonly<Record<string, Start>>
}

/** docs/performance.md */
export function performancePage({ rounds, measured, starts, wholes }: Results): string {
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
  // All lengths are measured over the same text, in 16 reports, in 8, in 4: what one costs is that part of it
  const costOf = (times: number): number => ((measured[`growth${times}`]?.processor ?? 1) * times) / 16
  const growth = Object.keys(subjects)
    .filter((name) => name.startsWith('growth'))
    .map((name) => {
      const times = Number(name.slice('growth'.length))
      const cells = [costOf(times).toFixed(0), (costOf(times) / costOf(1)).toFixed(1)]
      return `| ${times}× | ${cells.join(' | ')} | ${thousands((measured[name] as Measured).megabytes)} |`
    })
  const node = starts['node -e 0'] as Start
  const started = Object.entries(starts).map(
    ([name, { wall, megabytes }]) =>
      `| \`${name}\` | ${thousands(wall)} | ${(wall / node.wall).toFixed(2)} | ${thousands(megabytes)} |`,
  )
  const corpora = ['generated', 'real'].filter((corpus) => `${corpus} 1 tag` in wholes)
  const wholeRows = corpora.flatMap((corpus) => lengths.map((length) => wholeRow(wholes, corpus, length)))
  const ownTexts = corpora.includes('real')
    ? ' The real ones are reports of governments, which are not part of this project; for more text they are read again.'
    : ''
  const extracting = starts['baoshu extract seeds/jilin-2020.txt'] as Start
  const aims = [
    aim('time against nodejieba `tag`', ratio('pipeline'), 0.5),
    aim('speed of Recognizers-Text against baoshu’s', speed('recognizers') / speed('pipeline'), 0.01),
    aim('time for 16 times the text', costOf(16) / costOf(1), 17),
    aim('`extract` on the seed against `node -e 0`', extracting.wall / node.wall, 4),
    aim('its peak memory in MB', extracting.megabytes, 110),
    aim('`--version` against `node -e 0`', (starts['baoshu --version'] as Start).wall / node.wall, 1.6),
  ]
  return `# How fast it is

Written by \`npm run bench\`; never by hand. Medians of ${rounds} rounds; in every round each line ran in a process of its
own, one after another, ran for three seconds to have its code compiled, and was then timed seven times; starts five
times in turn. Ratios are of processor time, which other work on the machine changes too, if less than the clock. Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, of which one is used.

The corpus: generated reports of 15,000 characters, 1.5 million in all, with twelve claims a thousand characters, as many
as \`seeds/jilin-2020.txt\` has. Recognizers-Text reads a slice of it, a line at a time, since its time grows faster than the
text.

| | characters | ms of processor | ms by the clock | characters a second | time against \`tag\` |
| --- | --: | --: | --: | --: | --: |
${['pipeline', 'tag', 'cut', 'rust', 'recognizers'].map(row).join('\n')}

baoshu reads ${Math.round(speed('pipeline') / speed('recognizers'))} times as fast as Recognizers-Text and needs ${ratio('pipeline').toFixed(2)} of the time in which nodejieba tags the same text.
It took at most ${thousands(measured.pipeline?.megabytes ?? 0)} MB.

## Aims

| | aim | here | |
| --- | --: | --: | --- |
${aims.join('\n')}

## Whole processes, cold

As a user starts them: \`baoshu stream\` against a script of three lines that loads nodejieba and tags the same records;
400,000 characters, four times and sixteen times as many. Nothing is warmed up: start, dictionary, compilation and output
count. User time is that of all threads, V8's compilers among them.${ownTexts}

| text | | ms by the clock | against \`tag\` | ms of user time | against \`tag\` | MB at most |
| --- | --- | --: | --: | --: | --: | --: |
${wholeRows.join('\n')}

## Stage by stage

| | characters | ms of processor | ms by the clock | characters a second | time against \`tag\` |
| --- | --: | --: | --: | --: | --: |
${['read', 'sentences', 'quantities', 'claims', 'status'].map(row).join('\n')}

## One report, longer and longer

The whole corpus as 16 reports, as 8, 4, 2 and 1, so that no length has the words or the memory of another to its advantage.

| text | ms of processor | times the first | MB at most |
| --- | --: | --: | --: |
${growth.join('\n')}

## Start

| | ms by the clock | against \`node -e 0\` | MB at most |
| --- | --: | --: | --: |
${started.join('\n')}

## What profiles showed

\`node --cpu-prof\` over the corpus, then a change, then the same claims byte for byte.

- Sentences were built a character at a time. They are slices now; only a sentence that lost white space keeps where each
  character stood.
- Expressions were run where they could not match: counted over the corpus, 41 noise rules, 13 quantity rules and 13
  patterns a figure. Now noise rules that begin alike are tried as one (12 a figure), the quantity rules that fit 数量 are
  found once for all such tokens, and a pattern is run only if the character beside the number can begin it and one that
  it needs, 占 or 比, stands before it (3 a figure).
- Expressions that end in \`$\` are tried at every character of a text. They wait for a last character that they can end in.
- Only what stands around figures is cut into words, a ninth of the corpus with the clauses before; those are cut now only
  where a figure's own clause names nothing.
- The mood of a paragraph went through all claims of the report, brackets through all figures of the sentence: squares.
  Words that tell against a plan are counted only where something tells for one, and only until nothing is left of it.
- A loop over the characters of a text takes 2 to 3 ns each, an expression that looks for one of a few characters 1.3,
  \`includes\` and \`indexOf\` 0.1. So a report is gone through once for its sentences, not three times, and times and
  words of a plan are tried only where one may begin: 13% less for the whole way.
- Noise rules halved again and again, or joined as one expression with a group each: half as many calls, no time won. Not
  done.
- Claims are made field by field: spreading others into them stood out in the profile.
- Half of a start was nodejieba reading its dictionary. Our own segmenter reads one file of numbers as it lies in memory, in
  3 to 5 ms, and has the same cuts and tags; nothing crosses into native code and back, no word is made twice. Over 400,000
  characters of real reports, pairs on Node 20: 0.89 of user time, 89 MB in place of 125.
- A third of a short run was V8 11 (Node 20) optimizing code that was soon done with. With an interrupt budget eight times as
  large, which \`bin/baoshu.js\` sets, user time is 0.67 over 400,000 characters, 0.73 over four times as many and 1.00 over
  sixteen times; more inlining made it 1.22: not done. Later versions of V8 wait by themselves.
- A smaller dictionary for all, 24,000 to 27,000 words of 45,000, changed 16 to 76 of 3,788 claims: not done.
- One expression for all patterns took longer to compile (180 ms) than it saved: not done.
- Finding and reading 120 modules took a seventh of a start. The program is bundled now, in few files.
`
}

/** `baoshu stream` over one length of a corpus, with `tag` as the measure. */
function wholeRow(wholes: Results['wholes'], corpus: string, length: number): string {
  const [ours, tag] = ['stream', 'tag'].map((name) => wholes[`${corpus} ${length} ${name}`]) as [Start, Start]
  const of = (key: 'wall' | 'user') => [thousands(ours[key]), (ours[key] / tag[key]).toFixed(2)]
  return `| ${[corpus, `${length}×`, ...of('wall'), ...of('user'), thousands(ours.megabytes)].join(' | ')} |`
}

const thousands = (number: number): string => Math.round(number).toLocaleString('en-US')

const aim = (what: string, here: number, most: number): string =>
  `| ${what} | ≤ ${most} | ${here.toPrecision(3)} | ${here <= most ? 'reached' : '**missed**'} |`
