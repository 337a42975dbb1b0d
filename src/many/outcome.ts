import { BaoshuError, describeError, type ErrorCode } from '../errors.ts'

/** Why there is nothing for an input: empty, the file is empty. */
export interface Failure {
  /** A code of the reader’s, or what befell the batch: `timeout`, `crashed`, `unexpected`. */
  readonly code: ErrorCode | 'timeout' | 'crashed' | 'unexpected'
  readonly message: string
}

/** What became of one input; `stopped` where no other can be written either: the disk is full. */
export type Outcome = Done | ({ readonly status: 'failed' | 'stopped' } & Failure)

export interface Done {
  readonly status: 'done'
  /** Nothing had to be done: an earlier run did it from the same bytes. */
  readonly isKept: boolean
  /** Of the input's bytes. */
  readonly sha256: string
  readonly bytes: number
  readonly claims: number
  /** What was odd about the report, one text each. */
  readonly warnings: readonly string[]
}

/** An error as it is written down, without the file that it is about. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof BaoshuError))
    return { code: 'unexpected', message: `a mistake in baoshu: ${describeError(error)}` }
  const { code, message, line } = error
  return { code, message: line === null ? message : `line ${line}: ${message}` }
}
