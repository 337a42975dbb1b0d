import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

/** Each claim as its figure, indicator, action, kind with direction, and status where it is no actual figure. */
const saidOf = (text: string): string[] =>
  extract(reportOf(text, { year: 2021 })).claims.map(({ raw, indicator, action, kind, direction, status }) =>
    [raw, indicator, action, kind, direction ?? '', status === 'actual' ? '' : status].filter(Boolean).join(' '),
  )

describe('changes', () => {
  it.each([
    ['一般公共预算收入2.4亿元，比上年减收1070万元。', '1070万元 一般公共预算收入 change down'],
    ['工业总产值比增12.2%。', '12.2% 工业总产值 change up'],
    ['产业营收保持20%以上增长。', '20% 产业营收 change up'],
    ['产业层次改造提升5个百分点。', '5个百分点 产业层次改造 change up'],
    ['营业收入、利润分别增长10%,20%。', '20% 利润 change up'],
  ])('%s', (text, wanted) => {
    expect(saidOf(text).at(-1)).toBe(wanted)
  })

  it('are none: a natural growth rate, a gap to two places', () => {
    expect(saidOf('人口自然增长率7.22‰。')).toEqual(['7.22‰ 人口自然增长率 level'])
    expect(saidOf('生产总值增长6.2%，高于全国、全省1.1个、0.4个百分点。')).toEqual([
      '6.2% 生产总值 change up',
      '1.1个 生产总值 gap up',
      '0.4个百分点 生产总值 gap up',
    ])
  })

  it('are gaps to what has its figure in brackets', () => {
    expect(saidOf('合格率为93.58%，较全国平均水平（93.29%）高出0.29个百分点。').at(-1)).toMatch(/ gap up$/)
  })

  it('begin at a baseline across a comma', () => {
    expect(saidOf('产品合格率由2016年的91.6%，提高到95.5%。')).toEqual([
      '91.6% 产品合格率 level baseline',
      '95.5% 产品合格率 level',
    ])
  })
})

describe('marks typed in ASCII', () => {
  it('part clauses, and stand in names as they do in the report', () => {
    expect(saidOf('监督抽检合格率98.7%,其中(含复检)农产品合格率97.2%;建成检测中心(站)1,036个.')).toEqual([
      '98.7% 监督抽检合格率 level',
      '97.2% 农产品合格率 level',
      '1,036个 检测中心(站) 建成 level',
    ])
  })

  it('are found again where the report has both', () => {
    expect(saidOf('场(厂)内车辆合格率98.3%，其中叉车（含电动）合格率97.1%。')).toEqual([
      '98.3% 场(厂)内车辆合格率 level',
      '97.1% 叉车（含电动）合格率 level',
    ])
    expect(saidOf('場(廠)內專用機動車輛合格率98.3%。')).toEqual(['98.3% 場(廠)內專用機動車輛合格率 level'])
  })

  it('leave headings what they are', () => {
    const [claim] = extract(reportOf('一.食品安全\n抽检食品123批次。')).claims
    expect(claim?.source.section).toBe('食品安全')
  })

  it('of footnotes are no figures', () => {
    expect(saidOf('国民总收入[3]896915亿元,比上年增长6.5%。')).toEqual([
      '896915亿元 国民总收入 level',
      '6.5% 国民总收入 change up',
    ])
  })
})
