import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { barOf, timeOf } from '../src/cli/progress.ts'
import { type ListingOptions, listInputs } from '../src/many/inputs.ts'
import { outputNames } from '../src/many/names.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-inputs-'))
const at = (name: string) => join(folder, name)
const make = (...names: string[]) => {
  for (const name of names) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), name)
  }
}
const list = async (paths: readonly string[], options?: ListingOptions) =>
  listInputs(
    paths.map((path) => at(path)),
    options,
  )
const relatives = async (paths: readonly string[], options?: ListingOptions) =>
  (await list(paths, options)).inputs.map(({ relative }) => relative)

const odd = ['空 格.txt', '换\n行.txt', '😀.txt', `${'长'.repeat(83)}ab.txt`, '引\'号".txt', '-o.txt']

beforeAll(() => {
  make('树/b.txt', '树/a.docx', '树/2020/年报.html', '树/2020/附/x.md', '树/2019/旧.txt')
  make('树/图.jpg', '树/.隐/藏.txt', '树/~$开.docx', '树/无尾')
  make(...odd.map((name) => `怪/${name}`))
  make('环/一/年报.txt', '外/远.txt')
  symlinkSync('..', at('环/一/上'))
  symlinkSync(at('环/一'), at('环/二'))
  symlinkSync(at('外'), at('环/三'))
  symlinkSync(at('没有'), at('环/断.txt'))
  symlinkSync('自.txt', at('环/自.txt'))
})

describe('a folder', () => {
  it('is gone through by name, formats that are read alone', async () => {
    const { inputs, skipped, failures } = await list(['树'])
    expect(inputs.map(({ relative }) => relative)).toEqual([
      '2019/旧.txt',
      '2020/年报.html',
      '2020/附/x.md',
      'a.docx',
      'b.txt',
    ])
    expect(inputs[0]?.file).toBe(at('树/2019/旧.txt'))
    expect(skipped).toEqual([
      { file: at('树/图.jpg'), reason: 'no format that is read' },
      { file: at('树/无尾'), reason: 'no format that is read' },
    ])
    expect(failures).toEqual([])
  })

  it.each<[ListingOptions, string[]]>([
    [{ include: ['*.txt'] }, ['2019/旧.txt', 'b.txt']],
    [{ include: ['2020/**'] }, ['2020/年报.html', '2020/附/x.md']],
    [{ include: ['无尾'] }, ['无尾']],
    [{ exclude: ['2020'] }, ['2019/旧.txt', 'a.docx', 'b.txt']],
    [{ exclude: ['20*/**', '*.docx'] }, ['b.txt']],
    [{ include: ['*.{txt,md}'], exclude: ['附/'] }, ['2019/旧.txt', 'b.txt']],
  ])('takes what the globs say: %o', async (options, expected) => {
    expect(await relatives(['树'], options)).toEqual(expected)
  })

  it('has names of any kind', async () => {
    expect((await relatives(['怪'])).sort()).toEqual([...odd].sort())
  })

  it('is left at links that lead in a circle, and each dead link is told', async () => {
    const { inputs, skipped, failures } = await list(['环'])
    expect(inputs.map(({ relative }) => relative)).toEqual(['一/年报.txt', '三/远.txt', '二/年报.txt'])
    expect(skipped.map(({ file, reason }) => [file, reason])).toEqual([
      [at('环/一/上'), 'a link to a folder that it is in'],
      [at('环/二/上'), 'a link to a folder that it is in'],
    ])
    expect(failures).toMatchObject([
      { file: at('环/断.txt'), code: 'not-found', message: 'no such file or folder' },
      { file: at('环/自.txt'), code: 'unreadable', message: 'links that lead in a circle' },
    ])
  })

  it('is told where it may not be looked into, and the rest goes on', async () => {
    make('锁/里/年报.txt', '锁/外.txt')
    chmodSync(at('锁/里'), 0o000)
    const isRoot = process.geteuid?.() === 0
    if (isRoot) {
      chmodSync(folder, 0o755)
      process.seteuid?.(65_534)
    }
    try {
      const { inputs, failures } = await list(['锁'])
      expect(inputs.map(({ relative }) => relative)).toEqual(['外.txt'])
      expect(failures).toMatchObject([
        { file: at('锁/里'), code: 'unreadable', message: 'no permission to look into it' },
      ])
    } finally {
      if (isRoot) process.seteuid?.(0)
      chmodSync(at('锁/里'), 0o755)
    }
  })

  it('leaves out what lies in the excepted folder', async () => {
    expect(await relatives(['树'], { except: [at('树/2020')] })).toEqual(['2019/旧.txt', 'a.docx', 'b.txt'])
  })
})

