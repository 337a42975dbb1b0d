import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findConfig } from '../src/config.ts'
import { BaoshuError, describeError, visible } from '../src/errors.ts'
import { runBatch } from '../src/many/batch.ts'
import { hashOf } from '../src/many/store.ts'
import { streamClaims } from '../src/many/stream.ts'
import { within } from '../src/many/time-limit.ts'
import { readBytes, readReport } from '../src/read/index.ts'
import { assignSector, builtInTaxonomy } from '../src/sectors/index.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let room = ''
const at = (...names: string[]) => join(room, ...names)
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
}
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'baoshu-attack-'))
})
afterAll(() => {
  spawnSync('chmod', ['-R', 'u+rwX', room])
  rmSync(room, { recursive: true, force: true })
})

const program = resolve('bin/baoshu.js')
const run = (args: readonly string[], options: { cwd?: string; input?: string } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: room,
    ...options,
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}
const text = '2020年，全省新登记市场主体20.71万户，同比增长8.79%。\n'

async function codeOf(bytes: string | Uint8Array, file: string): Promise<string> {
  const error = await readBytes(Buffer.from(bytes as string), { file }).catch((cause: unknown) => cause)
  return error instanceof BaoshuError ? error.code : 'read'
}

describe('limits count what is built, not what is given', () => {
  it.each([
    [
      'a <b> made anew in every paragraph',
      `<p>${Array.from({ length: 300 }, (_, at) => `<b id=${at}>`).join('')}${'<p>新认证503个'.repeat(1200)}`,
      '弹.html',
    ],
    ['a hundred thousand <div>', '<div>'.repeat(100_000), '弹.html'],
    ['templates in templates', '<template>'.repeat(20_000), '弹.html'],
    [
      'cells over columns and rows',
      `<table>${'<tr><td colspan=200>甲'.repeat(11_000)}<tr><td>1<td>2</table>`,
      '弹.html',
    ],
    [
      'rows of Markdown as wide as their head',
      `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|\n'.repeat(20_000)}`,
      '弹.md',
    ],
  ])('%s', async (_, bytes, file) => {
    expect(await codeOf(bytes, file)).toBe('too-large')
  })

  const book = (cells: string, strings: string, code = '0') =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml': '<workbook><sheets><sheet name="Sheet1" r:id="r1"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
          'xl/sharedStrings.xml': `<sst><si><t>${strings}</t></si></sst>`,
          'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
        }).map(([name, part]) => [name, Buffer.from(part)]),
      ),
    )

  it('one text in ten thousand cells', async () => {
    const cells = Array.from(
      { length: 10_000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
    )
    expect(await codeOf(book(cells.join(''), '新'.repeat(100_000)), '弹.xlsx')).toBe('too-large')
  })

  it('a number format of a hundred thousand characters', async () => {
    const cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>503</v></c></row>'
    expect(await codeOf(book(cells, '证书', '0'.repeat(100_000)), '弹.xlsx')).toBe('read')
  })

  it.each([
    ['packed twice', 'double.pdf', 'too-large'],
    ['forms in forms', 'laugh5.pdf', 'too-large'],
  ])('a PDF: %s', async (_, file, code) => {
    await expect(readReport(`fixtures/hostile/${file}`, { maxElements: 20_000 })).rejects.toMatchObject({ code })
  })

  it('a PDF: a page that is a light year wide', async () => {
    expect((await readReport('fixtures/hostile/mb.pdf')).text).toContain('Made 503 units in 2020')
  })

  it('a PDF: filters upon filters', async () => {
    const pdf = '%PDF-1.4\n4 0 obj\n<</Filter[/RunLength#44ecode /LZWDecode]/Length 9>>stream\nabcdefghi\nendstream\n'
    expect(await codeOf(pdf, '弹.pdf')).toBe('too-large')
  })
})

