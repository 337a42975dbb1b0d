import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { BaoshuError } from '../src/errors.ts'
import { extract } from '../src/extract.ts'
import { type ReportOptions, readBytes, readReport } from '../src/read/index.ts'
import { randomFrom } from './generate.ts'

vi.setConfig({ testTimeout: 120_000 })

/** The code of the error, or the text that was read; a mistake of ours stays one. */
async function outcome(bytes: Uint8Array | string, options: ReportOptions): Promise<string> {
  try {
    return (await readBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, options)).text
  } catch (error) {
    if (error instanceof BaoshuError) return error.code
    throw error
  }
}

const bytesOf = (path: string) => new Uint8Array(readFileSync(`fixtures/${path}`))

describe('what cannot be read is refused with what to do', () => {
  it.each([
    ['refused/old.doc', 'format', 'save it as .docx'],
    ['refused/old.rtf', 'format', 'save it as .docx'],
    ['refused/locked.pdf', 'encrypted', 'save it without one'],
    ['refused/scanned.pdf', 'scanned', 'OCR'],
  ])('%s', async (path, code, advice) => {
    const error = await readReport(`fixtures/${path}`).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(BaoshuError)
    expect(error).toMatchObject({ code, file: `fixtures/${path}`, message: expect.stringContaining(advice) })
  })

  it.each([
    ['ppt/presentation.xml', '.pptx'],
    ['content.xml', '.odt', 'application/vnd.oasis.opendocument.text'],
    ['OEBPS/a.xhtml', '.epub', 'application/epub+zip'],
    ['OFD.xml', '.ofd'],
    ['年报.txt', 'an archive'],
  ])('a packed file is called what it is: %s', async (name, called, mimetype = '') => {
    const bytes = zipSync({ mimetype: [strToU8(mimetype), { level: 0 }], [name]: strToU8('x') })
    await expect(readBytes(bytes, { file: '年报' })).rejects.toThrow(called)
  })

  it('a locked Office file', async () => {
    const name = Buffer.from('EncryptedPackage', 'utf16le')
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), name])
    expect(await outcome(locked, { file: '年报.docx' })).toBe('encrypted')
  })

  it.each([
    ['年报.docx', 'tables/indicators.docx'],
    ['年报.xlsx', 'tables/indicators.xlsx'],
    ['年报.pdf', 'tables/indicators.pdf'],
  ])('half of a file: %s', async (file, path) => {
    const bytes = bytesOf(path)
    expect(await outcome(bytes.subarray(0, bytes.length / 2), { file })).toBe('corrupt')
    expect(await outcome(bytes.subarray(0, 3), { file })).toBe('corrupt')
    expect(await outcome(new Uint8Array(), { file })).toBe('empty')
    expect(await outcome('2023年，新认证503个。', { file })).toBe('corrupt')
  })

  it.each(['docx', 'xlsx', 'pdf', 'html'])('a wrong name does not matter: %s called .txt', async (ending) => {
    const path = `tables/indicators.${ending}`
    const right = await readBytes(bytesOf(path), { file: `表.${ending}` })
    const wrong = await readBytes(bytesOf(path), { file: '表.txt' })
    expect(wrong.text).toBe(right.text)
    expect(wrong.messages).toMatchObject([{ code: 'named', text: `named .txt, but read as ${ending}, which it is` }])
  })

  it.each([
    ['照片.txt', '\x89PNG\r\n\x1a\n'],
    ['压缩.txt', 'PK\x03\x04 anything'],
    ['程序.txt', '\x7fELF\x02\x01'],
  ])('no report at all: %s', async (file, start) => {
    expect(await outcome(Buffer.from(start, 'latin1'), { file })).toBe('format')
  })
})

const word = (body: string, before = '') =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
const paragraph = '<w:p><w:r><w:t>新认证503个</w:t></w:r></w:p>'
const sheet = (part: string, strings = '') =>
  zipSync({
    ...unzipSync(bytesOf('tables/indicators.xlsx')),
    'xl/worksheets/sheet1.xml': strToU8(part),
    ...(strings === '' ? {} : { 'xl/sharedStrings.xml': strToU8(strings) }),
  })
const laughs = `<!DOCTYPE r [<!ENTITY a "哈哈哈哈">${'bcdefghij'.replace(/./g, (name) => {
  const before = String.fromCharCode(name.charCodeAt(0) - 1)
  return `<!ENTITY ${name} "${`&${before};`.repeat(10)}">`
})}]>`

