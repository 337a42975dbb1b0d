import { strToU8, Zip, ZipDeflate } from 'fflate'
import { bundlesOf, type Cell, type Column, dayNumber, type Row, type Table } from './table.ts'
import { type Frame, frameOf, makeBook, sheetFile } from './xlsx-book.ts'

/** All that a sheet of Excel holds, its header among them. */
const mostRows = 1_048_576
/** All that a cell of Excel holds. */
const mostCharacters = 32_767

/**
 * A workbook with a sheet a table. The library makes the book without rows, and the rows are put in as they come, so
 * that memory does not grow with them. What is more than a sheet of Excel holds goes on in another: 指标 (2).
 */
export async function* writeXlsx(
  tables: readonly Table[],
  _options: object = {},
  rowLimit: number = mostRows,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    pieces.push(piece)
  })
  const empty = await makeBook(tables)
  const sheets: Table[] = []
  for (const [at, table] of tables.entries()) {
    const frame = frameOf(empty, at + 1)
    let file: ZipDeflate | null = null
    let part = 0
    for await (const { xml, begins } of sheetRows(table, frame, rowLimit)) {
      if (begins) {
        file?.push(strToU8(frame.tail), true)
        part++
        sheets.push(part === 1 ? table : { ...table, title: `${table.title} (${part})` })
        file = addFile(zip, sheetFile(sheets.length))
        file.push(strToU8(frame.head))
      }
      file?.push(strToU8(xml))
      yield* pieces.splice(0)
    }
    file?.push(strToU8(frame.tail), true)
  }
  for (const [name, bytes] of Object.entries(await makeBook(sheets))) {
    if (!sheets.some((_, at) => name === sheetFile(at + 1))) addFile(zip, name).push(bytes, true)
  }
  zip.end()
  yield* pieces
}

function addFile(zip: Zip, name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level: 3 })
  // Not the time of writing: the same rows give the same bytes
  file.mtime = new Date(1980, 0, 1)
  zip.add(file)
  return file
}

/** The XML of the rows, some hundreds at a time; `begins` where they are the first of a sheet. */
async function* sheetRows(
  table: Table,
  { styles }: Frame,
  rowLimit: number,
): AsyncGenerator<{ xml: string; begins: boolean }> {
  const cells = table.columns.map((column, at) => cellWriter(column, columnLetters(at), styles[at]))
  let next = 2
  yield { xml: '', begins: true }
  for await (const rows of bundlesOf(table)) {
    for (let rest: Row[] = rows; rest.length > 0; ) {
      const begins = next > rowLimit
      if (begins) next = 2
      const fitting = rest.slice(0, rowLimit - next + 1)
      rest = rest.slice(fitting.length)
      const start = next
      yield { xml: fitting.map((row, at) => rowOf(row, start + at, cells)).join(''), begins }
      next += fitting.length
    }
  }
}

type CellWriter = (cell: Cell, row: number) => string

function rowOf(row: Row, number: number, cells: readonly CellWriter[]): string {
  return `<row r="${number}">${cells.map((write, at) => write(row[at] ?? null, number)).join('')}</row>`
}

function cellWriter({ type }: Column, letters: string, style: Frame['styles'][number] | undefined): CellWriter {
  const [whole, other] = [`" s="${style?.whole}"`, `" s="${style?.other}"`]
  return (cell, row) => {
    const value = type === 'day' ? excelDay(cell) : cell
    if (value === null || value === '') return ''
    const start = `<c r="${letters}${row}`
    if (typeof value === 'number') return `${start}${Number.isInteger(value) ? whole : other}><v>${value}</v></c>`
    return `${start}${whole} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  }
}

/** Days from 1899-12-30, as Excel counts them. */
function excelDay(cell: Cell): number | null {
  const day = dayNumber(cell)
  return day === null ? null : day + 25_569
}

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

function xmlText(text: string): string {
  const cut = text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
  // Excel reads _x000D_ in a text as a character of that number
  const plain = cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return plain.replace(forbidden, '\ufffd').replace(/[&<>\r]/g, (char) => special[char] ?? char)
}

/** 0 → A, 25 → Z, 26 → AA */
function columnLetters(at: number): string {
  const before = at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)
  return before + String.fromCharCode(65 + (at % 26))
}
