import { BaoshuError, describeError, type ErrorCode } from '../errors.ts'
import { inLanguage, type Said, say } from '../messages/index.ts'

/** Why there is nothing for an input: empty, the file is empty. */
export interface Failure {
  /** A code of the reader’s, or what befell the batch: `timeout`, `crashed`, `unexpected`. */
  readonly code: ErrorCode | 'timeout' | 'crashed' | 'unexpected'
  readonly message: string
  /** The same in no language yet. */
  readonly said?: Said | string | undefined
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
  const { code, said, line } = error
  return failure(code, line === null ? said : say('batch.at-line', line, said))
}

/** A failure with its message in English, as it is written down, and for any language. */
export function failure(code: Failure['code'], said: Said | string): Failure {
  return { code, message: inLanguage(said), said }
}
