import { wordClasses } from './word-classes.ts'

/** What a pattern found around a quantity; each part is a stretch of the clause. */
export interface Match {
  /** What is measured, as it stands: 全省累计新登记市场主体. */
  readonly indicator: string
  /** Whether that stands before the number or behind it. */
  readonly side: 'left' | 'right'
  /** 总销售收入 of 占总销售收入的73.5%. */
  readonly whole: string | null
  /** 去年预算 of 比去年预算高0.2个百分点. */
  readonly than: string | null
}

/** Finds what stands before and behind a quantity: compiled from {indicator}占{whole}的{quantity}. */
export interface Matcher {
  /** The characters that may stand directly before the number, 占 or 的; null where any may. */
  readonly before: ReadonlySet<string> | null
  /** The same of what stands directly behind it. */
  readonly behind: ReadonlySet<string> | null
  /** A bit that `signsOf` sets where 占, or one of 从由自, that must stand before the number does; 0 where none must. */
  readonly needs: number
  /** `backwards` is `left` written so, made once for all patterns. */
  readonly match: (left: string, right: string, backwards: string) => Match | null
}

const opening = '{indicator}'

/**
 * Compiles the language in which patterns are written: text stands for itself, (a|b) for either, ? makes what is before
 * it optional, <rise> is any word of that class, {quantity} the number with its unit. {indicator} is all that is left
 * at the beginning, or behind the number; {whole} and {than} are named stretches within.
 * Throws a SyntaxError that says what is wrong.
 */
export function compilePattern(pattern: string): Matcher {
  const [before = '', after = '', ...more] = pattern.split('{quantity}')
  if (!pattern.includes('{quantity}') || more.length > 0) throw new SyntaxError('a pattern has {quantity} once')
  if (pattern.split(opening).length !== 2) throw new SyntaxError('a pattern has {indicator} once')
  const side = before.startsWith(opening) ? 'left' : 'right'
  if (side === 'right' && !after.includes(opening))
    throw new SyntaxError('{indicator} stands first, or behind {quantity}')
  // Read from the number outwards, the left side backwards, so that a match fails at its first character
  const leftSide = pieceOf(side === 'left' ? before.slice(opening.length) : before, 'backwards')
  const leftPattern = regExp(`^(?:${leftSide.source})`)
  const rightSide = pieceOf(after, 'forwards')
  const toClauseEnd = after.endsWith(opening) ? clauseEnd : ''
  const rightPattern = after === '' ? null : regExp(`^(?:${rightSide.source})${toClauseEnd}`)
  if (leftSide.ways > mostWays || rightSide.ways > mostWays) {
    throw new SyntaxError(
      'a pattern has so many ? and ( | ) that a text could be read in a million ways; write several',
    )
  }
  const match = (left: string, right: string, backwards: string): Match | null => {
    const found = leftPattern.exec(backwards)
    const behind = found === null || rightPattern === null ? null : rightPattern.exec(right)
    if (found === null || (behind === null && rightPattern !== null)) return null
    const named = (name: string): string | null => {
      const text = found.groups?.[name]
      return text === undefined ? (behind?.groups?.[name] ?? null) : reverse(text)
    }
    const rest = left.slice(0, left.length - found[0].length)
    const indicator = side === 'right' ? (behind?.groups?.indicator ?? '') : rest
    return { indicator, side, whole: named('whole'), than: named('than') }
  }
  return { before: charactersOf(leftSide), behind: charactersOf(rightSide), needs: needsOf(leftSide), match }
}

/** A text written backwards: 同比增长 → 长增比同. */
export function reverse(text: string): string {
  let backwards = ''
  for (let at = text.length - 1; at >= 0; at--) backwards += text.charAt(at)
  return backwards
}

/** A piece of a pattern as a regular expression, and the characters that it can begin with. */
interface Piece {
  readonly source: string
  /** Null where it begins with anything. */
  readonly begins: readonly string[] | null
  /** Whether it also matches nothing, so that what follows begins it. */
  readonly empty: boolean
  /** Characters of which it holds one; null where it may do without. */
  readonly needs: readonly string[] | null
  /** In how many ways it might be read at one place, at most. */
  readonly ways: number
}

/** A reader that fails tries every way; what is allowed takes it a hundredth of a second. */
const mostWays = 100_000

const charactersOf = ({ begins, empty }: Piece): ReadonlySet<string> | null =>
  begins === null || empty ? null : new Set(begins)

/** Sets of characters that patterns need, a bit each; past thirty they share bits, so that a bit may promise too much. */
const bits = new Map<string, number>()
const bitsOf = new Int32Array(0x10000)

function needsOf({ needs }: Piece): number {
  if (needs === null) return 0
  const set = needs.join('')
  const bit = bits.get(set) ?? 1 << (bits.size % 30)
  bits.set(set, bit)
  for (const char of needs) bitsOf[char.charCodeAt(0)] = (bitsOf[char.charCodeAt(0)] as number) | bit
  return bit
}

/** The bits of all that patterns need and a text holds. */
export function signsOf(text: string): number {
  let signs = 0
  for (let at = 0; at < text.length; at++) signs |= bitsOf[text.charCodeAt(at)] as number
  return signs
}

