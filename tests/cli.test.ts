import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { main } from '../src/cli/index.ts'
import type { Extraction } from '../src/types.ts'

interface Result {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** One command line, in this process. */
async function run(...argv: string[]): Promise<Result> {
  let out = ''
  let err = ''
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text)
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
  }
}

const seed = 'seeds/jilin-2020.txt'
let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baoshu-'))
  mkdirSync(at('一个文件夹'))
  writeFileSync(at('空.txt'), '')
  writeFileSync(at('白.txt'), ' \r\n\t ')
  writeFileSync(at('二进制.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 8, 9, 0, 0, 0, 1]))
  writeFileSync(at('年报.xyz'), '新认证503个')
  writeFileSync(at('坏分类.yaml'), 'sectors:\n  - id: labs\n    names: [实验室]\n    words: [标]\n')
  writeFileSync(at('分类.yaml'), 'sectors:\n  - { id: labs, names: 实验室, words: [三品一标] }\n')
})

describe('extract', () => {
  it('writes YAML', async () => {
    const { status, out, err } = await run('extract', seed)
    expect([status, err]).toEqual([0, ''])
    const { schema, report } = parse(out) as Extraction
    expect(schema).toBe('baoshu/2')
    expect(report.file).toBe(seed)
    expect(report.year).toBe(2020)
    expect(out.startsWith('schema: baoshu/2\n')).toBe(true)
  })

  it('writes JSON of the same', async () => {
    const yaml = await run('extract', seed)
    const json = await run('extract', '-f', 'json', seed)
    expect(JSON.parse(json.out)).toEqual(parse(yaml.out))
  })

  it('finds the claims of the seed, each where it stands', async () => {
    const { out } = await run('extract', seed, '--format=json')
    const { claims } = JSON.parse(out) as Extraction
    const text = readFileSync(seed, 'utf8')
    const claim = claims.find(({ raw }) => raw === '503 个')
    expect(claim).toMatchObject({
      value: 503,
      unit: '个',
      indicator: '三品一标',
      sector: 'agriculture',
      sectorBy: 'heading',
    })
    expect(claims.length).toBeGreaterThanOrEqual(25)
    expect(claims.map(({ source }) => text.slice(source.start, source.end))).toEqual(claims.map(({ raw }) => raw))
  })

  it.each([
    ['结果.json', (text: string) => JSON.parse(text) as unknown],
    ['结果.YML', parse],
    ['结果.yaml', parse],
  ])('-o %s takes the format from the ending', async (name, read) => {
    const { out: expected } = await run('extract', seed)
    expect(await run('extract', seed, '-o', at(name))).toEqual({ status: 0, out: '', err: '' })
    expect(read(readFileSync(at(name), 'utf8'))).toEqual(parse(expected))
    expect(readdirSync(folder).filter((other) => other.endsWith('.tmp'))).toEqual([])
  })

  it('gives the same bytes for the same bytes', async () => {
    expect(await run('extract', seed)).toEqual(await run('extract', seed))
  })

  it('puts claims in sectors of one’s own', async () => {
    const { out } = await run('extract', seed, '--taxonomy', at('分类.yaml'), '-f', 'json')
    const { claims } = JSON.parse(out) as Extraction
    expect(claims.find(({ raw }) => raw === '503 个')).toMatchObject({ sector: 'labs', sectorBy: 'words' })
    expect(new Set(claims.map(({ sector }) => sector))).toEqual(new Set(['labs', 'general']))
  })

  it('leaves out what it is less sure of', async () => {
    const { out } = await run('extract', seed, '--min-confidence', '1', '-f', 'json')
    const { claims } = JSON.parse(out) as Extraction
    expect(claims.every(({ confidence }) => confidence >= 1)).toBe(true)
  })
})

describe('text', () => {
  it('prints what the offsets point into, to the byte', async () => {
    const { status, out } = await run('text', seed)
    expect([status, out]).toEqual([0, readFileSync(seed, 'utf8')])
  })
})

describe('schema', () => {
  it('prints the schema', async () => {
    const { status, out } = await run('schema')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  })
})

