import { isDigit } from '../text/characters.ts'
import { add, type Decimal, isZero, timesTen, toDecimal, ZERO } from './decimal.ts'
import { isMagnitude, literalEnd, roles } from './numeral-characters.ts'
import { startsMoney, startsUnit } from './units.ts'
import { hedgeAfter } from './words.ts'

/** No figure of a report is longer; what is, is an identifier, and would cost more than linear time. */
const longestLiteral = 30
const highestMagnitude = 24
const ONE: Decimal = { digits: 1n, scale: 0 }

/** What is known between two characters while one numeral is read. */
export interface State {
  /** Whole groups of 兆. */
  trillions: Decimal
  /** Whole groups of 万 and 亿. */
  total: Decimal
  /** Below 万: 二千三百. */
  section: Decimal
  /** Digits that no magnitude has taken yet. */
  current: Decimal | null
  /** How many digits were read last, for 三万四 and 三万零四. */
  run: number
  /** 1.2 of 1.2万: no more digits follow its magnitude. */
  fraction: boolean
  /** The power of the last magnitude, 0 for none. */
  last: number
  /** What the upper end adds: 1 in 七八成. */
  spread: Decimal | null
  vague: 'over' | 'about' | null
  spelled: boolean
  bare: boolean
  magnitude: number
  myriads: number
}

export const newState = (): State => ({
  trillions: ZERO,
  total: ZERO,
  section: ZERO,
  current: null,
  run: 0,
  fraction: false,
  last: 0,
  spread: null,
  vague: null,
  spelled: true,
  bare: true,
  magnitude: 0,
  myriads: 0,
})

/** What has been read so far as one number. */
export function numberOf(state: State): Decimal {
  return add(add(state.trillions, state.total), add(state.section, lastDigits(state)))
}

/** 三万四 is 34000 and 13万2 132000, 三万零四 is not. */
function lastDigits({ current, last, run }: State): Decimal {
  if (current === null) return ZERO
  return last >= 2 && run === 1 ? timesTen(current, last - 1) : current
}

/** Reads one literal, run of digits or magnitude; gives `at` back where the numeral is over. */
export function step(text: string, at: number, limit: number, state: State): number {
  if (isDigit(text.charCodeAt(at)) || opensFraction(text, at, state)) return literal(text, at, limit, state)
  const [role, number] = roles.get(text[at] as string) ?? ['none', 0]
  switch (role) {
    case 'digit':
      return spelledDigits(text, at, limit, state)
    case 'score':
      return score(at, number, state)
    case 'ten':
      // The 千 of 3000千瓦 belongs to the unit
      return !state.bare && startsUnit(text, at) ? at : ten(at, number, state)
    case 'myriad':
      return myriad(at, number, state)
    case 'short':
      return !isEmpty(state) && isShort(text, at) ? myriad(at, number, state) : at
    case 'counted':
      // 两个亿
      return text[at + 1] === '亿' && state.current !== null ? myriad(at + 1, 8, state) : at
    case 'vague':
      return vague(text, at, state)
    case 'point':
      return spelledFraction(text, at, limit, state)
    default:
      return at
  }
}

const isEmpty = ({ current, section, total, trillions }: State): boolean =>
  current === null && isZero(section) && isZero(total) && isZero(trillions)

/** 15k元, 五兆元, 30w左右, 10k~15k and 五兆六十二亿 are amounts; 5K, 兆瓦 and 60W are none. */
function isShort(text: string, at: number): boolean {
  const behind = text.slice(at + 1, at + 5)
  if (startsMoney(text, at + 1)) return true
  if (text[at] === '兆') return roles.get(behind.charAt(0))?.[0] === 'digit'
  if (text[at] === 'w') return /^(?:左右|上下|[余多+])/.test(behind)
  return text[at] === 'k' && /^(?:$|[。，；、）~～—-]|左右|上下|以[上下内]|个百分)/.test(behind)
}

/** .5 of 增长.5% */
const opensFraction = (text: string, at: number, state: State): boolean =>
  text[at] === '.' && state.bare && isEmpty(state) && isDigit(text.charCodeAt(at + 1))

const withoutCommas = (literal: string): string =>
  literal.length > 4 ? literal.replaceAll(',', '').replaceAll('，', '') : literal

/** 1,100.5 and 1，100; in 3万4000 and 1千零20 the literal follows a magnitude. */
function literal(text: string, at: number, limit: number, state: State): number {
  const behindZero = state.current !== null && isZero(state.current) && state.last > 0
  if (state.vague !== null || state.fraction || (state.current !== null && !behindZero)) return at
  const end = literalEnd(text, at, limit)
  const plain = withoutCommas(text.slice(at, end))
  if (plain.length > longestLiteral) return at
  // 3万4000 and 5千200 go on; 一2, 3万1.5 and 3万40000 do not
  const isFraction = plain.includes('.')
  if (!state.bare && (isFraction || plain.length > state.last)) return at
  state.current = toDecimal(plain)
  state.run = behindZero ? 2 : plain.length
  state.fraction = isFraction
  state.spelled = false
  state.bare = false
  state.magnitude = 0
  state.myriads = 0
  return end
}

