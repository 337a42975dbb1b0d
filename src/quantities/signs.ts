import { tableOf } from '../text/characters.ts'
import { builtInUnits, kindOfUnit, type Units } from '../tokens/units.ts'
import type { Quantity } from '../types.ts'

/** A quantity as far as its sign is concerned. */
export type Signed = Pick<Quantity, 'start' | 'raw' | 'value' | 'high' | 'sign'>

const outside: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['+', 'up'],
  ['↑', 'up'],
  ['↓', 'down'],
])

const opensSigned = tableOf('-–—负')
const marks = tableOf('+↑↓-')

/** May there be a sign where a number begins or directly before it? Hardly ever. */
export const maySign = (text: string, start: number): boolean =>
  opensSigned[text.charCodeAt(start)] === 1 || marks[text.charCodeAt(start - 1)] === 1

/**
 * The sign of a quantity: of an amount it makes the value negative and belongs to `raw` (净利润-310万元, 零下5℃), of a
 * change it stays outside (同比-0.7%, 增速为负2.3%), and a plus does always.
 */
export function signOf(
  amount: Signed & Pick<Quantity, 'unit'>,
  text: string,
  found: readonly Quantity[],
  units: Units = builtInUnits,
): Signed {
  const { start, raw, value, high, unit } = amount
  const plus = outside.get(text.charAt(start - 1))
  if (plus !== undefined && !/[\dA-Za-z]/.test(text.charAt(start - 2))) return { ...amount, sign: plus }
  // -￥300
  if (value > 0 && high === null && text[start - 1] === '-' && /^[￥¥$€£]/.test(raw))
    return { ...amount, start: start - 1, raw: `-${raw}`, value: -value }
  if (!/^[-–—负]/.test(raw)) return amount
  if (start === 0 && isBullet(raw, text, unit, units)) return { ...asChange(amount), sign: null }
  return isChange(text, listStart(text, start, found), unit, units) ? asChange(amount) : amount
}

/** - 12家企业完成改造: a dash before things that are counted opens a line of a list. */
const isBullet = (raw: string, text: string, unit: string, units: Units): boolean =>
  raw.startsWith('-') && /^\p{Script=Han}/u.test(text.slice(raw.length)) && kindOfUnit(unit, units) === 'counter'

/** A signed amount as a change, where its sign is one of −, – and 负 and all of it lies below zero: −3.5% → 3.5 % down. */
export function asChange(amount: Signed): Signed {
  const { start, raw, value, high } = amount
  if (!/^[-–—负]/.test(raw) || value >= 0 || (high ?? -1) > 0) return amount
  const ends = high === null ? { value: -value, high } : { value: -high, high: -value }
  return { start: start + 1, raw: raw.slice(1), ...ends, sign: 'down' }
}

/** A change with a minus as an amount below zero: its sign, which stands before it in the text, is its own. */
export function asAmount(change: Signed, text: string): Signed {
  const { start, raw, value, high } = change
  if (change.sign !== 'down' || !/[-–—负]/.test(text.charAt(start - 1))) return change
  const ends = high === null ? { value: -value, high } : { value: -high, high: -value }
  return { start: start - 1, raw: text.charAt(start - 1) + raw, ...ends, sign: null }
}

/** Where the list begins that a number is the last of: all of 分别增长3.2%、-1.5%、4.0% are told by what stands before 3.2%. */
function listStart(text: string, start: number, found: readonly Quantity[]): number {
  let at = start
  for (let index = found.length - 1; index >= 0; index--) {
    const { start: first, end, sign } = found[index] as Quantity
    if (!/^[、和与及，,]$/.test(text.slice(end, at))) break
    at = sign === null ? first : first - 1
  }
  return at
}

/** Between what is measured and its figure: 增速[为], 降幅[均达]. */
const copula = /(?:[为是达约仅均各也就了在：:（(]|达到|分别|保持|幅度)+$/
const moved = /[至到由从自]$/
const growth =
  /(?:增速|增幅|涨幅|跌幅|降幅|减幅|增长率|下降率|增减|变动|变化|增长速度|同比|环比|增长|涨跌)(?:幅度|情况|率)?$/
const verbs = /(?:增[长加减收]|上[涨升]|提高|下[降跌滑]|减少|降低|回[落升]|年均|[比较与][^，。；：\d率重例由从]{1,12})$/
/** May lie below zero themselves: 自然增长率-0.99‰, 净利率为-3%. */
const rates = /(?:自然增长率|[^长降]率|占?比[重例]?|差额?|利差|缺口|贡献|敞口|收益)$/
/** Differences: no amount is so many of them. */
const differences = /^(?:百分点|千分点|基点|点|番|倍)$/

/** Is a number with a minus at `at` how much something changed, by its unit and what stands before? */
function isChange(text: string, at: number, unit: string, units: Units): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const said = before.replace(copula, '')
  const wentTo = moved.test(said)
  const core = wentTo ? said.slice(0, -1) : said
  if (differences.test(unit)) return true
  if (/自然增长率?$/.test(core)) return false
  if (growth.test(core)) return true
  if (!wentTo && verbs.test(core)) return true
  if (unit === '%' || unit === '‰') return !rates.test(core)
  // 社会公用计量标准-63项: nobody has fewer than none, but 净流入人口-3万人
  if (/净[流增迁入出]/.test(core)) return false
  return said === before && kindOfUnit(unit, units) === 'counter'
}
