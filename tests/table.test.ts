import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { BaoshuError } from '../src/errors.ts'
import type { Claim, Extraction } from '../src/types.ts'
import {
  type Cell,
  type Column,
  claimColumns,
  claimRows,
  type Row,
  type Table,
  type TableFormatName,
  tableFormatOf,
  tableFormats,
  toDataPackage,
  wordOf,
  writeWhole,
} from '../src/write/index.ts'
import { writeXlsx } from '../src/write/xlsx.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-table-'))
const at = (name: string) => join(folder, name)

const claim: Claim = {
  id: 'c07',
  raw: '503 个',
  value: 503,
  high: null,
  unit: '个',
  currency: null,
  qualifier: 'exact',
  indicator: '三品一标',
  concept: null,
  action: '新认证',
  kind: 'level',
  status: 'actual',
  sector: 'agriculture',
  sectorBy: 'heading',
  period: { text: '今年以来', from: '2020-01-01', to: null },
  region: '吉林省',
  of: null,
  whole: null,
  reference: null,
  basis: null,
  direction: null,
  confidence: 0.97,
  extractor: 'count-after-object',
  indicatorSpans: [[807, 811]],
  actionSpan: [803, 806],
  source: {
    ...{ start: 812, end: 817, line: 13, section: '农产品质量', sentence: '新认证“三品一标”503 个' },
    ...{ sentenceStart: 803, read: 'text' as const },
  },
}
const claims: Claim[] = [
  claim,
  {
    ...claim,
    id: 'c08',
    value: 3_000_000_000_000,
    high: 0.1 + 0.2,
    unit: '',
    action: '',
    period: null,
    source: {
      ...claim.source,
      section: null,
      sentenceStart: 0,
      read: 'text' as const,
      sentence: '含“引号"、逗号,\r\n换行\t制表 & <标签> 😀',
      table: { number: 1, row: 2, column: 3 },
    },
  },
  { ...claim, id: 'c09', value: -0.000123, confidence: 1, source: { ...claim.source, sentence: '=HYPERLINK("x")' } },
]
const extraction: Extraction = {
  schema: 'baoshu/2',
  report: {
    file: '报告/吉林 2020.txt',
    title: '标题',
    source: null,
    region: '吉林省',
    year: 2020,
    characters: 2389,
    sha256: '00',
  },
  claims,
}
const rows = claimRows(extraction)
const table: Table = { name: 'claims', title: '指标', columns: claimColumns, rows }
const second: Table = {
  name: 'errors',
  title: '错误',
  columns: [{ name: 'file', title: '文件', type: 'text', description: '' }],
  rows: [['坏|*.txt']],
}

async function write(name: string, tables: readonly Table[] = [table], options = {}): Promise<string> {
  const writer = await tableFormats[tableFormatOf(name)].load()
  await writeWhole(at(name), writer(tables, options))
  return at(name)
}

let duck: DuckDBConnection
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(':memory:')).connect()
})

/** What DuckDB makes of a file, days as text. */
async function read(source: string): Promise<Row[]> {
  const { columns } = table
  const list = columns.map(({ name, type }) => (type === 'day' ? `CAST("${name}" AS VARCHAR)` : `"${name}"`)).join()
  const result = await duck.runAndReadAll(`SELECT ${list} FROM ${source}`)
  return result.getRowsJS().map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell) as Cell))
}

const defused = rows.map((row) =>
  row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell)),
)

