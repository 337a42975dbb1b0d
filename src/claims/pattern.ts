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
  /** `backwards` is `left` written so, made once for all patterns. */
  readonly match: (left: string, right: string, backwards: string) => Match | null
}

/**
 * Compiles the language in which patterns are written: text stands for itself, (a|b) for either, ? makes what is before
 * it optional, <rise> is any word of that class, {quantity} the number with its unit. {indicator} is all that is left
 * at the beginning, or behind the number; {whole} and {than} are named stretches within.
 * Throws a SyntaxError that says what is wrong.
 */
export function compilePattern(pattern: string): Matcher {
  const parts = pattern.split('{quantity}')
  if (parts.length !== 2) throw new SyntaxError('a pattern has {quantity} once')
  const [before = '', after = ''] = parts
  const left = before.startsWith('{indicator}')
  const right = after.startsWith('{indicator}') || /\{indicator\}/.test(after)
  if (left === right && left) throw new SyntaxError('a pattern has {indicator} once')
  if (before.lastIndexOf('{indicator}') > 0) throw new SyntaxError('{indicator} stands first, or behind {quantity}')
  // Read from the number outwards, the left side backwards, so that a match fails at its first character
  const leftSide = new Reader(left ? before.slice('{indicator}'.length) : before, true).read()
  const leftPattern = new RegExp(`^(?:${leftSide.source})${left || right || after === '' ? '' : '$'}`)
  const rightSide = new Reader(after, false).read()
  const rightPattern = after === '' ? null : new RegExp(`^(?:${rightSide.source})`)
  const match = (leftText: string, rightText: string, backwards: string): Match | null => {
    const found = leftPattern.exec(backwards)
    if (found === null) return null
    const behind = rightPattern === null ? null : rightPattern.exec(rightText)
    if (rightPattern !== null && behind === null) return null
    const named = (name: string): string | null => {
      const text = found.groups?.[name]
      return text === undefined ? (behind?.groups?.[name] ?? null) : reverse(text)
    }
    const rest = leftText.slice(0, leftText.length - found[0].length)
    const indicator = right ? (behind?.groups?.indicator ?? '') : rest
    return { indicator, side: right ? 'right' : 'left', whole: named('whole'), than: named('than') }
  }
  return { before: charactersOf(leftSide), behind: charactersOf(rightSide), match }
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
}

const charactersOf = ({ begins, empty }: Piece): ReadonlySet<string> | null =>
  begins === null || empty ? null : new Set(begins)

const captures: Readonly<Record<string, string>> = {
  indicator: '[^，；。：]+',
  whole: '[^，；。：]{1,24}?',
  than: '[^，；。：、]{1,16}?',
}

/** Reads one side of a pattern into a regular expression; backwards for what stands before the number. */
class Reader {
  #at = 0
  readonly #text: string
  readonly #backwards: boolean

  constructor(text: string, backwards: boolean) {
    this.#text = text
    this.#backwards = backwards
  }

  read(): Piece {
    const piece = this.#choice()
    if (this.#at < this.#text.length) throw new SyntaxError(`“${this.#text.slice(this.#at)}” closes nothing`)
    return piece
  }

  #choice(): Piece {
    const options = [this.#sequence()]
    while (this.#text[this.#at] === '|') {
      this.#at++
      options.push(this.#sequence())
    }
    return options.length === 1 ? (options[0] as Piece) : anyOf(options)
  }

  #sequence(): Piece {
    const items: Piece[] = []
    while (this.#at < this.#text.length && !'|)'.includes(this.#text.charAt(this.#at))) {
      const item = this.#item()
      const optional = this.#text[this.#at] === '?'
      if (optional) this.#at++
      items.push(optional ? { ...item, source: `(?:${item.source})?`, empty: true } : item)
    }
    return inOrder(this.#backwards ? items.reverse() : items)
  }

  #item(): Piece {
    const sign = this.#text.charAt(this.#at)
    if (sign === '(') {
      this.#at++
      const inner = this.#choice()
      if (this.#text[this.#at] !== ')') throw new SyntaxError('a ( is not closed')
      this.#at++
      return { ...inner, source: `(?:${inner.source})` }
    }
    if (sign === '<') return this.#wordClass(this.#until('>'))
    if (sign === '{') return this.#capture(this.#until('}'))
    this.#at++
    return literal(sign)
  }

  #until(close: string): string {
    const end = this.#text.indexOf(close, this.#at)
    if (end < 0) throw new SyntaxError(`a ${this.#text[this.#at]} is not closed`)
    const name = this.#text.slice(this.#at + 1, end)
    this.#at = end + 1
    return name
  }

  #wordClass(name: string): Piece {
    const known = wordClasses[name]
    if (known === undefined) throw new SyntaxError(`no word class is called <${name}>`)
    const longestFirst = [...known].sort((one, other) => other.length - one.length)
    return anyOf(longestFirst.map((word) => literal(this.#backwards ? reverse(word) : word)))
  }

  #capture(name: string): Piece {
    const source = captures[name]
    if (source === undefined) throw new SyntaxError(`{${name}} is none of {indicator} {whole} {than} {quantity}`)
    return { source: `(?<${name}>${source})`, begins: null, empty: false }
  }
}

const literal = (text: string): Piece => ({
  source: text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  begins: [text.charAt(0)],
  empty: text === '',
})

const anyOf = (options: readonly Piece[]): Piece => ({
  source: `(?:${options.map(({ source }) => source).join('|')})`,
  begins: allOf(options),
  empty: options.some(({ empty }) => empty),
})

function inOrder(items: readonly Piece[]): Piece {
  const first = items.findIndex(({ empty }) => !empty)
  return {
    source: items.map(({ source }) => source).join(''),
    begins: allOf(first < 0 ? items : items.slice(0, first + 1)),
    empty: first < 0,
  }
}

function allOf(pieces: readonly Piece[]): string[] | null {
  return pieces.some(({ begins }) => begins === null) ? null : pieces.flatMap(({ begins }) => begins ?? [])
}
