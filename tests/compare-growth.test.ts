import { describe, expect, it } from 'vitest'
import { compareReports } from '../src/compare/index.ts'
import { intervalOf } from '../src/compare/interval.ts'
import type { Claim } from '../src/types.ts'
import { amount, reportOf } from './compare-fixtures.ts'

/** What is said of a growth, given the old amount, the new one and the change that is stated. */
function growth(
  old: Partial<Claim>,
  news: Partial<Claim>,
  change: Partial<Claim>,
  years: [number | null, number | null] = [2020, 2021],
) {
  const before = reportOf(years[0], [{ indicator: '放心消费示范街区', ...old }])
  const stated = {
    kind: 'change',
    direction: 'up',
    basis: 'yoy',
    of: 'c01',
    indicator: '放心消费示范街区',
    ...change,
  } as const
  const { rows } = compareReports(before, reportOf(years[1], [{ indicator: '放心消费示范街区', ...news }, stated]))
  return rows[0]
}

describe('a stated growth', () => {
  it.each([
    ['72.46万户', '81.05万户', '11.9%'],
    ['7316件', '6852件', '-464件'],
    ['2175件', '1984件', '-8.8%'],
    ['97.9%', '98.2%', '0.3百分点'],
    ['76家', '210家', '1.8倍'],
    ['4.13万亿元', '43642.7亿元', '5.7%'],
    // cut off in place of rounded: 12.18
    ['100.5亿元', '112.74亿元', '12.1%'],
  ])('%s → %s: %s fits', (old, news, change) => {
    expect(growth(amount(old), amount(news), changeOf(change))).toMatchObject({ consistent: true })
  })

  it('of 1100余家 → 1500余家 has room', () => {
    const over = { qualifier: 'over' } as const
    expect(growth(amount('1100家', over), amount('1500家', over), amount('40%'))).toMatchObject({ consistent: true })
    expect(growth(amount('1100家', over), amount('1500家', over), amount('60%'))).toMatchObject({ consistent: false })
  })

  it.each([
    ['38.2万件', '43.6万件', '41.1%', 14.1361],
    ['97.9%', '98.2%', '1.3百分点', 0.3],
    ['2175件', '1984件', '8.8%', -8.7816],
    ['42条', '55条', '12条', 13],
    ['118.6亿元', '131.4亿元', '18.0%', 10.7926],
  ])('%s → %s: %s does not', (old, news, change, computed) => {
    const row = growth(amount(old), amount(news), changeOf(change))
    expect(row).toMatchObject({ consistent: false, stated: { computed } })
  })

  it.each([
    ['against another year', { basis: '较2017年' }, [2020, 2021]],
    ['yearly on average', { basis: '年均' }, [2020, 2021]],
    ['against last month', { basis: 'mom' }, [2020, 2021]],
    ['where years lie between', {}, [2018, 2021]],
    ['of a report against itself', {}, [2021, 2021]],
  ] as const)('%s is not checked', (_, more, years) => {
    const change = { ...amount('50%'), ...more }
    expect(growth(amount('100家'), amount('110家'), change, [...years])).toMatchObject({
      consistent: null,
      stated: { value: 50 },
    })
  })

  it('against the year by its name is', () => {
    expect(growth(amount('100家'), amount('110家'), amount('50%', { basis: '较2020年' }))).toMatchObject({
      consistent: false,
    })
    expect(growth(amount('100家'), amount('110家'), amount('10%', { basis: '较2018年' }), [2018, 2021])).toMatchObject({
      consistent: true,
    })
  })

  it('at constant prices may be another than that of the amounts', () => {
    const gdp = { indicator: '地区生产总值' }
    const row = (change: string) => growth(amount('100亿元', gdp), amount('110亿元', gdp), amount(change, gdp))
    expect(row('6.1%')).toMatchObject({ consistent: null, stated: { computed: 10 } })
    expect(row('10%')).toMatchObject({ consistent: true })
  })

  it('tells the base that the old report lacks', () => {
    const { rows } = compareReports(
      reportOf(2020, []),
      reportOf(2021, [
        amount('81.05万户'),
        amount('11.9%', { kind: 'change', direction: 'up', basis: 'yoy', of: 'c01' }),
      ]),
    )
    expect(rows).toMatchObject([{ status: 'added', stated: { implied: 724307, computed: null }, consistent: null }])
  })

  it('of a list with 分别 goes with its place', () => {
    const sentence = '授信1688户、83.9亿元，分别增长40.3%、36.4%'
    const place = (raw: string, more: Partial<Claim>) => {
      const start = sentence.indexOf(raw)
      const indicator = '苏质贷授信'
      return {
        ...amount(raw),
        indicator,
        source: {
          start,
          end: start + raw.length,
          line: 1,
          section: null,
          sentenceStart: 0,
          read: 'text' as const,
          sentence,
        },
        ...more,
      }
    }
    const change = { kind: 'change', direction: 'up', basis: 'yoy', of: 'c02' } as const
    const news = reportOf(2021, [
      place('1688户', {}),
      place('83.9亿元', {}),
      place('40.3%', change),
      place('36.4%', change),
    ])
    const old = reportOf(2020, [
      amount('1203户', { indicator: '苏质贷授信' }),
      amount('61.5亿元', { indicator: '苏质贷授信' }),
    ])
    const { rows } = compareReports(old, news)
    expect(rows.map((row) => [row.new?.raw, row.stated?.claim.raw, row.consistent])).toEqual([
      ['1688户', '40.3%', true],
      ['83.9亿元', '36.4%', true],
    ])
  })
})

describe('a figure stands for', () => {
  it.each([
    ['20.71万户', {}, 207050, 207150],
    ['503个', {}, 503, 503],
    ['3000家', {}, 2950, 3050],
    ['97.9%', {}, 97.85, 97.95],
    ['12%', {}, 11.5, 12.5],
    ['5万人', { qualifier: 'about' }, 40000, 60000],
    ['1500家', { qualifier: 'over' }, 1495, Infinity],
    ['2天', { qualifier: 'under' }, -Infinity, 2.5],
  ] as const)('%s %j: %d to %d', (raw, more, low, high) => {
    const [claim] = reportOf(2020, [amount(raw, more)]).claims
    const interval = intervalOf(claim as Claim)
    expect(interval.low).toBeCloseTo(low, 6)
    expect(interval.high).toBeCloseTo(high, 6)
  })
})

/** -8.8% is a fall by 8.8% */
function changeOf(text: string): Partial<Claim> {
  return text.startsWith('-') ? { ...amount(text.slice(1)), direction: 'down' } : amount(text)
}
