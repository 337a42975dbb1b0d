import { isDigit, tableOf } from '../text/characters.ts'
import type { Span } from '../types.ts'
import { findNoise } from './noise.ts'
import { startsNumeral } from './numeral-characters.ts'
import { type Numeral, readNumeral } from './numerals.ts'
import { longest, trieOf } from './trie.ts'
import { builtInUnits, readUnit, type Unit, type Units } from './units.ts'

/** What tokens are called in the patterns of rules. */
export type Letter = '数' | '量' | '至' | '、' | '半' | '分' | '/' | '又' | '第' | '±'

/** A numeral, a unit behind it, or a mark between them. */
export interface Token extends Span {
  readonly letter: Letter
  readonly numeral?: Numeral
  readonly unit?: Unit
}

/** Tokens that touch, and their letters as one string, so that rules are patterns over it: 数量至数量. */
export interface Tokens {
  readonly list: readonly Token[]
  readonly letters: string
}

/** Words that join or part numerals, read only directly after one: 5%—5.5%, 3、5和8个, 三分之二. */
const marks = trieOf<Letter | null>([
  ...['—', '——', '–', '-', '~', '～', '〜', '∼', '―', '至', '到', '－', '--', '─'].map((mark) => [mark, '至'] as const),
  // 1万（含）-5万元
  ...['—', '-', '~', '至', '到', '－'].map((mark) => [`（含）${mark}`, '至'] as const),
  ...['、', '和', '与', '及', '以及', '或'].map((mark) => [mark, '、'] as const),
  ['分之', '分'],
  ['半', '半'],
  ['又', '又'],
  ['/', '/'],
  ['±', '±'],
  // Words that begin with half: 8英寸半导体
  ...['半导体', '半年', '半数', '半径', '半岛', '半成品', '半决赛', '半自动', '半挂', '半月'].map(
    (word) => [word, null] as const,
  ),
])
const HALF = '半'.charCodeAt(0)
const PAIR = '对'.charCodeAt(0)
const ORDINAL = '第'.charCodeAt(0)

const POINT = '.'.charCodeAt(0)
const dashes = tableOf('-–—')

/** What begins a run of tokens; nearly no character does. */
const opens = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  startsNumeral(code) || [ORDINAL, HALF, PAIR, POINT].includes(code) || dashes[code] === 1 ? 1 : 0,
)

/** Does a minus or the point of .5 open a numeral here? Not in 5-10, A-310, 3.5 and 增长——5%. */
function opensNumeral(text: string, at: number): boolean {
  const [code, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
  if (code !== POINT && dashes[code] === 0) return false
  if (!isDigit(next) && !(next === POINT && dashes[code] === 1 && isDigit(text.charCodeAt(at + 2)))) return false
  const before = text.charAt(at - 1)
  if (code === POINT) return !/[\dA-Za-z.%]/.test(before)
  if (text[at] !== '-') return /[为是至到由从达：:（(长速幅降比]/.test(before)
  // PPI-2.5%, and no A-310
  return (
    !/[\dA-Za-z%‰）)\-–—〕\]]/.test(before) || (/[A-Z]/.test(before) && /^-[\d.]{1,6}%/.test(text.slice(at, at + 8)))
  )
}

function holdsOpening(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (opens[text.charCodeAt(at)] === 1) return true
  return false
}

/** The tokens of a text in one pass, run by run, noise left out: 约20.71万户 → 数 20.71万, 量 户. */
export function* scan(text: string, units: Units = builtInUnits): Generator<Tokens> {
  if (!holdsOpening(text)) return
  let list: Token[] = []
  let letters = ''
  let at = 0
  for (const noise of [...findNoise(text, units), { start: text.length, end: text.length }]) {
    while (at < noise.start) {
      const before = list.at(-1)
      if (before === undefined) {
        while (at < noise.start && opens[text.charCodeAt(at)] === 0) at++
        if (at === noise.start) break
      }
      const token = (before && behind(before, text, at, noise.start, units)) ?? beginning(text, at, noise.start)
      if (token !== null) {
        list.push(token)
        letters += token.letter
        at = token.end
        continue
      }
      if (before !== undefined) yield { list, letters }
      list = before === undefined ? list : []
      letters = ''
      at = stepOver(text, at, noise.start)
    }
    if (list.length > 0) yield { list, letters }
    list = []
    letters = ''
    at = noise.end
  }
}

/** What only a token before it makes a token: a unit, a dash. */
function behind(before: Token, text: string, at: number, limit: number, units: Units): Token | null {
  const unit = before.letter === '数' || before.letter === '半' ? readUnit(text, at, units) : null
  if (unit !== null && unit.end <= limit) return { letter: '量', start: at, end: unit.end, unit: unit.unit }
  if (dashes[text.charCodeAt(at)] === 1 && '至、'.includes(before.letter)) return beginning(text, at, limit)
  if (before.letter === '数' && text[at] === '，' && isListed(text, before.start, at))
    return { letter: '、', start: at, end: at + (text[at + 1] === ' ' ? 2 : 1) }
  const mark = longest(marks, text, at)
  return mark !== null && mark.value !== null && mark.end <= limit
    ? { letter: mark.value, start: at, end: mark.end }
    : null
}

/** 分别为20，300，450元: such commas part a list. */
const isListed = (text: string, start: number, comma: number): boolean =>
  isDigit(text.charCodeAt(comma + (text[comma + 1] === ' ' ? 2 : 1))) &&
  /(?:分别|依次)[^\d。；，]{0,8}[\d.，、 ]*$/.test(text.slice(Math.max(0, start - 40), start))

function beginning(text: string, at: number, limit: number): Token | null {
  const code = text.charCodeAt(at)
  if (startsNumeral(code) || opensNumeral(text, at)) {
    const numeral = readNumeral(text, at, limit)
    return numeral === null ? null : { letter: '数', start: at, end: numeral.end, numeral }
  }
  if (code === ORDINAL) return { letter: '第', start: at, end: at + 1 }
  // 对折 is half of the price
  return code === HALF || (code === PAIR && text[at + 1] === '折') ? { letter: '半', start: at, end: at + 1 } : null
}

/** To the next character; what is too long for a figure is stepped over whole. */
function stepOver(text: string, at: number, limit: number): number {
  let end = at + 1
  if (isDigit(text.charCodeAt(at))) while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}
