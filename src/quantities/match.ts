import { isMagnitude } from '../tokens/numeral-characters.ts'
import type { Tokens } from '../tokens/scan.ts'
import { hedgeAfter, hedgeBefore } from '../tokens/words.ts'
import type { Quantity } from '../types.ts'
import type { Reading, Rule } from './rule.ts'

/** The quantities of a text: at each token the longest match, the first rule where two are as long; none overlap. */
export function match(rules: readonly Rule[], tokens: Tokens): Quantity[] {
  const found: Quantity[] = []
  for (let from = 0; from < tokens.list.length; ) {
    const best = longest(rules, tokens, from)
    if (best !== null) found.push(quantity(best, tokens, from))
    from = best?.to ?? from + 1
  }
  return found
}

interface Match {
  readonly rule: Rule
  readonly reading: Reading
  /** The index after its last token. */
  readonly to: number
}

function longest(rules: readonly Rule[], { text, list, letters }: Tokens, from: number): Match | null {
  if (letters[from] === '·') return null
  let best: Match | null = null
  for (const rule of rules) {
    rule.pattern.lastIndex = from
    if (!rule.pattern.test(letters)) continue
    const length = rule.pattern.lastIndex - from
    const to = from + Math.min(length, rule.spans ?? length)
    if (to <= (best?.to ?? from)) continue
    const reading = rule.read(list.slice(from, from + length), text)
    if (reading !== null) best = { rule, reading, to }
  }
  return best
}

function quantity({ rule, reading, to }: Match, { text, list }: Tokens, from: number): Quantity {
  const start = list[from]?.start ?? 0
  const end = list[to - 1]?.end ?? start
  const { value, high, unit } = reading
  const hedged = { magnitude: isMagnitude(text[start]), things: isThing.test(unit + text.slice(end, end + 1)) }
  const said = reading.qualifier ?? hedgeAfter(text, end) ?? hedgeBefore(text, start, hedged)
  const qualifier = high !== null ? 'range' : (said ?? 'exact')
  return {
    start,
    end,
    raw: text.slice(start, end),
    value,
    high,
    unit,
    qualifier,
    sign: signBefore(text, start),
    rule: rule.name,
  }
}

/** 12项关键技术, and not 30个大关 */
const isThing = /^[个项种](?!大)\p{Script=Han}/u

/** The sign of +63项 and −10.4%; in A+B and 8-10 there is none. */
function signBefore(text: string, start: number): Quantity['sign'] {
  const char = text[start - 1]
  if (char === undefined || !'+-−－＋'.includes(char) || /[0-9A-Za-z]/.test(text[start - 2] ?? '')) return null
  return '+＋'.includes(char) ? 'up' : 'down'
}
