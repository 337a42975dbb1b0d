import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { DuckDBInstance } from '@duckdb/node-api'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { builtInTaxonomy } from '../src/sectors/index.ts'
import type { Extraction } from '../src/types.ts'
import {
  type Cell,
  type Column,
  claimColumns,
  claimColumnsWith,
  claimRows,
  type Row,
  wordOf,
} from '../src/write/index.ts'
import { generateFolder, generateHostile, generateReport, randomFrom } from './generate.ts'

const bin = resolve('bin/baoshu.js')
const home = mkdtempSync(join(tmpdir(), 'baoshu-batch-'))
const at = (...names: string[]) => join(home, ...names)
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
}

interface Result {
  readonly status: number | null
  readonly signal: string | null
  readonly err: string
}

function start(
  args: readonly string[],
  input = '',
  command = [process.execPath, bin],
): { child: ChildProcess; result: Promise<Result> } {
  const [program = '', ...before] = command
  const child = spawn(program, [...before, 'batch', ...args], { cwd: home, stdio: ['pipe', 'ignore', 'pipe'] })
  let err = ''
  child.stderr?.on('data', (chunk) => (err += String(chunk)))
  child.stdin?.on('error', () => {}).end(input)
  const result = once(child, 'close').then(([status, signal]) => ({ status, signal, err }) as Result)
  return { child, result }
}

/** With one thread, which begins sooner than two; the tests of order and of being killed ask for two. */
const batch = (...args: string[]) => start(args.includes('--jobs') ? args : [...args, '--jobs', '1']).result

interface ManifestFile {
  readonly file: string
  readonly status: string
  readonly output?: string
  readonly sha256?: string
  readonly claims?: number
  readonly error?: { readonly code: string; readonly message: string }
}
interface Manifest {
  readonly complete: boolean
  readonly counts: Record<string, number>
  readonly files: readonly ManifestFile[]
  readonly tables: readonly string[]
}