describe('what is made to do harm', () => {
  it('a page of 12 MB packed in 12 KB, in a Word file and in a workbook', async () => {
    const blanks = ' '.repeat(12e6)
    expect(await outcome(word(paragraph + blanks), { file: '弹.docx', maxExpanded: 1e6 })).toBe('too-large')
    expect(await outcome(sheet(`<worksheet>${blanks}</worksheet>`), { file: '弹.xlsx', maxExpanded: 1e6 })).toBe(
      'too-large',
    )
    expect(await outcome(word(paragraph + blanks), { file: '弹.docx' })).toBe('新认证503个\n')
  })

  it('a page of a PDF that is all blanks', async () => {
    const packed = deflateSync(Buffer.alloc(12e6, ' ')).toString('latin1')
    const file = Buffer.from(
      `%PDF-1.4\n4 0 obj\n<</Filter/FlateDecode>>stream\n${packed}\nendstream\nendobj\n`,
      'latin1',
    )
    expect(await outcome(file, { file: '弹.pdf', maxExpanded: 1e6 })).toBe('too-large')
    expect(await outcome(file, { file: '弹.pdf' })).toBe('corrupt')
  })

  it('hundreds of thousands of paragraphs or cells', async () => {
    expect(await outcome(word(paragraph.repeat(3e5)), { file: '弹.docx' })).toBe('too-large')
    const cell = '<c r="A1"><v>1</v></c>'
    const cells = `<worksheet><sheetData><row r="1">${cell.repeat(4e5)}</row></sheetData></worksheet>`
    expect(await outcome(sheet(cells), { file: '弹.xlsx' })).toBe('too-large')
    expect(await outcome(`<p>新认证503个</p>${'<b>'.repeat(4e5)}`, { file: '弹.html' })).toBe('too-large')
    expect(await outcome(`<p ${'a '.repeat(4e6)}>新认证503个`, { file: '弹.html' })).toBe('too-large')
    expect(await outcome('1,2,3,4\n'.repeat(3e5), { file: '弹.csv' })).toBe('too-large')
    expect(await outcome('*新*\n'.repeat(3e5), { file: '弹.md' })).toBe('too-large')
  })

  it('a merged cell as wide as a sheet can be', async () => {
    const part =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    expect(await outcome(sheet(part), { file: '弹.xlsx' })).toBe('too-large')
    const page = `<table><tr><td colspan=1000 rowspan=1000>表头</td><td>1</td></tr>${'<tr><td colspan=1000 rowspan=1000>乙</td><td>2</td></tr>'.repeat(3000)}</table><p>新认证503个，发布标准11项。</p>`
    expect(await outcome(page, { file: '弹.html' })).toContain('新认证503个，发布标准11项。')
  })

  it('entities that laugh a billion times', async () => {
    expect(await outcome(word(paragraph.replace('503', '&j;'), laughs), { file: '笑.docx' })).toBe('corrupt')
    const strings = `${laughs}<sst><si><t>&j;</t></si></sst>`
    const part = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'
    expect((await outcome(sheet(part, strings), { file: '笑.xlsx' })).length).toBeLessThan(20)
    const page = `<?xml version="1.0"?>${laughs}<html><body><p>新认证503个，&j;。</p></body></html>`
    expect((await outcome(page, { file: '笑.html' })).length).toBeLessThan(1500)
  })

  it('elements, lists and quotations nested without end', async () => {
    expect(await outcome(`${'<div>'.repeat(3000)}新认证503个`, { file: '深.html' })).toBe('too-large')
    expect(await outcome(`${'>'.repeat(5000)} 新认证503个`, { file: '深.md' })).toBe('too-large')
    expect(await outcome('*a '.repeat(1e5), { file: '深.md' })).toBe('too-large')
    const table = '<w:tbl><w:tr><w:tc>'
    const close = '</w:tc></w:tr></w:tbl>'
    const deep = word(table.repeat(2000) + paragraph + close.repeat(2000))
    expect(['too-large', 'corrupt']).toContain(await outcome(deep, { file: '深.docx' }))
  })
})

describe('each limit can be raised', () => {
  it.each([
    ['maxExpanded', 1000, bytesOf('tables/indicators.docx'), '表.docx', '--max-expanded'],
    ['maxPages', 0.5, bytesOf('tables/indicators.pdf'), '表.pdf', '--max-pages'],
    ['maxElements', 5, bytesOf('tables/indicators.html'), '表.html', '--max-elements'],
    ['maxDepth', 3, bytesOf('tables/indicators.html'), '表.html', '--max-depth'],
  ] as const)('%s', async (limit, least, bytes, file, option) => {
    const error = await readBytes(bytes, { file, [limit]: least }).catch((cause: unknown) => cause)
    expect(error).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining(`raise the limit with ${option}`),
    })
    expect((await readBytes(bytes, { file, [limit]: 1e6 })).text).toContain('进出口总额')
  })

  it('maxBytes', async () => {
    const path = 'fixtures/tables/indicators.html'
    await expect(readReport(path, { maxBytes: 1000 })).rejects.toMatchObject({ code: 'too-large' })
    expect((await readReport(path, { maxBytes: 1e6 })).text).toContain('进出口总额')
  })
})