describe('explain', () => {
  it('shows how a text is read', async () => {
    const { status, out, err } = await run('explain', '新认证“三品一标”503个')
    expect([status, err]).toEqual([0, ''])
    expect(out.split('\n').slice(0, 3)).toEqual([
      '新认证“三品一标”503个',
      '  “三品一标”: title, no quantity',
      '  503个 = 503 个  exact, by plain',
    ])
    expect(out).toContain('    ✓ count-after-object: what it counts is named before it\n    ✓ 三品一标 ')
    expect(out).toContain('    c01 三品一标 = 503 个  ')
  })

  it('wants a text', async () => {
    const { status, err } = await run('explain')
    expect([status, err]).toEqual([2, "baoshu: missing required argument 'text'\n"])
  })
})

describe('patterns', () => {
  it('lists every pattern with a sentence and its claim', async () => {
    const { status, out } = await run('patterns')
    expect(status).toBe(0)
    expect(out.split('\n')[0]).toMatch(/^pattern +kind +原文 +claim$/)
    expect(out).toMatch(/^rise +change up +\S+ +\S+ \S+$/m)
    expect(out.trim().split('\n').length).toBeGreaterThan(20)
  })

  it('shows one so that it can be taken over', async () => {
    const { out } = await run('patterns', 'show', 'share-alone')
    writeFileSync(at('own.yaml'), out.replace('name: share-alone', 'name: mine'))
    const checked = await run('patterns', 'check', at('own.yaml'))
    expect(checked).toEqual({
      status: 0,
      out: expect.stringMatching(/own\.yaml: good, 1 pattern with \d+ examples\n$/),
      err: '',
    })
    expect((await run('patterns', '--config', at('own.yaml'))).out).toMatch(/^mine +share/m)
    expect((await run('--config', at('own.yaml'), 'explain', '优特钢产能占比超过72%')).out).toContain(
      '    ✓ mine: “优特钢产能”\n',
    )
    expect(await run('patterns', 'show', 'nothing')).toMatchObject({
      status: 2,
      err: 'baoshu: no pattern is called “nothing”\n',
    })
  })

  it('tells the line of an example that gives something else', async () => {
    writeFileSync(
      at('wrong.yaml'),
      "patterns:\n  - name: mine\n    kind: level\n    patterns: ['{indicator}冲上{quantity}']\n    examples:\n      - [合格率冲上98%, 合格 98%]\n",
    )
    const { status, err } = await run('patterns', 'check', at('wrong.yaml'))
    expect(status).toBe(1)
    expect(err).toMatch(/wrong\.yaml:6:9: mine makes “合格率 98%” of this, and not “合格 98%”\n6 \|/)
  })
})

describe('taxonomy', () => {
  it('lists the sectors', async () => {
    const { out } = await run('taxonomy')
    expect(out.trim().split('\n')).toHaveLength(12)
    expect(out).toContain('agriculture             农产品质量')
    expect(await run('taxonomy', 'list')).toEqual({ status: 0, out, err: '' })
    expect((await run('taxonomy', 'list', '--taxonomy', at('分类.yaml'))).out).toBe('labs  实验室\n')
  })

  it('shows the file, and one sector', async () => {
    expect((await run('taxonomy', 'show')).out).toBe(readFileSync('src/sectors/taxonomy.yaml', 'utf8'))
    expect(parse((await run('taxonomy', 'show', 'sme')).out)).toMatchObject({ id: 'sme' })
    expect((await run('taxonomy', 'show', '农产品质量')).out).toContain('三品一标')
  })

  it('shows a file that checks as good', async () => {
    writeFileSync(at('shown.yaml'), (await run('taxonomy', 'show')).out)
    expect((await run('taxonomy', 'check', at('shown.yaml'))).out).toMatch(/: good, 12 sectors with \d+ words\n$/)
  })
})

