import { isMagnitude } from '../tokens/numeral-characters.ts'
import { scan, type Token, type Tokens } from '../tokens/scan.ts'
import type { Units } from '../tokens/units.ts'
import { hedgeAfter, hedgeBefore } from '../tokens/words.ts'
import type { Quantity } from '../types.ts'
import type { Reading, Rule } from './rule.ts'

/** The quantities of a text: at each token the longest match, the first rule where two are as long; none overlap. */
export function match(rules: readonly Rule[], text: string, units: Units): Quantity[] {
  const found: Quantity[] = []
  for (const tokens of scan(text, units)) {
    for (let from = 0; from < tokens.list.length; ) {
      const best = longest(rules, tokens, from, text)
      if (best !== null) found.push(quantity(best, tokens.list.slice(from, best.to), text))
      from = best?.to ?? from + 1
    }
  }
  return found
}

interface Match {
  readonly rule: Rule
  readonly reading: Reading
  /** The index after its last token. */
  readonly to: number
}

function longest(rules: readonly Rule[], { list, letters }: Tokens, from: number, text: string): Match | null {
  let best: Match | null = null
  for (const { rule, length } of fitting(rules, letters, from)) {
    const to = from + Math.min(length, rule.spans ?? length)
    if (to <= (best?.to ?? from)) continue
    const reading = rule.read(list.slice(from, from + length), text)
    if (reading !== null) best = { rule, reading, to }
  }
  return best
}

/** A rule whose pattern matches so many letters. */
interface Fit {
  readonly rule: Rule
  readonly length: number
}

/** Nearly all runs of tokens are one of a few, such as 数量: what fits them is found once. */
const known = new WeakMap<readonly Rule[], Map<string, readonly Fit[]>>()
const longestKnown = 6

function fitting(rules: readonly Rule[], letters: string, from: number): readonly Fit[] {
  if (letters.length > longestKnown) return fitsOf(rules, letters, from)
  const fits = known.get(rules) ?? new Map<string, readonly Fit[]>()
  known.set(rules, fits)
  const key = `${from}${letters}`
  const found = fits.get(key) ?? fitsOf(rules, letters, from)
  fits.set(key, found)
  return found
}

function fitsOf(rules: readonly Rule[], letters: string, from: number): Fit[] {
  const fits: Fit[] = []
  for (const rule of rules) {
    rule.pattern.lastIndex = from
    if (rule.pattern.test(letters)) fits.push({ rule, length: rule.pattern.lastIndex - from })
  }
  return fits
}

function quantity({ rule, reading }: Match, tokens: readonly Token[], text: string): Quantity {
  const start = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? start
  const { value, high, unit } = reading
  const hedged = { magnitude: isMagnitude(text[start]), things: isThing(unit, text.slice(end, end + 1)) }
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
const isThing = (unit: string, next: string): boolean =>
  '个项种'.includes(unit.charAt(0)) && /^[个项种](?!大)\p{Script=Han}/u.test(unit + next)

const signs: ReadonlyMap<number, Quantity['sign']> = new Map(
  ([...'+↑-−↓'] as const).map((sign) => [sign.charCodeAt(0), '+↑'.includes(sign) ? 'up' : 'down']),
)

/** The sign of +63项 and −10.4%; in A+B and 8-10 there is none. */
function signBefore(text: string, start: number): Quantity['sign'] {
  const sign = signs.get(text.charCodeAt(start - 1)) ?? null
  return sign !== null && /[0-9A-Za-z]/.test(text[start - 2] ?? '') ? null : sign
}
