import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type Document, limits, type ReadOptions } from './document.ts'
import type { MarkedCell } from './grid.ts'
import { textOfLines } from './lines.ts'
import { linesOfSheet } from './sheet.ts'
import { walkPart } from './xlsx-part.ts'
import { formatsOf, shown } from './xlsx-styles.ts'
import { openZip, type Zip } from './zip.ts'

/** A workbook of figures (.xlsx): its sheets as tables, numbers as they are shown; hidden sheets are left out. */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): Document {
  const zip = openZip(bytes, options)
  const sheets = sheetsOf(zip)
  const book = bookOf(zip, shown)
  let left = options.maxElements ?? limits.maxElements
  // One text may stand in every cell, so what is shown is counted and not what is stored
  let room = options.maxExpanded ?? limits.maxExpanded
  const lines = sheets.flatMap(({ name, part }) => {
    const cells = cellsOf(zip.read(part).toString(), book, (text) => {
      room -= text.length * bytesOfCharacter
      if (--left < 0) throw tooMany(options)
      if (room < 0) throw tooLong(options)
    })
    const sheet = linesOfSheet(rowsOf(cells, options))
    return sheet.length === 0 || sheets.length === 1 || /^(?:Sheet|工作表)\d*$/i.test(name)
      ? sheet
      : [name, '', ...sheet, '']
  })
  const text = textOfLines(lines)
  if (text === '') throw new BaoshuError('empty', say('read.no-text-workbook'), { file: options.file ?? null })
  return { text, title: null, source: null, date: null, messages: [] }
}

/** The sheets that are shown as rows of texts, numbers as they are kept and not as they are shown: 8.79, of a percentage 8.79 too. */
export function readSheets(bytes: Uint8Array, options: ReadOptions = {}): string[][][] {
  const zip = openZip(bytes, options)
  const book = bookOf(zip, kept)
  let left = options.maxElements ?? limits.maxElements
  return sheetsOf(zip).map(({ part }) => {
    const { rows } = cellsOf(zip.read(part).toString(), book, () => {
      if (--left < 0) throw tooMany(options)
    })
    return [...rows]
      .sort(([one], [other]) => one - other)
      .map(([, row]) => {
        const width = Math.max(...row.keys()) + 1
        return Array.from({ length: width }, (_, column) => row.get(column) ?? '')
      })
  })
}

/** 8.79% that Excel made of a number is kept as 0.0879; a sign that the format only writes behind it changes nothing. */
function kept(value: string, format: string): string {
  const isPercent = format.replace(/"[^"]*"|\\./g, '').includes('%')
  return isPercent && value !== '' ? String(Number((Number(value) * 100).toPrecision(15))) : value
}

function bookOf(zip: Zip, show: Book['show']): Book {
  return {
    strings: zip.has('xl/sharedStrings.xml') ? stringsOf(zip.read('xl/sharedStrings.xml').toString()) : [],
    formats: zip.has('xl/styles.xml') ? formatsOf(zip.read('xl/styles.xml').toString()) : [],
    show,
  }
}

function tooMany(options: ReadOptions): BaoshuError {
  const most = options.maxElements ?? limits.maxElements
  return new BaoshuError('too-large', say('read.many-cells', most), {
    file: options.file ?? null,
  })
}

const bytesOfCharacter = 2

function tooLong(options: ReadOptions): BaoshuError {
  const megabytes = Math.round((options.maxExpanded ?? limits.maxExpanded) / 1e6)
  return new BaoshuError(
    'too-large',
    `the texts of its cells take more than ${megabytes} MB; raise the limit with --max-expanded`,
    { file: options.file ?? null },
  )
}

/** The sheets that are shown, in order, and the parts that they are in. */
function sheetsOf(zip: Zip): { name: string; part: string }[] {
  const targets = new Map<string, string>()
  walkPart(zip.read('xl/_rels/workbook.xml.rels').toString(), {
    open: (_, { Id, Target }) => {
      if (Id !== undefined && Target !== undefined) targets.set(Id, partName(Target))
    },
  })
  const sheets: { name: string; part: string }[] = []
  walkPart(zip.read('xl/workbook.xml').toString(), {
    open: (tag, { name = '', state = 'visible', ...others }) => {
      const part = targets.get(others['r:id'] ?? '')
      if (tag === 'sheet' && part !== undefined && zip.has(part) && state === 'visible') sheets.push({ name, part })
    },
  })
  return sheets
}

