import { Piscina } from 'piscina'
import { say } from '../messages/index.ts'
import { type Failure, failure } from './outcome.ts'
import type { Job } from './worker.ts'

/** Threads that do a job each at a time. */
export interface Pool {
  readonly jobs: number
  /** The result, or why there is none: the thread died, or was ended because it took too long. */
  readonly run: <Result>(job: Job, timeout?: number) => Promise<Result | Failure>
  /** Ends the threads, whatever they do. */
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  readonly jobs: number
  readonly settings: unknown
  /** The file that the threads run; another than worker.js to try what becomes of bad ones. */
  readonly worker?: URL
}

/** What one thread may take, so that a monstrous report ends it and not the batch; in megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 32 }

/** A pool of worker threads; a thread that ends is replaced by a new one. */
export function openPool({ jobs, settings, worker }: PoolOptions): Pool {
  const piscina = new Piscina({
    filename: (worker ?? new URL('./worker.js', import.meta.url)).href,
    minThreads: jobs,
    maxThreads: jobs,
    workerData: settings,
    resourceLimits,
    recordTiming: false,
  })
  return {
    jobs,
    run: async <Result>(job: Job, timeout?: number) => {
      const late = new AbortController()
      const timer = timeout === undefined ? undefined : setTimeout(() => late.abort(), timeout * 1000)
      try {
        return (await piscina.run(job, { signal: late.signal })) as Result
      } catch (error) {
        return late.signal.aborted ? tooLate(timeout) : deathOf(error)
      } finally {
        clearTimeout(timer)
      }
    },
    close: async () => piscina.destroy(),
  }
}

function tooLate(timeout: number | undefined): Failure {
  return failure('timeout', say('batch.timeout', timeout ?? 0))
}

function deathOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return failure('crashed', isMemory ? say('batch.memory') : say('batch.crashed', message))
}
