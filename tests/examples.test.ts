import { describe, expect, it } from 'vitest'
import { planBefore, planWords } from '../src/claims/modality/plan-words.ts'
import { findQuantities, quantityRules } from '../src/quantities/index.ts'
import { expressions } from '../src/times/expressions.ts'
import { findTimes, timeAt } from '../src/times/find.ts'
import { writtenTime, writtenTimes } from '../src/times/headings.ts'
import { findNoise } from '../src/tokens/noise.ts'
import { noiseRules } from '../src/tokens/noise-rules.ts'

describe.each(quantityRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const examples = rule.examples.flatMap(([meaning, ...texts]) => texts.map((text) => [text, meaning] as const))

  it.each(examples)('reads %s', (marked, meaning) => {
    const text = marked.replace(/[⟦⟧]/g, '')
    const raw = /⟦(?<raw>.*)⟧/.exec(marked)?.groups?.raw ?? text
    const found = findQuantities(text).filter(({ rule }) => rule === name)
    expect(found).toMatchObject([{ raw, start: text.indexOf(raw), rule: name, ...meaning }])
    if (raw === text) expect(findQuantities(text)).toHaveLength(1)
  })

  it.each(rule.never)('does not read %s', (text) => {
    expect(findQuantities(text).filter(({ rule }) => rule === name)).toEqual([])
  })
})

describe.each(noiseRules.map((rule) => [rule.reason, rule] as const))('noise: %s', (reason, rule) => {
  it.each(rule.examples)('hides %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '')
    const hidden = /⟦(?<hidden>.*)⟧/.exec(marked)?.groups?.hidden ?? text
    const start = text.indexOf(hidden)
    expect(findNoise(text)).toEqual([{ start, end: start + hidden.length, reason }])
    const inside = findQuantities(text).filter((found) => found.start < start + hidden.length && found.end > start)
    expect(inside).toEqual([])
  })

  it.each(rule.never ?? [])('leaves %s', (text) => {
    expect(findNoise(text).filter((noise) => noise.reason === reason)).toEqual([])
  })
})

describe.each(planWords.map((word) => [word.signs.join(' '), word] as const))('words of a plan: %s', (_, word) => {
  it.each(word.examples)('make a target of what is behind %s', (text) => {
    const at = planBefore(text, text.length)
    expect(word.signs.some((sign) => text.startsWith(sign, at))).toBe(true)
  })

  it.each(word.never ?? [])('make none of what is behind %s', (text) => {
    expect(planBefore(text, text.length)).toBe(-1)
  })
})

it('has no sign of a plan that begins another', () => {
  const signs = planWords.flatMap((word) => word.signs)
  expect(signs.filter((sign) => signs.filter((other) => sign.startsWith(other)).length > 1)).toEqual([])
})

const now = { year: 2021, spoken: 2021, span: null }

describe.each(expressions.map((expression) => [expression.pattern.source, expression] as const))(
  'time: %s',
  (_, { examples, never = [], pattern, isVague = false, isLength = false }) => {
    it.each(examples)('%s', (text, from, to) => {
      expect(timeAt(`${text}全省`, 0, now)).toMatchObject({ end: text.length, isVague, isLength, text, from, to })
      pattern.lastIndex = 0
      expect(pattern.exec(`${text}全省`)?.[0]).toBe(text)
      expect(findTimes(`${text}全省`, now)).toHaveLength(isVague || isLength ? 0 : 1)
    })

    it.each(never)('nothing of %s', (text) => {
      expect(timeAt(text, 0, now)).toBeNull()
    })
  },
)

describe.each(writtenTimes)('time in figures: $pattern', ({ examples, never = [] }) => {
  it.each(examples)('%s → %s', (text, words) => {
    expect(writtenTime(text)).toBe(words)
  })

  it.each(never)('nothing of %s', (text) => {
    expect(writtenTime(text)).toBeNull()
  })
})

describe('a time', () => {
  it.each(
    '2020-2022年 2021—2025年 2016至2020年 2020—2022 2018年至2020年 2019、2020年 2020年 2021年2月9日 2025年底 2021-02-09 2021.2.9 2021/02 2021-02-0209:20 1—11月 1至9月份 5、6月 20日至25日 5月20日至25日 1月—9月 3月5日 12月底 3月 5月上旬 9日 30日前 二零二一年 二零二一年十二月 一九四九年十月一日 十二月 八月一日 三月份 四季度 1—3季度 1季度 上半年 十四五期间'.split(
      ' ',
    ),
  )('is no quantity: %s', (text) => {
    expect(findNoise(text)).toEqual([{ start: 0, end: text.length, reason: 'time' }])
  })

  it.each(
    '2000余家 20年 200年 2021.5% 2021.12万元 3—5个月 15日内 365日 3个月 三个月 三个季度 半个月 十五个'.split(' '),
  )('is not what may be one: %s', (text) => {
    expect(findNoise(text).filter(({ reason }) => reason === 'time')).toEqual([])
  })
})
