/**
 * What `baoshu stream` takes and stands, on generated reports of 1 to 30 KB:
 *
 *   npm run bench:stream [speed | memory | long] [megabytes]
 *
 * speed: one thread against two, in turn. memory: what the process holds, quarter by quarter of its input.
 * long: a record of 60 MB among small ones, of text and of a file, and one beyond the limit.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { generateReport, randomFrom } from '../tests/generate.ts'

const bin = resolve('bin/baoshu.js')
const random = randomFrom(17)
const texts = Array.from({ length: 200 }, (_, at) => generateReport(at, 1000 + random() ** 2 * 29_000))

function lineOf(id: number): string {
  return `${JSON.stringify({ id, text: texts[id % texts.length] })}\n`
}

interface Run {
  readonly seconds: number
  /** Of the process and its threads, by user and system. */
  readonly processor: number
  readonly answers: number
  readonly bytesOut: number
  /** In MB, with how much of the input had been given when it was taken. */
  readonly held: readonly { readonly given: number; readonly megabytes: number }[]
}

async function stream(bytes: number, args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [bin, 'stream', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const start = performance.now()
  const held: Run['held'][number][] = []
  let [given, answers, bytesOut, processor] = [0, 0, 0, 0]
  child.stdout.on('data', (chunk: Buffer) => {
    bytesOut += chunk.length
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) answers++
  })
  const look = () => {
    const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1])
    held.push({ given: given / bytes, megabytes: (pages * 4096) / 1e6 })
    const times = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    processor = (Number(times[11]) + Number(times[12])) / 100
  }
  const timer = setInterval(look, 250)
  for (let id = 0; given < bytes; id++) {
    const line = lineOf(id)
    given += Buffer.byteLength(line)
    await give(child.stdin, line)
  }
  look()
  clearInterval(timer)
  child.stdin.end()
  await once(child, 'close')
  return { seconds: (performance.now() - start) / 1000, processor, answers, bytesOut, held }
}

async function give(to: Writable, line: string): Promise<void> {
  if (!to.write(line)) await once(to, 'drain')
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function speed(megabytes: number): Promise<void> {
  for (let round = 1; round <= 3; round++) {
    const [one, two] = [await stream(megabytes * 1e6, ['--jobs', '1']), await stream(megabytes * 1e6, ['--jobs', '2'])]
    const rates = [one, two].map(
      ({ seconds, processor, answers }) =>
        `${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor, ${Math.round(answers / seconds)} records/s`,
    )
    say(`--jobs 1: ${rates[0]}; --jobs 2: ${rates[1]}: ${(one.seconds / two.seconds).toFixed(2)} times`)
  }
}

async function memory(megabytes: number): Promise<void> {
  const { seconds, processor, answers, bytesOut, held } = await stream(megabytes * 1e6, ['--rows'])
  say(`${answers} records, ${seconds.toFixed(0)} s, ${processor.toFixed(0)} s of processor, ${bytesOut} bytes out`)
  // The first tenth is the start: code is compiled, the heap takes its size
  const steady = held.filter(({ given }) => given > 0.1 || megabytes < 100)
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const within = steady.filter(({ given }) => given > quarter / 4 && given <= (quarter + 1) / 4)
    return within.reduce((sum, one) => sum + one.megabytes, 0) / Math.max(1, within.length)
  })
  say(`MB held, quarter by quarter: ${quarters.map((one) => one.toFixed(1)).join(', ')}`)
  say(`last against first: ${(((quarters[3] ?? 0) / (quarters[0] ?? 1) - 1) * 100).toFixed(1)} %`)
}

async function long(megabytes: number): Promise<void> {
  const text = texts.join('\n').repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(texts.join('\n'))))
  const base64 = Buffer.from(text).toString('base64')
  for (const [name, record] of [
    ['text', { id: 'long', text }],
    ['a file', { id: 'long', file: '年报.txt', base64 }],
    ['beyond the limit', { id: 'long', text: text.repeat(2) }],
  ] as const) {
    const child = spawn(process.execPath, [bin, 'stream', '--rows'], { stdio: ['pipe', 'pipe', 'pipe'] })
    const ids: string[] = []
    let [line, most] = ['', 0]
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${line}${chunk}`.slice(0, 300_000).split('\n')
      line = lines.pop()?.slice(0, 300) ?? ''
      ids.push(...lines.map((one) => one.slice(0, 120)))
    })
    const timer = setInterval(() => {
      most = Math.max(most, Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 0.004096)
    }, 100)
    const start = performance.now()
    for (const part of [lineOf(1), `${JSON.stringify(record)}\n`, lineOf(2)]) await give(child.stdin, part)
    child.stdin.end()
    await once(child, 'close')
    clearInterval(timer)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    say(`${name}: exit ${child.exitCode}, ${seconds} s, ${Math.round(most)} MB at most; answers:`)
    for (const one of ids.filter((one) => one.startsWith('{"id"'))) say(`  ${one}`)
  }
}

const [what = 'all', megabytes] = process.argv.slice(2)
const parts = { speed: [speed, 100], memory: [memory, 2000], long: [long, 60] } as const
for (const [name, [part, usual]] of Object.entries(parts)) {
  if (what !== 'all' && what !== name) continue
  say(`## ${name}, ${megabytes ?? usual} MB`)
  await part(Number(megabytes ?? usual))
}
