import { add, type Decimal, isZero, negative, timesTen, toDecimal, ZERO } from './decimal.ts'
import { startsUnit } from './units.ts'

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
  /** The power of ten that ends it, which 10~15万元 shares: 1.3万亿 → 12. */
  readonly magnitude: number
  /** Magnitudes alone, no digit: 万亿 in 突破万亿元. */
  readonly bare: boolean
}

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((forms, digit) =>
    [...forms].map((char) => [char, digit]),
  ),
)
const tens: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 }
const myriads: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }
/** Short for 二十 and 三十. */
const scores: Readonly<Record<string, bigint>> = { 廿: 20n, 卅: 30n }
const vagueWords: Readonly<Record<string, Numeral['vague']>> = { 余: 'over', 多: 'over', 几: 'over', 来: 'about' }

/** No figure of a report is longer; what is, is an identifier, and would cost more than linear time. */
const longestLiteral = 30
const highestMagnitude = 24

const starts = new Uint8Array(0x10000)
for (const char of [
  ...'0123456789负',
  ...Object.keys(digits),
  ...Object.keys(tens),
  ...Object.keys(myriads),
  ...Object.keys(scores),
])
  starts[char.charCodeAt(0)] = 1

/** Whether a numeral may begin with this character: 3, 三, 百, 负. */
export const startsNumeral = (code: number): boolean => starts[code] === 1

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** What is known between two characters while one numeral is read. */
interface State {
  /** Whole groups of 万 and 亿. */
  total: Decimal
  /** Below 万: 二千三百. */
  section: Decimal
  /** Digits that no magnitude has taken yet. */
  current: Decimal | null
  /** How many digits were spelled last, for 三万四 and 三万零四. */
  run: number
  /** The power of the last magnitude, 0 for none. */
  last: number
  /** What the upper end adds: 1 in 七八成. */
  spread: Decimal | null
  vague: Numeral['vague']
  spelled: boolean
  bare: boolean
  magnitude: number
}

/** The numeral that begins at `start` and ends before `limit`, or null: 1.66亿, 两万三千, 二十点七一万, 1亿2千万. */
export function readNumeral(text: string, start: number, limit: number): Numeral | null {
  const minus = text[start] === '负'
  const state: State = {
    total: ZERO,
    section: ZERO,
    current: null,
    run: 0,
    last: 0,
    spread: null,
    vague: null,
    spelled: true,
    bare: true,
    magnitude: 0,
  }
  let end = minus ? start + 1 : start
  const first = end
  for (let next = end; next < limit; end = next) {
    next = step(text, end, limit, state)
    if (next === end) break
  }
  if (end === first) return null
  const low = numberOf(state)
  const high = state.spread === null ? null : add(low, state.spread)
  const { vague, spelled, magnitude } = state
  const bare = state.bare && vague === null
  return { start, end, low: minus ? negative(low) : low, high, vague, spelled, magnitude, bare }
}

function numberOf({ total, section, current, spelled, last, run }: State): Decimal {
  const whole = add(total, section)
  if (current === null) return whole
  // 三万四 is 34000, 三万零四 is not
  return add(whole, spelled && last >= 2 && run === 1 ? timesTen(current, last - 1) : current)
}

/** Reads one literal, run of digits or magnitude; gives `at` back where the numeral is over. */
function step(text: string, at: number, limit: number, state: State): number {
  const char = text[at] as string
  if (isDigit(text.charCodeAt(at))) return literal(text, at, limit, state)
  if (char in digits) return spelledDigits(text, at, limit, state)
  if (char in scores) return score(char, at, state)
  if ((char in tens || char in myriads) && startsUnit(text, at) && !state.bare) return at
  if (char in tens) return ten(at, tens[char] as number, state)
  if (char in myriads) return myriad(at, myriads[char] as number, state)
  if (char in vagueWords) return vague(text, at, state)
  if (char === '点' && state.spelled && !state.bare) return spelledFraction(text, at, limit, state)
  return at
}

const isEmpty = (state: State): boolean => state.current === null && isZero(state.section) && isZero(state.total)

/** 1,100.5 and 1，100; in 3万4000 the literal follows a magnitude. */
function literal(text: string, at: number, limit: number, state: State): number {
  if (state.vague !== null || state.current !== null) return at
  const end = literalEnd(text, at, limit)
  const plain = text.slice(at, end).replace(/[,，]/g, '')
  if (plain.length > longestLiteral) return at
  // 3万4000 and 5千200 go on; 一2, 3万1.5 and 3万40000 do not
  if (!state.bare && (plain.includes('.') || plain.length > state.last)) return at
  state.current = toDecimal(plain)
  state.run = 0
  state.spelled = false
  state.bare = false
  state.magnitude = 0
  return end
}

