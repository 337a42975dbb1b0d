import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByRegion, compareReports, selectRows, toComparisonRecord } from '../src/compare/index.ts'
import type { Claim, Extraction } from '../src/types.ts'
import { amount, claimsOf, expectedOf, offices, reportOf } from './compare-fixtures.ts'

// The same reports every time: a law that fails should fail for all
fc.configureGlobal({ seed: 20211231 })

describe.each(offices)('the reports of $name', ({ name, years: [before, after] }) => {
  const old = claimsOf(name, before)
  const news = claimsOf(name, after)
  const { rows, summary } = compareReports(old, news)
  const expected = expectedOf(name)

  it('have their indicators side by side', () => {
    const wanted = new Set(expected.pairs.flatMap((pair) => pair.split(' ').map((id, at) => `${at}${id}`)))
    const pairs = rows.filter(
      (row) => row.old && row.new && wanted.has(`0${row.old.id}`) && wanted.has(`1${row.new.id}`),
    )
    const found = pairs.map((row) => `${row.old?.id} ${row.new?.id}`)
    expect(found.filter((pair) => !expected.pairs.includes(pair))).toEqual([])
    expect(expected.pairs.filter((pair) => !found.includes(pair))).toEqual([])
  })

  it('state growths, of which those that do not fit are told', () => {
    const told = rows.filter(({ consistent }) => consistent === false).map(({ stated }) => stated?.claim.id)
    expect(told).toEqual(expected.inconsistent)
    expect(summary.consistent).toBeGreaterThan(20)
  })

  it('give a record that is as its schema says', () => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      schemas: [JSON.parse(readFileSync('src/write/schema.json', 'utf8'))],
    })
    const validate = ajv.compile(JSON.parse(readFileSync('src/write/comparison-schema.json', 'utf8')))
    const record = JSON.parse(JSON.stringify(toComparisonRecord(compareReports(old, news, { targets: true }))))
    expect([validate(record), validate.errors]).toEqual([true, null])
  })

  it('do not differ from themselves', () => {
    for (const report of [old, news]) {
      const { changed, added, removed, inconsistent } = compareReports(report, report).summary
      expect([changed, added, removed, inconsistent]).toEqual([0, 0, 0, 0])
    }
  })

  it('mirror when they are exchanged', () => {
    const pairsOf = (one: Extraction, other: Extraction) =>
      compareReports(one, other).rows.map((row) => [row.old?.id ?? '-', row.new?.id ?? '-', row.score])
    const back = pairsOf(news, old).map(([one, other, score]) => [other, one, score])
    expect(back.map(String).sort()).toEqual(pairsOf(old, news).map(String).sort())
  })
})

/** A report as a property test makes them: names from a few words, so that many are near each other. */
const names = fc.array(
  fc.constantFrom('市场主体', '检验', '机构', '食品', '抽检', '企业', '质量', '标准', '进口', '合格率', '总数'),
  {
    minLength: 1,
    maxLength: 3,
  },
)
const someClaim = fc.record({
  indicator: names.map((words) => words.join('')),
  action: fc.constantFrom('', '新登记', '查处', '累计'),
  unit: fc.constantFrom('个', '户', '家', '元', '%', '批次'),
  value: fc.integer({ min: 1, max: 90000 }),
  kind: fc.constantFrom('level', 'share', 'rank' as const),
  qualifier: fc.constantFrom('exact', 'about', 'over'),
})
const someReport = (year: number) =>
  fc.array(someClaim, { maxLength: 25 }).map((claims) =>
    reportOf(
      year,
      claims.map((claim) => ({ ...claim, raw: `${claim.value}${claim.unit}` }) as Partial<Claim>),
    ),
  )

const hasDistinctNames = ({ claims }: Extraction): boolean =>
  new Set(claims.map(({ indicator }) => indicator)).size === claims.length

describe('any two reports', () => {
  it('a report does not differ from itself', () => {
    fc.assert(
      fc.property(someReport(2020), (report) => {
        const { rows } = compareReports(report, report)
        expect(rows.filter(({ status }) => status !== 'unchanged')).toEqual([])
        expect(rows).toHaveLength(report.claims.length)
      }),
    )
  })

  it('mirror when they are exchanged', () => {
    fc.assert(
      fc.property(someReport(2020), someReport(2021), (old, news) => {
        const sumOf = (one: Extraction, other: Extraction) =>
          compareReports(one, other).rows.reduce((sum, { score }) => sum + (score ?? 0), 0)
        expect(sumOf(news, old)).toBeCloseTo(sumOf(old, news), 2)
        const { changed, unchanged, added, removed } = compareReports(old, news).summary
        const back = compareReports(news, old).summary
        expect([back.changed + back.unchanged, back.removed, back.added]).toEqual([changed + unchanged, added, removed])
      }),
    )
  })

  it('do not change with the magnitudes that figures are written in', () => {
    const rewritten = (report: Extraction, year: number) =>
      reportOf(
        year,
        report.claims.map(({ source: _, ...claim }) => ({ ...claim, raw: `${claim.value / 1e4}万${claim.unit}` })),
      )
    fc.assert(
      fc.property(someReport(2020), someReport(2021), (old, news) => {
        // Between claims of one name their places decide, and those move with what is written before them
        fc.pre([old, news].every(hasDistinctNames))
        const rowsOf = (one: Extraction, other: Extraction) =>
          compareReports(one, other).rows.map(({ status, old: before, new: now, delta, percent }) => [
            status,
            before?.id,
            now?.id,
            delta,
            percent,
          ])
        expect(rowsOf(rewritten(old, 2020), rewritten(news, 2021))).toEqual(rowsOf(old, news))
        expect(rowsOf(rewritten(old, 2020), news)).toEqual(rowsOf(old, news))
      }),
    )
  })

  it('use every claim once', () => {
    fc.assert(
      fc.property(someReport(2020), someReport(2021), (old, news) => {
        const { rows } = compareReports(old, news)
        expect(rows.flatMap((row) => row.old?.id ?? []).sort()).toEqual(old.claims.map(({ id }) => id).sort())
        expect(rows.flatMap((row) => row.new?.id ?? []).sort()).toEqual(news.claims.map(({ id }) => id).sort())
      }),
    )
  })
})

