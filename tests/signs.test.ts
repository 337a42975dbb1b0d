import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

/** Each claim as its figure, value with its upper end, kind with direction, and status where it is no actual figure. */
const signsOf = (text: string): string[] =>
  extract(reportOf(text, { year: 2021 })).claims.map(({ raw, value, high, kind, direction, status }) =>
    [raw, high === null ? value : `${value}~${high}`, kind, direction ?? '', status === 'actual' ? '' : status]
      .filter((part) => part !== '')
      .join(' '),
  )

describe('an amount below zero is a level with its sign', () => {
  it.each([
    ['净利润为-310万元。', ['-310万元 -3100000 level']],
    ['营业利润－1,250.5万元，每股收益−0.15元。', ['－1,250.5万元 -12505000 level', '−0.15元 -0.15 level']],
    ['库温保持在零下18摄氏度。', ['零下18摄氏度 -18 level']],
    ['储存温度-25℃至-18℃。', ['-25℃至-18℃ -25~-18 level']],
    ['夜间气温零下10到15度。', ['零下10到15度 -15~-10 level']],
    ['自然增长率为-0.99‰，净利率-8.2%。', ['-0.99‰ -0.99 level', '-8.2% -8.2 level']],
    ['净资产收益率为负3.1%。', ['负3.1% -3.1 level']],
    ['现金流由-1.2亿元增至0.8亿元。', ['-1.2亿元 -120000000 level baseline', '0.8亿元 80000000 level']],
    ['净利润比上年由1.2亿元变为-0.8亿元。', ['1.2亿元 120000000 level baseline', '-0.8亿元 -80000000 level']],
    ['利润率下降至-1.5%。', ['-1.5% -1.5 level']],
  ])('%s', (text, claims) => {
    expect(signsOf(text)).toEqual(claims)
  })
})

describe('a signed change has its sign in its direction', () => {
  it.each([
    ['出口增长-3.5%。', ['3.5% 3.5 change down']],
    ['居民消费价格-0.3%，PPI-2.5%。', ['0.3% 0.3 change down', '2.5% 2.5 change down']],
    ['投资增速为负2.3%，用电量同比+4.1%。', ['2.3% 2.3 change down', '4.1% 4.1 change up']],
    ['毛利减少-320万元，降幅为-26.95%。', ['320万元 3200000 change down', '26.95% 26.95 change down']],
    ['三县投资分别增长3.2%、-1.5%、4.0%。', ['3.2% 3.2 change up', '1.5% 1.5 change down', '4.0% 4 change up']],
    ['不合格率同比-0.7个百分点，计量标准比上年-63项。', ['0.7个百分点 0.7 change down', '63项 63 change down']],
    ['工业增速由-2.3%回升至1.5%。', ['-2.3% -2.3 level baseline', '1.5% 1.5 level']],
    ['出口增速为-3%至-2%。', ['3%至-2% 2~3 change down']],
  ])('%s', (text, claims) => {
    expect(signsOf(text)).toEqual(claims)
  })
})

describe('a cell', () => {
  const csv =
    '项目（单位：万元）,2023年,2022年,同比增长（%）\n净利润,"(1,310)",120,-1191.7\n投资收益,－45.6,30,(52.0)\n'
  const rows = extract(reportOf(csv.replaceAll('"(1,310)"', '(1310)').replaceAll(',', '\t'), { year: 2023 }))

  it('of one bracketed number is below zero, and takes the unit of its column', () => {
    expect(rows.claims.map(({ raw, value, kind, direction }) => [raw, value, kind, direction])).toEqual([
      ['(1310)', -13100000, 'level', null],
      ['120', 1200000, 'level', null],
      ['1191.7', 1191.7, 'change', 'down'],
      ['－45.6', -456000, 'level', null],
      ['30', 300000, 'level', null],
      ['52.0', 52, 'change', 'down'],
    ])
  })
})

describe('no sign', () => {
  it.each([
    'A-310型设备5台',
    '第二批-30家',
    '增长——5%',
    '2019-2021年建成5家',
    '5-10家企业',
    '减负2500亿元',
    '- 12家企业完成改造',
  ])('in %s', (text) => {
    expect(signsOf(text).filter((claim) => / -|down/.test(claim))).toEqual([])
  })
})
