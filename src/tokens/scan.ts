import type { Span } from '../types.ts'
import { findNoise } from './noise.ts'
import { isDigit, type Numeral, readNumeral, startsNumeral } from './numerals.ts'
import { longest, trieOf } from './trie.ts'
import { readUnit, type UnitFound } from './units.ts'

/** What tokens are called in the patterns of rules; the middle dot is a gap of other words. */
export type Letter = '数' | '量' | '至' | '、' | '半' | '分' | '第' | '·'

/** A numeral, a unit behind it, or a mark between them. */
export interface Token extends Span {
  readonly letter: Letter
  readonly numeral?: Numeral
  readonly unit?: UnitFound
}

/** Tokens in order, and their letters as one string, so that rules are patterns over it: 数量至数量. */
export interface Tokens {
  readonly text: string
  readonly list: readonly Token[]
  readonly letters: string
}

/** Words that join or part numerals, read only directly after one: 5%—5.5%, 3、5和8个, 三分之二. */
const marks = trieOf<Letter>([
  ...['—', '——', '–', '-', '~', '～', '〜', '∼', '―', '至', '到', '－', '--', '─'].map((mark) => [mark, '至'] as const),
  ...['、', '和', '与', '及', '以及', '或'].map((mark) => [mark, '、'] as const),
  ['分之', '分'],
  ['半', '半'],
  ['个半', '半'],
])
const HALF = '半'.charCodeAt(0)
const ORDINAL = '第'.charCodeAt(0)

/** The tokens of a text in one pass, noise left out: 约20.71万户 → 数 20.71万, 量 户. */
export function scan(text: string): Tokens {
  const list: Token[] = []
  const push = (token: Token): number => {
    const before = list.at(-1)
    if (before !== undefined && before.end < token.start)
      list.push({ letter: '·', start: before.end, end: token.start })
    list.push(token)
    return token.end
  }
  let at = 0
  for (const noise of [...findNoise(text), { start: text.length, end: text.length }]) {
    while (at < noise.start) at = next(text, at, noise.start, list.at(-1), push)
    at = Math.max(at, noise.end)
  }
  return { text, list, letters: list.map(({ letter }) => letter).join('') }
}

function next(
  text: string,
  at: number,
  limit: number,
  before: Token | undefined,
  push: (token: Token) => number,
): number {
  const code = text.charCodeAt(at)
  if (before !== undefined && before.end === at) {
    const unit = before.letter === '数' || before.letter === '半' ? readUnit(text, at) : null
    if (unit !== null && unit.end <= limit) return push({ letter: '量', start: at, end: unit.end, unit })
    const mark = longest(marks, text, at)
    if (mark !== null && mark.end <= limit) return push({ letter: mark.value, start: at, end: mark.end })
  }
  if (startsNumeral(code)) {
    const numeral = readNumeral(text, at, limit)
    if (numeral !== null) return push({ letter: '数', start: at, end: numeral.end, numeral })
  }
  if (code === ORDINAL) return push({ letter: '第', start: at, end: at + 1 })
  if (code === HALF) return push({ letter: '半', start: at, end: at + 1 })
  let end = at + 1
  // What is too long for a figure is stepped over whole
  if (isDigit(code)) while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}