const manifestOf = (out: string) => JSON.parse(readFileSync(at(out, 'manifest.json'), 'utf8')) as Manifest
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Every file of a folder and the hash of its bytes, what is kept for later runs among them. */
function treeOf(folder: string): Record<string, string> {
  const names = readdirSync(at(folder), { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(at(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, hashOf(readFileSync(at(folder, name)))]))
}

const resultsOf = (out: string) =>
  manifestOf(out).files.flatMap(({ output }) =>
    output === undefined ? [] : [JSON.parse(readFileSync(at(out, output), 'utf8')) as Extraction],
  )

const tables = ['claims.csv', 'claims.ndjson', 'claims.parquet', 'claims.xlsx'].flatMap((name) => ['--table', name])

// Processes take their time on a machine with other work
vi.setConfig({ testTimeout: 120_000 })

beforeAll(() => {
  for (let number = 0; number < 6; number++) put(`小/${number % 2}/报告${number}.txt`, generateReport(number, 2000))
})

describe('a folder', () => {
  it('gives a result a report, the same as extract gives, and a manifest', async () => {
    expect(await batch('小', '-o', '果')).toMatchObject({
      status: 0,
      err: expect.stringMatching(/^baoshu: 6 of 6 reports done, \d+ claims, in \d+ s\n$/),
    })
    const { complete, counts, files } = manifestOf('果')
    expect(complete).toBe(true)
    expect(files.map(({ file, output }) => [file, output])).toEqual(
      [0, 2, 4, 1, 3, 5].map((number) => [`小/${number % 2}/报告${number}.txt`, `${number % 2}/报告${number}.json`]),
    )
    const child = spawn(process.execPath, [bin, 'extract', files[0]?.file ?? '', '-f', 'json'], { cwd: home })
    let extracted = ''
    child.stdout.on('data', (chunk) => (extracted += String(chunk)))
    await once(child, 'close')
    expect(readFileSync(at('果', files[0]?.output ?? ''), 'utf8')).toBe(extracted)
    expect(files[0]?.sha256).toBe(hashOf(readFileSync(at(files[0]?.file ?? ''))))
    expect(resultsOf('果').map(({ claims }) => claims.length)).toEqual(files.map(({ claims }) => claims))
    expect(counts).toEqual({
      files: 6,
      done: 6,
      failed: 0,
      pending: 0,
      claims: files.reduce((sum, { claims = 0 }) => sum + claims, 0),
    })
    expect(readdirSync(at('果', '.baoshu'))).toEqual(['reports'])
  })

  it('gives tables that hold all claims, the same rows in each', async () => {
    expect((await batch('小', '-o', '表', ...tables)).status).toBe(0)
    const rows = resultsOf('表').flatMap(claimRows)
    expect(rows.length).toBeGreaterThan(20)
    const duck = await (await DuckDBInstance.create(':memory:')).connect()
    const list = claimColumns
      .map(({ name, type }) => (type === 'day' ? `CAST("${name}" AS VARCHAR)` : `"${name}"`))
      .join()
    const read = async (source: string): Promise<Row[]> => {
      const found = await duck.runAndReadAll(`SELECT ${list} FROM ${source}`)
      return found.getRowsJS().map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell) as Cell))
    }
    expect(await read(`'${at('表/claims.parquet')}'`)).toEqual(rows)
    expect(await read(`read_json('${at('表/claims.ndjson')}')`)).toEqual(rows)
    expect(await read(`read_csv('${at('表/claims.csv')}', allow_quoted_nulls = false)`)).toEqual(rows)
    const sheets = await readExcelFile(at('表/claims.xlsx'))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['指标', '行业', '错误'])
    const cells = sheets[0]?.data
      .slice(1)
      .map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)))
    const columns = claimColumnsWith(builtInTaxonomy().sectors)
    expect(cells).toEqual(rows.map((row) => row.map((cell, place) => wordOf(columns[place] as Column, cell))))
    const sum = sheets[1]?.data.slice(1).reduce((total, row) => total + Number(row[3]), 0)
    expect(sum).toBe(rows.length)
    const { resources } = JSON.parse(readFileSync(at('表/datapackage.json'), 'utf8')) as {
      resources: { path: string }[]
    }
    expect(resources.map(({ path }) => path)).toEqual(['claims.csv', 'claims.ndjson', 'claims.parquet', 'claims.xlsx'])
  })

  it('gives YAML, and tables elsewhere where asked', async () => {
    expect(
      (await batch('小/0', '-o', '雅', '-f', 'yaml', '--table', './别处/全.csv', '--bom', '--jobs', '1')).status,
    ).toBe(0)
    expect(readFileSync(at('雅/报告0.yaml'), 'utf8')).toMatch(/^schema: baoshu\/2\n/)
    expect(readFileSync(at('别处/全.csv'), 'utf8').startsWith('\ufefffile,title,')).toBe(true)
    expect(readdirSync(at('别处')).sort()).toEqual(['全.csv', '全.csv.datapackage.json'])
  })

  it('may be given as a list, of any names', async () => {
    const names = ['单/空 格.txt', '单/换\n行.txt', '单/😀.txt', `单/${'长'.repeat(83)}ab.txt`]
    for (const [number, name] of names.entries()) put(name, generateReport(number, 1000))
    expect((await start(['-', '-o', '单果', '--jobs', '1'], names.join('\0')).result).status).toBe(0)
    const { files } = manifestOf('单果')
    expect(files.map(({ file }) => file)).toEqual(names)
    expect(files.slice(0, 3).map(({ output }) => output)).toEqual(['空 格.json', '换\n行.json', '😀.json'])
    expect(resultsOf('单果').map(({ report }) => report.file)).toEqual(names)
  })

  it('may hold the output, and reports that would give one name', async () => {
    put('同/年报.txt', generateReport(1, 1000))
    put('同/年报.md', generateReport(2, 1000))
    expect((await batch('同', '-o', '同/果', '--table', './同/全.md')).status).toBe(0)
    const first = treeOf('同')
    expect(manifestOf('同/果').files.map(({ output }) => output)).toEqual(['年报.md.json', '年报.txt.json'])
    const again = await batch('同', '-o', '同/果', '--table', './同/全.md')
    expect(again).toMatchObject({ status: 0, err: expect.stringContaining('2 of 2 reports done, 2 of them earlier') })
    expect(treeOf('同')).toEqual(first)
    expect((await batch('同', '-o', '同', '--include', '*.txt')).status).toBe(0)
    expect(existsSync(at('同/年报.json'))).toBe(true)
  })
})

