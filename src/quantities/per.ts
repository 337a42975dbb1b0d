import { inUnit, numeralsOf, type Rule } from './rule.ts'

/** So many of a hundred thousand: 孕产妇死亡率12.3/10万. */
export const per: Rule = {
  name: 'per',
  pattern: /数\/数(?!量)/y,
  read: (tokens, text) => {
    const [part, whole] = numeralsOf(tokens)
    if (part === undefined || whole === undefined || part.bare || whole.magnitude < 3) return null
    if (!/^[1一]?[十百千]?[0]*[万亿千]$/.test(text.slice(whole.start, whole.end))) return null
    const unit = text.slice(whole.start - 1, whole.end)
    return inUnit(part, { name: unit, kind: 'other', power: 0 })
  },
  examples: [
    [{ value: 12.3, unit: '/10万' }, '12.3/10万', '死亡率⟦12.3/10万⟧以下'],
    [{ value: 5.6, unit: '/万' }, '5.6/万'],
  ],
  never: ['3万/5万', '1/4'],
}
