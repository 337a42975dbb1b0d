import { add, type Decimal, timesTen, toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import type { Unit } from '../tokens/units.ts'
import { numeralsOf, type Rule, unitsOf } from './rule.ts'

/** A digit behind the unit is a tenth of it: 七成六 → 76 %. */
export const tail: Rule = {
  name: 'tail',
  pattern: /数量数(?!量)/y,
  read: (tokens) => {
    const [numeral, tenths] = numeralsOf(tokens) as [Numeral, Numeral]
    const [unit] = unitsOf(tokens) as [Unit]
    const isDigit = tenths.spelled && tenths.magnitude === 0 && tenths.low.digits < 10n && tenths.low.scale === 0
    if (unit.power !== 1 || !isDigit) return null
    const sum: Decimal = add(timesTen(numeral.low, 1), tenths.low)
    return { value: toNumber(sum), high: null, unit: unit.name, qualifier: null }
  },
  examples: [[{ value: 76, unit: '%' }, '七成六']],
  never: ['七成', '七成六家'],
}
