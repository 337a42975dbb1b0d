import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Chalk } from 'chalk'
import { parse as parseCsv } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import stringWidth from 'string-width'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../src/cli/index.ts'
import { extract } from '../src/extract.ts'
import { readReport } from '../src/read/index.ts'
import { builtInTaxonomy } from '../src/sectors/index.ts'
import type { Extraction } from '../src/types.ts'
import { formatClaims } from '../src/write/claims-on-terminal.ts'

const seed = 'seeds/jilin-2020.txt'
const folder = mkdtempSync(join(tmpdir(), 'baoshu-tables-'))
const at = (name: string) => join(folder, name)
const extraction = extract(await readReport(seed))
const { sectors } = builtInTaxonomy()

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

interface Result {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** One command line, on a terminal or not. */
async function run(isTerminal: boolean, ...argv: string[]): Promise<Result> {
  let [out, err] = ['', '']
  const wasTerminal = process.stdout.isTTY
  Object.assign(process.stdout, { isTTY: isTerminal, ...(isTerminal ? { columns: 80 } : {}) })
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    out += Buffer.from(piece).toString('latin1')
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((piece) => {
    err += String(piece)
    return true
  })
  try {
    const status = await main(argv)
    return { status, out: Buffer.from(out, 'latin1').toString(), err }
  } finally {
    Object.assign(process.stdout, { isTTY: wasTerminal })
    vi.restoreAllMocks()
  }
}

describe('a table on a terminal', () => {
  const shown = (width: number, level: 0 | 1, of: Extraction = extraction) =>
    formatClaims(of, sectors, { width, colours: new Chalk({ level }), language: 'zh' }).split('\n')

  it.each([60, 80, 120])('is %i columns wide at most, its columns under their heads', (width) => {
    const lines = shown(width, 0)
    const rows = lines.filter((line) => /^c\d\d /.test(line))
    expect(rows).toHaveLength(extraction.claims.length)
    const head = lines.find((line) => line.startsWith('编号')) ?? ''
    expect(rows.filter((row) => stringWidth(row) > width)).toEqual([])
    const kindAt = stringWidth(head.slice(0, head.indexOf('类型')))
    for (const row of rows) {
      const before = [...row].reduce((text, char) => (stringWidth(text) < kindAt ? text + char : text), '')
      expect(row.slice(before.length)).toMatch(/^(?:总量|变化|占比|差距|位次)/)
    }
  })

  it('says where a change goes, and what the report is', () => {
    const text = shown(80, 0).join('\n')
    expect(text).toContain('吉林省 · 2020年 · 29 条数据')
    expect(text).toMatch(/新登记市场主体 +↑8\.79% +变化/)
    expect(text).toMatch(/三品一标 · 新认证 +503个 +总量/)
  })

  it('says a status where one is no outcome, and only then', () => {
    expect(shown(80, 0).join('\n')).not.toContain('实际')
    const [first, ...rest] = extraction.claims
    const claims = first === undefined ? [] : [{ ...first, status: 'target' as const }, ...rest]
    expect(shown(80, 0, { ...extraction, claims }).join('\n')).toMatch(/目标(?:.|\n)*实际/)
  })

  it('has a colour for each sector', () => {
    const [agriculture, services] = ['农产品质量', '服务业质量'].map(
      (name) => new RegExp(`\\u001b\\[(\\d+)m${name}`).exec(shown(120, 1).join('\n'))?.[1],
    )
    expect(agriculture).toBeDefined()
    expect(services).toBeDefined()
    expect(agriculture).not.toBe(services)
  })

  it('is what a terminal gets where nothing is said, and no pipe or file', async () => {
    expect((await run(true, 'extract', seed, '--lang', 'zh')).out).toContain('编号  指标')
    expect((await run(true, 'extract', seed)).out).toContain('29 claims')
    expect((await run(true, 'extract', seed, '-f', 'json')).out).toMatch(/^\{/)
    expect((await run(false, 'extract', seed)).out).toMatch(/^schema: /)
  })
})

describe('a table in a file', () => {
  it('has all claims in CSV, as in JSON', async () => {
    expect(await run(false, 'extract', seed, '-o', at('一.csv'))).toEqual({ status: 0, out: '', err: '' })
    const rows = parseCsv(readFileSync(at('一.csv')), { columns: true }) as Record<string, string>[]
    expect(rows.map(({ id, raw, value }) => [id, raw, Number(value)])).toEqual(
      extraction.claims.map(({ id, raw, value }) => [id, raw, value]),
    )
  })

  it('has a sheet for all claims and one for each sector, in Chinese whatever the locale', async () => {
    vi.stubEnv('LC_ALL', 'C')
    expect((await run(false, 'extract', seed, '-o', at('一.xlsx'))).status).toBe(0)
    const sheets = await readExcelFile(at('一.xlsx'))
    const found = sectors.filter(({ id }) => extraction.claims.some(({ sector }) => sector === id))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['指标', ...found.map(({ names }) => names[0])])
    const counts = sheets.map(({ data }) => data.length - 1)
    expect(counts[0]).toBe(extraction.claims.length)
    expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(extraction.claims.length)
    const head = sheets[0]?.data[0] ?? []
    const row = sheets[0]?.data.find((cells) => cells[head.indexOf('编号')] === 'c06') ?? []
    const [sector, status, start] = ['行业', '状态', '起点'].map((title) => row[head.indexOf(title)])
    expect([sector, status, start]).toEqual(['农产品质量', '实际', 883])
  })

  it('is English with --lang en', async () => {
    const { out } = await run(false, 'extract', seed, '-f', 'md', '--lang', 'en')
    expect(out).toMatch(/^\| id \| indicator \|/)
    expect((await run(false, 'extract', seed, '-f', 'markdown')).out).toMatch(/^\| 编号 \| 指标 \|/)
  })

  it('is refused where -f and the ending differ, and nothing is written', async () => {
    const { status, err } = await run(false, 'extract', seed, '-f', 'csv', '-o', at('错.xlsx'))
    expect([status, err]).toEqual([2, expect.stringContaining('--format says csv, but “.xlsx” is of xlsx')])
    expect(existsSync(at('错.xlsx'))).toBe(false)
    expect((await run(false, 'extract', seed, '-f', 'md', '-o', at('对.markdown'))).status).toBe(0)
    expect((await run(false, 'extract', seed, '-f', 'csv', '-o', at('对.dat'))).status).toBe(0)
    expect((await run(false, 'trend', seed, seed, '-f', 'csv', '-o', at('错.json'))).status).toBe(2)
  })

  it.each(['xlsx', 'parquet', 'sqlite'])('in %s does not go to a terminal', async (format) => {
    const { status, out, err } = await run(true, 'extract', seed, '-f', format)
    expect([status, out, err]).toEqual([2, '', expect.stringContaining('name a file with -o')])
  })

  it('goes to a pipe in bytes', async () => {
    expect((await run(false, 'extract', seed, '-f', 'xlsx')).out).toMatch(/^PK/)
  })
})

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it.each([
    [['extract', seed], 1],
    [['diff', 'fixtures/compare/liaoning/2020.txt', 'fixtures/compare/liaoning/2021.txt'], 2],
  ])('is told in a line, and no trace: %j', (argv, expected) => {
    const { status, stderr } = spawnSync('sh', [
      '-c',
      '"$@" > /dev/full',
      'sh',
      process.execPath,
      'bin/baoshu.js',
      ...argv,
    ])
    expect([status, String(stderr)]).toEqual([expected, 'baoshu: standard output: no space left on the disk\n'])
  })
})
