/**
 * How fast baoshu is, side by side with others; writes docs/performance.md:
 *
 *   npm run bench [rounds [folder of texts]]
 *
 * Without rounds it makes five; texts of your own, *.txt, are read beside the generated ones.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { performancePage } from './page.ts'
import { type Start, starts, timeStart } from './starts.ts'
import { type Measured, measure, type Subject, subjects } from './subjects.ts'
import { timeWholes } from './wholes.ts'

/** A start is short, and one alone tells little. */
const startsARound = 5

const [first = '5', second] = process.argv.slice(2)
if (first === '--one') console.log(JSON.stringify(await measure(subjects[second ?? ''] as Subject)))
else runAll(Number(first), second)

function runAll(rounds: number, folder: string | undefined): void {
  const measured = new Map<string, Measured[]>()
  const started = new Map<string, Start[]>()
  const wholes = new Map<string, Start[]>()
  for (let round = 1; round <= rounds; round++) {
    for (const subject of Object.keys(subjects)) add(measured, subject, inProcess(subject))
    for (let turn = 1; turn <= startsARound; turn++)
      for (const [command, args] of Object.entries(starts)) add(started, command, timeStart(args))
    for (const [name, start] of timeWholes(folder)) add(wholes, name, start)
    process.stderr.write(`round ${round} of ${rounds}\n`)
  }
  writeFileSync(
    'docs/performance.md',
    performancePage({ rounds, measured: medians(measured), starts: medians(started), wholes: medians(wholes) }),
  )
}

function inProcess(subject: string): Measured {
  const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', subject], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${subject}: ${run.stderr}`)
  return JSON.parse(run.stdout)
}

function add<Item>(lists: Map<string, Item[]>, name: string, item: Item): void {
  const list = lists.get(name)
  if (list === undefined) lists.set(name, [item])
  else list.push(item)
}

/** Field by field. */
function medians<Item extends object>(lists: ReadonlyMap<string, readonly Item[]>): Record<string, Item> {
  return Object.fromEntries(
    [...lists].map(([name, items]) => {
      const keys = Object.keys(items[0] ?? {}) as (keyof Item)[]
      return [
        name,
        Object.fromEntries(keys.map((key) => [key, median(items.map((item) => Number(item[key])))])) as Item,
      ]
    }),
  )
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN
}