describe('several paths', () => {
  it('stay apart under the folder that they share', async () => {
    expect(await relatives(['树/2019', '树/2020'])).toEqual(['2019/旧.txt', '2020/年报.html', '2020/附/x.md'])
    expect(await relatives(['树/b.txt', '外'])).toEqual(['树/b.txt', '外/远.txt'])
  })

  it('are read once, a file of any name, and what is not there is told', async () => {
    const { inputs, failures } = await list(['树/无尾', '树/2019/旧.txt', '树/2019', '没有'])
    expect(inputs.map(({ relative }) => relative)).toEqual(['树/无尾', '树/2019/旧.txt'])
    expect(failures).toMatchObject([{ file: at('没有'), code: 'not-found', message: 'no such file or folder' }])
  })
})

describe('names of results', () => {
  it.each([
    [
      ['2020/年报.txt', 'b', '.c.d.md'],
      ['2020/年报.json', 'b.json', '.c.d.json'],
    ],
    [
      ['年报.txt', '年报.docx', '别.txt'],
      ['年报.txt.json', '年报.docx.json', '别.json'],
    ],
    [
      ['a.TXT', 'A.md'],
      ['a.TXT.json', 'A.md.json'],
    ],
    [
      ['a.txt', 'a.docx', 'a.txt.md'],
      ['a.txt.json', 'a.docx.json', 'a.txt.md.json'],
    ],
    [
      ['a.txt', 'a.json'],
      ['a.txt.json', 'a.json.json'],
    ],
    [
      ['manifest.txt', 'x/manifest.txt'],
      ['manifest.txt.json', 'x/manifest.json'],
    ],
  ])('of %j are %j', (inputs, expected) => {
    expect(outputNames(inputs, '.json', ['manifest.json'])).toEqual(expected)
  })

  it('fit where names end at 255 bytes, and stay apart', () => {
    const long = `${'长'.repeat(83)}ab.txt`
    const [one = '', other = ''] = outputNames([`x/${long}`, `x/${long.replace('ab', 'ac')}`], '.json')
    expect(Buffer.byteLength(long)).toBe(255)
    expect(one).toMatch(/^x\/长{78,80}~[0-9a-f]{8}\.json$/)
    expect(Buffer.byteLength(one.slice(2))).toBeLessThanOrEqual(255)
    expect(one).not.toBe(other)
  })
})

describe('the bar', () => {
  it.each([
    [
      { files: 10_000, done: 6912, failed: 3 },
      58_576,
      100,
      /^█{21}░{9} {2}6,912\/10,000 {2}118 files\/s {2}27 s left {2}3 errors$/,
    ],
    [{ files: 4, done: 1, failed: 0 }, 1000, 50, /^█+░+ {2}1\/4 {2}1\.0 files\/s {2}3 s left$/],
    [{ files: 10_000, done: 6912, failed: 1 }, 58_576, 30, /^6,912\/10,000 {2}118 files\/s/],
  ])('of %j', (state, ms, columns, expected) => {
    const bar = barOf(state, ms, columns)
    expect(bar).toMatch(expected)
    expect(bar.length).toBeLessThan(columns)
  })

  it('tells times as people do', () => {
    expect([0.2, 89, 240, 4000].map(timeOf)).toEqual(['1 s', '89 s', '4 min', '1 h 7 min'])
  })
})
