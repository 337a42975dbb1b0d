import type { Token } from '../mentions/words.ts'
import type { Range } from './situation.ts'

/** What no name begins with, and what none ends in. */
const neverFirst = new Set('、，。；：:！？!?;）)”’》的了和与及等')
const neverLast = new Set('、，。；：:！？!?;（(“‘《的了和与及等')

export const mayBegin = ({ text, lexeme }: Token): boolean => lexeme.kind !== 'quantity' && !neverFirst.has(text)

export const mayEnd = ({ text, lexeme }: Token): boolean =>
  !neverLast.has(text) &&
  lexeme.kind !== 'quantity' &&
  lexeme.kind !== 'adverb' &&
  lexeme.kind !== 'preposition' &&
  lexeme.kind !== 'time'

/** Spans of words that may name something, the last words first: at most so many ends, so many beginnings for each. */
export function* spansIn(tokens: readonly Token[], [from, to]: Range, begins: number, ends: number): Generator<Range> {
  let left = ends
  for (let end = to; end > from && left > 0; end--) {
    if (!mayEnd(tokens[end - 1] as Token)) continue
    left--
    for (let start = end - 1; start >= from && start >= end - begins; start--) {
      if ((tokens[start] as Token).lexeme.kind === 'quantity') break
      if (mayBegin(tokens[start] as Token)) yield [start, end]
    }
  }
}
