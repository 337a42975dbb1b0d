import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Language } from '../messages/index.ts'
import {
  bundlesOf,
  type Cell,
  type Column,
  dayNumber,
  type Row,
  type Table,
  type TableOptions,
  wordOf,
} from './table.ts'
import { type ColumnStyles, type Frame, frameOf, makeBook, sheetFile } from './xlsx-book.ts'

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
  options: TableOptions = {},
  rowLimit: number = mostRows,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    pieces.push(piece)
  })
  const empty = await makeBook(tables, options)
  const sheets: Table[] = []
  for (const [at, table] of tables.entries()) {
    const frame = frameOf(empty, at + 1, table.columns)
    let file: ZipDeflate | null = null
    let part = 0
    let last = 1
    const end = () => strToU8(tailOf(frame, table.columns, last, options))
    for await (const { xml, begins, rows } of sheetRows(table, frame, rowLimit, options)) {
      if (begins) {
        file?.push(end(), true)
        last = 1
        part++
        sheets.push(part === 1 ? table : { ...table, title: `${table.title} (${part})` })
        file = addFile(zip, sheetFile(sheets.length))
        file.push(strToU8(frame.head))
      }
      file?.push(strToU8(xml))
      last += rows
      yield* pieces.splice(0)
    }
    file?.push(end(), true)
  }
  for (const [name, bytes] of Object.entries(await makeBook(sheets, options))) {
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

/** What follows the rows: a filter over all of them, and in columns of codes the words to choose from. */
function tailOf({ tail }: Frame, columns: readonly Column[], last: number, { language = 'zh' }: TableOptions): string {
  const rules = columns.flatMap((column, at) => choiceOf(column, columnLetters(at), last, language))
  const filter = `<autoFilter ref="A1:${columnLetters(columns.length - 1)}${last}"/>`
  const choices =
    rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
  return tail.replace('</sheetData>', () => `</sheetData>${filter}${choices}`)
}

/** All that a list of choices of Excel holds. */
const mostChoices = 255

function choiceOf({ words }: Column, letters: string, last: number, language: Language): string[] {
  if (words === undefined || last < 2) return []
  const list = (language === 'zh' ? Object.values(words) : Object.keys(words)).join(',')
  if (list.length > mostChoices || /"/.test(list)) return []
  const range = `${letters}2:${letters}${last}`
  // A warning, not a refusal: a word of one's own may be meant
  const rule = `type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${range}"`
  return [`<dataValidation ${rule}><formula1>"${xmlText(list)}"</formula1></dataValidation>`]
}

/** The XML of the rows, some hundreds at a time; `begins` where they are the first of a sheet. */
async function* sheetRows(
  table: Table,
  { styles }: Frame,
  rowLimit: number,
  { language }: TableOptions,
): AsyncGenerator<{ xml: string; begins: boolean; rows: number }> {
  const cells = table.columns.map((column, at) => cellWriter(column, columnLetters(at), styles[at] ?? [], language))
  const units = table.columns.map(({ unitIn }) => table.columns.findIndex(({ name }) => name === unitIn))
  let next = 2
  yield { xml: '', begins: true, rows: 0 }
  for await (const rows of bundlesOf(table)) {
    for (let rest: Row[] = rows; rest.length > 0; ) {
      const begins = next > rowLimit
      if (begins) next = 2
      const fitting = rest.slice(0, rowLimit - next + 1)
      rest = rest.slice(fitting.length)
      const start = next
      const xml = fitting.map((row, at) => rowOf(row, start + at, cells, units)).join('')
      yield { xml, begins, rows: fitting.length }
      next += fitting.length
    }
  }
}

type CellWriter = (cell: Cell, row: number, isPercent: boolean) => string

function rowOf(row: Row, number: number, cells: readonly CellWriter[], units: readonly number[]): string {
  const isPercent = (at: number) => row[units[at] ?? -1] === '%'
  return `<row r="${number}">${cells.map((write, at) => write(row[at] ?? null, number, isPercent(at))).join('')}</row>`
}

function cellWriter(column: Column, letters: string, styles: ColumnStyles, language?: Language): CellWriter {
  const marks = styles.map((style) => `" s="${style}"`)
  return (cell, row, isPercent) => {
    const value = column.type === 'day' ? excelDay(cell) : wordOf(column, cell, language)
    if (value === null || value === '') return ''
    const start = `<c r="${letters}${row}`
    if (typeof value === 'number') {
      const mark = marks[(Number.isInteger(value) ? 0 : 1) + (isPercent ? 2 : 0)]
      return `${start}${mark}><v>${value}</v></c>`
    }
    return `${start}${marks[0]} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
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
