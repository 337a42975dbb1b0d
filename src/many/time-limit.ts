import { Script } from 'node:vm'

/** Runs what `begin` holds; only what is run as a script can be stopped from outside, an expression that backtracks too. */
const script = new Script('globalThis[Symbol.for("baoshu.timed")]()')
const name = Symbol.for('baoshu.timed')
const begin = globalThis as unknown as Record<symbol, (() => unknown) | undefined>

/** The result of work that takes no longer than so many seconds; later than that an error that `isLate` knows. */
export function within<Result>(seconds: number, work: () => Result): Result {
  begin[name] = work
  try {
    return script.runInThisContext({ timeout: Math.max(1, Math.round(seconds * 1000)) }) as Result
  } finally {
    delete begin[name]
  }
}

export function isLate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