function regExp(source: string): RegExp {
  try {
    return new RegExp(source)
  } catch (cause) {
    throw new SyntaxError('a side of a pattern has {whole} and {than} once each', { cause })
  }
}

type Way = 'forwards' | 'backwards'

/** A piece of a pattern, and where it ends. */
interface Part extends Piece {
  readonly end: number
}

/** One side of a pattern; backwards for what stands before the number. */
function pieceOf(pattern: string, way: Way): Piece {
  const { end, ...piece } = readChoice(pattern, 0, way)
  if (end < pattern.length) throw new SyntaxError(`“${pattern.slice(end)}” closes nothing`)
  return piece
}

/** 比重|比例|份额 */
function readChoice(pattern: string, start: number, way: Way): Part {
  const options = [readSequence(pattern, start, way)]
  for (let { end } = options[0] as Part; pattern[end] === '|'; ) {
    const option = readSequence(pattern, end + 1, way)
    options.push(option)
    end = option.end
  }
  const last = options.at(-1) as Part
  return options.length === 1 ? last : { ...anyOf(options), end: last.end }
}

/** 的?<adverb>?<reach> */
function readSequence(pattern: string, start: number, way: Way): Part {
  const items: Piece[] = []
  let end = start
  while (end < pattern.length && !'|)'.includes(pattern.charAt(end))) {
    const item = readItem(pattern, end, way)
    const isOptional = pattern[item.end] === '?'
    items.push(
      isOptional ? { ...item, source: `(?:${item.source})?`, empty: true, needs: null, ways: item.ways + 1 } : item,
    )
    end = item.end + (isOptional ? 1 : 0)
  }
  return { ...inOrder(way === 'backwards' ? items.reverse() : items), end }
}

/** A character, (…), <rise> or {whole}. */
function readItem(pattern: string, at: number, way: Way): Part {
  const sign = pattern.charAt(at)
  if (sign === '(') {
    const inner = readChoice(pattern, at + 1, way)
    if (pattern[inner.end] !== ')') throw new SyntaxError('a ( is not closed')
    return { ...inner, source: `(?:${inner.source})`, end: inner.end + 1 }
  }
  if (sign !== '<' && sign !== '{') return { ...literal(sign), end: at + 1 }
  const close = pattern.indexOf(sign === '<' ? '>' : '}', at)
  if (close < 0) throw new SyntaxError(`a ${sign} is not closed`)
  const name = pattern.slice(at + 1, close)
  return { ...(sign === '<' ? wordsOf(name, way) : capture(name)), end: close + 1 }
}

function wordsOf(name: string, way: Way): Piece {
  const words = Object.hasOwn(wordClasses, name) ? wordClasses[name] : undefined
  if (words === undefined)
    throw new SyntaxError(`no word class is called <${name}>; there are ${Object.keys(wordClasses).join(', ')}`)
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  return anyOf(longestFirst.map((word) => literal(way === 'backwards' ? reverse(word) : word)))
}

const clauseEnd = '(?=[，；。：]|$)'
const captures: Readonly<Record<string, string>> = {
  indicator: '[^，；。：]+?',
  whole: '[^，；。：]{1,24}?',
  than: '[^，；。：、]{1,16}?',
}

function capture(name: string): Piece {
  if (!Object.hasOwn(captures, name))
    throw new SyntaxError(`{${name}} is none of {indicator} {whole} {than} {quantity}`)
  return { source: `(?<${name}>${captures[name]})`, begins: null, empty: false, needs: null, ways: 1 }
}

const literal = (text: string): Piece => ({
  source: text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  begins: [text.charAt(0)],
  empty: text === '',
  needs: /^[\u4e00-\u9fff]/.test(text) ? [text.charAt(0)] : null,
  ways: 1,
})

const anyOf = (options: readonly Piece[]): Piece => ({
  source: `(?:${options.map(({ source }) => source).join('|')})`,
  begins: allOf(options.map(({ begins }) => begins)),
  empty: options.some(({ empty }) => empty),
  needs: allOf(options.map(({ needs }) => needs)),
  ways: waysOf(options),
})

/** Options that begin with the same character may fit the same text. */
function waysOf(options: readonly Piece[]): number {
  const byCharacter = new Map<string, number>()
  let anywhere = 0
  for (const { begins, empty, ways } of options) {
    if (begins === null || empty) anywhere += ways
    else for (const char of new Set(begins)) byCharacter.set(char, (byCharacter.get(char) ?? 0) + ways)
  }
  return anywhere + Math.max(0, ...byCharacter.values())
}

function inOrder(items: readonly Piece[]): Piece {
  const first = items.findIndex(({ empty }) => !empty)
  return {
    source: items.map(({ source }) => source).join(''),
    begins: allOf((first < 0 ? items : items.slice(0, first + 1)).map(({ begins }) => begins)),
    empty: first < 0,
    needs: items.find(({ needs }) => needs !== null)?.needs ?? null,
    ways: items.reduce((product, { ways }) => product * ways, 1),
  }
}

function allOf(sets: readonly Piece['begins'][]): string[] | null {
  return sets.some((set) => set === null) ? null : sets.flatMap((set) => set ?? [])
}