/** Where the figure ends that begins at `at`: 1,100.5 in 1,100.5万. */
export function literalEnd(text: string, at: number, limit: number): number {
  let end = digitsEnd(text, at, limit)
  if (end - at <= 3) {
    while ((text[end] === ',' || text[end] === '，') && digitsEnd(text, end + 1, Math.min(limit, end + 5)) === end + 4)
      end += 4
  }
  if (text[end] === '.') {
    const after = digitsEnd(text, end + 1, limit)
    if (after > end + 1) end = after
  }
  return end
}

function digitsEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}

function spelledDigits(text: string, at: number, limit: number, state: State): number {
  if (state.vague !== null || state.current !== null) return at
  let end = at + 1
  while (end < limit && end - at < longestLiteral && (text[end] as string) in digits) end++
  // 两 is a digit of its own or the first of a spread: 两万, 两三个; in 五两 it is a weight
  const two = text.slice(at, end).indexOf('两', 1)
  if (two > 0 && text.slice(at, end) !== '一两') end = at + two
  const run = [...text.slice(at, end)].map((char) => digits[char] as number)
  const [first = 0, second = 0] = run
  // 三五个, 十五六万, 七八成 are spreads, not 35
  if (run.length === 2 && first > 0 && (second - first === 1 || (first === 3 && second === 5))) {
    state.spread = { digits: BigInt(second - first), scale: 0 }
    state.current = { digits: BigInt(first), scale: 0 }
  } else state.current = { digits: BigInt(run.join('')), scale: 0 }
  state.run = run.length
  state.bare = false
  state.magnitude = 0
  return end
}

/** 点七一 of 二十点七一 */
function spelledFraction(text: string, at: number, limit: number, state: State): number {
  let end = at + 1
  while (end < limit && end - at < longestLiteral && (text[end] as string) in digits) end++
  if (end === at + 1) return at
  const run = [...text.slice(at + 1, end)].map((char) => digits[char]).join('')
  state.current = add(state.current ?? ZERO, { digits: BigInt(run), scale: run.length })
  state.run = run.length + 1
  return end
}

function score(char: string, at: number, state: State): number {
  if (state.current !== null || !isZero(state.section) || state.vague !== null) return at
  state.section = { digits: scores[char] as bigint, scale: 0 }
  state.last = 1
  state.bare = false
  return at + 1
}

function ten(at: number, power: number, state: State): number {
  // 一百一十 goes on, 十百 does not; 1万百 neither
  const falling = isZero(state.section) || state.last > power
  if (!falling || (state.current === null && !isEmpty(state) && power > 1)) return at
  state.section = add(state.section, timesTen(state.current ?? { digits: 1n, scale: 0 }, power))
  if (state.spread !== null) state.spread = timesTen(state.spread, power)
  if (power === 1) state.bare = false
  return magnitude(at, power, state)
}

function myriad(at: number, power: number, state: State): number {
  if (state.magnitude + power > highestMagnitude) return at
  const pending = add(state.section, state.current ?? ZERO)
  if (state.spread !== null) state.spread = timesTen(state.spread, power)
  if (isEmpty(state)) state.total = timesTen({ digits: 1n, scale: 0 }, power)
  else if (isZero(pending)) state.total = timesTen(state.total, power)
  else if (power === 8) state.total = timesTen(add(state.total, pending), power)
  else state.total = add(state.total, timesTen(pending, power))
  state.section = ZERO
  return magnitude(at, power, state)
}

function magnitude(at: number, power: number, state: State): number {
  state.current = null
  state.run = 0
  state.last = power
  state.magnitude += power
  return at + 1
}

/** 700余, 3700多万, 三十几: after something round, and before a magnitude or what is counted. */
function vague(text: string, at: number, state: State): number {
  const round = state.current === null || (!state.spelled && state.current.digits % 10n === 0n)
  if (isEmpty(state) || state.vague !== null || (!round && !startsUnit(text, at + 1))) return at
  const word = text[at] as string
  // 十来个, but 3万来自
  if (word === '来' && !startsUnit(text, at + 1)) return at
  if (state.current !== null && word === '几') return at
  state.vague = vagueWords[word] as Numeral['vague']
  return at + 1
}
