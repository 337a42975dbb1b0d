import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign } from '../src/compare/assignment.ts'
import { matchClaims } from '../src/compare/index.ts'
import type { Claim } from '../src/types.ts'
import { amount, reportOf } from './compare-fixtures.ts'

// The same reports every time: a law that fails should fail for all
fc.configureGlobal({ seed: 20211231 })

/** What is matched, as 旧 20户 → 新 30户. */
function matched(old: readonly Partial<Claim>[], news: readonly Partial<Claim>[]): string[] {
  const sides = [reportOf(2020, old), reportOf(2021, news)] as const
  return matchClaims(sides[0].claims, sides[1].claims, [null, null]).map((pair) => `${pair.old.raw} → ${pair.new.raw}`)
}
const of = (indicator: string, raw: string, more: Partial<Claim> = {}) => amount(raw, { indicator, ...more })

describe('the best assignment', () => {
  const edges = (weights: readonly (readonly number[])[]) =>
    weights.map((row) => row.flatMap((weight, column) => (weight > 0 ? [{ column, weight }] : [])))

  it('is not the greedy one', () => {
    expect(
      assign(
        edges([
          [0.9, 0.8],
          [0.85, 0],
        ]),
        2,
      ),
    ).toEqual([1, 0])
  })

  it('leaves a row without where that is better', () => {
    expect(assign(edges([[0.3], [0.9], [0.5]]), 1)).toEqual([-1, 0, -1])
  })

  /** All ways, one by one. */
  function most(weights: readonly (readonly number[])[], used: ReadonlySet<number> = new Set()): number {
    const [row, ...rest] = weights
    if (row === undefined) return 0
    const taking = row.map((weight, column) =>
      weight > 0 && !used.has(column) ? weight + most(rest, new Set([...used, column])) : 0,
    )
    return Math.max(most(rest, used), ...taking)
  }

  it('has the greatest sum there is', () => {
    const weight = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }))
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(table, (weights) => {
        const columnOf = assign(edges(weights), weights[0]?.length ?? 0)
        const taken = columnOf.filter((column) => column >= 0)
        expect(new Set(taken).size).toBe(taken.length)
        expect(columnOf.reduce((sum, column, row) => sum + (weights[row]?.[column] ?? 0), 0)).toBe(most(weights))
      }),
      { numRuns: 500 },
    )
  })
})

describe('one indicator under two names', () => {
  it.each([
    ['市场主体总数', '经营主体总数'],
    ['规模以上工业增加值', '规上工业增加值'],
    ['地区生产总值', 'GDP'],
    ['“互联网+明厨亮灶”', '互联网＋明厨亮灶'],
    ['定期检验率', '定检率'],
    ['网络购物投诉', '网购投诉'],
    ['商品类投诉', '商品投诉'],
    ['民生支出', '民生领域支出'],
    ['政协提案', '政协委员提案'],
    ['持证作业人员', '特种设备作业人员持证'],
    ['老旧电梯更新改造', '改造更新老旧住宅电梯'],
    ['电梯困人平均到场时间', '困人平均到场时间'],
    ['食品安全监督抽检', '食品安全监督抽检量'],
    ['食用农产品合格证', '食用农产品承诺达标合格证'],
    ['获省长质量奖企业', '省长质量奖获奖企业'],
  ])('%s is %s', (old, news) => {
    expect(matched([of(old, '20件'), of('违法案件', '7件')], [of('服务认证证书', '9件'), of(news, '30件')])).toEqual([
      '20件 → 30件',
    ])
  })
})

describe('two indicators with like names', () => {
  it.each([
    ['进口整体通关时间', '出口整体通关时间'],
    ['国家级绿色工厂', '省级绿色工厂'],
    ['产品合格率', '产品不合格率'],
    ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
    ['生产总值', '人均生产总值'],
    ['5A级景区', '4A级景区'],
    ['国家标准', '行业标准'],
    ['一般性转移支付', '税收返还'],
    ['食品抽检', '药品抽检'],
  ])('%s is not %s', (old, news) => {
    expect(matched([of(old, '20件')], [of(news, '30件')])).toEqual([])
  })

  it.each([
    ['批次', '件'],
    ['元', '个'],
    ['%', '家'],
    ['天', '人'],
  ])('a figure in %s is none in %s', (one, other) => {
    expect(matched([of('缺陷产品', `20${one}`)], [of('缺陷产品', `30${other}`)])).toEqual([])
  })
})

describe('flow and stock', () => {
  it('新登记市场主体 is not 市场主体总数', () => {
    expect(matched([of('新登记市场主体', '20户')], [of('市场主体总数', '30户')])).toEqual([])
    expect(
      matched([of('市场主体', '20户', { action: '新登记' })], [of('市场主体', '30户', { action: '实有' })]),
    ).toEqual([])
  })

  it('each finds its own, in any order', () => {
    const old = [of('国家级绿色工厂', '17家', { action: '新创建' }), of('国家级绿色工厂总数', '61家')]
    const news = [of('国家级绿色工厂', '82家'), of('国家级绿色工厂', '21家', { action: '新创建' })]
    expect(matched(old, news)).toEqual(['17家 → 21家', '61家 → 82家'])
  })
})

describe('equal names', () => {
  it('go by their order', () => {
    expect(matched([of('奖励', '10元'), of('奖励', '11元')], [of('奖励', '12元'), of('奖励', '13元')])).toEqual([
      '10元 → 12元',
      '11元 → 13元',
    ])
  })

  it('go by the verb where they are short', () => {
    const old = [of('企业', '10家', { action: '抽查' }), of('企业', '20家', { action: '帮扶' })]
    const news = [of('企业', '21家', { action: '帮扶' }), of('企业', '11家', { action: '抽查' })]
    expect(matched(old, news)).toEqual(['10家 → 11家', '20家 → 21家'])
  })
})

describe('a person’s corrections', () => {
  const sides = [
    reportOf(2020, [of('企业', '10家'), of('雪场', '3家')]),
    reportOf(2021, [of('企业', '11家'), of('滑雪场地', '4家')]),
  ] as const
  const withCorrections = (same: [string, string][], different: [string, string][]) =>
    matchClaims(sides[0].claims, sides[1].claims, [null, null], { corrections: { same, different } }).map(
      ({ old, new: news, match, score }) => `${old.raw} ${news.raw} ${match} ${score}`,
    )

  it('bring together and keep apart', () => {
    expect(withCorrections([['雪场', '滑雪场地']], [])).toContain('3家 4家 manual 1')
    expect(withCorrections([], [['企业', '企业']])).toEqual(['3家 4家 similar 0.587'])
  })
})
