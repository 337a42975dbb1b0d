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
export type Matcher = (left: string, right: string) => Match | null

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
  const leftSource = new Reader(left ? before.slice('{indicator}'.length) : before, true).read()
  const leftPattern = new RegExp(`^(?:${leftSource})${left || right || after === '' ? '' : '$'}`)
  const rightPattern = after === '' ? null : new RegExp(`^(?:${new Reader(after, false).read()})`)
  return (leftText, rightText) => {
    const backwards = reverse(leftText)
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
}

const reverse = (text: string): string => (text.length < 2 ? text : [...text].reverse().join(''))

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

  read(): string {
    const source = this.#choice()
    if (this.#at < this.#text.length) throw new SyntaxError(`“${this.#text.slice(this.#at)}” closes nothing`)
    return source
  }

  #choice(): string {
    const options = [this.#sequence()]
    while (this.#text[this.#at] === '|') {
      this.#at++
      options.push(this.#sequence())
    }
    return options.length === 1 ? (options[0] as string) : `(?:${options.join('|')})`
  }

  #sequence(): string {
    const items: string[] = []
    while (this.#at < this.#text.length && !'|)'.includes(this.#text.charAt(this.#at))) {
      const item = this.#item()
      const optional = this.#text[this.#at] === '?'
      if (optional) this.#at++
      items.push(optional ? `(?:${item})?` : item)
    }
    return (this.#backwards ? items.reverse() : items).join('')
  }

  #item(): string {
    const sign = this.#text.charAt(this.#at)
    if (sign === '(') {
      this.#at++
      const inner = this.#choice()
      if (this.#text[this.#at] !== ')') throw new SyntaxError('a ( is not closed')
      this.#at++
      return `(?:${inner})`
    }
    if (sign === '<') return this.#wordClass(this.#until('>'))
    if (sign === '{') return this.#capture(this.#until('}'))
    this.#at++
    return escaped(sign)
  }

  #until(close: string): string {
    const end = this.#text.indexOf(close, this.#at)
    if (end < 0) throw new SyntaxError(`a ${this.#text[this.#at]} is not closed`)
    const name = this.#text.slice(this.#at + 1, end)
    this.#at = end + 1
    return name
  }

  #wordClass(name: string): string {
    const known = wordClasses[name]
    if (known === undefined) throw new SyntaxError(`no word class is called <${name}>`)
    const longestFirst = [...known].sort((one, other) => other.length - one.length)
    return `(?:${longestFirst.map((word) => escaped(this.#backwards ? reverse(word) : word)).join('|')})`
  }

  #capture(name: string): string {
    const source = captures[name]
    if (source === undefined) throw new SyntaxError(`{${name}} is none of {indicator} {whole} {than} {quantity}`)
    return `(?<${name}>${source})`
  }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