describe('a library', () => {
  it('that leaves a promise behind ends nobody’s process', () => {
    const host = `import { readReport } from ${JSON.stringify(resolve('dist/index.js'))}
      await readReport(${JSON.stringify(resolve('fixtures/hostile/c6.pdf'))}).catch(({ code }) => console.log(code))
      setTimeout(() => console.log('alive'), 300)`
    put('host.mjs', host)
    const { status, stdout } = spawnSync(process.execPath, [at('host.mjs')], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, 'scanned\nalive\n'])
    expect(run(['audit', resolve('fixtures/hostile/c6.pdf')]).status).toBe(2)
  })
})

describe('a record of a stream', () => {
  const answers = async (lines: string, options = {}) => {
    const written: string[] = []
    const output = new Writable({
      write: (chunk, _, done) => {
        written.push(String(chunk))
        done()
      },
    })
    await streamClaims(Readable.from([lines]), output, options)
    return written.map((line) => JSON.parse(line) as { id: unknown; error?: string; line?: number })
  }

  it('that takes too long is stopped, even in an expression', async () => {
    const lost = () => /^(?:平均|到场|平均到场)*$/.test(`${'平均到场'.repeat(60)}工`)
    expect(() => within(0.2, lost)).toThrow('timed out')
    expect(within(5, () => 503)).toBe(503)
    const long = JSON.stringify({ id: 'a', text: text.repeat(20_000) })
    const [late, next] = await answers(`${long}\n{"id":"b","text":"新认证503个"}\n`, { timeout: 0.05 })
    expect(late).toEqual({ id: 'a', line: 1, error: 'not done after 0.05 s; allow more with --timeout' })
    expect(next?.id).toBe('b')
  })

  it.each([['9007199254740993'], ['1.5'], ['true'], ['[1]'], ['{}'], ['1e400']])(
    'of the id %s is answered with it as written',
    async (id) => {
      const written: string[] = []
      const output = new Writable({
        write: (chunk: Buffer, _, done) => {
          written.push(String(chunk))
          done()
        },
      })
      await streamClaims(Readable.from([`{"id":${id},"text":"新认证503个"}\n`]), output)
      expect(written.join('')).toContain(`{"id":${id},"claims":`)
    },
  )

  it.each([['"9007199254740993"'], ['9007199254740991'], ['-7'], ['"\\n"'], ['null']])(
    'of the id %s keeps it',
    async (id) => {
      const [answer] = await answers(`{"id":${id},"text":"新认证503个"}\n`)
      expect(answer?.id).toEqual(JSON.parse(id))
      expect(answer?.error).toBeUndefined()
    },
  )
})

