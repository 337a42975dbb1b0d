import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateFolder, generateHostile } from '../generate.ts'
import { python, sparkSubmit } from './programs.ts'

const home = mkdtempSync(join(tmpdir(), 'baoshu-spark-'))
const at = (name: string) => join(home, name)
const bin = resolve('bin/baoshu.js')
const integration = resolve('integrations/spark')
const reports = 2000
const hostile = 60

let db: DuckDBConnection

beforeAll(async () => {
  db = await DuckDBConnection.create()
  generateFolder(at('in'), reports)
  // In every folder some that cannot be read, and pages and Word files among the texts
  for (let number = 0; number < hostile; number++) {
    const { name, bytes } = generateHostile(number)
    writeFileSync(join(at('in'), String(number % 10).padStart(3, '0'), name), bytes)
  }
  mkdirSync(at('in/010'))
  for (const name of readdirSync('fixtures/formats').filter((name) => /\.(?:html|docx|pdf)$/.test(name))) {
    writeFileSync(join(at('in/010'), name), readFileSync(join('fixtures/formats', name)))
  }
})

afterAll(() => {
  db.closeSync()
  rmSync(home, { recursive: true, force: true })
})

interface Process {
  readonly pid: number
  readonly command: string
}

/** What Linux says of the processes below one. */
function below(pid: number): Process[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
      .map(Number)
      .flatMap((child) => [
        { pid: child, command: readFileSync(`/proc/${child}/cmdline`, 'utf8').replaceAll('\0', ' ') },
        ...below(child),
      ])
  } catch {
    return []
  }
}

const isExecutor = ({ command }: Process) => command.includes('CoarseGrainedExecutorBackend')
const isReading = ({ command }: Process) => command.includes(`${bin} stream`)

/** Kills an executor that has read for a while, once; gives the processes that it had begun. */
async function killOne(driver: ChildProcess): Promise<Process[]> {
  while (driver.exitCode === null) {
    const executor = below(driver.pid ?? 0).find((one) => isExecutor(one) && below(one.pid).some(isReading))
    if (executor !== undefined) {
      await wait(2000)
      const begun = below(executor.pid).filter(isReading)
      if (begun.length > 0) {
        process.kill(executor.pid, 'SIGKILL')
        return begun
      }
    }
    await wait(200)
  }
  return []
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await db.runAndReadAll(sql)).getRowObjectsJson()
}

