import { describe, expect, it } from 'vitest'
import { traceIndicators } from '../src/compare/index.ts'
import type { Claim } from '../src/types.ts'
import { amount, claimsOf, reportOf } from './compare-fixtures.ts'

const of = (indicator: string, raw: string, more: Partial<Claim> = {}) => amount(raw, { indicator, ...more })

describe('a trend', () => {
  it('follows an indicator through its names and units, over a gap', () => {
    const { reports, series } = traceIndicators([
      reportOf(2021, [of('新登记经营主体', '810500户'), of('高标准农田', '10公顷')]),
      reportOf(2018, [of('新登记市场主体', '60万户'), of('高标准农田', '120亩'), of('有效认证证书', '5万张')]),
      reportOf(2019, [of('新登记市场主体', '72.46万户')]),
      reportOf(2020, [of('有效认证证书', '6万张')]),
    ])
    expect(reports.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021])
    expect(series.map(({ indicator, unit, values }) => [indicator, unit, values])).toEqual([
      ['新登记经营主体', '户', [600000, 724600, null, 810500]],
      ['高标准农田', '公顷', [8, null, null, 10]],
      ['有效认证证书', '张', [50000, null, 60000, null]],
    ])
  })

  it('leaves out what is told once, unless it is asked for', () => {
    const reports = [reportOf(2020, [of('个转企', '3户')]), reportOf(2021, [of('首席质量官', '4名')])]
    expect(traceIndicators(reports).series).toEqual([])
    expect(traceIndicators(reports, { minYears: 1 }).series.map(({ values }) => values)).toEqual([
      [3, null],
      [null, 4],
    ])
  })

  it('has the growth that is told with its amount in no line of its own', () => {
    const { series } = traceIndicators([claimsOf('liaoning', 2020), claimsOf('liaoning', 2021)])
    const market = series.filter(({ indicator }) => indicator === '新登记市场主体')
    expect(market.map(({ unit, values }) => [unit, values])).toEqual([['户', [724600, 810500]]])
  })
})
