import { inUnit, numeralsOf, type Rule } from './rule.ts'

/** A numeral with no unit: 指数85.21, 3700多万学生. */
export const bare: Rule = {
  name: 'bare',
  pattern: /数/y,
  read: (tokens, text) => {
    const [numeral] = numeralsOf(tokens)
    if (numeral === undefined) return null
    const whole = numeral.start === 0 && numeral.end === text.length
    const counts = !numeral.spelled || (!numeral.bare && numeral.magnitude >= 4)
    return whole || counts ? inUnit(numeral, undefined) : null
  },
  examples: [
    [{ value: 85.21, unit: '' }, '指数⟦85.21⟧', '85.21'],
    [{ value: 37000000, unit: '', qualifier: 'over' }, '⟦3700多万⟧学生'],
    [{ value: 123, unit: '' }, '一百二十三', '123'],
  ],
  never: ['三农', '五经普', '一般'],
}
