import { isMagnitude } from '../tokens/numeral-characters.ts'
import { scan, type Token, type Tokens } from '../tokens/scan.ts'
import type { Units } from '../tokens/units.ts'
import { hedgeAfter, hedgeBefore } from '../tokens/words.ts'
import type { Quantity } from '../types.ts'
import { namedUnit } from './named-unit.ts'
import type { Reading, Rule } from './rule.ts'
import { maySign, signOf } from './signs.ts'

/** The quantities of a text: at each token the longest match, the first rule where two are as long; none overlap. */
export function match(rules: readonly Rule[], text: string, units: Units): Quantity[] {
  const found: Quantity[] = []
  for (const tokens of scan(text, units)) {
    for (let from = 0; from < tokens.list.length; ) {
      const best = longest(rules, tokens, from, text)
      if (best !== null) found.push(quantity(best, tokens.list.slice(from, best.to), { text, units, found }))
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

/** Where a quantity stands: the text, and those found in it before. */
interface Around {
  readonly text: string
  readonly units: Units
  readonly found: readonly Quantity[]
}

function quantity({ rule, reading }: Match, tokens: readonly Token[], { text, units, found }: Around): Quantity {
  const first = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? first
  const { value, high, unit } = reading
  const named = unit === '' || unit === '元' ? namedUnit(reading, text, first, units) : null
  const start = named?.start ?? first
  const hedged = { magnitude: isMagnitude(text[first]), things: isThing(unit, text.slice(end, end + 1)) }
  // 港币约8亿元, 约港币8亿元
  const said =
    reading.qualifier ??
    hedgeAfter(text, end) ??
    hedgeBefore(text, first, hedged) ??
    (start < first ? hedgeBefore(text, start, hedged) : null)
  const plain: Quantity = {
    start,
    end,
    raw: text.slice(start, end),
    value: named?.value ?? value,
    high: named === null ? high : named.high,
    unit: named?.unit ?? unit,
    qualifier: high !== null ? 'range' : (said ?? 'exact'),
    sign: null,
    rule: rule.name,
  }
  return maySign(text, start) ? { ...plain, ...signOf(plain, text, found, units) } : plain
}

/** 12项关键技术, and not 30个大关 */
const isThing = (unit: string, next: string): boolean =>
  '个项种'.includes(unit.charAt(0)) && /^[个项种](?!大)\p{Script=Han}/u.test(unit + next)
