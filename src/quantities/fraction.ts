import { type Decimal, timesTen, toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import { numeralsOf, type Rule } from './rule.ts'

const ofMagnitude: Readonly<Record<number, string>> = { 100: '%', 1000: '‰' }

/** Parts of a whole: 三分之二 → 0.6667; 百分之九十五 → 95 %. */
export const fraction: Rule = {
  name: 'fraction',
  pattern: /数分数(?:至(?:数分)?数)?/y,
  read: (tokens) => {
    const [whole, part, ...rest] = numeralsOf(tokens) as [Numeral, Numeral, ...Numeral[]]
    const parts = toNumber(whole.low)
    // 百分之百 is the one magnitude that is a part
    if (parts === 0 || (part.bare && part.low.digits !== 100n)) return null
    const unit = whole.bare ? (ofMagnitude[parts] ?? '') : ''
    // 十万分之12.345 is exact
    const power = Math.round(Math.log10(parts))
    const share = (number: Decimal) =>
      10 ** power === parts ? toNumber(timesTen(number, -power)) : rounded(toNumber(number) / parts)
    const scale = unit === '' ? share : toNumber
    const value = scale(part.low)
    const upper = rest.at(-1)?.low ?? part.high
    const high = upper === null ? null : scale(upper)
    return high !== null && high <= value ? null : { value, high, unit, qualifier: part.vague }
  },
  examples: [
    [{ value: 0.6667, unit: '' }, '三分之二', '3分之2'],
    [{ value: 95, unit: '%' }, '百分之九十五', '百分之95'],
    [{ value: 3, high: 5, unit: '%' }, '百分之三至百分之五', '百分之三到五'],
    [{ value: 3, unit: '‰' }, '千分之三'],
    [{ value: 100, unit: '%' }, '百分之百', '百分之一百'],
    [{ value: 0.00012345, unit: '' }, '十万分之12.345'],
  ],
  never: ['百分点', '百分制'],
}

/** 1/4 of a whole; 9/10 may as well be a date, so only small ones. */
export const slashFraction: Rule = {
  name: 'slash-fraction',
  pattern: /数\/数(?!量)/y,
  read: (tokens) => {
    const [part, whole] = numeralsOf(tokens).map(({ low }) => toNumber(low)) as [number, number]
    const known = Number.isInteger(part) && Number.isInteger(whole) && 0 < part && part < whole && whole <= 10
    return known ? { value: rounded(part / whole), high: null, unit: '', qualifier: null } : null
  },
  examples: [[{ value: 0.25, unit: '' }, '1/4', '占全国⟦1/4⟧']],
  never: ['3/5人', '5/2'],
}

/** A whole number and parts: 三又二分之一 → 3.5. */
export const mixedFraction: Rule = {
  name: 'mixed-fraction',
  pattern: /数又数分数/y,
  read: (tokens) => {
    const [number, whole, part] = numeralsOf(tokens) as [Numeral, Numeral, Numeral]
    const value = toNumber(number.low)
    const more = toNumber(part.low) / toNumber(whole.low)
    return { value: value < 0 ? value - more : value + more, high: null, unit: '', qualifier: null }
  },
  examples: [[{ value: 3.5, unit: '' }, '三又二分之一', '3又2分之1']],
  never: ['三分之二'],
}

/** To four figures, as the output writes fractions of a whole. */
const rounded = (value: number): number => Number(value.toPrecision(value < 1 ? 4 : 12))
