import type { Rule } from './rule.ts'

/** All of it: 完成率百分百. */
export const hundred: Rule = {
  name: 'hundred',
  pattern: /数量/y,
  read: ([numeral, unit], text) =>
    numeral?.numeral?.bare === true && text.slice(numeral?.start, unit?.end) === '百分百'
      ? { value: 100, high: null, unit: '%', qualifier: null }
      : null,
  examples: [[{ value: 100, unit: '%' }, '百分百', '完成率⟦百分百⟧']],
  never: ['百分点', '百分之百'],
}