describe('what is wrong is said in one line', () => {
  it.each([
    [1, ['extract', '无.txt'], '无.txt: no such file'],
    [1, ['extract', '一个文件夹'], '一个文件夹: a folder'],
    [1, ['extract', '空.txt'], '空.txt: the file is empty'],
    [1, ['extract', '白.txt'], '白.txt: the file holds nothing but white space'],
    [1, ['extract', '二进制.txt'], '二进制.txt: '],
    [1, ['extract', '年报.xyz'], '“.xyz” is no known format'],
    [1, ['text', '无.txt'], '无.txt: no such file'],
    [1, ['extract', seed, '-o', '无/结果.json'], '无/结果.json: no such folder to write into; make it first'],
    [1, ['extract', seed, '-f', 'json', '-o', '一个文件夹'], '一个文件夹: a folder; name a file in it'],
    [1, ['extract', seed, '--taxonomy', '坏分类.yaml'], '坏分类.yaml:4:13: “标” is too short'],
    [1, ['taxonomy', 'check', '坏分类.yaml'], '坏分类.yaml:4:13: “标” is too short'],
    [1, ['taxonomy', 'check', '无.yaml'], '无.yaml: no such taxonomy file'],
    [2, ['extract', seed, '-o', '结果.txt'], '结果.txt: no format ends in “.txt” (known: .yaml, .yml, .json, '],
    [2, ['extract', '年报.xyz', '-f', 'yaml', '-o', '年报.xyz'], '年报.xyz: this is the report itself'],
    [2, ['extract', seed, '--encoding', 'klingon'], 'unknown encoding “klingon”'],
    [2, ['extract', seed, '--from', 'klingon'], 'unknown format “klingon”'],
    [2, ['extract', seed, '-f', 'xml'], "argument 'xml' is invalid. Allowed choices are yaml, json, "],
    [2, ['extract', seed, '--year', '20'], 'A year has four digits'],
    [2, ['extract', seed, '--min-confidence', '90'], 'It is a number from 0 to 1'],
    [2, ['extract', seed, '--max-bytes', 'big'], 'It is a number of bytes'],
    [2, ['extract', seed, '--max-pages', '0'], 'It is a whole number'],
    [2, ['extract'], "missing required argument 'report'"],
    [2, ['extract', seed, seed], 'extract reads one report at a time'],
    [2, ['extract', seed, '--formt', 'json'], "unknown option '--formt' (Did you mean --format?)"],
    [2, ['extrat', seed], "unknown command 'extrat' (Did you mean extract?)"],
    [2, ['taxonomy', 'show', '实验室'], 'no sector is called “实验室”'],
  ])('%i %j', async (status, argv, message) => {
    const inFolder = /^(?:无|一个文件夹|空|白|二进制|年报|坏分类|结果)/
    const result = await run(...argv.map((word) => (inFolder.test(word) && status < 3 ? at(word) : word)))
    expect(result.status).toBe(status)
    expect(result.out).toBe('')
    const [line = '', ...excerpt] = result.err.trimEnd().split('\n')
    expect(line).toMatch(/^baoshu: /)
    expect(line.replaceAll(`${folder}/`, '')).toContain(message)
    expect(excerpt.length === 0 || excerpt.at(-1)?.trim().startsWith('|')).toBe(true)
    expect(result.err).not.toContain('    at ')
  })

  it('and with its stack on --debug', async () => {
    expect((await run('extract', at('无.txt'), '--debug')).err).toMatch(
      /BaoshuError: no such file\n +at [\s\S]+caused by Error: ENOENT/,
    )
    expect((await run('--debug', 'extract', at('无.txt'))).err).toContain('    at ')
  })

  it('nothing is left behind by what failed', async () => {
    expect((await run('extract', at('空.txt'), '-o', at('空.json'))).status).toBe(1)
    expect((await run('extract', seed, '--taxonomy', at('坏分类.yaml'), '-o', at('空.json'))).status).toBe(1)
    expect(readdirSync(folder)).not.toContain('空.json')
  })
})

