import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { parse } from 'yaml'
import { compareReports } from '../src/compare/index.ts'
import { extract } from '../src/extract.ts'
import { readBytes, reportOf } from '../src/read/index.ts'
import type { Claim } from '../src/types.ts'
import { toJson, toYaml } from '../src/write/index.ts'
import { generateReport } from './generate.ts'

const isLong = process.env.FUZZ !== undefined
const seed = isLong ? Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31) : 2020
const runs = (few: number, many = 10_000) => ({ seed, numRuns: isLong ? many : few, endOnFailure: true })
if (isLong) process.stdout.write(`seed ${seed}; the same again: FUZZ_SEED=${seed} npm run fuzz\n`)

/** Pieces of reports among any characters that there are, halves of pairs and controls too. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('新登记市场主体', '同比增长', '达到', '其中', '占', '分别为', '从', '提高到', '计划'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '20.71万户',
      '8.79%',
      '503个',
      '１２３家',
      '三分之一',
      '第1位',
      '近百家',
      '1—3月',
      '2020年',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('，', '、', '。', '；', '\n', '\t', ' ', '（', '）', '“', '”', '：', '\r\n'),
  },
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
)
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
const report = fc.nat(1e6).map((number) => generateReport(number, 1500))

describe('any text', () => {
  it('has claims whose places hold what they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { raw, source } of extract(reportOf(text)).claims) {
          expect(text.slice(source.start, source.end)).toBe(raw)
          expect(text.startsWith(source.sentence, source.sentenceStart)).toBe(true)
        }
      }),
      runs(200),
    )
  })

  it('gives the same claims again, whatever was read between', () => {
    fc.assert(
      fc.property(anyText, report, (text, other) => {
        const first = toJson(extract(reportOf(text)))
        extract(reportOf(other))
        expect(toJson(extract(reportOf(text)))).toBe(first)
      }),
      runs(30, 2000),
    )
  })

  it('comes back the same from JSON and from YAML', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const extraction = extract(reportOf(text))
        // Half of a pair cannot be written in UTF-8; JSON escapes it, YAML has a sign in its place
        fc.pre(!/\p{Surrogate}/u.test(text))
        expect(parse(toYaml(extraction))).toEqual(JSON.parse(toJson(extraction)))
      }),
      runs(100),
    )
  })
})

describe('reports', () => {
  it('joined have the figures of both', () => {
    fc.assert(
      fc.property(report, report, (one, other) => {
        const figures = (text: string, from = 0) =>
          extract(reportOf(text)).claims.map(({ raw, value, source }) => `${source.start + from} ${raw} ${value}`)
        expect(figures(`${one}\n${other}`)).toEqual([...figures(one), ...figures(other, one.length + 1)])
      }),
      runs(20, 1000),
    )
  })

  it('compared the other way round have the same rows, added for removed', () => {
    fc.assert(
      fc.property(report, report, (one, other) => {
        const [first, second] = [one, other].map((text) => extract(reportOf(text)))
        if (first === undefined || second === undefined) return
        const there = compareReports(first, second)
        const back = compareReports(second, first)
        expect(back.summary.changed + back.summary.unchanged).toBe(there.summary.changed + there.summary.unchanged)
        expect([back.summary.added, back.summary.removed]).toEqual([there.summary.removed, there.summary.added])
      }),
      runs(15, 500),
    )
  })
})

const names = ['粮食产量', '蔬菜产量', '发电量', '公路里程', '专利授权', '常住人口', '税收收入', '用水总量']
const units = ['万吨', '亿元', '公里', '件', '万人', '%']
const table = fc
  .record({
    rows: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 6 }),
    unit: fc.constantFrom(...units),
    year: fc.integer({ min: 2001, max: 2029 }),
    figures: fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ rows, unit, year, figures }) => [
    ['指标', '单位', `${year}年`, `${year + 1}年`],
    ...rows.map((name, at) => [name, unit, String(figures[2 * at]), String(figures[2 * at + 1])]),
  ])

const escaped = (cells: readonly string[]) => cells.map((cell) => `<td>${cell}</td>`).join('')
const formats: Readonly<Record<string, (rows: readonly (readonly string[])[]) => Promise<Uint8Array> | Uint8Array>> = {
  html: (rows) =>
    Buffer.from(
      `<html><body><table>${rows.map((cells) => `<tr>${escaped(cells)}</tr>`).join('')}</table></body></html>`,
    ),
  csv: (rows) => Buffer.from(rows.map((cells) => `${cells.join(',')}\n`).join('')),
  md: ([head = [], ...rows]) =>
    Buffer.from([head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')),
  xlsx: (rows) =>
    writeExcelFile(
      rows.map((cells) => cells.map((value) => (/^\d+$/.test(value) ? { value: Number(value) } : { value }))),
    ).toBuffer(),
}

describe('a table', () => {
  it('gives the same claims as HTML, CSV, Markdown and a workbook', async () => {
    const said = ({ indicator, value, unit, kind, period, raw }: Claim) => ({
      indicator,
      value,
      unit,
      kind,
      period,
      raw,
    })
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const claims: Record<string, unknown> = {}
        for (const [ending, write] of Object.entries(formats)) {
          claims[ending] = extract(await readBytes(await write(rows), { file: `表.${ending}` })).claims.map(said)
        }
        expect(claims.html).toHaveLength(2 * (rows.length - 1))
        for (const ending of ['csv', 'md', 'xlsx']) expect(claims[ending]).toEqual(claims.html)
      }),
      runs(20, 2000),
    )
  })
})