describe('the folder of a batch', () => {
  const batch = (paths: readonly string[], out: string) =>
    runBatch(
      paths.map((path) => at(path)),
      {
        ...{ out: at(out), format: 'json', tables: ['claims.csv'], reading: {}, extracting: {}, terms: [] },
        ...{ version: '0', jobs: 1, timeout: 60, worker: new URL('../dist/many/worker.js', import.meta.url) },
      },
    )
  const storeFiles = (out: string) =>
    readdirSync(at(out, '.baoshu/reports'), { recursive: true, encoding: 'utf8' })
      .map((name) => at(out, '.baoshu/reports', name))
      .filter((file) => /[0-9a-f]{62}$/.test(file))

  it.skipIf(process.getuid?.() === 0 && !existsSync('/usr/bin/setpriv'))(
    'keeps what was made of reports that cannot be seen now',
    () => {
      put('看/甲/一.txt', text)
      put('看/乙/二.txt', text)
      const args = ['batch', '看', '-o', '看果', '--table', 'claims.csv', '--jobs', '1']
      // Root sees every folder, so another user runs it
      const asOther = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : []
      spawnSync('chmod', ['-R', 'a+rwX', room])
      const start = () => {
        const [command = '', ...words] = [...asOther, process.execPath, program, ...args]
        return spawnSync(command, words, { cwd: room, encoding: 'utf8' })
      }
      expect(start().status).toBe(0)
      const rows = () => readFileSync(at('看果/claims.csv'), 'utf8').split('\n').sort()
      const before = rows()
      chmodSync(at('看/乙'), 0)
      const { status, stderr } = start()
      expect(status).toBe(1)
      expect(stderr).toContain('no permission to look into it')
      expect(existsSync(at('看果/乙/二.json'))).toBe(true)
      expect(rows()).toEqual(before)
    },
  )

  it('is made whole where a file of its store is cut, changed, empty or strange', async () => {
    for (const name of ['一', '二', '三']) put(`断/${name}.txt`, text)
    await batch(['断'], '断果')
    const whole = readFileSync(at('断果/claims.csv'), 'utf8')
    const [one = '', two = '', three = ''] = storeFiles('断果')
    truncateSync(one, readFileSync(one).length - 20)
    writeFileSync(two, '{}\n')
    const changed = readFileSync(three)
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    writeFileSync(three, changed)
    put('断果/.baoshu/reports/.DS_Store', 'x')
    const { kept, done } = await batch(['断'], '断果')
    expect([kept, done]).toEqual([0, 3])
    expect(readFileSync(at('断果/claims.csv'), 'utf8')).toBe(whole)
  })

  it('is not left, whatever its store says', async () => {
    put('外/一.txt', text)
    put('外/二.txt', text)
    put('precious.txt', 'precious')
    put('elsewhere/二.json', 'precious')
    await batch(['外'], '外果')
    for (const file of storeFiles('外果')) {
      const content = readFileSync(file)
      const lineEnd = content.indexOf('\n')
      const kept = JSON.parse(content.toString('utf8', 0, lineEnd)) as {
        relative: string
        output: string
        written: string
      }
      kept.output = kept.relative === '一.txt' ? '../precious.txt' : 'link/二.json'
      kept.written = hashOf('precious')
      writeFileSync(file, Buffer.concat([Buffer.from(JSON.stringify(kept)), content.subarray(lineEnd)]))
    }
    symlinkSync(at('elsewhere'), at('外果/link'))
    rmSync(at('外/一.txt'))
    rmSync(at('外/二.txt'))
    put('外/三.txt', text)
    await batch(['外'], '外果')
    expect(readFileSync(at('precious.txt'), 'utf8')).toBe('precious')
    expect(readFileSync(at('elsewhere/二.json'), 'utf8')).toBe('precious')
  })

  it.skipIf(process.platform !== 'linux')('takes files whose names are in GBK, each as its own', async () => {
    mkdirSync(at('码'))
    const inGbk = Buffer.concat([Buffer.from(`${at('码')}/`), Buffer.from('c4eab1a82e747874', 'hex')])
    writeFileSync(inGbk, text)
    writeFileSync(Buffer.concat([Buffer.from(`${at('码')}/`), Buffer.from('ff2e747874', 'hex')]), text)
    const { done, failed } = await batch(['码'], '码果')
    expect([done, failed]).toEqual([2, 0])
    expect(readdirSync(at('码果')).filter((name) => /^[年%]/.test(name))).toEqual(['%FF.json', '年报.json'])
    put('码/年报.txt', text)
    const again = await batch(['码'], '码果')
    expect([again.done, again.failures.map(({ message }) => message)]).toEqual([
      2,
      ['another file has a name that reads the same'],
    ])
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe that was named', async () => {
    spawnSync('mkfifo', [at('管')])
    put('管旁.txt', text)
    const { done, failures } = await batch(['管', '管旁.txt'], '管果')
    expect([done, failures[0]?.message]).toEqual([1, expect.stringContaining('no file but a pipe')])
  })
})

