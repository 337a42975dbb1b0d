import { add, type Decimal, timesTen, toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import type { Unit } from '../tokens/units.ts'
import { numeralsOf, type Rule, unitsOf } from './rule.ts'

const order = ['角', '分']

/** Money in its parts: 640143元1角7分. */
export const money: Rule = {
  name: 'money',
  pattern: /数量(?:数量){1,2}/y,
  read: (tokens) => {
    const [whole, ...parts] = numeralsOf(tokens) as [Numeral, ...Numeral[]]
    const [unit, ...below] = unitsOf(tokens) as [Unit, ...Unit[]]
    if (unit.kind !== 'money' || below.some(({ name }) => !order.includes(name))) return null
    let sum: Decimal = whole.low
    below.forEach(({ name }, i) => {
      sum = add(sum, timesTen((parts[i] as Numeral).low, -1 - order.indexOf(name)))
    })
    return { value: toNumber(sum), high: null, unit: unit.name, qualifier: null }
  },
  examples: [
    [{ value: 640143.17, unit: '元' }, '六十四万零一百四十三元一角七分'],
    [{ value: 3.5, unit: '元' }, '3元5角'],
  ],
  never: [],
}
