import { inUnit, numeralsOf, type Rule, unitsOf } from './rule.ts'

/** A place in an order: 居全国第7位; what is no standing (第四批) is noise. */
export const rank: Rule = {
  name: 'rank',
  pattern: /第数量?/y,
  read: (tokens) => {
    const [numeral] = numeralsOf(tokens)
    const [unit] = unitsOf(tokens)
    if (numeral === undefined || numeral.bare || numeral.high !== null) return null
    return { ...inUnit(numeral, unit), qualifier: 'exact' }
  },
  examples: [
    [{ value: 7, unit: '位' }, '居全国⟦第7位⟧', '跃升至⟦第7位⟧', '位列⟦第七位⟧'],
    [{ value: 3, unit: '' }, '跃升至⟦第三⟧', '全省⟦第3⟧'],
  ],
  never: ['第四批', '第三十二条'],
}