describe('a second run', () => {
  it('does what is new or changed, and removes what came of reports that are gone', async () => {
    for (let number = 0; number < 5; number++) put(`变/${number}.txt`, generateReport(number, 1000))
    put('变/旧/去.txt', generateReport(9, 1000))
    const args = ['变', '-o', '变果', '--table', 'claims.csv', '--progress', 'json']
    await batch(...args)
    put('变/1.txt', generateReport(77, 1000))
    put('变/2.txt', '')
    put('变/新.txt', generateReport(78, 1000))
    rmSync(at('变/3.txt'))
    rmSync(at('变/旧'), { recursive: true })
    writeFileSync(at('变果/4.json'), '改')
    const { status, err } = await batch(...args)
    expect(status).toBe(1)
    const events = err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(
      events
        .filter(({ event }) => event === 'file')
        .map(({ file, status: state, kept }) => [file, state, kept])
        .sort(),
    ).toEqual([
      ['变/0.txt', 'done', true],
      ['变/1.txt', 'done', false],
      ['变/2.txt', 'failed', undefined],
      ['变/4.txt', 'done', false],
      ['变/新.txt', 'done', false],
    ])
    expect(events.at(-1)).toMatchObject({ event: 'end', done: 4, failed: 1, kept: 1, removed: 2, isComplete: true })
    await batch('变', '-o', '变果2', '--table', 'claims.csv')
    expect(treeOf('变果')).toEqual(treeOf('变果2'))
  })

  it('does all again with other options', async () => {
    await batch('小', '-o', '再')
    const { err } = await batch('小', '-o', '再', '--min-confidence', '0.999', '--progress', 'json')
    expect(err.trim().split('\n').at(-1)).toContain('"kept":0')
  })

  it('leaves what is of other inputs', async () => {
    await batch('小/0', '-o', '两')
    await batch('小/1', '-o', '两')
    expect(Object.keys(treeOf('两')).filter((name) => name.startsWith('报告'))).toHaveLength(6)
  })
})

describe('killed at any moment', () => {
  const args = (out: string) => ['多', '-o', out, '--table', 'claims.csv', '--table', 'claims.parquet', '--jobs', '2']

  /** Runs until so many reports are newly done, or the tables are begun, then sends the signal. */
  async function runUntil(out: string, most: number, signal: NodeJS.Signals): Promise<Result> {
    const { child, result } = start([...args(out), '--progress', 'json'])
    let done = 0
    createInterface({ input: child.stderr as Readable }).on('line', (line) => {
      const { event, kept } = JSON.parse(line) as { event: string; kept?: boolean }
      if (child.killed) return
      if ((event === 'file' && kept === false && ++done === most) || event === 'tables') child.kill(signal)
    })
    return result
  }

  it('goes on and ends with the same bytes; SIGINT stops it in good order', async () => {
    generateFolder(at('多'), 120, 7)
    expect((await batch(...args('整'))).status).toBe(0)
    const random = randomFrom(2020)
    for (const most of [1 + random() * 40, 1 + random() * 40, 120].map(Math.ceil)) {
      expect((await runUntil('断', most, 'SIGKILL')).signal).toBe('SIGKILL')
      for (const name of Object.keys(treeOf('断')).filter((other) => /^\d+\/.*\.json$/.test(other))) {
        expect(() => JSON.parse(readFileSync(at('断', name), 'utf8')) as unknown).not.toThrow()
      }
    }
    rmSync(at('断/.baoshu/reports/00'), { recursive: true, force: true })
    rmSync(at('断/000'), { recursive: true })
    const { status, err } = await runUntil('断', 20, 'SIGINT')
    expect(status).toBe(130)
    expect(JSON.parse(err.trim().split('\n').at(-1) ?? '')).toMatchObject({ event: 'end', isComplete: false })
    expect(manifestOf('断').complete).toBe(false)
    expect((await batch(...args('断'))).status).toBe(0)
    expect(treeOf('断')).toEqual(treeOf('整'))
  })
})

