import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

let room = ''
const at = (...names: string[]) => join(room, ...names)
const put = (name: string, content: string) => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
}
const text = (number: number) => `2020年，全省新登记市场主体${20 + number}.71万户，同比增长8.79%。\n`
const program = resolve('bin/baoshu.js')
const loaded = ['--import', pathToFileURL(resolve('tests/fault.mjs')).href]

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'baoshu-fault-'))
  put('年报.txt', text(0))
  for (let number = 0; number < 5; number++) put(`报/${number}.txt`, text(number))
  expect(run(['batch', '报', '-o', '全', '--table', 'claims.csv'], '').status).toBe(0)
})
afterAll(() => rmSync(room, { recursive: true, force: true }))

function run(args: readonly string[], fault: string, place = '') {
  const env = { ...process.env, LC_ALL: 'C', FAULT: fault, FAULT_AT: place }
  const { status, stderr } = spawnSync(process.execPath, [...loaded, program, ...args], {
    cwd: room,
    env,
    encoding: 'utf8',
  })
  return { status, err: stderr }
}

/** All files of an output folder and what is in them. */
function treeOf(folder: string): Record<string, string> {
  const names = readdirSync(at(folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    names.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [file.slice(at(folder).length + 1), readFileSync(file).toString('latin1')]
    }),
  )
}

describe('a result in one file is whole, or what was there before', () => {
  it.each([
    ['promises.open:EACCES', 'no permission to write there'],
    ['promises.open:EMFILE', 'too many files are open on this system; run fewer programs or --jobs at a time'],
    ['handle.writeFile:ENOSPC', 'no space left on the disk'],
    ['handle.writeFile:EDQUOT', 'no space left for this user'],
    ['handle.sync:EIO', 'cannot be written (EIO: injected)'],
    ['promises.rename:EPERM', 'no permission to write there'],
  ])('%s', (fault, message) => {
    put('果/年报.json', 'before')
    expect(run(['extract', '年报.txt', '-o', '果/年报.json'], fault, '.tmp')).toEqual({
      status: 1,
      err: `baoshu: 果/年报.json: ${message}\n`,
    })
    expect(treeOf('果')).toEqual({ '年报.json': 'before' })
  })
})

describe('a batch stops where no other report could be written, and goes on to the same bytes', () => {
  it.each([
    ['writeFileSync:ENOSPC:5', '.tmp', 'no space left on the disk'],
    ['writeFileSync:EACCES:1', '.tmp', 'no permission to write there'],
    ['renameSync:EROFS:4', '.tmp', 'the file system is read-only'],
    ['openSync:EMFILE:3', '报/', 'too many files are open on this system'],
    ['promises.rename:ENOSPC:1', 'claims', 'no space left on the disk'],
  ])('%s', (fault, place, message) => {
    rmSync(at('断'), { recursive: true, force: true })
    const args = ['batch', '报', '-o', '断', '--table', 'claims.csv', '--jobs', '1']
    const { status, err } = run(args, fault, place)
    expect([status, err.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining(message)]])
    expect(err).toContain('the same command goes on where it stopped')
    expect(Object.keys(treeOf('断')).filter((name) => name.includes('tmp'))).toEqual([])
    expect(run(args, '').status).toBe(0)
    expect(treeOf('断')).toEqual(treeOf('全'))
  })

  it('a report that grows while it is read is an error of its own, and read anew the next time', () => {
    const args = ['batch', '报', '-o', '长', '--table', 'claims.csv', '--jobs', '1']
    const { status, err } = run(args, 'readSync:grow:1', '报/2.txt')
    expect([status, err.split('\n')[0]]).toEqual([
      1,
      'baoshu: 报/2.txt: it was changed while it was read; run this again when it is whole',
    ])
    put('报/2.txt', text(2))
    expect(run(args, '').status).toBe(0)
    expect(treeOf('长')).toEqual(treeOf('全'))
  })

  it('a clock that jumps changes nothing', () => {
    expect(run(['batch', '报', '-o', '钟', '--table', 'claims.csv'], 'clock').status).toBe(0)
    expect(treeOf('钟')).toEqual(treeOf('全'))
  })

  it('two at once on one folder leave whole files, and the next run describes all', async () => {
    const args = ['batch', '报', '-o', '双', '--table', 'claims.csv', '--jobs', '2', '--quiet']
    const start = () =>
      new Promise<number | null>((done) => {
        spawn(process.execPath, [program, ...args], { cwd: room, stdio: 'ignore' }).on('exit', (status) => done(status))
      })
    expect(await Promise.all([start(), start()])).toEqual([0, 0])
    expect(run(args, '').status).toBe(0)
    expect(treeOf('双')).toEqual(treeOf('全'))
  })
})

describe.skipIf(process.platform === 'win32')('a reader that has read enough', () => {
  it.each([['extract 年报.txt'], ['trend 年报.txt 报/1.txt'], ['explain 年报.txt']])('%s ends quietly', (command) => {
    const script = `for one in 1 2 3 4 5 6; do cat 年报.txt; done > 长.txt; "$1" "$2" ${command} | true; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', process.execPath, program], {
      cwd: room,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    })
    expect([stdout, stderr]).toEqual(['0\n', ''])
  })
})
