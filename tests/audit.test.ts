import { describe, expect, it } from 'vitest'
import { auditReport } from '../src/compare/index.ts'
import type { Claim } from '../src/types.ts'
import { amount, claimsOf, offices, reportOf } from './compare-fixtures.ts'

/** What an audit finds in the claims of one sentence: the check and the sum. */
function found(claims: readonly Partial<Claim>[]): string[] {
  return auditReport(reportOf(2021, claims)).findings.map(({ check, sum }) => `${check} ${sum}`)
}
const of = (indicator: string, raw: string, more: Partial<Claim> = {}) => amount(raw, { indicator, ...more })
const up = (indicator: string, raw: string, more: Partial<Claim> = {}) =>
  of(indicator, raw, { kind: 'change', direction: 'up', basis: 'none', ...more })
const far = {
  start: 900,
  end: 905,
  line: 9,
  section: null,
  sentenceStart: 0,
  read: 'text' as const,
  sentence: '市场主体总数如上。',
}

describe('a part', () => {
  it('is no more than its whole', () => {
    expect(found([of('有效专利', '7335项'), of('发明专利', '7534项', { of: 'c01' })])).toEqual(['part 7534项 > 7335项'])
    expect(found([of('有效专利', '7335项'), of('发明专利', '1754项', { of: 'c01' })])).toEqual([])
  })

  it('may be as much, within the digits as printed', () => {
    expect(found([of('罚没款', '1.03亿元'), of('食品罚没款', '10340万元', { of: 'c01' })])).toEqual([])
    expect(found([of('罚没款', '1.03亿元'), of('食品罚没款', '10360万元', { of: 'c01' })])).toHaveLength(1)
    expect(found([of('企业', '100家', { qualifier: 'over' }), of('小微企业', '120家', { of: 'c01' })])).toEqual([])
  })

  it('in another unit is no part', () => {
    expect(found([of('改造项目', '132个'), of('投资', '865元', { of: 'c01' })])).toEqual([])
  })
})

describe('parts that are all there is', () => {
  const trade = (one: string, other: string) => [
    of('进出口总额', '2.57万亿元'),
    of('出口额', one, { of: 'c01' }),
    of('进口额', other, { of: 'c01' }),
  ]

  it('add up to the whole', () => {
    expect(found(trade('1.5万亿元', '1.2万亿元'))).toEqual(['parts 1.5万亿元 + 1.2万亿元 = 2700000000000元'])
    expect(found(trade('1.54万亿元', '1.03万亿元'))).toEqual([])
    expect(found(trade('1.54万亿元', '1.02万亿元'))).toEqual([])
  })

  it('and others need not', () => {
    const parts = [
      of('企业', '100家'),
      of('民营企业', '80家', { of: 'c01' }),
      of('高新技术企业', '60家', { of: 'c01' }),
    ]
    expect(found(parts)).toEqual([])
  })
})

describe('a share', () => {
  const share = (raw: string, whole: string | null) => [
    of('实有市场主体', '432.6万户'),
    of('企业', '115.2万户', { of: 'c01' }),
    of('企业', raw, { kind: 'share', of: whole }),
  ]

  it('is its part by its whole', () => {
    expect(found(share('26.6%', '总量'))).toEqual([])
    expect(found(share('26.6%', 'c01'))).toEqual([])
    expect(found(share('36.6%', '实有市场主体'))).toEqual(['share 115.2万户 / 432.6万户 = 26.63%'])
    expect(found(share('36.6%', '总量'))).toHaveLength(1)
  })

  it('of something that the report does not tell is not checked', () => {
    expect(found(share('36.6%', '全国企业'))).toEqual([])
    expect(found(share('36.6%', null))).toEqual([])
  })
})