/** Bytes cut, changed, taken out, said twice or blanked, at places that the seed gives. */
function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const out = Uint8Array.from(bytes)
  const at = Math.floor(random() * out.length)
  const length = Math.floor(random() * Math.min(2000, out.length / 2))
  const ways = [
    () => out.subarray(0, at),
    () => {
      for (let count = Math.floor(random() * 20); count >= 0; count--)
        out[Math.floor(random() * out.length)] = Math.floor(random() * 256)
      return out
    },
    () => Buffer.concat([out.subarray(0, at), out.subarray(at + length)]),
    () => Buffer.concat([out.subarray(0, at), out.subarray(at, at + length), out.subarray(at)]),
    () => out.fill(0, at, at + length),
  ]
  return ways[Math.floor(random() * ways.length)]?.() ?? out
}

/** A change within a part, packed again: what a zip’s own checks do not see. */
function mutatedWithin(bytes: Uint8Array, random: () => number): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /document|sheet|styles|sharedStrings|rels/.test(name))
  const name = names[Math.floor(random() * names.length)] ?? ''
  return zipSync({ ...parts, [name]: mutated(parts[name] ?? new Uint8Array(), random) })
}

describe('two hundred mutations of each format end in a result or a clear error', () => {
  it.each([
    ['formats/report.txt', '变.txt'],
    ['formats/report.gbk.html', '变.html'],
    ['formats/report.txt', '变.md'],
    ['formats/report.docx', '变.docx'],
    ['tables/indicators.xlsx', '变.xlsx'],
    ['tables/infrastructure.csv', '变.csv'],
    ['tables/indicators.pdf', '变.pdf'],
  ])('%s as %s', async (path, file) => {
    const bytes = bytesOf(path)
    const random = randomFrom(7)
    const isZip = /docx|xlsx/.test(file)
    let results = 0
    for (let count = 0; count < 200; count++) {
      const changed = isZip && count % 2 === 1 ? mutatedWithin(bytes, random) : mutated(bytes, random)
      const report = await readBytes(changed, { file }).catch((error: unknown) => {
        if (error instanceof BaoshuError) return null
        throw error
      })
      if (report === null) continue
      results++
      if (results % 5 > 0) continue
      for (const { raw, source } of extract(report).claims)
        expect(report.text.slice(source.start, source.end)).toBe(raw)
    }
    expect(results).toBeGreaterThan(10)
  })

  afterAll(() => {
    // In kilobytes: all of the above in less than one gigabyte.
    expect(process.resourceUsage().maxRSS).toBeLessThan(1e6)
  })
})

/** The program with every way to the network closed and told of. */
async function offline(file: string): Promise<{ status: number | null; out: string; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-'))
  const guard = join(folder, 'guard.mjs')
  writeFileSync(
    guard,
    `import net from 'node:net'; import dns from 'node:dns'
     const refuse = () => { process.stderr.write('NETWORK'); process.exit(99) }
     net.Socket.prototype.connect = refuse; dns.lookup = refuse; globalThis.fetch = refuse`,
  )
  const child = spawn(process.execPath, ['--import', guard, 'bin/baoshu.js', 'text', file])
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  const status = await new Promise<number | null>((end) => child.on('close', end))
  return { status, out, err }
}

describe('nothing is asked of the network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-'))
  const at = (name: string) => join(folder, name)
  writeFileSync(
    at('页.html'),
    `<!DOCTYPE html SYSTEM "http://example.com/x.dtd"><html><head><base href="http://example.com/"><link rel=stylesheet href="http://example.com/a.css"><script src="http://example.com/a.js"></script></head><body><img src="http://example.com/a.png"><iframe src="http://example.com/b"></iframe><object data="http://example.com/c"></object><p>2023年，新认证503个，发布标准11项。</p></body></html>`,
  )
  writeFileSync(at('记.md'), '![图](http://example.com/a.png)\n\n2023年，新认证503个，发布标准11项。\n')
  const image =
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  const parts = unzipSync(word(image + paragraph))
  const link =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://example.com/a.png" TargetMode="External"/></Relationships>'
  writeFileSync(at('文.docx'), zipSync({ ...parts, 'word/_rels/document.xml.rels': strToU8(link) }))

  it.each([
    at('页.html'),
    at('记.md'),
    at('文.docx'),
    'fixtures/tables/indicators.pdf',
    'fixtures/tables/indicators.xlsx',
  ])('%s', async (file) => {
    const { status, out, err } = await offline(file)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/新认证503个|进出口总额/)
  })
})