/** worksheets/sheet1.xml, /xl/worksheets/sheet1.xml → xl/worksheets/sheet1.xml */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells point to; how they are read aloud is left out. */
function stringsOf(xml: string): string[] {
  const strings: string[] = []
  let whole = ''
  let aloud = false
  walkPart(xml, {
    open: (name) => {
      if (name === 'rPh') aloud = true
    },
    close: (name, text) => {
      if (name === 't' && !aloud) whole += text
      if (name === 'rPh') aloud = false
      if (name !== 'si') return
      strings.push(whole)
      whole = ''
    },
  })
  return strings
}

interface Book {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly show: (value: string, format: string) => string
}

interface Cells {
  /** Texts by row and column, from 0. */
  readonly rows: Map<number, Map<number, string>>
  /** Where merged cells start, with their size: '0 2' → 3 by 1. */
  readonly merged: Map<string, { columns: number; rows: number }>
}

function cellsOf(xml: string, { strings, formats, show }: Book, count: (text: string) => void): Cells {
  const cells: Cells = { rows: new Map(), merged: new Map() }
  let cell: Readonly<Record<string, string>> = {}
  let text = ''
  const put = () => {
    const place = placeOf(cell.r ?? '')
    if (place === null || text.trim() === '') return
    count(text)
    const row = cells.rows.get(place.row) ?? new Map<number, string>()
    cells.rows.set(place.row, row.set(place.column, text))
  }
  walkPart(xml, {
    open: (name, attributes) => {
      if (name === 'c') [cell, text] = [attributes, '']
      if (name === 'mergeCell') merge(cells, attributes.ref ?? '')
    },
    close: (name, said) => {
      if (name === 't') text += said
      else if (name === 'v' && cell.t === 's') text = strings[Number(said)] ?? ''
      else if (name === 'v' && cell.t !== 'e' && cell.t !== 'b') {
        text = cell.t === 'str' ? said : show(said, formats[Number(cell.s ?? 0)] ?? 'General')
      } else if (name === 'c') put()
    },
  })
  return cells
}

function merge({ merged }: Cells, ref: string): void {
  const [from, to] = ref.split(':').map(placeOf)
  if (from == null || to == null || to.row < from.row || to.column < from.column) return
  merged.set(`${from.row} ${from.column}`, { columns: to.column - from.column + 1, rows: to.row - from.row + 1 })
}

/** B3 → row 2, column 1. */
function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (found === null) return null
  const column = [...(found[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(found[2]) - 1, column: column - 1 }
}

/** Rows with their cells, those covered by a merged one left out; one empty row stands for many. */
function rowsOf({ rows, merged }: Cells, options: ReadOptions): MarkedCell[][] {
  const width = [...rows.values()].reduce(
    (most, row) => [...row.keys()].reduce((one, two) => Math.max(one, two + 1), most),
    0,
  )
  const numbers = [...rows.keys()].sort((one, other) => one - other)
  const last = numbers.at(-1) ?? 0
  let room = 10 * (options.maxElements ?? limits.maxElements) - rows.size * width
  if (room < 0) throw tooMany(options)
  const covered = new Set<string>()
  const cover = (row: number, column: number): { columns: number; rows: number } => {
    const span = merged.get(`${row} ${column}`)
    if (span === undefined) return { columns: 1, rows: 1 }
    const [columns, high] = [Math.min(span.columns, width - column), Math.min(span.rows, last - row + 1)]
    room -= columns * high
    if (room < 0) throw tooMany(options)
    for (let y = row; y < row + high; y++) for (let x = column; x < column + columns; x++) covered.add(`${y} ${x}`)
    return { columns, rows: high }
  }
  return numbers.flatMap((number, index) => {
    const row: MarkedCell[] = []
    for (let column = 0; column < width; column++) {
      if (covered.has(`${number} ${column}`)) continue
      row.push({ text: rows.get(number)?.get(column) ?? '', ...cover(number, column) })
    }
    return index > 0 && number > (numbers[index - 1] ?? 0) + 1 ? [[], row] : [row]
  })
}
