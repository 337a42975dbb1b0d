import { describe, expect, it } from 'vitest'
import { explain, extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

describe('explaining', () => {
  const report = reportOf(
    '2020年，农产品质量方面，20万元以下小额贷款发放3笔，认定示范基地51家，同比增长8.79%。没有数字。',
  )
  const [sentence, empty] = explain(report)
  const rulesOf = (raw: string) => sentence?.quantities.find(({ quantity }) => quantity.raw === raw)

  it('tells what hides numerals', () => {
    expect(sentence?.noise).toEqual([{ text: '2020年', reason: 'time' }])
    expect(empty).toEqual({ text: '没有数字。', noise: [], quantities: [] })
  })

  it('gives every quantity the claim that came of it', () => {
    const claims = sentence?.quantities.flatMap(({ claim }) => claim ?? [])
    expect(claims).toEqual(extract(report).claims)
    expect(claims?.map(({ raw }) => raw)).toEqual(['3笔', '51家', '8.79%'])
  })

  it('gives the names that were possible, the one taken first, and what decided', () => {
    const { names = [], claim } = rulesOf('51家') ?? {}
    expect(names[0]).toMatchObject({ names: [claim?.indicator], by: 'own clause' })
    expect(names.map(({ chance }) => chance)).toEqual(
      [...names].sort((one, other) => other.chance - one.chance).map(({ chance }) => chance),
    )
    expect(names[0]?.reasons.length).toBeGreaterThan(0)
    expect(names[0]?.reasons.every(({ trait, weight }) => /^[a-z的]/.test(trait) && weight !== 0)).toBe(true)
  })

  it('names every pattern tried, in order', () => {
    const { tried } = rulesOf('51家') ?? {}
    expect(tried?.filter(({ took }) => took)).toEqual([
      { rule: 'count-after-object', took: true, why: 'what it counts is named before it' },
    ])
    expect(tried?.at(0)?.rule).toBe('rank')
    expect(tried?.find(({ rule }) => rule === 'times-of')?.why).toBe('not for the unit “家”')
    expect(tried?.find(({ rule }) => rule === 'rise')?.why).toBe('other words')
  })

  it('ends with the pattern that took it', () => {
    expect(rulesOf('8.79%')?.tried.at(-1)).toEqual({ rule: 'rise', took: true, why: '“同比”' })
  })

  it('leaves without patterns what only describes the noun behind it', () => {
    expect(rulesOf('20万元')).toMatchObject({ tried: [], claim: null })
  })

  it('names the headings of a table cell', () => {
    const table = reportOf('指标（单位：项）\t2020年\t2021年\n社会公用计量标准\t1,042\t1,105\n发明专利\t300\t320\n')
    const cells = explain(table).flatMap(({ quantities }) => quantities)
    expect(cells.map(({ tried }) => tried)).toContainEqual([
      { rule: 'table-cell', took: true, why: '“社会公用计量标准”, “2021年”' },
    ])
  })

  it('counts the numbers of a list as one', () => {
    const [list] = explain(reportOf('城镇和农村居民人均可支配收入分别增长4.3%、5.5%。'))
    const [first, second] = list?.quantities ?? []
    expect(second?.tried).toEqual(first?.tried)
    expect(second?.claim?.indicator).toBe('农村居民人均可支配收入')
  })
})