function spelledDigits(text: string, at: number, limit: number, state: State): number {
  if (state.vague !== null || state.current !== null) return at
  // The last 两 of 两万两 is a weight
  if (text[at] === '两' && !isEmpty(state) && !isMagnitude(text[at + 1])) return at
  let end = spelledEnd(text, at, limit)
  // 两 is a digit of its own or the first of a spread: 两万, 两三个; in 五两 it is a weight
  const two = text.slice(at, end).indexOf('两', 1)
  if (two > 0 && text.slice(at, end) !== '一两') end = at + two
  // 9万亿三个: behind figures only 零 and what has a magnitude of its own go on
  if (!state.spelled && state.last > 0 && text[at] !== '零' && !isMagnitude(text[end])) return at
  const run = spelledRun(text, at, end)
  const [first, second] = [Number(run[0]), Number(run[1])]
  // 三五个, 十五六万, 七八成 are spreads, not 35
  const spread = run.length === 2 && first > 0 && (second - first === 1 || (first === 3 && second === 5))
  state.spread = spread ? { digits: BigInt(second - first), scale: 0 } : null
  state.current = { digits: BigInt(spread ? first : run), scale: 0 }
  state.run = run.length
  state.bare = false
  state.magnitude = 0
  state.myriads = 0
  return end
}

/** 点七一 of 二十点七一 */
function spelledFraction(text: string, at: number, limit: number, state: State): number {
  const end = spelledEnd(text, at + 1, limit)
  if (end === at + 1 || !state.spelled || state.bare || state.vague !== null) return at
  const run = spelledRun(text, at + 1, end)
  state.current = add(lastDigits(state), { digits: BigInt(run), scale: run.length })
  state.run = run.length + 1
  return end
}

function spelledEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && end - at < longestLiteral && roles.get(text[end] as string)?.[0] === 'digit') end++
  // 十分之一二手房
  return end - at > 1 && text[end - 1] === '二' && text[end] === '手' ? end - 1 : end
}

/** 七一 → 71 */
function spelledRun(text: string, start: number, end: number): string {
  let run = ''
  for (let i = start; i < end; i++) run += roles.get(text[i] as string)?.[1]
  return run
}

function score(at: number, number: number, state: State): number {
  if (state.current !== null || !isZero(state.section) || state.vague !== null) return at
  state.section = { digits: BigInt(number), scale: 0 }
  state.last = 1
  state.bare = false
  return at + 1
}

function ten(at: number, power: number, state: State): number {
  // 一百一十 goes on, 十百 does not; 1万百 neither
  const falling = isZero(state.section) || state.last > power
  if (!falling || (state.current === null && !isEmpty(state) && power > 1)) return at
  // 一千零十八
  const isOne =
    state.current === null || (power === 1 && isZero(state.current) && !isEmpty({ ...state, current: null }))
  state.section = add(state.section, timesTen(isOne ? ONE : (state.current as Decimal), power))
  if (state.spread !== null) state.spread = timesTen(state.spread, power)
  if (power === 1) state.bare = false
  return magnitude(at, power, state)
}

function myriad(at: number, power: number, state: State): number {
  if (state.magnitude + power > highestMagnitude) return at
  const pending = add(state.section, state.current ?? ZERO)
  if (state.spread !== null) state.spread = timesTen(state.spread, power)
  if (power === 12 && !isEmpty(state)) {
    state.trillions = timesTen(add(state.total, pending), power)
    state.total = ZERO
  } else if (isEmpty(state)) state.total = timesTen(ONE, power)
  else if (isZero(pending)) state.total = timesTen(state.total, power)
  else if (power === 8) state.total = timesTen(add(state.total, pending), power)
  else state.total = add(state.total, timesTen(pending, power))
  state.section = ZERO
  state.myriads += power
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
  if (isEmpty(state) || state.vague !== null) return at
  const word = text[at] as string
  const zero = state.current === null || isZero(state.current)
  const round = zero || (!state.spelled && (state.current as Decimal).digits % 10n === 0n)
  const counts = startsUnit(text, at + 1) || isMagnitude(text[at + 1])
  // 500多学生 and 300多 say so too, 10多式联运, 3万来自 and 300+X do not
  if (!counts && (!round || word === '来' || word === '+' || (word !== '几' && hedgeAfter(text, at) === null)))
    return at
  if (word === '几') {
    // 一百零几万, but 3几 is none
    if (!zero) return at
    state.current = null
  }
  state.vague = word === '来' ? 'about' : 'over'
  return at + 1
}
