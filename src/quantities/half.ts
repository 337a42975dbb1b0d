import { add, type Decimal, timesTen, toNumber } from '../tokens/decimal.ts'
import type { Unit } from '../tokens/units.ts'
import { inUnit, numeralsOf, type Rule, unitsOf } from './rule.ts'

const half: Decimal = { digits: 5n, scale: 1 }

/** A half behind a number: 八天半, 四十二个半小时, 一半. */
export const andHalf: Rule = {
  name: 'half',
  pattern: /数量半量?|数半/y,
  read: (tokens, text) => {
    const [numeral] = numeralsOf(tokens)
    const units = unitsOf(tokens)
    if (numeral === undefined || numeral.bare) return null
    if (/[导径成]/.test(text[tokens.at(-1)?.end ?? text.length] ?? '')) return null
    if (units.length === 0) return isOne(numeral.low) ? { value: 0.5, high: null, unit: '', qualifier: null } : null
    if (units.length === 2 && units[0]?.name !== '个') return null
    return inUnit({ ...numeral, low: add(numeral.low, half) }, units.at(-1))
  },
  examples: [
    [{ value: 8.5, unit: '天' }, '八天半', '8天半'],
    [{ value: 42.5, unit: '小时' }, '四十二个半小时'],
    [{ value: 0.5, unit: '' }, '一半'],
  ],
  never: ['半数', '上半年', '8英寸半导体'],
}

/** Half of a unit: 半小时, 半天. */
export const halfUnit: Rule = {
  name: 'half-unit',
  pattern: /半量/y,
  read: (tokens, text) => {
    const [unit] = unitsOf(tokens) as [Unit]
    // 对折 and 半折 are half of the price, 半成 is half of a tenth
    if (text[tokens[1]?.start ?? 0] === '折') return { value: 50, high: null, unit: unit.name, qualifier: null }
    const known = (unit.kind === 'time' && unit.name !== '年') || unit.power === 1
    return known ? { value: toNumber(timesTen(half, unit.power)), high: null, unit: unit.name, qualifier: null } : null
  },
  examples: [
    [{ value: 0.5, unit: '小时' }, '半小时', '半个小时'],
    [{ value: 5, unit: '%' }, '半成'],
    [{ value: 50, unit: '%' }, '半折', '打⟦对折⟧'],
  ],
  never: ['半年报', '上半年'],
}

const isOne = (number: Decimal): boolean => number.scale === 0 && number.digits === 1n