describe('claims as rows', () => {
  it('have a cell a column, all fields of a claim among them', () => {
    const names = claimColumns.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(rows.every((row) => row.length === names.length)).toBe(true)
    const first = Object.fromEntries(names.map((name, place) => [name, rows[0]?.[place]]))
    const { period, source, of, sectorBy, indicatorSpans: _, actionSpan: __, ...plain } = claim
    expect(first).toMatchObject({ of_id: of, sector_by: sectorBy })
    expect(first).toMatchObject({ ...plain, period: period?.text, period_from: '2020-01-01', period_to: null })
    expect(first).toMatchObject({ indicator_spans: '807-811', action_span: '803-806' })
    expect(first).toMatchObject({
      start_offset: 812,
      end_offset: 817,
      line: 13,
      section: '农产品质量',
      sentence: source.sentence,
    })
    expect(first).toMatchObject({ file: '报告/吉林 2020.txt', year: 2020, report_region: '吉林省', table_number: null })
    expect(Object.fromEntries(names.map((name, place) => [name, rows[1]?.[place]]))).toMatchObject({
      table_number: 1,
      table_row: 2,
      table_column: 3,
      action: null,
      unit: null,
    })
  })

  it('have no empty text beside null', () => {
    expect(rows.flat().filter((cell) => cell === '')).toEqual([])
  })

  it('have the sign of a change beside its value and direction', () => {
    const changes = (['up', 'down', null] as const).map((direction) => ({ ...claim, value: 8.8, direction }))
    const place = claimColumns.findIndex(({ name }) => name === 'signed_change')
    expect(claimRows({ ...extraction, claims: changes }).map((row) => row[place])).toEqual([8.8, -8.8, null])
  })

  it('have columns that SQL takes without quotation marks', async () => {
    const list = claimColumns.map(({ name }) => name)
    const file = await write('名.parquet')
    expect((await duck.runAndReadAll(`SELECT ${list.join()} FROM '${file}'`)).columnNames()).toEqual(list)
    const reserved = 'of from to start end read table row rows column change rank group order key value_of by'.split(
      ' ',
    )
    expect(list.filter((name) => reserved.includes(name) || !/^[a-z_]+$/.test(name))).toEqual([])
  })
})

