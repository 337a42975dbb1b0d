import { type Decimal, negative, timesTen, toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import { isSpelledOut } from './bare.ts'
import { numeralsOf, type Rule, unitsOf } from './rule.ts'

/** Two ends: 5%—5.5%, 3至5个, 10~15万元. */
export const range: Rule = {
  name: 'range',
  pattern: /数量?至数量?/y,
  read: (tokens, text) => {
    const [from, to] = numeralsOf(tokens) as [Numeral, Numeral]
    const units = unitsOf(tokens)
    const [first, last] = [units[0], units.at(-1)]
    if (first?.name !== last?.name || from.bare || to.bare) return null
    // 3 至 5 spelled with no unit: 由三到五 is no amount
    if (first === undefined && (from.spelled || to.spelled) && !(isSpelledOut(from, text) && isSpelledOut(to, text)))
      return null
    // 100万 shares its unit alone where its own is written: 5个至8万个
    const low = units.length === 2 ? from.low : shared(from, to)
    const scale = (number: Decimal) => toNumber(timesTen(number, last?.power ?? 0))
    // 零下10到15度 lies wholly below zero
    const below = text.startsWith('零下', from.start) && toNumber(to.low) > 0
    const [value, high] = below ? [scale(negative(to.low)), scale(low)] : [scale(low), scale(to.low)]
    return high > value ? { value, high, unit: last?.name ?? '', qualifier: 'range' } : null
  },
  examples: [
    [{ value: 5, high: 5.5, unit: '%', qualifier: 'range' }, '5%—5.5%', '5—5.5%', '5%至5.5%'],
    [{ value: 100000, high: 150000, unit: '元' }, '10~15万元', '10万—15万元', '10万元至15万元', '十到十五万元'],
    [{ value: 2000, high: 3000, unit: '元' }, '两到三千元', '2~3千元'],
    [{ value: 8500, high: 30000, unit: '元' }, '8500到3万元'],
    [{ value: 3, high: 5, unit: '个' }, '3至5个', '三到五个', '3-5个'],
    [{ value: 10000, high: 50000, unit: '元' }, '1万（含）-5万元'],
    [{ value: 1000, high: 1500, unit: '' }, '范围是⟦一千到一千五百⟧'],
    [{ value: -18, high: -15, unit: '℃' }, '-18℃至-15℃', '零下18℃至零下15℃', '-18~-15℃'],
    [{ value: -5, high: 10, unit: '℃' }, '-5℃至10℃'],
  ],
  never: ['2020-2022年', '1—11月'],
}

/** Two ends that 和 joins and 之间 closes: 在1亿元与2亿元之间. */
export const between: Rule = {
  name: 'between',
  pattern: /数量?、数量?/y,
  read: (tokens, text) => (text.startsWith('之间', tokens.at(-1)?.end) ? range.read(tokens, text) : null),
  examples: [[{ value: 1e8, high: 2e8, unit: '元' }, '在⟦1亿元与2亿元⟧之间', '在⟦1亿和2亿元⟧之间']],
  never: ['1亿元与2亿元'],
}

/** The low end has the magnitude of the high one, unless that would make it the greater: 10~15万, 两到三千, 8500到3万. */
function shared(from: Numeral, to: Numeral): Decimal {
  const digit = from.magnitude === 0 && from.low.scale === 0 && from.low.digits < 10n
  const power = from.myriads > 0 ? 0 : digit && to.magnitude > 1 ? to.magnitude : to.myriads
  const scaled = timesTen(from.low, power)
  return toNumber(scaled) < toNumber(to.low) ? scaled : from.low
}
