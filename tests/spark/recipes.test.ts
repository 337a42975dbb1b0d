import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateFolder } from '../generate.ts'
import { isThere, python } from './programs.ts'

const home = mkdtempSync(join(tmpdir(), 'baoshu-recipes-'))
const at = (name: string) => join(home, name)
const recipes = resolve('integrations/recipes')
const bin = resolve('bin/baoshu.js')
const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${home}${delimiter}${process.env.PATH}` }

function run(program: string, args: readonly string[], input?: string): string {
  return String(execFileSync(program, args, { cwd: home, env, input, maxBuffer: 1 << 28 }))
}

let names: string[] = []
let questions: { readonly question: string; readonly sql: string }[] = []

beforeAll(() => {
  // `baoshu` as a user has it
  writeFileSync(at('baoshu'), `#!/bin/sh\nexec ${process.execPath} ${bin} "$@"\n`)
  chmodSync(at('baoshu'), 0o755)
  names = generateFolder(at('in'), 120)
  mkdirSync(at('out'))
  run('baoshu', ['batch', 'in', '-o', 'out', '--table', 'claims.parquet', '--table', 'claims.csv'])
  const records = names.map((id) => JSON.stringify({ id, text: readFileSync(at(`in/${id}`), 'utf8') }))
  writeFileSync(at('records.ndjson'), `${records.join('\n')}\n`)
  const text = readFileSync(join(recipes, 'questions.sql'), 'utf8')
  questions = [...text.matchAll(/^-- (?<question>\d+\. .*)\n(?<sql>[^;]+);/gm)].map(
    ({ groups }) => groups as { question: string; sql: string },
  )
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('recipes', () => {
  it('asks ten questions in SQL, and every one has an answer', async () => {
    const db = await DuckDBConnection.create()
    await db.run(`CREATE VIEW claims AS FROM '${at('out/claims.parquet')}'`)
    const counts: [string, number][] = []
    for (const { question, sql } of questions) counts.push([question, (await db.runAndReadAll(sql)).currentRowCount])
    db.closeSync()
    expect(counts).toHaveLength(10)
    // The generated reports have no plans
    expect(counts.filter(([question, rows]) => rows === 0 && !question.startsWith('6.'))).toEqual([])
  })

  it.runIf(isThere('parallel'))('runs with GNU parallel: the same bytes as one process', () => {
    const one = run('baoshu', ['stream', '--rows'], readFileSync(at('records.ndjson'), 'utf8'))
    env.BLOCK = '200k'
    expect(run(join(recipes, 'parallel.sh'), ['records.ndjson'])).toBe(one)
  })

  it.runIf(isThere('jq'))('runs between two jq', () => {
    const lines = run(
      join(recipes, 'jq.sh'),
      names.slice(0, 20).map((name) => `in/${name}`),
    )
      .trim()
      .split('\n')
    expect(lines.length).toBeGreaterThan(20)
    const claims = run(
      'baoshu',
      ['stream'],
      readFileSync(at('records.ndjson'), 'utf8').split('\n').slice(0, 20).join('\n'),
    )
    const changes = [...claims.matchAll(/"unit":"%","currency":[^,]*,"qualifier":"[a-z]+".{0,200}?"kind":"change"/g)]
    expect(lines).toHaveLength(changes.length)
  })

  const table = () => {
    const [head = '', ...lines] = readFileSync(at('out/claims.csv'), 'utf8').trim().split('\n')
    return { head, lines }
  }

  it('runs with pandas', () => {
    const csv = run(python, [join(recipes, 'growth.py'), 'out/claims.parquet', '有效发明专利'])
    expect(csv.split('\n')[0]).toMatch(/^report_region,20\d\d/)
    expect(csv).toContain('吉林省')
    expect(table().lines.length).toBeGreaterThan(1000)
  })

  it.runIf(isThere('Rscript'))('runs with R, to the figures of pandas', () => {
    const ofR = run('Rscript', [join(recipes, 'growth.R'), 'out/claims.csv', '有效发明专利'])
    const ofPandas = run(python, [join(recipes, 'growth.py'), 'out/claims.parquet', '有效发明专利'])
    const figures = (csv: string) =>
      csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map((cell) => (Number.isNaN(Number(cell)) || cell === '' ? cell : Number(cell))))
        .sort()
    expect(figures(ofR)).toEqual(figures(ofPandas))
  })
})
