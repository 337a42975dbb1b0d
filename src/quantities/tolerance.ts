import { timesTen } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import { inUnit, numeralsOf, type Rule, unitsOf } from './rule.ts'

/** A figure and how far it may be off: 1.35±0.05万吨 is 13500 吨. */
export const tolerance: Rule = {
  name: 'tolerance',
  pattern: /数量?±数量?/y,
  read: (tokens) => {
    const [middle, spread] = numeralsOf(tokens) as [Numeral, Numeral]
    const [first, last] = [unitsOf(tokens)[0], unitsOf(tokens).at(-1)]
    if (middle.bare || spread.bare || first?.name !== last?.name) return null
    const own = middle.magnitude === 0 ? spread.magnitude : 0
    return { ...inUnit({ ...middle, low: timesTen(middle.low, own) }, first), high: null }
  },
  examples: [
    [{ value: 13500, high: null, unit: '吨' }, '1.35±0.05万吨', '1.35万吨±0.05万吨'],
    [{ value: 25, unit: '℃' }, '25℃±2℃', '25±2℃'],
    [{ value: 98.6, unit: '' }, '98.6±0.4'],
  ],
  never: ['25℃', '±2℃'],
}