describe('bad files', () => {
  it('cost nobody else anything', async () => {
    for (let number = 0; number < 21; number++) {
      const { name, bytes } = generateHostile(number)
      put(`敌/${name}`, bytes)
      put(`敌/好${number}.txt`, generateReport(number, 1500))
    }
    const { status, err } = await batch('敌', '-o', '敌果', '--table', 'claims.xlsx')
    expect(status).toBe(1)
    const { files, counts } = manifestOf('敌果')
    expect(
      files
        .filter(({ file }) => file.includes('好'))
        .every(({ status: state, claims = 0 }) => state === 'done' && claims > 0),
    ).toBe(true)
    const others = files.filter(({ file }) => !file.includes('好'))
    // Named errors, or results without claims
    for (const { status: state, claims, error } of others) {
      if (state === 'done') expect(claims).toBe(0)
      else
        expect(['empty', 'binary', 'corrupt', 'format', 'encoding', 'no-article', 'scanned', 'parse']).toContain(
          error?.code,
        )
    }
    expect(counts.failed).toBe(files.filter(({ status: state }) => state === 'failed').length)
    expect(counts.failed).toBeGreaterThanOrEqual(18)
    expect(err.split('\n').filter((line) => line.startsWith('baoshu: 敌/'))).toHaveLength(10)
    expect(err).toContain(`${(counts.failed ?? 0) - 10} more errors; all are in 敌果/manifest.json`)
    const sheets = await readExcelFile(at('敌果/claims.xlsx'))
    expect(sheets[2]?.data).toHaveLength((counts.failed ?? 0) + 1)
  })

  it('stop it with --fail-fast, and it goes on without', async () => {
    put('急/0.txt', '')
    for (let number = 1; number < 9; number++) put(`急/${number}.txt`, generateReport(number, 1000))
    const { status, err } = await batch('急', '-o', '急果', '--fail-fast', '--jobs', '1', '--table', 'claims.csv')
    expect(status).toBe(1)
    expect(err).toContain('baoshu: 急/0.txt: the file is empty\n')
    expect(err).toContain('stopped at the first error with 8 to do')
    expect(manifestOf('急果')).toMatchObject({ complete: false, counts: { failed: 1, pending: 8 } })
    expect(existsSync(at('急果/claims.csv'))).toBe(false)
  })

  it('cost their own thread alone where it dies or hangs', async () => {
    const worker = at('worker.mjs')
    writeFileSync(
      worker,
      `import work from ${JSON.stringify(resolve('dist/many/worker.js'))}
       export default async (job) => {
         const file = job.report?.file ?? ''
         if (file.includes('死')) process.exit(3)
         if (file.includes('满')) { const all = []; for (;;) all.push(new Array(2e6).fill(Math.random())) }
         if (file.includes('抛')) throw new Error('炸')
         while (file.includes('挂')) {}
         return work(job)
       }`,
    )
    for (const name of ['死', '抛', '满', 'a', 'b', 'c', 'd']) put(`亡/${name}.txt`, generateReport(1, 1000))
    for (const name of ['挂', 'a']) put(`悬/${name}.txt`, generateReport(1, 1000))
    writeFileSync(
      at('run.mjs'),
      `import { runBatch } from ${JSON.stringify(resolve('dist/many/batch.js'))}
       const worker = new URL('worker.mjs', import.meta.url)
       const options = { out: '亡果', format: 'json', tables: [], reading: {}, extracting: {}, terms: [], version: '0', jobs: 1, worker }
       const died = await runBatch(['亡'], { ...options, timeout: 600 })
       const hung = await runBatch(['悬'], { ...options, timeout: 6 })
       process.stderr.write(JSON.stringify([died, hung]))`,
    )
    const { err } = await start([], '', [process.execPath, at('run.mjs')]).result
    const [died, hung] = JSON.parse(err) as {
      done: number
      failures: { file: string; code: string; message: string }[]
    }[]
    expect([died?.done, hung?.done]).toEqual([4, 1])
    expect(died?.failures.map(({ file, code, message }) => [file, `${code}: ${message}`])).toEqual([
      ['亡/抛.txt', 'crashed: its thread ended: 炸'],
      ['亡/死.txt', 'crashed: its thread ended: worker exited with code: 3'],
      ['亡/满.txt', 'crashed: took more memory than a report may'],
    ])
    expect(hung?.failures.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      '悬/挂.txt: not done after 6 s; allow more with --timeout',
    ])
  })

  it('are given up after --timeout', async () => {
    const { status, err } = await batch('小/0', '-o', '慢', '--timeout', '0.001')
    expect([status, err.split('\n')[0]]).toEqual([
      1,
      'baoshu: 小/0/报告0.txt: not done after 0.001 s; allow more with --timeout',
    ])
  })
})