describe('read back by DuckDB', () => {
  it('parquet has the same rows', async () => {
    expect(await read(`'${await write('指标.parquet')}'`)).toEqual(rows)
  })

  it('parquet has days as dates and numbers as numbers', async () => {
    const file = await write('类型.parquet')
    const { getRowObjectsJson } = {
      getRowObjectsJson: (await duck.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`)).getRowObjectsJson(),
    }
    const types = Object.fromEntries(getRowObjectsJson.map((row) => [row.column_name, row.column_type]))
    expect(types).toMatchObject({
      period_from: 'DATE',
      value: 'DOUBLE',
      year: 'INTEGER',
      start_offset: 'INTEGER',
      confidence: 'DOUBLE',
      raw: 'VARCHAR',
    })
  })

  it('parquet may be empty', async () => {
    expect(await read(`'${await write('空.parquet', [{ ...table, rows: [] }])}'`)).toEqual([])
  })

  it('ndjson has the same rows', async () => {
    expect(await read(`read_json('${await write('指标.ndjson')}')`)).toEqual(rows)
  })

  it.each([{ bom: false }, { bom: true }])('csv has the same rows, %o', async (options) => {
    const file = await write('指标.csv', [table], options)
    expect(readFileSync(file, 'utf8').startsWith('\ufefffile,')).toBe(options.bom)
    expect(
      await read(`read_csv('${file}', allow_quoted_nulls = false, delim = ',', quote = '"', escape = '"')`),
    ).toEqual(defused)
  })
})

describe('csv', () => {
  it.each(['=1+1', '+1', '-1', '@x', '＝1', '\tx', '\rx'])('defuses %j', async (text) => {
    const columns = second.columns
    const file = await write('公式.csv', [{ ...second, columns, rows: [[text], [-1]] }])
    const quoted = text.startsWith('\r') ? `"'${text}"` : `'${text}`
    expect(readFileSync(file, 'utf8')).toBe(`file\r\n${quoted}\r\n-1\r\n`)
  })
})

describe('xlsx', () => {
  it('has the same rows under Chinese headers, and the other sheets', async () => {
    const sheets = await readExcelFile(await write('指标.xlsx', [table, second]))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['指标', '错误'])
    const [head, ...body] = sheets[0]?.data ?? []
    expect(head).toEqual(claimColumns.map(({ title }) => title))
    expect(
      body.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell))),
    ).toEqual(rows.map((row) => row.map((cell, place) => wordOf(claimColumns[place] as Column, cell))))
    expect(body[0]).toEqual(expect.arrayContaining(['总量', '实际', '确数']))
    expect(sheets[1]?.data).toEqual([['文件'], ['坏|*.txt']])
  })

  it('keeps the header in sight and has column widths and number formats', async () => {
    const files = unzipSync(readFileSync(await write('样式.xlsx', [table, second])))
    const text = (name: string) => Buffer.from(files[name] ?? []).toString()
    expect(text('xl/worksheets/sheet1.xml')).toContain('state="frozen"')
    expect(text('xl/worksheets/sheet1.xml')).toMatch(/<col min="1" max="1" width="28"/)
    expect(text('xl/styles.xml')).toContain('formatCode="#,##0"')
    expect(text('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"')
  })

  it('has a filter over all rows, words to choose from, percentages, and technical columns out of sight', async () => {
    const percentages = claimRows({ ...extraction, claims: [{ ...claim, value: 8.79, unit: '%' }] })
    const files = unzipSync(readFileSync(await write('筛选.xlsx', [table, { ...table, rows: percentages }])))
    const [first, second] = [1, 2].map((number) =>
      Buffer.from(files[`xl/worksheets/sheet${number}.xml`] ?? []).toString(),
    ) as [string, string]
    expect(first).toMatch(/<autoFilter ref="A1:A[A-Z]4"\/>/)
    expect(second).toMatch(/<autoFilter ref="A1:A[A-Z]2"\/>/)
    expect(first).toContain('<formula1>"实际,目标,基期"</formula1>')
    const hidden = [...first.matchAll(/<col min="(\d+)" hidden="1"/g)].map(
      ([, number]) => claimColumns[Number(number) - 1],
    )
    expect(hidden.map((column) => column?.name)).toEqual(expect.arrayContaining(['start_offset', 'extractor']))
    expect(hidden.every((column) => column?.isHidden)).toBe(true)
    const styles = Buffer.from(files['xl/styles.xml'] ?? []).toString()
    const formats = [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)]
    const used = [...styles.matchAll(/<xf (?:numFmtId="(\d+)")?/g)].map(([, id]) => id)
    const formatOf = (cell: RegExp) => formats.find(([, id]) => id === used[Number(cell.exec(second)?.[1])])?.[2]
    expect(formatOf(/<c r="[A-Z]+2" s="(\d+)"><v>8.79</)).toBe('#,##0.######&quot;%&quot;')
    expect(formatOf(/<c r="[A-Z]+2" s="(\d+)"><v>0.97</)).toBe('0%')
  })

  it('is English where asked for', async () => {
    const [sheet] = await readExcelFile(await write('英.xlsx', [table], { language: 'en' }))
    expect(sheet?.sheet).toBe('claims')
    expect(sheet?.data[0]).toEqual(expect.arrayContaining(['indicator', 'signed change']))
    expect(sheet?.data[1]).toEqual(expect.arrayContaining(['level', 'actual']))
  })

  it('takes any name for a sheet', async () => {
    const named = ['a/b', 'a:b', '长'.repeat(40), '长'.repeat(50)].map((title) => ({ ...second, title }))
    const sheets = await readExcelFile(await write('名.xlsx', named))
    expect(new Set(sheets.map(({ sheet }) => sheet)).size).toBe(4)
  })

  it('goes on in another sheet where one is full', async () => {
    const numbers: Table = { ...second, rows: Array.from({ length: 7 }, (_, number) => [`第${number}行`]) }
    await writeWhole(at('多表.xlsx'), writeXlsx([numbers, table], {}, 4))
    const sheets = await readExcelFile(at('多表.xlsx'))
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['错误', 4],
      ['错误 (2)', 4],
      ['错误 (3)', 2],
      ['指标', 4],
    ])
    expect(sheets[1]?.data).toEqual([['文件'], ['第3行'], ['第4行'], ['第5行']])
  })

  it('writes what Excel can read of any text', async () => {
    const odd = ['\u0000\ud800坏', 'x'.repeat(40_000), ' 空格 ', '_x000D_', '']
    const sheets = await readExcelFile(await write('怪.xlsx', [{ ...second, rows: odd.map((text) => [text]) }]))
    const cells = sheets[0]?.data.slice(1).map(([cell]) => cell)
    expect(cells?.[0]).toBe('\ufffd\ufffd坏')
    expect(String(cells?.[1])).toHaveLength(32_767)
    expect(cells?.[3]).toBe('_x000D_')
  })
})

