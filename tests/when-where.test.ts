import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import { findTimes } from '../src/times/find.ts'

const now = { year: 2020, spoken: 2020, span: null }

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
    expect(findTimes(reading, now).map(({ period }) => period)).toEqual([{ text, from, to }])
  })

  it('that only serve to compare are none', () => {
    expect(findTimes('比2012年增长5%，较上年提高，与去年同期持平', now)).toEqual([])
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

  const timesOf = (text: string, options = {}) =>
    extract(reportOf(text, options)).claims.map(({ raw, period }) => `${raw} ${period?.from} ${period?.to}`)

  it.each([
    // A list of times over a list of figures
    ['投资额2018年、2019年分别为12亿元、15亿元。', ['12亿元 2018-01-01 2018-12-31', '15亿元 2019-01-01 2019-12-31']],
    ['2019年和2020年新增企业分别为320家和350家。', ['320家 2019-01-01 2019-12-31', '350家 2020-01-01 2020-12-31']],
    [
      '2018—2020年，研发投入分别为1.2亿元、1.5亿元和1.9亿元。',
      ['1.2亿元 2018-01-01 2018-12-31', '1.5亿元 2019-01-01 2019-12-31', '1.9亿元 2020-01-01 2020-12-31'],
    ],
    ['一、二季度合格率分别为95%和96%。', ['95% 2020-01-01 2020-03-31', '96% 2020-04-01 2020-06-30']],
    [
      '7月、8月投诉分别为320件、280件，合计600件。',
      ['320件 2020-07-01 2020-07-31', '280件 2020-08-01 2020-08-31', '600件 2020-07-01 2020-08-31'],
    ],
    // Brackets
    [
      '净利润3亿元（上年度为2亿元），每股收益0.5元。',
      ['3亿元 2020-01-01 2020-12-31', '2亿元 2019-01-01 2019-12-31', '0.5元 2020-01-01 2020-12-31'],
    ],
    ['产值12亿元（2018年）、15亿元（2019年）。', ['12亿元 2018-01-01 2018-12-31', '15亿元 2019-01-01 2019-12-31']],
    // What is only compared with, and what it came to
    ['产值5亿元，是2015年的2.3倍。', ['5亿元 2020-01-01 2020-12-31', '2.3倍 2020-01-01 2020-12-31']],
    ['检出率从2018年的3.2‰下降到2019年的2.8‰。', ['3.2‰ 2018-01-01 2018-12-31', '2.8‰ 2019-01-01 2019-12-31']],
    // Days
    ['2019年12月31日资产总额为120亿元。', ['120亿元 2019-12-31 2019-12-31']],
    ['截至2020年6月30日，登记企业500家。', ['500家 null 2020-06-30']],
  ])('has its own time: %s', (text, wanted) => {
    expect(timesOf(text, { year: 2020 })).toEqual(wanted)
  })

  it.each([
    // What a speech of January calls 今年 is the year after that which it looks back on
    [
      '政府工作报告\n——2026年1月20日在某省第十四届人民代表大会第四次会议上\n一、2025年工作回顾\n去年，新增就业52万人。全年投资增长5%。\n二、2026年工作安排\n全年新增就业50万人以上。今年建设学校100所。\n三、重点任务\n改造小区200个。',
      [
        '52万人 2025-01-01 2025-12-31',
        '5% 2025-01-01 2025-12-31',
        '50万人 2026-01-01 2026-12-31',
        '100所 2026-01-01 2026-12-31',
        '200个 2026-01-01 2026-12-31',
      ],
    ],
    // A report of less than a year
    [
      '甲电气股份有限公司\n2018年第一季度报告\n营业收入475万元。\n2017年末余额20万元。',
      ['475万元 2018-01-01 2018-03-31', '20万元 2017-01-01 2017-12-31'],
    ],
    [
      '乙公司2023年半年度报告\n本报告期收入3亿元，上年同期2亿元。',
      ['3亿元 2023-01-01 2023-06-30', '2亿元 2022-01-01 2022-06-30'],
    ],
    [
      '2025年8月份经济运行情况\n投资320亿元，1—8月累计2000亿元。',
      ['320亿元 2025-08-01 2025-08-31', '2000亿元 2025-01-01 2025-08-31'],
    ],
    // A number before it is none of its months
    [
      '2025年9月统计报告\n一、9月末贷款余额335亿元，同比增长8.4%。',
      ['335亿元 2025-09-01 2025-09-30', '8.4% 2025-09-01 2025-09-30'],
    ],
    // Two reports in one file
    [
      '某市2024年统计公报\n一、综合\n全年生产总值1200亿元。\n某市2023年统计公报\n一、综合\n全年生产总值1150亿元。年末人口104万人。',
      ['1200亿元 2024-01-01 2024-12-31', '1150亿元 2023-01-01 2023-12-31', '104万人 2023-01-01 2023-12-31'],
    ],
  ])('is for the time of its report: %s', (text, wanted) => {
    expect(timesOf(text)).toEqual(wanted)
  })

  it.each([
    ['利率为1.36%，分别比上月和上年同期低0.06个和0.21个百分点。', [null, 'mom', 'yoy']],
    ['价格同比和环比分别上涨2%和0.3%。', ['yoy', 'mom']],
    ['营业利润较2014年度减少3480万元。', ['较2014年度']],
    ['余额比年初增加5亿元。', ['比年初']],
    ['立案1203件，较二季度增加87件。', [null, '较二季度']],
  ])('is against its own time: %s', (text, wanted) => {
    expect(claimsOf(text).map(({ basis }) => basis)).toEqual(wanted)
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
    ['市场主体目标85万户，实际完成87.63万户。', ['85万户 target', '87.63万户 actual']],
    ['合格率由92%提高到98.5%。', ['92% baseline', '98.5% actual']],
    ['检出率从2030年的3.2‰下降到2031年的2.8‰。', ['3.2‰ baseline', '2.8‰ actual']],
    ['过去一年，预计全市生产总值突破5000亿元。', ['5000亿元 actual']],
  ])('%s', (text, wanted) => {
    expect(statusOf(text)).toEqual(wanted)
  })

  it('is no target where a review reckons what the year will have brought', () => {
    expect(
      statusOf('一、2025年工作回顾\n预计全省生产总值增长5%。\n二、2026年工作安排\n预计全省生产总值增长6%。'),
    ).toEqual(['5% actual', '6% target'])
  })

  it('is a target under such a heading', () => {
    expect(statusOf('一、工作回顾\n新建示范区23个。\n二、2021年工作安排\n新建示范区30个。')).toEqual([
      '23个 actual',
      '30个 target',
    ])
  })
})
