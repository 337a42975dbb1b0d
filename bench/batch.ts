/**
 * What `baoshu batch` takes and stands, on generated reports of 1 to 30 KB:
 *
 *   npm run bench:batch [speed | memory | kills | hostile] [files]
 *
 * speed: one thread against two. memory: the most that the process tree holds, for a tenth of the files and for all.
 * kills: SIGKILL at 20 random moments, and the same bytes in the end. hostile: one file in twenty is no report.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { generateFolder, generateHostile, randomFrom } from '../tests/generate.ts'

const bin = resolve('bin/baoshu.js')
const home = mkdtempSync(join(tmpdir(), 'baoshu-bench-'))
const allTables = ['claims.csv', 'claims.ndjson', 'claims.parquet', 'claims.xlsx'].flatMap((name) => ['--table', name])

interface Run {
  readonly status: number | null
  readonly seconds: number
  /** The most that the process and those it started held at one moment, in MB. */
  readonly megabytes: number
  readonly said: string
}

async function batch(input: string, out: string, args: readonly string[], killAfter?: number): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, [bin, 'batch', input, '-o', out, ...args], { cwd: home })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const closed = once(child, 'close')
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
  let most = 0
  for (let isOpen = true; isOpen; ) {
    most = Math.max(most, residentBytes(child.pid ?? 0))
    isOpen = await Promise.race([closed.then(() => false), wait(50, true)])
  }
  const seconds = (performance.now() - start) / 1000
  return { status: child.exitCode, seconds, megabytes: Math.round(most / 1e6), said: said.trim() }
}

/** Of a process and all below it, as Linux counts. */
function residentBytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return pages * 4096 + children.reduce((sum, child) => sum + residentBytes(Number(child)), 0)
  } catch {
    return 0
  }
}

/** One hash of every name and byte in a folder. */
function hashOf(folder: string): string {
  const hash = createHash('sha256')
  const entries = readdirSync(join(home, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  for (const path of entries.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash.update(`${path.slice(join(home, folder).length)}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function generate(name: string, count: number): string {
  generateFolder(join(home, name), count)
  return name
}

const clear = (name: string) => rmSync(join(home, name), { recursive: true, force: true })
const say = (line: string) => void process.stdout.write(`${line}\n`)

async function speed(files: number): Promise<void> {
  const input = generate('in', files)
  for (const [name, args] of [
    ['results alone', []],
    ['results and claims.csv', ['--table', 'claims.csv']],
  ] as const) {
    const [one, two] = [
      await batch(input, 'one', [...args, '--jobs', '1']),
      await batch(input, 'two', [...args, '--jobs', '2']),
    ]
    const rates = [one, two].map(({ seconds }) => `${seconds.toFixed(1)} s (${Math.round(files / seconds)} files/s)`)
    say(`${name}: --jobs 1 ${rates[0]}, --jobs 2 ${rates[1]}: ${(one.seconds / two.seconds).toFixed(2)} times`)
    say(`  ${two.said}`)
    for (const out of ['one', 'two']) clear(out)
  }
}

async function memory(files: number): Promise<void> {
  const runs: number[] = []
  for (const count of [files / 10, files]) {
    const { megabytes, said } = await batch(generate(`in${count}`, count), 'out', [...allTables, '--jobs', '2'])
    say(`${count} files, four tables: ${megabytes} MB at most; ${said}`)
    runs.push(megabytes)
    clear('out')
  }
  say(`growth: ${(((runs[1] ?? 0) / (runs[0] ?? 1) - 1) * 100).toFixed(1)} %`)
}

async function kills(files: number): Promise<void> {
  const input = generate('in', files)
  const tables = ['--table', 'claims.csv', '--table', 'claims.parquet', '--table', 'claims.xlsx']
  const whole = await batch(input, 'out', tables)
  const expected = hashOf('out')
  say(`undisturbed: ${whole.seconds.toFixed(1)} s, ${whole.said}`)
  const random = randomFrom(4)
  for (let kill = 1; kill <= 20; kill++) {
    clear('out')
    const moment = random() * whole.seconds
    const { status } = await batch(input, 'out', tables, moment * 1000)
    const resumed = await batch(input, 'out', tables)
    const isSame = hashOf('out') === expected
    say(
      `${kill}: killed at ${moment.toFixed(1)} s${status === null ? '' : ' (already done)'}: ${isSame ? 'the same bytes' : 'DIFFERENT'}; ${resumed.said}`,
    )
    if (!isSame) process.exitCode = 1
  }
}

async function hostile(files: number): Promise<void> {
  const input = generate('in', (files / 20) * 19)
  mkdirSync(join(home, input, '敌'))
  for (let at = 0; at < files / 20; at++) {
    const { name, bytes } = generateHostile(at)
    writeFileSync(join(home, input, '敌', name), bytes)
  }
  writeFileSync(join(home, input, '敌', '巨.txt'), Buffer.alloc(65e6, '新认证“三品一标”503个。\n'))
  const { status, said, megabytes } = await batch(input, 'out', allTables)
  const { counts, files: entries } = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as {
    counts: Record<string, number>
    files: { file: string; status: string; claims?: number; error?: { code: string } }[]
  }
  const [bad, good] = [true, false].map((isBad) => entries.filter(({ file }) => file.includes('敌') === isBad)) as [
    typeof entries,
    typeof entries,
  ]
  const codes = new Map<string, number>()
  for (const { error, claims } of bad) {
    const code = error?.code ?? `done with ${claims} claims`
    codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  say(`exit ${status}, ${megabytes} MB at most; ${said.split('\n').at(-1)}`)
  say(`good: ${good.length}, of them done: ${good.filter((entry) => entry.status === 'done').length}`)
  say(`hostile: ${[...codes].map(([code, count]) => `${count} ${code}`).join(', ')}; ${JSON.stringify(counts)}`)
}

const [what = 'all', files = '10000'] = process.argv.slice(2)
const parts = { speed, memory, kills, hostile }
for (const [name, part] of Object.entries(parts)) {
  if (what !== 'all' && what !== name) continue
  say(`## ${name}, ${files} files`)
  await part(Number(files))
  for (const folder of readdirSync(home)) clear(folder)
}
rmSync(home, { recursive: true, force: true })