describe('a disk', () => {
  it('that is full stops it clearly, and it goes on when there is room', async () => {
    const limited = ['bash', '-c', 'ulimit -f "$1"; shift; exec "$@"', 'bash']
    const args = ['小', '-o', '满', '--table', 'claims.ndjson', '--jobs', '1']
    const { status, err } = await start(args, '', [...limited, '24', process.execPath, bin]).result
    expect(status).toBe(1)
    expect(err).toMatch(
      /^baoshu: 满\/claims\.ndjson: the file is larger than is allowed here; when that is put right, the same command goes on/,
    )
    expect(Object.keys(treeOf('满')).filter((name) => name.includes('tmp') || name === 'claims.ndjson')).toEqual([])
    expect((await batch(...args)).err).toContain('6 of them earlier')
    expect((await batch('小', '-o', '空', ...args.slice(3))).status).toBe(0)
    expect(treeOf('满')).toEqual(treeOf('空'))
  })

  it('that takes no more bytes is named', async () => {
    mkdirSync(at('尽'))
    symlinkSync('/dev/full', at('尽/claims.csv'))
    const { status, err } = await batch('小/0', '-o', '尽', '--table', 'claims.csv')
    expect([status, err.split(';')[0]]).toEqual([1, 'baoshu: 尽/claims.csv: no space left on the disk'])
  })

  it('that may not be written to is told before anything is done', async () => {
    const { status, err } = await batch('小', '-o', '/sys/baoshu')
    expect(status).toBe(1)
    expect(err).toMatch(/^baoshu: \/sys\/baoshu\/\.baoshu\/tmp\/\S+: the folder cannot be made: .*\n$/)
    put('文件', '')
    expect(await batch('小', '-o', '文件')).toMatchObject({
      status: 1,
      err: expect.stringContaining('a file is in the way'),
    })
  })
})

describe('a wrong call', () => {
  it.each([
    [['小'], "required option '-o, --output <folder>'"],
    [['-o', '误'], 'missing required argument'],
    [['小', '-o', '误', '--table', 'claims.xls'], 'no table ends in “.xls”'],
    [['小', '-o', '误', '--table', 'a.csv', '--table', './误/a.csv'], 'two tables of one name'],
    [['小', '-o', '误', '--jobs', '0'], 'It is a whole number from 1 on.'],
    [['小', '-o', '误', '--timeout', '-1'], 'It is a number of seconds above 0'],
    [['小', '-o', '误', '--include', '*.pdf'], 'no report in 小 (6 other files; --include takes more)'],
  ])('%j does nothing', async (args, message) => {
    const { status, err } = await batch(...args)
    expect([status, err.includes(message), existsSync(at('误'))]).toEqual([2, true, false])
  })

  it('would write over a report: refused', async () => {
    put('覆/a.txt', generateReport(1, 1000))
    copyFileSync(at('覆/a.txt'), at('覆/全.md'))
    const { status, err } = await batch('覆/a.txt', '覆/全.md', '-o', '果果', '--table', './覆/全.md')
    expect([status, err]).toEqual([
      2,
      'baoshu: 覆/全.md: a report that would be written over; name another place for the results\n',
    ])
  })
})

describe('quiet', () => {
  it('says errors alone', async () => {
    expect(await batch('小', '-o', '静', '--quiet')).toMatchObject({ status: 0, err: '' })
    const { status, err } = await batch('小/0', '没有', '-o', '静2', '--quiet')
    expect([status, err]).toEqual([1, 'baoshu: 没有: no such file or folder\n'])
  })
})