describe('a baoshu.yaml', () => {
  it('is looked for up to the repository and no further', () => {
    put('仓/baoshu.yaml', 'units: [{written: [个], scale: 1000}]\n')
    mkdirSync(at('仓/项目/.git'), { recursive: true })
    mkdirSync(at('仓/项目/报告'), { recursive: true })
    expect(findConfig(at('仓/项目/报告'))).toBeNull()
    put('仓/项目/baoshu.yaml', '')
    expect(findConfig(at('仓/项目/报告'))).toBe(at('仓/项目/baoshu.yaml'))
  })

  it('is a file, neither a folder nor a pipe', () => {
    mkdirSync(at('夹/baoshu.yaml'), { recursive: true })
    mkdirSync(at('夹/.git'), { recursive: true })
    expect(findConfig(at('夹'))).toBeNull()
  })

  it.skipIf(process.getuid?.() !== 0)('of another owner is passed by', () => {
    put('旁/baoshu.yaml', '')
    mkdirSync(at('旁/.git'))
    spawnSync('chown', ['65534', at('旁/baoshu.yaml')])
    expect(findConfig(at('旁'))).toBeNull()
  })
})

describe('a terminal', () => {
  it('is not steered by a text or a name', () => {
    expect(visible('甲\u001b[31m乙\n丙\u202e')).toBe('甲\\x1b[31m乙 丙\\u202e')
    const error = new BaoshuError('empty', 'a\u001b[2J', { file: '年\nbaoshu: 报.txt' })
    expect(describeError(error)).toBe('年\\nbaoshu: 报.txt: a\\x1b[2J')
  })

  it('sees no escape of a title, a sentence or a name, in tables and errors', () => {
    const evil = `2020年\u001b[31m某省质量报告\n\n${text}检查\u001b[2J企业503家。\n`
    put('邪一.txt', evil)
    put('邪二.txt', evil.replaceAll('2020', '2021').replace('503', '612'))
    const told = [
      run(['diff', '邪一.txt', '邪二.txt']),
      run(['audit', '邪一.txt', '--previous', '邪二.txt']),
      run(['explain', '检查\u001b[2J企业503家']),
      run(['trend', '邪一.txt', '邪二.txt']),
      run(['extract', '没\n有\u001b[31m.txt']),
    ]
    for (const { out, err } of told) expect(out + err).not.toContain('\u001b')
    expect(told[4]?.err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('on a full disk gives one line and the status of trouble', () => {
    const full = (args: readonly string[]) =>
      spawnSync('bash', ['-c', '"$@" > /dev/full', 'bash', process.execPath, program, ...args], { encoding: 'utf8' })
    const reports = ['2020', '2021'].map((year) => `fixtures/compare/liaoning/${year}.txt`)
    for (const [args, status] of [
      [['diff', ...reports], 2],
      [['extract', reports[0] ?? ''], 1],
    ] as const) {
      const result = full(args)
      expect([result.status, result.stderr]).toEqual([status, 'baoshu: standard output: no space left on the disk\n'])
    }
  })
})

describe('a match file', () => {
  it('of a hard-wrapped text can be read back', () => {
    const [old, news] = ['2020', '2021'].map((year) => resolve(`fixtures/hostile/hardwrap-${year}.txt`))
    const args = ['diff', old ?? '', news ?? '', '--match-file', '改.yaml']
    expect(run(args).status).toBe(1)
    expect(readFileSync(at('改.yaml'), 'utf8')).toContain('# 0.')
    expect(run(args).status).toBe(1)
  })
})

describe('one sentence of ten thousand claims', () => {
  it('is searched once for words of a sector', () => {
    const taxonomy = builtInTaxonomy()
    const cost = (claims: number) => {
      const sentence = '食品5个，'.repeat(claims)
      const before = process.cpuUsage()
      for (let at = 0; at < claims; at++) assignSector({ section: null, indicator: '', sentence }, taxonomy)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    cost(1000)
    // Sixteen times the claims: a square would cost 256 times
    expect(cost(16_000)).toBeLessThan(60 * Math.max(cost(1000), 4))
  })
})
