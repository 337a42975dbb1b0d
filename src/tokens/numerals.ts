import { add, type Decimal, negative } from './decimal.ts'
import { isInWord } from './numeral-characters.ts'
import { newState, numberOf, step } from './numeral-steps.ts'

/** A numeral at one place of a text: 3700多万 → 37000000 over; 十五六万 → 150000 to 160000. */
export interface Numeral {
  readonly start: number
  readonly end: number
  readonly low: Decimal
  readonly high: Decimal | null
  /** 余 多 几 make it over, 来 about: 700余, 三十几万, 十来. */
  readonly vague: 'over' | 'about' | null
  /** Written with Chinese digits alone. */
  readonly spelled: boolean
  /** The power of ten that ends it: 3百万 → 6. */
  readonly magnitude: number
  /** What of it is 万 and 亿: 3百万 → 4, 1.3万亿 → 12. */
  readonly myriads: number
  /** Magnitudes alone, no digit: 万亿 in 突破万亿元. */
  readonly bare: boolean
}

/** 减负2500亿元 and 税负3% are burdens, no minus. */
const notMinus = '减降承担胜正欺辜税抱背自肩费'

/** How long the sign is that a numeral begins with: 负 of 负2.3, 零下 of 零下5, - of -310; 0 where there is none. */
function signAt(text: string, start: number): number {
  const char = text[start]
  if (char === '负') return notMinus.includes(text.charAt(start - 1) || ' ') ? 0 : 1
  if (char === '零') return text[start + 1] === '下' ? 2 : 0
  return char !== undefined && dashes.includes(char) ? 1 : 0
}

const dashes = '-–—'

/** The numeral that begins at `start` and ends before `limit`, or null: 1.66亿, 两万三千, 二十点七一万, 1亿2千万. */
export function readNumeral(text: string, start: number, limit: number): Numeral | null {
  const first = start + signAt(text, start)
  const minus = first > start
  const state = newState()
  let end = first
  for (let next = end; next < limit; end = next) {
    next = step(text, end, limit, state)
    if (next === end) break
  }
  if (end === first || isInWord(text, first, end)) return null
  const sum = numberOf(state)
  const top = state.spread === null ? null : add(sum, state.spread)
  // 零下三四度 lies between −4 and −3
  const low = minus ? negative(top ?? sum) : sum
  const high = minus && top !== null ? negative(sum) : top
  const { vague, spelled, magnitude, myriads } = state
  return { start, end, low, high, vague, spelled, magnitude, myriads, bare: state.bare && vague === null }
}
