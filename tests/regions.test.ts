import { describe, expect, it } from 'vitest'
import { compareRegions, traceIndicators } from '../src/compare/index.ts'
import { conceptFile, conceptOf } from '../src/concepts/index.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

const report = (region: string, year: number, text: string) =>
  extract(reportOf(text, { region, year, title: `${region}${year}年工作报告`, file: `${region}-${year}.txt` }))

const west = report('西山省', 2021, '全年地区生产总值达到2.1万亿元，增长8.1%。规上工业增加值增长9.2%。合格率96.1%。')
const east = report(
  '东海省',
  2021,
  '全年GDP达到4.5万亿元，增长6.3%，其中海洋生产总值1.2万亿元。规模以上工业增加值同比增长7.5%。',
)

describe('reports of many places', () => {
  const { regions, rows } = compareRegions([west, east])

  it('have an indicator a line, a place a column, level and growth apart, with ranks', () => {
    expect(regions).toEqual(['西山省', '东海省'])
    const told = rows.map(({ indicator, kind, unit, cells }) => [
      indicator,
      kind,
      unit,
      ...cells.map((cell) => cell && `${cell.value} #${cell.rank}`),
    ])
    expect(told).toContainEqual(['生产总值', 'level', '元', '2100000000000 #2', '4500000000000 #1'])
    expect(told).toContainEqual(['生产总值', 'change', '%', '8.1 #1', '6.3 #2'])
    expect(told).toContainEqual(['规模以上工业增加值', 'change', '%', '9.2 #1', '7.5 #2'])
  })

  it('leave out what one place tells alone, and other years', () => {
    expect(rows.map(({ indicator }) => indicator)).not.toContain('合格率')
    expect(compareRegions([west, east], { minRegions: 1 }).rows.length).toBeGreaterThan(rows.length)
    const before = report('西山省', 2020, '全年地区生产总值达到1.9万亿元。')
    expect(compareRegions([before, west, east]).regions).toEqual(['西山省', '东海省'])
  })

  it('take names for the same where a person says so', () => {
    const one = report('西山省', 2021, '全年旅游总花费达到120亿元。')
    const other = report('东海省', 2021, '全年旅游收入达到310亿元。')
    const corrections = { same: [['旅游收入', '旅游总花费']] as const, different: [] }
    expect(compareRegions([one, other]).rows).toEqual([])
    expect(compareRegions([one, other], { corrections }).rows).toHaveLength(1)
  })
})

describe('a trend of several places', () => {
  it('has a line a place and indicator', () => {
    const before = report('西山省', 2020, '全年地区生产总值达到1.9万亿元。')
    const there = report('东海省', 2020, '全年地区生产总值达到4.1万亿元。')
    const { years, series } = traceIndicators([west, there, before, east])
    expect(years).toEqual([2020, 2021])
    expect(series.map(({ region, values }) => [region, values])).toEqual(
      expect.arrayContaining([
        ['西山省', [1.9e12, 2.1e12]],
        ['东海省', [4.1e12, 4.5e12]],
      ]),
    )
    expect(new Set(series.map(({ region }) => region)).size).toBe(2)
  })
})

describe('a concept', () => {
  it.each([
    ['规上工业增加值', '规模以上工业增加值'],
    ['市场主体总数', '经营主体'],
    ['全体居民人均可支配收入', '居民人均可支配收入'],
    ['外贸进出口总值', '货物进出口总额'],
    ['PM2.5平均浓度', '细颗粒物浓度'],
    ['产业大脑', null],
    ['海洋生产总值', null],
  ])('of %s is %s', (indicator, concept) => {
    expect(conceptOf(indicator)).toBe(concept)
  })

  it('stands in the claim, and has a source', () => {
    expect(west.claims.find(({ raw }) => raw === '9.2%')?.concept).toBe('规模以上工业增加值')
    const { sources, words, concepts } = conceptFile()
    expect([...words, ...concepts].filter(({ by }) => sources[by] === undefined)).toEqual([])
  })

  it('has no name that another has', () => {
    const { concepts } = conceptFile()
    const names = concepts.flatMap(({ name, also = [] }) => [name, ...also])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})
