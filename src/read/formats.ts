import { BaoshuError } from '../errors.ts'
import { type Said, say } from '../messages/index.ts'
import type { Reader } from './document.ts'
import { readTxt } from './txt.ts'

/** A format: its file endings, how its bytes are known, and its reader, loaded when the first such file is met. */
export interface Format {
  readonly name: string
  readonly endings: readonly string[]
  /** `head` is the first kilobyte, one character a byte; null where any text may be of the format. */
  readonly isSeenIn: ((head: string, bytes: Uint8Array) => boolean) | null
  readonly load: () => Reader | Promise<Reader>
}

/** The formats that are read. A new one is its reader's file and one entry here. */
export const formats: readonly Format[] = [
  { name: 'txt', endings: ['.txt', '.text'], isSeenIn: null, load: () => readTxt },
  {
    name: 'html',
    endings: ['.html', '.htm', '.shtml', '.xhtml'],
    isSeenIn: (head) => pageStart.test(head.replaceAll('\0', '').replace(marks, '')),
    load: async () => (await import('./html.ts')).readHtml,
  },
  {
    name: 'docx',
    endings: ['.docx'],
    isSeenIn: isZipWith('word/document'),
    load: async () => (await import('./docx.ts')).readDocx,
  },
  {
    name: 'pdf',
    endings: ['.pdf'],
    isSeenIn: (head) => /%PDF-\d/.test(head),
    load: async () => (await import('./pdf.ts')).readPdf,
  },
  {
    name: 'xlsx',
    endings: ['.xlsx', '.xlsm'],
    isSeenIn: isZipWith('xl/workbook'),
    load: async () => (await import('./xlsx.ts')).readXlsx,
  },
  {
    name: 'csv',
    endings: ['.csv', '.tsv'],
    isSeenIn: null,
    load: async () => (await import('./csv.ts')).readCsv,
  },
  {
    name: 'md',
    endings: ['.md', '.markdown'],
    isSeenIn: null,
    load: async () => (await import('./markdown.ts')).readMarkdown,
  },
]

const pageStart = /^\s*<(?:!doctype html|html|head|body|meta|title)|^\s*<(?:!--|\?xml)[\s\S]{0,900}<html[\s>]/i
const marks = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/

/** Is a zip that holds a part of this name? */
function isZipWith(part: string): (head: string, bytes: Uint8Array) => boolean {
  return (head, bytes) => head.startsWith('PK\x03\x04') && latin1(bytes).includes(part)
}

/** What is recognised only to be refused, and what to do about it. */
const refused: readonly (readonly [starts: readonly string[], message: Said])[] = [
  [['\xd0\xcf\x11\xe0'], say('read.office')],
  [['{\\rtf'], say('read.rtf')],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'], say('read.picture')],
  [['\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'PK\x03\x04'], say('read.archive')],
  [['\x7fELF', 'MZ', '\xca\xfe\xba\xbe', 'SQLite format 3'], say('read.program')],
]

/** Packed files that are no mere archives, by what they hold. */
const packed: readonly (readonly [part: string, message: string])[] = [
  ['ppt/presentation', 'a presentation (.pptx); save it as a PDF'],
  ['opendocument', 'an OpenDocument file (.odt, .ods or .odp); save it as .docx or .xlsx'],
  ['application/epub', 'an electronic book (.epub); save it as .html or a PDF'],
  ['OFD.xml', 'a Chinese fixed-layout document (.ofd); save it as a PDF'],
]

/** The format of a file by its first bytes, else by its name: a PDF called 年报.txt is a PDF. */
export function formatOf(bytes: Uint8Array, name: string, wanted?: string): Format {
  if (wanted !== undefined) return wantedFormat(wanted)
  const file = name
  const head = latin1(bytes.subarray(0, 1024))
  const seen = formats.find(({ isSeenIn }) => isSeenIn?.(head, bytes))
  if (seen !== undefined) return seen
  const ending = endingOf(name)
  const isCutZip = head.startsWith('PK') && binaryNames.has(formatByEnding(ending)?.name ?? '')
  if (!isCutZip) refuse(head, bytes, file)
  const named = ending === '' ? formats[0] : formatByEnding(ending)
  if (named === undefined || ending === '.doc') {
    throw new BaoshuError('format', say('read.unknown-ending', ending, knownEndings()), { file })
  }
  if (binaryNames.has(named.name)) {
    throw new BaoshuError('corrupt', say('read.not-as-named', ending), {
      file,
    })
  }
  return named
}

const binaryNames = new Set(['docx', 'pdf', 'xlsx'])

function refuse(head: string, bytes: Uint8Array, file: string): void {
  const refusal = refused.find(([starts]) => starts.some((start) => head.startsWith(start)))
  if (refusal === undefined) return
  if (head.startsWith('\xd0\xcf\x11\xe0') && latin1(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k')) {
    throw new BaoshuError('encrypted', say('read.locked'), { file })
  }
  const inside = head.startsWith('PK') ? packed.find(([part]) => latin1(bytes).includes(part)) : undefined
  throw new BaoshuError('format', (inside ?? refusal)[1], { file })
}

function wantedFormat(wanted: string): Format {
  const name = wanted.toLowerCase().replace(/^\./, '')
  const format = formats.find((known) => known.name === name || known.endings.includes(`.${name}`))
  if (format !== undefined) return format
  throw new BaoshuError('usage', say('read.unknown-format', wanted, formats.map(({ name: known }) => known).join(', ')))
}

/** .htm → html; undefined where no format has the ending. */
export function formatByEnding(ending: string): Format | undefined {
  return formats.find(({ endings }) => endings.includes(ending))
}

function knownEndings(): string {
  return formats.flatMap(({ endings }) => endings).join(' ')
}

/** 报告/年报.HTML → .html */
export function endingOf(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  return /.\.[^.\s]{1,10}$/.test(base) ? base.slice(base.lastIndexOf('.')).toLowerCase() : ''
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
