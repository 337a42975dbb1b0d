import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { afterAll, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { correctExtraction, correctionsFor, loadCorrectionsFile } from '../src/corrections/index.ts'
import { extract } from '../src/extract.ts'
import { readReport, reportOf } from '../src/read/index.ts'
import { builtInTaxonomy } from '../src/sectors/index.ts'
import type { Extraction } from '../src/types.ts'
import { claimColumns, claimRows, tableFormats, writeWhole } from '../src/write/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-corrections-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { sectors } = builtInTaxonomy()
const seed = extract(await readReport('seeds/jilin-2020.txt'))

/** The file as it is, applied to a report as it was made. */
function corrected(name: string, extraction: Extraction = seed) {
  const all = loadCorrectionsFile(join(folder, name), sectors)
  return correctExtraction(extraction, correctionsFor(all, extraction.report))
}

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return name
}

/** What a person does in these tests, each in his own way: 503 个 gets another name, 171 项 is no claim, 11 项 is right. */
const byHand = `
corrections:
  - raw: 503 个
    set: { indicator: 三品一标产品, value: 504, sector: food-drug, period: { text: 2020年, from: 2020-01-01, to: 2020-12-31 } }
    note: 口径不同
  - { raw: 171 项, verdict: rejected }
  - { raw: 11 项, line: 15, verdict: accepted }
`
const rightly = () => corrected(write('hand.yaml', byHand))

describe('corrections', () => {
  it('put a claim right, take one away, and make one sure', () => {
    const { extraction, misfits } = rightly()
    expect(misfits).toEqual([])
    expect(extraction.claims.length).toBe(seed.claims.length - 1)
    const of = (raw: string) => extraction.claims.find((claim) => claim.raw === raw)
    expect(of('503 个')).toMatchObject({
      indicator: '三品一标产品',
      value: 504,
      sector: 'food-drug',
      action: '新认证',
      confidence: 1,
    })
    expect(of('171 项')).toBeUndefined()
    expect(of('11 项')).toEqual({ ...seed.claims.find(({ raw }) => raw === '11 项'), confidence: 1 })
  })

  it('find their figure by its sentence where the report was changed before it', async () => {
    const { text } = await readReport('seeds/jilin-2020.txt')
    const longer = extract(reportOf(`新的第一段，另有12家。\n${text}`))
    const claim = seed.claims.find(({ raw }) => raw === '503 个')
    const { start, sentence } = claim?.source ?? {}
    write('moved.json', JSON.stringify({ corrections: [{ verdict: 'rejected', raw: '503 个', start, sentence }] }))
    const { extraction, misfits } = corrected('moved.json', longer)
    expect(misfits).toEqual([])
    expect(extraction.claims.length).toBe(longer.claims.length - 1)
  })

  it('say what no longer fits: a figure that is gone, several of one kind, one that is elsewhere', () => {
    const report = extract(reportOf('标准12项。专利12项。企业30家。'))
    write(
      'odd.yaml',
      'corrections: [{ raw: 99项 }, { raw: 12项 }, { raw: 30家, start: 3 }, { raw: 30家, sentence: 企业30家。 }]',
    )
    const { extraction, misfits } = corrected('odd.yaml', report)
    expect(misfits.map(({ correction, why }) => [correction.raw, why])).toEqual([
      ['99项', 'gone'],
      ['12项', 'several'],
      ['30家', 'no-claim'],
    ])
    expect(extraction.claims.at(-1)?.confidence).toBe(1)
  })

  it('leave no claim that points to one that was taken away', () => {
    const report = extract(reportOf('新登记市场主体20.71万户，同比增长8.79%。'))
    expect(report.claims[1]?.of).toBe(report.claims[0]?.id)
    write('part.yaml', 'corrections: [{ raw: 20.71万户, verdict: rejected }]')
    expect(corrected('part.yaml', report).extraction.claims.map(({ of }) => of)).toEqual([null])
  })

  it('are of the report with that hash or that name, wherever it lies', () => {
    const all = [
      { file: '甲/年报.txt', sha256: 'a1', corrections: [correction('1家')] },
      { file: '乙/别的.txt', sha256: 'b2', corrections: [correction('2家')] },
      { file: null, sha256: null, corrections: [correction('3家')] },
    ]
    const raws = (file: string, sha256: string) => correctionsFor(all, { file, sha256 }).map(({ raw }) => raw)
    expect(raws('年报.txt', 'c3')).toEqual(['1家', '3家'])
    expect(raws('改名.txt', 'b2')).toEqual(['2家', '3家'])
  })

  it.each([
    ['corrections: [{ verdict: accepted }]', 'names its figure as written', 1],
    ['corrections:\n  - { raw: 3家, set: { kind: total } }', '“total” is no kind', 2],
    ['corrections:\n  - { raw: 3家, set: { value: many } }', 'value is a number', 2],
    ['corrections:\n  - { raw: 3家, set: { indicator: "" } }', 'indicator is empty', 2],
    ['schema: baoshu/2', '“baoshu/2” is no schema', 1],
    ['corrections:\n  - { raw: 3家, verdict: maybe }', '“maybe” is no verdict', 2],
  ])('are refused with the line: %s', (text, message, line) => {
    write('wrong.yaml', text)
    expect(() => corrected('wrong.yaml')).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), line }),
    )
  })
})

