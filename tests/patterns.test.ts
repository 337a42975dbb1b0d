import { describe, expect, it } from 'vitest'
import { patternRules } from '../src/claims/predicates/index.ts'
import { compilePattern, reverse } from '../src/claims/predicates/pattern.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

/** What one pattern makes of a sentence: ['新登记市场主体 8.79%'] */
function claimsBy(name: string, sentence: string): string[] {
  const { claims } = extract(reportOf(sentence))
  return claims.filter(({ extractor }) => extractor === name).map(({ indicator, raw }) => `${indicator} ${raw}`)
}

describe.each(patternRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  it.each(rule.examples)('takes from %s', (sentence, ...claims) => {
    expect(claimsBy(name, sentence)).toEqual(claims)
  })

  it.each(rule.never.map((sentence) => [sentence]))('leaves %s', (sentence) => {
    expect(claimsBy(name, sentence)).toEqual([])
  })

  it('has three examples and two of what it leaves', () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(3)
    expect(rule.never.length).toBeGreaterThanOrEqual(2)
    expect(rule.examples.every(([, ...claims]) => claims.length > 0)).toBe(true)
  })
})

describe('the patterns', () => {
  it('have names of their own', () => {
    const names = patternRules.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([])
  })
})

describe('the language of patterns', () => {
  it.each([
    ['{indicator}达到{quantity}', '合格率达到', '', { indicator: '合格率', side: 'left' }],
    ['{indicator}(达|达到){quantity}', '合格率达到', '', { indicator: '合格率' }],
    ['{indicator}约?<rise>了?{quantity}', '产量约增长了', '', { indicator: '产量' }],
    ['{indicator}<rise>{quantity}', '产量净增加', '', { indicator: '产量' }],
    ['{indicator}占{whole}的{quantity}', '工业占总产值的', '', { indicator: '工业', whole: '总产值' }],
    ['{indicator}比{than}高{quantity}', '增速比全国高', '', { indicator: '增速', than: '全国' }],
    ['{quantity}的{indicator}', '全省', '的企业，其他', { indicator: '企业', side: 'right' }],
    ['{indicator}(a.b){quantity}', '比a.b', '', { indicator: '比' }],
    ['{indicator}{quantity}→', '开办', '→', { indicator: '开办' }],
  ] as const)('%s fits %s_%s', (pattern, left, right, match) => {
    expect(compilePattern(pattern).match(left, right, reverse(left))).toMatchObject(match)
  })

  it.each([
    ['{indicator}达到{quantity}', '合格率达', ''],
    ['{indicator}(a.b){quantity}', '比a比b', ''],
    ['{indicator}{quantity}→', '开办', '，'],
    ['{quantity}的{indicator}', '全省', '的，企业'],
  ])('%s does not fit %s_%s', (pattern, left, right) => {
    expect(compilePattern(pattern).match(left, right, reverse(left))).toBeNull()
  })

  it.each([
    ['{indicator}达到', 'a pattern has {quantity} once'],
    ['{indicator}{quantity}{quantity}', 'a pattern has {quantity} once'],
    ['达到{quantity}', 'a pattern has {indicator} once'],
    ['{indicator}为{quantity}的{indicator}', 'a pattern has {indicator} once'],
    ['全省{indicator}为{quantity}', '{indicator} stands first, or behind {quantity}'],
    ['{indicator}(达到{quantity}', 'a ( is not closed'],
    ['{indicator}达)到{quantity}', '“)到” closes nothing'],
    ['{indicator}<rise{quantity}', 'a < is not closed'],
    ['{indicator}<grow>{quantity}', 'no word class is called <grow>; there are rise, '],
    ['{indicator}<constructor>{quantity}', 'no word class is called <constructor>; there are rise, '],
    ['{indicator}占{part}的{quantity}', '{part} is none of {indicator} {whole} {than} {quantity}'],
    ['{indicator}比{than}和{than}高{quantity}', 'a side of a pattern has {whole} and {than} once each'],
  ])('%s: what is wrong', (pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message)
    expect(() => compilePattern(pattern)).toThrow(SyntaxError)
  })
})
