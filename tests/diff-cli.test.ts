import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { main } from '../src/cli/index.ts'
import { claimColumns, claimRows, type Table, toJson } from '../src/write/index.ts'
import { writeNdjson } from '../src/write/ndjson.ts'
import { claimsOf } from './compare-fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-'))
const at = (...names: string[]) => join(folder, ...names)
// In JSON, which is read in a tenth of the time
const old = at('2020.json')
const news = at('2021.json')

beforeAll(() => {
  writeFileSync(old, toJson(claimsOf('liaoning', 2020)))
  writeFileSync(news, toJson(claimsOf('liaoning', 2021)))
  writeFileSync(at('坏.json'), '{"schema": "baoshu/1",')
  writeFileSync(at('别的.json'), '{"schema": "other/1"}')
  writeFileSync(at('缺.json'), toJson(claimsOf('liaoning', 2020)).replace('"value": 46,', '"value": null,'))
  for (const [side, years] of [
    [
      '旧',
      [
        ['liaoning', 2020],
        ['suzhou', 2021],
      ],
    ],
    [
      '新',
      [
        ['suzhou', 2022],
        ['liaoning', 2021],
      ],
    ],
  ] as const) {
    mkdirSync(at(side, '省'), { recursive: true })
    for (const [name, year] of years)
      writeFileSync(at(side, '省', `${name}-${year}.json`), toJson(claimsOf(name, year)))
    writeFileSync(at(side, 'datapackage.json'), '{"name": "claims"}')
  }
})

interface Result {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** One command line, in this process. */
async function run(argv: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  let [out, err] = ['', '']
  for (const [name, value] of Object.entries({ COLUMNS: '160', NO_COLOR: '1', ...env })) vi.stubEnv(name, value)
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += String(text)
      return true
    }),
  ]
  try {
    return { status: await main(argv), out, err }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}

