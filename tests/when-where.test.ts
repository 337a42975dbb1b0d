import { describe, expect, it } from 'vitest'
import { findTimes } from '../src/claims/times/period.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

describe('times', () => {
  it.each([
    ['今年以来，全省新登记', '今年以来', '2020-01-01', null],
    ['2016—2020年累计', '2016—2020年', '2016-01-01', '2020-12-31'],
    ['截至2021年11月底', '截至2021年11月底', null, '2021-11-30'],
    ['截至12月末', '截至12月末', null, '2020-12-31'],
    ['1—11月，全省', '1—11月', '2020-01-01', '2020-11-30'],
    ['2024年2月份', '2024年2月份', '2024-02-01', '2024-02-29'],
    ['上半年，全市', '上半年', '2020-01-01', '2020-06-30'],
    ['前三季度', '前三季度', '2020-01-01', '2020-09-30'],
    ['2021年第四季度', '2021年第四季度', '2021-10-01', '2021-12-31'],
    ['“十四五”时期', '“十四五”时期', '2021-01-01', '2025-12-31'],
    ['到2025年，达到', '到2025年', null, '2025-12-31'],
    ['五年来，全省', '五年来', '2016-01-01', '2020-12-31'],
    ['去年，全省', '去年', '2019-01-01', '2019-12-31'],
    ['目前，全省拥有', '目前', null, null],
  ])('%s', (reading, text, from, to) => {
    expect(findTimes(reading, 2020).map(({ period }) => period)).toEqual([{ text, from, to }])
  })

  it('that only serve to compare are none', () => {
    expect(findTimes('比2012年增长5%，较上年提高，与去年同期持平', 2020)).toEqual([])
  })
})

describe('a claim', () => {
  const claimsOf = (text: string, year = 2020) => extract(reportOf(text, { year, region: '吉林省' })).claims

  it('is for the time of its sentence, else of its paragraph, else of the report', () => {
    const text = '今年以来，新登记市场主体20万户，同比增长8%。市场主体总数达到256万户。\n新认证绿色食品503个。'
    expect(claimsOf(text).map(({ period }) => period?.text)).toEqual(['今年以来', '今年以来', '今年以来', '2020年'])
  })

  it('that was is for the time behind 从', () => {
    expect(claimsOf('森林覆盖率从2015年的40%提高到42%。').map(({ period }) => period?.from)).toEqual([
      '2015-01-01',
      '2020-01-01',
    ])
  })

  it('is for the place that opens its sentence, else of the report', () => {
    const text = '长春市新登记企业5万户。新登记个体工商户6万户。全国12315平台受理投诉7万件。'
    expect(claimsOf(text).map(({ region }) => region)).toEqual(['长春市', '吉林省', '全国'])
  })
})

describe('status', () => {
  const statusOf = (text: string, year = 2020) =>
    extract(reportOf(text, { year })).claims.map(({ raw, status }) => `${raw} ${status}`)

  it.each([
    ['力争合格率达到98%。', ['98% target']],
    ['主要预期目标是：地区生产总值增长5%以上；城镇调查失业率5.5%左右。', ['5% target', '5.5% target']],
    ['下一步，新建示范区20个。', ['20个 target']],
    ['去年新建示范区23个，同比增长4.5%。', ['23个 actual', '4.5% actual']],
    ['加强生态建设。推进园区改造，完善制度，支持企业发展，建设零碳园区20个。', ['20个 target']],
    ['目标85万户，实际完成87.63万户。', ['85万户 target', '87.63万户 actual']],
    ['合格率由92%提高到98.5%。', ['92% baseline', '98.5% actual']],
  ])('%s', (text, wanted) => {
    expect(statusOf(text)).toEqual(wanted)
  })

  it('is a target under such a heading', () => {
    expect(statusOf('一、工作回顾\n新建示范区23个。\n二、2021年工作安排\n新建示范区30个。')).toEqual([
      '23个 actual',
      '30个 target',
    ])
  })
})
