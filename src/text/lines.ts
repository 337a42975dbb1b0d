import type { Span } from '../types.ts'

/** The lines of a text without their ends, \r\n, \r or \n; the empty one behind the last end too. */
export function* linesOf(text: string): Generator<Span> {
  let start = 0
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    yield { start, end: index }
    start = index + end.length
  }
  yield { start, end: text.length }
}
