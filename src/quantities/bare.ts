import type { Numeral } from '../tokens/numerals.ts'
import { hedgeAfter, hedgeBefore } from '../tokens/words.ts'
import { inUnit, numeralsOf, type Rule } from './rule.ts'

/** A numeral with no unit: 指数85.21, 3700多万学生. */
export const bare: Rule = {
  name: 'bare',
  pattern: /数/y,
  read: (tokens, text) => {
    const [numeral] = numeralsOf(tokens)
    if (numeral === undefined) return null
    const whole = numeral.start === 0 && numeral.end === text.length
    const counts = !numeral.spelled || (!numeral.bare && (numeral.magnitude >= 4 || countsAlone(numeral, text)))
    return whole || counts ? inUnit(numeral, undefined) : null
  },
  examples: [
    [{ value: 85.21, unit: '' }, '指数⟦85.21⟧', '85.21'],
    [{ value: 37000000, unit: '', qualifier: 'over' }, '⟦3700多万⟧学生'],
    [{ value: 123, unit: '' }, '一百二十三', '123'],
    [{ value: 6800, unit: '' }, '销量⟦六千八⟧', '销量⟦六千八百⟧，其中'],
    [{ value: 0.5, unit: '' }, '增长⟦.5⟧', '.5'],
  ],
  never: ['三农', '五经普', '一般', '三百弄乡', '千方百计'],
}

/** 六千八, 一千: a hundred or more, digit by digit. */
export const isSpelledOut = ({ start, end }: Numeral, text: string): boolean =>
  /[一二两三四五六七八九壹贰叁肆伍陆柒捌玖].{0,8}[百千万亿佰仟]/.test(text.slice(start, end))

/** 销量六千八 at the end of a clause, 三百二十 anywhere, and behind or before a hedge also 二十以上. */
function countsAlone(numeral: Numeral, text: string): boolean {
  const { start, end } = numeral
  const hedged =
    hedgeAfter(text, end) !== null || hedgeBefore(text, start, { magnitude: false, things: false }) !== null
  if (hedged && end - start > 1 && /[十百千万亿]/.test(text.slice(start, end))) return true
  return isSpelledOut(numeral, text) && (end - start > 2 || !/^[\p{Script=Han}A-Za-z]/u.test(text.slice(end, end + 1)))
}