describe('a row', () => {
  const rowOf = (old: Partial<Claim>, news: Partial<Claim>) => {
    const { rows } = compareReports(reportOf(2020, [old]), reportOf(2021, [news]))
    expect(rows).toHaveLength(1)
    return rows[0]
  }

  it('has the difference in one unit and in percent', () => {
    const row = rowOf(amount('20万户', { indicator: '市场主体' }), amount('250000户', { indicator: '经营主体' }))
    expect(row).toMatchObject({
      status: 'changed',
      indicator: '经营主体',
      oldValue: 200000,
      newValue: 250000,
      delta: 50000,
      deltaUnit: '户',
      deltaQualifier: 'exact',
      percent: 25,
      match: 'alias',
    })
  })

  it('does not change with the magnitude that is written', () => {
    expect(rowOf(amount('20.71万户'), amount('207100户'))).toMatchObject({ status: 'unchanged', delta: 0, percent: 0 })
    expect(rowOf(amount('9700万元'), amount('0.97亿元'))).toMatchObject({ status: 'unchanged', match: 'exact' })
  })

  it('brings units of one dimension together', () => {
    const row = rowOf(amount('15公顷', { indicator: '高标准农田' }), amount('300亩', { indicator: '高标准农田' }))
    expect(row).toMatchObject({ unit: '亩', oldValue: 225, newValue: 300, delta: 75 })
  })

  it('tells percentages in points', () => {
    const row = rowOf(amount('97.9%', { indicator: '合格率' }), amount('98.2%', { indicator: '合格率' }))
    expect(row).toMatchObject({ delta: 0.3, deltaUnit: '百分点', percent: null })
  })

  it.each([
    [{ qualifier: 'over' }, {}, 'under'],
    [{}, { qualifier: 'over' }, 'over'],
    [{ qualifier: 'over' }, { qualifier: 'over' }, 'about'],
    [{ qualifier: 'about' }, {}, 'about'],
  ] as const)('%j to %j leaves a difference of %s', (old, news, qualifier) => {
    expect(rowOf(amount('1100家', old), amount('1500家', news))).toMatchObject({
      delta: 400,
      deltaQualifier: qualifier,
    })
  })

  it('of ranges that differ has no one difference', () => {
    const range = (value: number, high: number) => ({
      raw: `${value}—${high}家`,
      value,
      high,
      unit: '家',
      qualifier: 'range' as const,
    })
    expect(rowOf(range(40, 50), range(50, 60))).toMatchObject({
      status: 'changed',
      delta: null,
      deltaQualifier: 'range',
    })
    expect(rowOf(range(40, 50), range(40, 50))).toMatchObject({ status: 'unchanged', delta: 0 })
  })

  it('signs a growth', () => {
    const change = (raw: string, direction: 'up' | 'down') =>
      amount(raw, { kind: 'change', direction, indicator: '居民消费价格' })
    expect(rowOf(change('2.1%', 'up'), change('0.3%', 'down'))).toMatchObject({
      oldValue: 2.1,
      newValue: -0.3,
      delta: -2.4,
    })
  })
})

describe('rows are chosen', () => {
  const comparison = compareReports(claimsOf('liaoning', 2020), claimsOf('liaoning', 2021))

  it('by sector, status and size', () => {
    expect(new Set(selectRows(comparison, { sectors: ['trade'] }).rows.map(({ sector }) => sector))).toEqual(
      new Set(['trade']),
    )
    expect(selectRows(comparison, { only: ['inconsistent'] }).rows.map(({ new: news }) => news?.raw)).toEqual([
      '43.6万件',
      '98.2%',
    ])
    const big = selectRows(comparison, { only: ['changed'], threshold: 50 })
    expect(big.rows.map(({ indicator }) => indicator)).toContain('国家级专精特新小巨人企业')
    expect(big.summary).toMatchObject({ unchanged: 0, added: 0, removed: 0 })
  })

  it('and sorted', () => {
    const [first] = selectRows(comparison, { sort: 'change' }).rows
    expect(first?.indicator).toBe('国家级专精特新小巨人企业')
    const sectors = selectRows(comparison, { sort: 'sector' }).rows.map(({ sector }) => sector)
    expect(sectors).toEqual([...sectors].sort())
  })
})

describe('many reports', () => {
  it('are compared region by region', () => {
    const old = [claimsOf('suzhou', 2021), claimsOf('liaoning', 2020)]
    const result = compareByRegion(old, [claimsOf('liaoning', 2021)])
    expect(result.comparisons.map((one) => [one.old.region, one.old.year, one.new.year])).toEqual([
      ['辽宁省', 2020, 2021],
    ])
    expect(result.alone.old.map(({ region }) => region)).toEqual(['苏州市'])
    expect(result.alone.new).toEqual([])
    expect(result.summary).toEqual(result.comparisons[0]?.summary)
  })
})