describe('markdown', () => {
  it('says what people read, and leaves out what they do not', async () => {
    const text = readFileSync(await write('人.md'), 'utf8')
    expect(text).toMatch(/^\| 文件 \| 报告标题 \|/)
    expect(text).toContain('| 实际 |')
    expect(text).not.toContain('起点')
  })

  it('is a table under each title', async () => {
    const file = await write('表.md', [
      {
        ...second,
        columns: [...second.columns, { name: 'n', title: '数', type: 'number', description: '' }],
        rows: [['坏|*.txt\n二', 5]],
      },
      second,
    ])
    expect(readFileSync(file, 'utf8')).toBe(
      '## 错误\n\n| 文件 | 数 |\n| --- | ---: |\n| 坏\\|\\*.txt<br>二 | 5 |\n\n## 错误\n\n| 文件 |\n| --- |\n| 坏\\|\\*.txt |\n',
    )
  })
})

const hasSqlite = process.getBuiltinModule?.('node:sqlite' as 'node:fs') !== undefined
const formats = (Object.keys(tableFormats) as TableFormatName[]).filter((name) => hasSqlite || name !== 'sqlite')

describe('sqlite', () => {
  it('has the same rows, or says what it needs', async () => {
    if (!hasSqlite) {
      await expect(write('指标.sqlite')).rejects.toThrow('Node.js 22.13 or later')
      return
    }
    const file = await write('指标.sqlite', [table, second])
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite' as 'node:fs') as unknown as {
      DatabaseSync: new (file: string) => { prepare(sql: string): { all(): Record<string, Cell>[] }; close(): void }
    }
    const database = new DatabaseSync(file)
    const list = claimColumns.map(({ name }) => name)
    const found = database.prepare(`SELECT ${list.join()} FROM claims`).all()
    expect(found.map((row) => list.map((name) => row[name] ?? null))).toEqual(rows)
    expect(database.prepare('SELECT file FROM errors').all()).toMatchObject([{ file: '坏|*.txt' }])
    database.close()
  })
})

describe('any format', () => {
  it.each(formats)('%s gives the same bytes twice', async (format) => {
    const ending = tableFormats[format].endings[0]
    expect(readFileSync(await write(`一${ending}`))).toEqual(readFileSync(await write(`二${ending}`)))
  })

  it('is known by the ending of the file', () => {
    expect(['a.CSV', '年.报/b.jsonl', 'c.xlsx'].map(tableFormatOf)).toEqual(['csv', 'ndjson', 'xlsx'])
    expect(() => tableFormatOf('指标.xls')).toThrow(BaoshuError)
    expect(() => tableFormatOf('指标')).toThrow('known: .csv, .ndjson')
  })
})

describe('the data package', () => {
  it('describes every column of every file', () => {
    const { resources } = JSON.parse(
      toDataPackage(table, [
        { path: 'claims.csv', format: 'csv' },
        { path: '表/claims.xlsx', format: 'xlsx' },
      ]),
    ) as { resources: { path: string; schema: { fields: { name: string; type: string; description: string }[] } }[] }
    expect(resources.map(({ path }) => path)).toEqual(['claims.csv', '表/claims.xlsx'])
    expect(resources[0]?.schema.fields.map(({ name }) => name)).toEqual(claimColumns.map(({ name }) => name))
    expect(resources[1]?.schema.fields[0]?.name).toBe('文件')
    expect(resources[0]?.schema.fields.find(({ name }) => name === 'period_from')?.type).toBe('date')
    expect(resources[0]?.schema.fields.every(({ description }) => description !== '')).toBe(true)
  })
})
