import { toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import type { Unit } from '../tokens/units.ts'
import { inUnit, numeralsOf, type Rule, unitsOf } from './rule.ts'

/** A numeral and its unit: 20.71万户. */
export const plain: Rule = {
  name: 'plain',
  pattern: /数量/y,
  read: (tokens, text) => {
    const [numeral] = numeralsOf(tokens) as [Numeral]
    const [unit] = unitsOf(tokens) as [Unit]
    if (numeral.bare) return null
    // 二轮 and 二次 are ordinals: two of them would be 两
    if (isSecond(numeral, unit, text) || isTwice(numeral, unit, text)) return null
    // 三双 alone is what it says
    const word = numeral.spelled && isWord(numeral, unit)
    if (numeral.spelled && unit.name === '角' && /^\p{Script=Han}/u.test(text.slice(numeral.end + 1, numeral.end + 2)))
      return null
    return word && (unit.kind !== 'namer' || numeral.end - numeral.start + 1 < text.length)
      ? null
      : inUnit(numeral, unit)
  },
  examples: [
    [{ value: 207100, unit: '户' }, '20.71万户', '二十点七一万户', '207,100户', '207，100户'],
    [{ value: 2.9, unit: '百分点' }, '2.9个百分点', '二点九个百分点'],
    [{ value: 37000000, unit: '人', qualifier: 'over' }, '3700多万人', '三千七百余万人'],
    [{ value: 20, unit: '%' }, '20%', '两成', '2折'],
    [{ value: 32.4, unit: '微克/立方米' }, '32.4微克/立方米'],
    [{ value: 23000, unit: '千瓦' }, '2.3万千瓦', '两万三千千瓦'],
    [{ value: 3, unit: '双' }, '三双'],
  ],
  never: ['2020年', '12315', '统一', '唯一一家', '三品一标', '万元', '一批', '四角坪遗址'],
}

/** 一个 and 一种 say no number, 三包 and 两票 are names. */
const isWord = (numeral: Numeral, { kind }: Unit): boolean =>
  numeral.high === null &&
  ((kind === 'counter' && toNumber(numeral.low) === 1) || (kind === 'namer' && toNumber(numeral.low) < 10))

/** 唯一一家 holds no eleven. */
const isTwice = ({ start, end }: Numeral, { kind }: Unit, text: string): boolean =>
  kind !== 'ratio' && text.slice(start, end) === '一一'

const isSecond = ({ start, end }: Numeral, { kind }: Unit, text: string): boolean =>
  text.slice(start, end) === '二' && (kind === 'counter' || kind === 'namer')