describe('a table that comes back', () => {
  const table = { name: 'claims', title: '指标', columns: claimColumns, rows: claimRows(seed) }

  it.each(['csv', 'xlsx'] as const)('corrects nothing as it was written: %s', async (format) => {
    await writeWhole(join(folder, `plain.${format}`), (await tableFormats[format].load())([table], {}))
    const { extraction, misfits } = corrected(`plain.${format}`)
    expect(misfits).toEqual([])
    expect(extraction).toEqual(seed)
  })

  it('edited in a text editor gives the claims that were written by hand', async () => {
    await writeWhole(join(folder, 'edited.csv'), (await tableFormats.csv.load())([table], {}))
    const [head = '', ...lines] = readFileSync(join(folder, 'edited.csv'), 'utf8').trim().split('\r\n')
    const edited = lines.map((line) => {
      if (line.includes(',171 项,')) return `${line},剔除`
      if (line.includes(',11 项,')) return `${line},采纳`
      if (!line.includes(',503 个,')) return `${line},`
      return `${line.replace(',三品一标,', ',三品一标产品,').replace(',503,', ',504,').replace(',agriculture,', ',food-drug,')},`
    })
    write('edited.csv', [`${head},核对`, ...edited].join('\n'))
    expect(corrected('edited.csv').extraction).toEqual(rightly().extraction)
  })

  it('edited in a spreadsheet gives them too', async () => {
    await writeWhole(join(folder, 'made.xlsx'), (await tableFormats.xlsx.load())([table], {}))
    const [heads = [], ...rows] = (await readXlsx(join(folder, 'made.xlsx')))[0]?.data ?? []
    const at = (title: string) => heads.indexOf(title)
    const edited = rows.map((row) => {
      const cells = [...row] as (string | number | Date | null)[]
      const raw = cells[at('原文数值')]
      if (raw === '503 个') {
        cells[at('指标')] = '三品一标产品'
        cells[at('数值')] = 504
        cells[at('行业')] = '食品药品质量'
      }
      return [...cells, raw === '171 项' ? '剔除' : raw === '11 项' ? '采纳' : null]
    })
    const data = [[...heads, '核对'], ...edited].map((row) => row.map(cellOf))
    await writeExcelFile(data).toFile(join(folder, 'edited.xlsx'))
    expect(corrected('edited.xlsx').extraction).toEqual(rightly().extraction)
  })

  it('is refused where it is none, or a cell says what cannot be', () => {
    write('none.csv', '名称,数量\n甲,3\n')
    expect(() => corrected('none.csv')).toThrow('no table of claims')
    write('odd.csv', 'raw,kind\n503 个,总量\n171 项,很多\n')
    expect(() => corrected('odd.csv')).toThrow(expect.objectContaining({ message: '“很多” is no kind', line: 3 }))
  })
})

function correction(raw: string) {
  return { verdict: 'accepted' as const, raw, start: null, line: null, sentence: null, set: {}, note: null }
}

function cellOf(value: unknown) {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
  return typeof value === 'number' ? { value, type: Number } : { value: String(value), type: String }
}