describe('from A to B', () => {
  const rise = (change: Partial<Claim>) => [
    of('国家级绿色工厂', '61家', { status: 'baseline' }),
    of('国家级绿色工厂', '82家', { of: 'c01' }),
    change,
  ]

  it('is the change that is stated', () => {
    expect(found(rise(up('国家级绿色工厂', '34.4%', { of: 'c02' })))).toEqual([])
    expect(found(rise(up('国家级绿色工厂', '21家', { of: 'c02' })))).toEqual([])
    expect(found(rise(up('国家级绿色工厂', '43.4%', { of: 'c02' })))).toEqual(['from-to 61家 → 82家: +34.4262%'])
  })

  it('against another base is not checked', () => {
    expect(found(rise(up('国家级绿色工厂', '5%', { of: 'c02', basis: '较2019年' })))).toEqual([])
    expect(found(rise(up('国家级绿色工厂', '5%', { of: 'c02', basis: '年均' })))).toEqual([])
  })
})

describe('two changes of one amount', () => {
  const changes = (amount: string, rate: string) => [
    of('放心消费示范街区', '55条'),
    up('放心消费示范街区', amount, { of: 'c01' }),
    up('放心消费示范街区', rate, { of: 'c01' }),
  ]

  it('tell of one base', () => {
    expect(found(changes('13条', '31%'))).toEqual([])
    expect(found(changes('13条', '13%'))).toEqual(['changes 13条 / 42条: +30.9524%'])
  })
})

describe('a total', () => {
  const list = (total: string) => {
    const sentence = `制修订国家标准204项、行业标准12项，合计${total}`
    const at = (raw: string) => ({
      start: sentence.indexOf(raw),
      end: sentence.indexOf(raw) + raw.length,
      line: 1,
      section: null,
      sentenceStart: 0,
      read: 'text' as const,
      sentence,
    })
    return [
      of('国家标准', '204项', { source: at('204项') }),
      of('行业标准', '12项', { source: at('12项') }),
      of('标准', total, { source: at(total) }),
    ]
  }

  it('is the sum of its list', () => {
    expect(found(list('216项'))).toEqual([])
    expect(found(list('261项'))).toEqual(['total 204项 + 12项 = 216项'])
  })

  it('is the sum of its column', () => {
    const cell = (row: number, indicator: string, raw: string) =>
      of(indicator, raw, { source: { ...far, sentence: raw, table: { number: 1, row, column: 2 } } })
    const table = (total: string) => [cell(2, '长春市', '12家'), cell(3, '吉林市', '9家'), cell(4, '合计', total)]
    expect(found(table('21家'))).toEqual([])
    expect(found(table('20家'))).toEqual(['total 12家 + 9家 = 21家'])
  })
})

describe('a figure that stands twice', () => {
  it('is the same both times', () => {
    expect(found([of('市场主体总数', '256.2万户'), of('市场主体总数', '265.2万户', { source: far })])).toEqual([
      'repeat 256.2万户 ≠ 265.2万户',
    ])
    expect(found([of('市场主体总数', '256.2万户'), of('市场主体总数', '256万户', { source: far })])).toEqual([])
  })

  it.each([
    ['of another time', { period: { text: '上半年', from: '2021-01-01', to: '2021-06-30' } }],
    ['done in another way', { action: '注销' }],
    ['not exact', { qualifier: 'over' }],
    ['of another place', { region: '长春市' }],
    ['far off', amount('25.2万户')],
  ] as const)('%s is another', (_, more) => {
    expect(found([of('市场主体总数', '256.2万户'), of('市场主体总数', '265.2万户', { source: far, ...more })])).toEqual(
      [],
    )
  })
})

describe('the reports of two years', () => {
  it.each(offices)('$name: the growths that do not fit are all that is found', ({ name, years: [before, after] }) => {
    const [old, news] = [claimsOf(name, before), claimsOf(name, after)]
    expect(auditReport(old).findings).toEqual([])
    expect(auditReport(news).findings).toEqual([])
    const { findings, checked } = auditReport(news, old)
    expect(findings.map(({ check, stated }) => [check, stated])).toEqual(
      name === 'liaoning'
        ? [
            ['growth', 41.1],
            ['growth', 1.3],
          ]
        : [
            ['growth', 13.4],
            ['growth', 18],
          ],
    )
    expect(findings.map(({ previous }) => previous?.raw)).toEqual(
      name === 'liaoning' ? ['38.2万件', '97.9%'] : ['1.24万家', '118.6亿元'],
    )
    expect(checked.growth).toBeGreaterThan(20)
  })
})
