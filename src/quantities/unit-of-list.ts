import { timesTen } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import type { Unit } from '../tokens/units.ts'
import { inUnit, numeralsOf, type Rule, unitsOf } from './rule.ts'

/** 分别高于全国、全省1个、0.2个百分点: 个 alone stands for 个百分点. */
export const pointsOfList: Rule = {
  name: 'points-of-list',
  pattern: /数量(?:、数量){1,8}/y,
  spans: 2,
  read: (tokens) => {
    const [numeral] = numeralsOf(tokens) as [Numeral]
    const units = unitsOf(tokens)
    const last = units.at(-1) as Unit
    const isPoints = last.name === '百分点' && units.slice(0, -1).every(({ name }) => name === '个')
    return isPoints ? inUnit(numeral, last) : null
  },
  examples: [[{ value: 1, unit: '百分点' }, '⟦1个⟧、0.2个百分点', '⟦1个⟧和0.2个百分点']],
  never: ['3个、2个', '4.3%、0.2个百分点'],
}

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
