import { timesTen } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import type { Unit } from '../tokens/units.ts'
import { inUnit, numeralsOf, type Rule, unitsOf } from './rule.ts'

/** The unit at the end of a list holds for all of it: 20.9、36.2、54个百分点. */
export const unitOfList: Rule = {
  name: 'unit-of-list',
  pattern: /数(?:、数){1,20}量/y,
  spans: 1,
  read: (tokens) => {
    const [numeral, ...others] = numeralsOf(tokens) as [Numeral, ...Numeral[]]
    const [unit] = unitsOf(tokens) as [Unit]
    const last = others.at(-1) as Numeral
    if (numeral.bare || numeral.spelled !== last.spelled) return null
    const power = numeral.magnitude === 0 && last.magnitude >= 4 ? last.magnitude : 0
    return inUnit({ ...numeral, low: timesTen(numeral.low, power) }, unit)
  },
  examples: [
    [{ value: 20.9, unit: '百分点' }, '⟦20.9⟧、54个百分点', '⟦20.9⟧和54个百分点'],
    [{ value: 20000, unit: '户' }, '⟦2⟧、3万户'],
  ],
  never: ['3、加快'],
}
