import { type Decimal, toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import { numeralsOf, type Rule } from './rule.ts'

const ofHundred: Readonly<Record<number, string>> = { 100: '%', 1000: '‰' }

/** Parts of a whole: 三分之二 → 0.6667; 百分之九十五 → 95 %. */
export const fraction: Rule = {
  name: 'fraction',
  pattern: /数分数(?:至(?:数分)?数)?/y,
  read: (tokens) => {
    const [whole, part, ...rest] = numeralsOf(tokens) as [Numeral, Numeral, ...Numeral[]]
    const upper = rest.at(-1)
    const parts = toNumber(whole.low)
    if (part.bare && part.low.digits !== 100n) return null
    const unit = ofHundred[parts] ?? ''
    const scale = (number: Decimal) => (unit === '' ? rounded(toNumber(number) / parts) : toNumber(number))
    const high = upper?.low ?? part.high
    return { value: scale(part.low), high: high === null ? null : scale(high), unit, qualifier: part.vague }
  },
  examples: [
    [{ value: 0.6667, unit: '' }, '三分之二', '3分之2'],
    [{ value: 95, unit: '%' }, '百分之九十五'],
    [{ value: 3, high: 5, unit: '%' }, '百分之三至百分之五', '百分之三到五'],
    [{ value: 3, unit: '‰' }, '千分之三'],
  ],
  never: ['百分点'],
}

const rounded = (value: number): number => Number(value.toPrecision(4))
