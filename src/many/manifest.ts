import type { Skipped } from './inputs.ts'
import type { Outcome } from './outcome.ts'

/** One input and what became of it; no outcome where the batch was stopped before. */
export interface Entry {
  readonly file: string
  /** Within the output folder; null for what could not even be listed. */
  readonly output: string | null
  readonly outcome: Outcome | null
}

/** What was done, for people and programs: manifest.json. */
export interface Manifest {
  readonly version: string
  readonly isComplete: boolean
  readonly options: object
  readonly tables: readonly string[]
  readonly entries: readonly Entry[]
  readonly skipped: readonly Skipped[]
}

export interface Counts {
  readonly files: number
  readonly done: number
  readonly failed: number
  readonly pending: number
  readonly claims: number
}

/**
 * The manifest, an input a line. It holds no clock and no word of what an earlier run had done already, so that a batch
 * that was stopped and resumed ends with the same bytes as one that was not.
 */
export async function* manifestText(manifest: Manifest): AsyncGenerator<string> {
  const { version, isComplete, options, tables, entries, skipped } = manifest
  const counts = countsOf(entries)
  const head = { schema: 'baoshu-batch/1', version, complete: isComplete, options, tables, counts }
  yield `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "files": [`
  yield* lines(entries.map(recordOf))
  yield '],\n  "skipped": ['
  yield* lines(skipped)
  yield ']\n}\n'
}

export function countsOf(entries: readonly Entry[]): Counts {
  const counts = { files: entries.length, done: 0, failed: 0, pending: 0, claims: 0 }
  for (const { outcome } of entries) {
    if (outcome === null || outcome.status === 'stopped') counts.pending++
    else counts[outcome.status]++
    if (outcome?.status === 'done') counts.claims += outcome.claims
  }
  return counts
}

function recordOf({ file, output, outcome }: Entry): object {
  if (outcome?.status === 'done') {
    const { sha256, bytes, claims, warnings } = outcome
    return { file, status: 'done', output, sha256, bytes, claims, ...(warnings.length > 0 ? { warnings } : {}) }
  }
  if (outcome?.status !== 'failed') return { file, status: 'pending' }
  return { file, status: 'failed', error: { code: outcome.code, message: outcome.message } }
}

function* lines(records: readonly object[]): Generator<string> {
  for (const [at, record] of records.entries()) yield `${at === 0 ? '' : ','}\n    ${JSON.stringify(record)}`
  if (records.length > 0) yield '\n  '
}