describe('help', () => {
  it('names every command, and exits 0 where it was asked for', async () => {
    const asked = await run('--help')
    expect([asked.status, asked.err]).toEqual([0, ''])
    for (const name of ['extract', 'stream', 'text', 'taxonomy', 'schema']) expect(asked.out).toContain(`\n  ${name}`)
    const bare = await run()
    expect([bare.status, bare.out, bare.err]).toEqual([2, '', asked.out])
    expect((await run('help', 'extract')).out).toBe((await run('extract', '--help')).out)
  })

  it('offers the formats that there are', async () => {
    expect((await run('extract', '--help')).out).toMatch(/choices:\s+yaml,\s+json/)
  })
})

/** The installed program itself, as `npm test` has built it. */
function start(argv: readonly string[], input: string | Buffer | null = null, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...argv], { env: { ...process.env, ...env } })
  const result = new Promise<Result>((resolve) => {
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('close', (status) => resolve({ status: status ?? -1, out, err }))
  })
  child.stdin.on('error', () => undefined)
  if (input !== null) child.stdin.end(input)
  return { child, result }
}

const bin = 'bin/baoshu.js'

describe('the program', () => {
  it('tells its version and loads nothing for it', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    const { status, out } = await start([bin, '--version']).result
    expect([status, out]).toEqual([0, `${version}\n`])
    const program = `
      import { createRequire } from 'node:module'
      import { main } from './dist/program/index.js'
      await main(['--version'])
      console.log(Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes('node_modules')))`
    const loaded = await start(['--input-type=module', '--eval', program]).result
    expect(loaded.out).toBe(`${version}\n[]\n`)
  })

  it('reads standard input', async () => {
    const { status, out } = await start([bin, 'extract', '-', '-f', 'json'], readFileSync(seed)).result
    const { report } = JSON.parse(out) as Extraction
    expect([status, report.file, report.year]).toEqual([0, '-', 2020])
    const empty = await start([bin, 'extract', '-'], '').result
    expect(empty).toEqual({ status: 1, out: '', err: 'baoshu: standard input: the file is empty\n' })
  })

  it('streams: an answer comes while the input is still open', async () => {
    const { child, result } = start([bin, 'stream'])
    const answered = new Promise<string>((resolve) => child.stdout.once('data', resolve))
    child.stdin.write('{"id":"a","text":"新认证503个。"}\n')
    expect(JSON.parse(await answered)).toMatchObject({ id: 'a' })
    child.stdin.end('坏\n')
    const { status, out, err } = await result
    expect(status).toBe(1)
    expect(JSON.parse(out.trim().split('\n')[1] ?? '')).toMatchObject({ id: null, line: 2 })
    expect(err).toBe('baoshu: 1 of 2 lines could not be read; each has its “error” in the output\n')
  })

  it('streams with threads: the same bytes as with one', async () => {
    const report = readFileSync(seed, 'utf8')
    const lines = Array.from({ length: 60 }, (_, id) => {
      return id % 7 === 3 ? '坏' : JSON.stringify({ id, text: report.slice(0, 300 + ((id * 37) % 1500)) })
    }).join('\n')
    const [one, two] = [
      await start([bin, 'stream', '--rows'], lines).result,
      await start([bin, 'stream', '--rows', '--jobs', '2', '--exit-zero'], lines).result,
    ]
    expect([one.status, two.status]).toEqual([1, 0])
    expect(two.out).toBe(one.out)
    expect(two.out.split('\n')).toHaveLength(61)
  })

  it('is stopped quietly', async () => {
    const { child, result } = start([bin, 'stream'])
    child.stdout.once('data', () => child.kill('SIGTERM'))
    child.stdin.write('{"id":1,"text":"新认证503个。"}\n')
    const { out, err } = await result
    expect([out.split('\n').length, err, child.signalCode]).toEqual([2, '', 'SIGTERM'])
  })

  it('ends quietly where nobody reads on', async () => {
    const lines = '{"id":1,"text":"新认证503个。"}\n'.repeat(20_000)
    const { child, result } = start([bin, 'stream'], lines)
    child.stdout.once('data', () => child.stdout.destroy())
    const { status, err } = await result
    expect([status, err]).toEqual([0, ''])
  })
})
