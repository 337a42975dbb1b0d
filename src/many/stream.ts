import { type EventEmitter, once } from 'node:events'
import type { AnswerOptions } from './answer.ts'
import { inOrder } from './in-order.ts'
import { type Line, linesOf } from './lines.ts'
import { type Answer, failureOf, idInHead } from './stream-record.ts'

export interface StreamOptions extends AnswerOptions {
  /** A longer line is an error of its own; in bytes. */
  readonly maxLine?: number
  /** Threads, so many records at a time; none where not given: this thread reads them itself. */
  readonly jobs?: number
  /** Words for the segmenters of the threads: 吉字号 n. */
  readonly terms?: readonly string[]
}

/** Where lines go: process.stdout, or any Writable of Node. */
export interface LineSink {
  /** False where it wants no more before it says drain. */
  write(line: string): boolean
  once(event: string, listener: (...values: never[]) => void): unknown
}

/** How a stream went: { done: 998, failed: 2 } */
export interface StreamSummary {
  readonly done: number
  readonly failed: number
}

const mostInLine = 64e6

/** A JSON object a line in, one a line out, in the same order: {"id":"a1","text":"新认证503个"} → {"id":"a1","claims":[…]} */
export async function streamClaims(
  input: AsyncIterable<Uint8Array | string>,
  output: LineSink,
  options: StreamOptions = {},
): Promise<StreamSummary> {
  const { maxLine: most = mostInLine, jobs = 0, terms = [], ...settings } = options
  const answerer = jobs > 0 ? await inThreads(jobs, settings, terms) : await inThisThread(settings)
  let done = 0
  let failed = 0
  const answer = (line: Line) =>
    line.isWhole ? answerer.answer(line) : failureOf(idInHead(line.bytes), line, tooLong(most))
  const write = async (result: Answer | null) => {
    if (result === null) return
    if (result.isFailure) failed++
    else done++
    if (!output.write(result.text)) await once(output as unknown as EventEmitter, 'drain')
  }
  try {
    await inOrder(linesOf(input, most), { answer, write, isFull: fullAt(answerer.atOnce, most) })
  } finally {
    await answerer.close()
  }
  return { done, failed }
}

function tooLong(most: number): string {
  return `the line is longer than ${Math.round(most / 1e6)} MB`
}

/** So many lines at once, but of long ones no more than the longest may be. */
function fullAt(lines: number, bytes: number): (waiting: readonly Line[]) => boolean {
  return (waiting) => waiting.length >= lines || waiting.reduce((sum, line) => sum + line.bytes.length, 0) >= bytes
}

interface Answerer {
  readonly answer: (line: Line) => Promise<Answer | null>
  readonly atOnce: number
  readonly close: () => Promise<void>
}

async function inThisThread(settings: AnswerOptions): Promise<Answerer> {
  const { answerLine } = await import('./answer.ts')
  return { answer: (line) => answerLine(line, settings), atOnce: 1, close: async () => {} }
}

/** Each thread has its next line waiting. A record that takes more memory than there is ends its thread and nothing else. */
async function inThreads(jobs: number, settings: AnswerOptions, terms: readonly string[]): Promise<Answerer> {
  const { openPool } = await import('./pool.ts')
  const pool = openPool({ jobs, settings: { ...settings, terms } })
  const answer = async (line: Line) => {
    // Of a part of a buffer the whole would be sent
    const result = await pool.run<Answer | null>({ line: { ...line, bytes: Uint8Array.from(line.bytes) } })
    return result !== null && 'code' in result ? failureOf(idInHead(line.bytes), line, result.message) : result
  }
  return { answer, atOnce: 2 * jobs, close: pool.close }
}