describe('Spark with two executors, one of them killed', () => {
  let told: Record<string, number>
  let orphans: Process[] = []
  let log = ''

  beforeAll(async () => {
    const args = ['--folder', at('in'), '--out', at('out'), '--baoshu', `${process.execPath} ${bin}`]
    const confs = { 'sql.files.openCostInBytes': '65536', 'sql.files.maxPartitionBytes': '8m' }
    const driver = spawn(
      ...sparkSubmit('local-cluster[2,1,1024]', confs, at('spark'), join(integration, 'job.py'), args),
    )
    let out = ''
    driver.stdout?.on('data', (chunk) => (out += String(chunk)))
    driver.stderr?.on('data', (chunk) => (log += String(chunk)))
    const closed = once(driver, 'close')
    orphans = await killOne(driver)
    await closed
    expect(driver.exitCode, log).toBe(0)
    told = JSON.parse(out)
    const batch = [bin, 'batch', '.', '-o', at('batch'), '--table', 'claims.parquet', '--include', '*']
    expect(spawnSync(process.execPath, batch, { cwd: at('in') }).status).toBe(1)
    await db.run(`CREATE VIEW batch AS FROM '${at('batch/claims.parquet')}'`)
    await db.run(`CREATE VIEW spark AS SELECT * EXCLUDE record_id, record_id AS record FROM read_parquet(
      '${at('out/claims')}/*/*/*.parquet', hive_partitioning = true, hive_types = {report_region: VARCHAR, year: INTEGER})`)
  })

  it('has lost an executor, and left no process behind', () => {
    expect(orphans).not.toEqual([])
    expect(log).toContain('Lost executor')
    expect(orphans.filter(({ pid }) => readdirSync('/proc').includes(String(pid)))).toEqual([])
  })

  it('answered every record once', async () => {
    const inputs = readdirSync(at('in'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(told).toMatchObject({ records: inputs.length, answers: inputs.length })
  })

  it('wrote the rows that batch writes, under the same columns', async () => {
    const columns = await rows('DESCRIBE batch')
    const types = async (view: string) =>
      Object.fromEntries(
        (await rows(`DESCRIBE ${view}`)).map(({ column_name: name, column_type: type }) => [name, type]),
      )
    const { record: _, ...own } = await types('spark')
    expect(own).toEqual(await types('batch'))
    const names = columns.map(({ column_name: name }) => `"${name}"`).join(', ')
    const [counts] = await rows(`SELECT
      (SELECT count(*) FROM batch)::INT AS batch, (SELECT count(*) FROM spark)::INT AS spark,
      (SELECT count(*) FROM (SELECT ${names} FROM batch EXCEPT ALL SELECT ${names} FROM spark))::INT AS missing,
      (SELECT count(*) FROM (SELECT ${names} FROM spark EXCEPT ALL SELECT ${names} FROM batch))::INT AS strange`)
    expect(counts).toMatchObject({ missing: 0, strange: 0, batch: counts?.spark })
    expect(counts?.batch).toBeGreaterThan(reports)
  })

  it('wrote the bad records to a table of their own', async () => {
    const errors = await rows(`SELECT record_id FROM '${at('out/errors')}/*.parquet' ORDER BY record_id`)
    const manifest = JSON.parse(readFileSync(at('batch/manifest.json'), 'utf8')) as {
      readonly files: readonly { readonly file: string; readonly status: string }[]
    }
    const failed = manifest.files.filter(({ status }) => status === 'failed').map(({ file }) => file)
    expect(errors.map((error) => error.record_id)).toEqual(failed.sort())
    expect(failed.length).toBeGreaterThan(30)
    expect(told.errors).toBe(failed.length)
  })
})

describe('the schema for Spark', () => {
  it.each(['extract', 'table'])('is that of baoshu schema %s, field by field', (name) => {
    const schema = execFileSync(process.execPath, [bin, 'schema', name])
    const program = 'import json, sys; from schema import struct_of; print(struct_of(json.load(sys.stdin)).json())'
    const struct = JSON.parse(
      String(execFileSync(python, ['-c', program], { cwd: integration, input: schema })),
    ) as Type
    const { properties = {} } = JSON.parse(String(schema)) as { properties?: object }
    expect((struct as Struct).fields.map((field) => field.name)).toEqual(Object.keys(properties))
    const seed = 'seeds/jilin-2020.txt'
    const record = JSON.stringify({ id: 1, text: readFileSync(seed, 'utf8') })
    const values: unknown[] =
      name === 'extract'
        ? [JSON.parse(String(execFileSync(process.execPath, [bin, 'extract', seed, '-f', 'json'])))]
        : JSON.parse(String(execFileSync(process.execPath, [bin, 'stream', '--rows'], { input: record }))).rows
    expect(values.flatMap((value) => misfits(value, struct, name))).toEqual([])
  })
})

type Struct = { readonly type: 'struct'; readonly fields: readonly { readonly name: string; readonly type: Type }[] }
type Type = string | Struct | { readonly type: 'array'; readonly elementType: Type }

/** Where a value is not of its type in Spark, or Spark would drop it: extract.claims.0.value */
function misfits(value: unknown, type: Type, place: string): string[] {
  if (value === null) return []
  if (typeof type === 'object' && type.type === 'array') {
    if (!Array.isArray(value)) return [place]
    return value.flatMap((item, at) => misfits(item, type.elementType, `${place}.${at}`))
  }
  if (typeof type === 'object') {
    return Object.entries(value as object).flatMap(([name, inner]) => {
      const field = type.fields.find((one) => one.name === name)
      return field === undefined ? [`${place}.${name}`] : misfits(inner, field.type, `${place}.${name}`)
    })
  }
  const fits: Readonly<Record<string, (one: unknown) => boolean>> = {
    string: (one) => typeof one === 'string',
    date: (one) => /^\d{4}-\d\d-\d\d$/.test(String(one)),
    integer: Number.isInteger,
    double: (one) => typeof one === 'number',
  }
  return fits[type]?.(value) ? [] : [place]
}
