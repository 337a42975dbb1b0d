import { add, type Decimal, timesTen, toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import type { Unit } from '../tokens/units.ts'
import { numeralsOf, type Rule, unitsOf } from './rule.ts'

/** Money in its parts alone: 五角六分. */
export const cents: Rule = {
  name: 'cents',
  pattern: /数量数量/y,
  read: (tokens) => {
    const [tenths, hundredths] = numeralsOf(tokens) as [Numeral, Numeral]
    const [first, second] = unitsOf(tokens) as [Unit, Unit]
    if (first.name !== '角' || second.name !== '分') return null
    const sum = add(timesTen(tenths.low, -1), timesTen(hundredths.low, -2))
    return { value: toNumber(sum), high: null, unit: '元', qualifier: null }
  },
  examples: [[{ value: 0.56, unit: '元' }, '五角六分', '5角6分']],
  never: ['五角', '3元5角'],
}

/** Powers of ten of the main unit. */
const parts: Readonly<Record<string, number>> = { 角: -1, 分: -2, 美分: -2 }

/** Money in its parts: 640143元1角7分. */
export const money: Rule = {
  name: 'money',
  pattern: /数量(?:又?数量){1,2}/y,
  read: (tokens) => {
    const [whole, ...numerals] = numeralsOf(tokens) as [Numeral, ...Numeral[]]
    const [unit, ...units] = unitsOf(tokens) as [Unit, ...Unit[]]
    const powers = units.map(({ name }) => parts[name])
    if ((unit.kind !== 'money' && unit.name !== '块') || powers.includes(undefined)) return null
    let sum: Decimal = whole.low
    for (const [i, { low }] of numerals.entries()) sum = add(sum, timesTen(low, powers[i] as number))
    return { value: toNumber(sum), high: null, unit: unit.name === '块' ? '元' : unit.name, qualifier: null }
  },
  examples: [
    [{ value: 640143.17, unit: '元' }, '六十四万零一百四十三元一角七分'],
    [{ value: 3.5, unit: '元' }, '3元5角', '三块五毛'],
  ],
  never: ['5元和3元', '3个5角'],
}