/** The installed program, as `npm test` has built it. */
function start(argv: readonly string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/baoshu.js', ...argv], { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

describe('diff', () => {
  it('tells the differences, and exits 1 as diff(1) does', async () => {
    const { status, out, err } = await run(['diff', old, news])
    expect([status, err]).toEqual([1, ''])
    const lines = out.split('\n')
    expect(lines[0]).toMatch(/^夯实质量之基.* {2}→ {2}以质图强/)
    expect(lines[1]).toMatch(
      /^\d+ changed, 4 unchanged, \d+ added, \d+ removed; of the growths stated \d+ fit and 2 do not$/,
    )
    expect(lines.find((line) => line.includes('新登记市场主体'))).toMatch(
      /^▲ {2}新登记市场主体 +72\.46万户 +81\.05万户 +\+8\.59万户 +\+11\.9% {2}↑11\.9% ✓$/,
    )
    expect(out).toMatch(/^▲ {2}投诉举报 .* ↑41\.1% ✗ 14\.14%$/m)
    expect(out).toMatch(/^\+ {2}新建 社会公用计量标准 .* 73项$/m)
    expect(out).toMatch(/^- {2}首席质量官 .* 2240人$/m)
    expect(out).not.toContain('\u001b')
  })

  it('finds no difference between a report and itself, and exits 0', async () => {
    const { status, out } = await run(['diff', 'fixtures/compare/liaoning/2020.yaml', old, '-f', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(out).summary).toMatchObject({ changed: 0, added: 0, removed: 0, inconsistent: 0 })
    expect(
      (await run(['diff', 'fixtures/compare/liaoning/2020.txt', 'fixtures/compare/liaoning/2020.txt'])).status,
    ).toBe(0)
  })

  it('counts what is asked for alone', async () => {
    expect((await run(['diff', old, news, '--only', 'unchanged'])).status).toBe(0)
    expect(
      (await run(['diff', old, news, '--sector', 'general', '--only', 'changed', '--threshold', '90'])).status,
    ).toBe(0)
    const { out } = await run(['diff', old, news, '--only', 'inconsistent', '--sort', 'indicator', '-f', 'json'])
    expect(JSON.parse(out).rows.map((row: { indicator: string }) => row.indicator)).toEqual([
      '食品安全监督抽检合格率',
      '投诉举报',
    ])
  })

  it('writes JSON and YAML of the same, and tables', async () => {
    const json = JSON.parse((await run(['diff', old, news, '-f', 'json'])).out)
    expect(parse((await run(['diff', old, news, '-f', 'yaml'])).out)).toEqual(json)
    const csv = (await run(['diff', old, news, '-f', 'csv'])).out.split('\r\n')
    expect(csv[0]).toMatch(/^region,status,sector,indicator,concept,kind,unit,old_raw,new_raw,/)
    expect(csv).toHaveLength(json.rows.length + 2)
    expect((await run(['diff', old, news, '-f', 'markdown'])).out).toContain(
      '| changed | public-services | 新登记市场主体 | 新登记经营主体 | level | 户 | 72.46万户 | 81.05万户 |',
    )
    expect(await run(['diff', old, news, '-o', at('对比.xlsx')])).toEqual({ status: 1, out: '', err: '' })
    const sheet = await readSheet(at('对比.xlsx'))
    expect(sheet).toHaveLength(json.rows.length + 1)
  })

  it('colours on demand, and fits a narrow terminal', async () => {
    expect((await run(['diff', old, news], { FORCE_COLOR: '1' })).out).toContain('\u001b[32m▲\u001b[39m')
    const narrow = (await run(['diff', old, news, '--only', 'changed'], { COLUMNS: '90' })).out.split('\n').slice(3)
    expect(narrow.some((line) => line.includes('…'))).toBe(true)
  })

  it('follows the goals', async () => {
    const { targets } = JSON.parse((await run(['diff', old, news, '--targets', '-f', 'json'])).out)
    expect(
      targets.map((one: { target: { raw: string }; new: { raw: string } | null; met: boolean | null }) => [
        one.target.raw,
        one.new?.raw ?? null,
        one.met,
      ]),
    ).toEqual([
      ['84.5', '84.55', true],
      ['98.5%', null, null],
      ['98%', null, null],
      ['150个', '148个', true],
      ['420万户', '432.6万户', true],
    ])
  })

  it('begins a match file, and keeps to it', async () => {
    const file = at('对应.yaml')
    const first = await run(['diff', old, news, '--match-file', file, '-f', 'json'])
    expect(first.err).toContain('对应.yaml: written with the matches by likeness')
    const begun = readFileSync(file, 'utf8')
    expect(begun).toContain('["缺陷产品","召回缺陷产品涉及产品"]'.replace(',', ', '))
    writeFileSync(file, 'same:\n  - [首席质量官, 专职药品检查员]\ndifferent:\n  - [个转企, 个转企]\n')
    const { rows } = JSON.parse((await run(['diff', old, news, '--match-file', file, '-f', 'json'])).out)
    const found = rows.filter((row: { indicator: string }) => /专职药品检查员|个转企/.test(row.indicator))
    expect(found.map((row: { status: string; match: string }) => [row.status, row.match])).toEqual([
      ['changed', 'manual'],
      ['added', null],
      ['removed', null],
    ])
  })

  it('compares folders region by region', async () => {
    const { status, out } = await run(['diff', at('旧'), at('新'), '-f', 'json'])
    expect(status).toBe(1)
    const { schema, comparisons, alone, summary } = JSON.parse(out)
    expect(schema).toBe('baoshu-diffs/1')
    expect(
      comparisons.map((one: { old: { region: string; year: number } }) => [one.old.region, one.old.year]).sort(),
    ).toEqual(
      [
        ['苏州市', 2021],
        ['辽宁省', 2020],
      ].sort(),
    )
    expect(alone).toEqual({ old: [], new: [] })
    expect(summary.inconsistent).toBe(4)
    expect((await run(['diff', at('旧'), at('旧')])).status).toBe(0)
    const csv = (await run(['diff', at('旧'), at('新'), '-f', 'csv'])).out
    expect(csv).toMatch(/^苏州市,changed,/m)
    expect(csv).toMatch(/^辽宁省,changed,/m)
  })

  it('compares tables of claims as the reports that they were made of', async () => {
    for (const [side, years] of [
      ['旧', [claimsOf('liaoning', 2020), claimsOf('suzhou', 2021)]],
      ['新', [claimsOf('suzhou', 2022), claimsOf('liaoning', 2021)]],
    ] as const) {
      const rows = years.flatMap((extraction) => [...claimRows(extraction)])
      const table: Table = { name: 'claims', title: '指标', columns: claimColumns, rows }
      let text = ''
      for await (const piece of writeNdjson([table], {})) text += String(piece)
      writeFileSync(at(`${side}.ndjson`), text)
    }
    const { status, out } = await run(['diff', at('旧.ndjson'), at('新.ndjson'), '-f', 'json'])
    const folders = JSON.parse((await run(['diff', at('旧'), at('新'), '-f', 'json'])).out)
    expect([status, JSON.parse(out).summary]).toEqual([1, folders.summary])
    writeFileSync(at('坏.ndjson'), '{"file": "1.txt"}\n')
    const bad = await run(['diff', at('坏.ndjson'), at('新.ndjson')])
    expect([bad.status, bad.err]).toEqual([2, expect.stringContaining('坏.ndjson:1: no claim: it has no “id”')])
  })

  it('knows the names of one’s own', async () => {
    writeFileSync(at('baoshu.yaml'), 'aliases:\n  - [首席质量官, 专职药品检查员]\n')
    const { rows } = JSON.parse((await run(['diff', old, news, '-f', 'json', '--config', at('baoshu.yaml')])).out)
    expect(rows.find((row: { indicator: string }) => row.indicator === '专职药品检查员')).toMatchObject({
      status: 'changed',
      match: 'alias',
    })
  })

  it.each([
    [['无.txt', news], '无.txt: no such file'],
    [['无.json', news], '无.json: no such extraction file'],
    [['坏.json', news], '坏.json: not valid JSON'],
    [['别的.json', news], '别的.json: no extraction: its “schema” is none of baoshu/1, baoshu/2'],
    [['缺.json', news], '缺.json: claims[0] has no usable “value”'],
    [['旧', news], '旧: holds many reports, the other side one'],
    [[old, news, '-o', '对比.doc'], '对比.doc: no format ends in “.doc”'],
    [[old, news, '--only', 'new'], 'Allowed choices are changed, unchanged, added, removed, inconsistent.'],
    [[old], "missing required argument 'new'"],
  ])('%j is trouble, and exits 2', async (argv, message) => {
    const { status, out, err } = await run([
      'diff',
      ...argv.map((word) => (/^[无坏别缺旧对]/.test(word) ? at(word) : word)),
    ])
    expect([status, out]).toEqual([2, ''])
    expect(err.replaceAll(`${folder}/`, '')).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('the program', () => {
  it('exits as diff(1) does', () => {
    expect(start(['diff', old, news, '--only', 'changed']).status).toBe(1)
    expect(start(['diff', old, old])).toMatchObject({ status: 0, err: '' })
    expect(start(['audit', at('无.txt')])).toMatchObject({ status: 2, out: '' })
  }, 60_000)
})

describe('audit', () => {
  it('exits 0 where all is consistent, 1 where not, 2 on trouble', async () => {
    const alone = await run(['audit', news])
    expect([alone.status, alone.out]).toEqual([0, expect.stringMatching(/^all \d+ consistent \(checked: part 1, /)])
    const { status, out } = await run(['audit', news, '--previous', old])
    expect(status).toBe(1)
    expect(out).toContain('✗ 投诉举报 growth  38.2万件 → 43.6万件: +14.14% ≠ +41.1%  sure ')
    expect(out).toMatch(/^ {2}previous:7 {2}.*⟦38\.2万件⟧/m)
    expect(out).toMatch(/^ {2}line 7 {2}.*⟦41\.1%⟧/m)
    expect((await run(['audit', at('无.txt')])).status).toBe(2)
  })

  it('tells what fits as well, and says so where there is nothing to check', async () => {
    const { out } = await run(['audit', news, '--all'])
    expect(out).toMatch(/^✓ 企业 share {2}115\.2万户 ÷ 432\.6万户 = 26\.63%$/m)
    writeFileSync(at('空.txt'), '2021年质量工作综述\n全年新增检测机构12家。\n')
    expect((await run(['audit', at('空.txt')])).out).toBe('nothing to check\n')
    expect((await run(['audit', at('空.txt'), '--lang', 'zh'])).out).toBe('没有可核查的数\n')
  })

  it('writes JSON and CSV', async () => {
    const argv = ['audit', news, '--previous', old, '-f']
    const { schema, findings, checked } = JSON.parse((await run([...argv, 'json'])).out)
    expect([schema, findings.length]).toEqual(['baoshu-audit/1', 2])
    expect(checked.growth).toMatchObject({ off: 2, open: 0 })
    expect((await run([...argv, 'csv'])).out.split('\r\n')[1]).toMatch(/^growth,off,投诉举报,/)
  })
})

describe('trend', () => {
  it('is a panel with a year a column', async () => {
    const { status, out } = await run(['trend', news, old, '-f', 'csv'])
    expect(status).toBe(0)
    const lines = out.split('\r\n')
    expect(lines[0]).toBe('region,indicator,kind,sector,unit,2020,2021,score')
    expect(lines.find((line) => line.includes(',新登记市场主体,'))).toMatch(
      /^辽宁省,新登记市场主体,level,public-services,户,724600,810500,/,
    )
    expect((await run(['trend', news, old])).out).toMatch(/^新登记市场主体 +72\.46万户 +81\.05万户 +\+11\.9%$/m)
  })

  it('needs two reports', async () => {
    const { status, err } = await run(['trend', old])
    expect([status, err]).toEqual([2, 'baoshu: a trend needs two reports or more\n'])
  })
})

describe('schema', () => {
  it('prints that of a comparison', async () => {
    expect(JSON.parse((await run(['schema', 'diff'])).out)).toMatchObject({ $id: 'urn:baoshu:schema:diff:1' })
  })
})
