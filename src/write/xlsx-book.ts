import { strFromU8, unzipSync } from 'fflate'
import stringWidth from 'string-width'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { type Column, type ColumnType, headOf, type Table, type TableOptions, titleOf } from './table.ts'

/** The files of a workbook by their names, with an example where the rows of each sheet go. */
export type Book = Readonly<Record<string, Uint8Array>>

/** A sheet's XML before and after its rows, and the styles of every column. */
export interface Frame {
  readonly head: string
  readonly tail: string
  readonly styles: readonly ColumnStyles[]
}

/** The style of a whole number, of another, and of both where they are percentages. */
export type ColumnStyles = readonly string[]

const formats: Readonly<Record<ColumnType, readonly string[]>> = {
  text: ['@'],
  integer: ['0'],
  number: ['#,##0', '#,##0.######', '#,##0"%"', '#,##0.######"%"'],
  share: ['0%'],
  day: ['yyyy-mm-dd'],
  year: ['0'],
}
const examples = [0, 1, 2, 3] as const

/** The workbook of these tables without their rows: headers that stay in sight, column widths, number formats. */
export async function makeBook(tables: readonly Table[], options: TableOptions): Promise<Book> {
  const names = sheetNames(tables.map((table) => titleOf(table, options)))
  const sheets = tables.map(({ columns }, at) => ({
    sheet: names[at] ?? '',
    data: [
      columns.map((column) => headerOf(headOf(column, options.language))),
      ...examples.map((place) => columns.map((column) => exampleOf(column, place))),
    ],
    columns: columns.map((column) => ({ width: widthOf(column, headOf(column, options.language)) })),
    stickyRowsCount: 1,
  }))
  return unzipSync(await writeExcelFile(sheets).toBuffer())
}

/** Excel takes 31 characters, each name once, and some marks not at all. */
function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = []
  for (const title of titles) {
    const name = title.replace(/[[\]:*?/\\]/g, '·').slice(0, 31)
    names.push(names.includes(name) ? `${name.slice(0, 26)} ${names.length + 1}` : name)
  }
  return names
}

/** What stands around the rows of the first sheet, the second …, from 1. */
export function frameOf(book: Book, number: number, columns: readonly Column[]): Frame {
  const xml = strFromU8(book[sheetFile(number)] ?? new Uint8Array())
  const [, head, made, tail] = /^(.*?<row r="1".*?<\/row>)(.*<\/row>)(.*)$/s.exec(xml) ?? []
  if (head === undefined || made === undefined || tail === undefined) throw new Error('the sheet is not as it was made')
  const rows = made.split('</row>').map((row) => [...row.matchAll(/ s="(\d+)"/g)].map((found) => found[1] ?? '0'))
  const styles = columns.map((_, at) => examples.map((place) => rows[place]?.[at] ?? '0'))
  return { head: withHidden(head, columns), tail, styles }
}

function withHidden(head: string, columns: readonly Column[]): string {
  return head.replace(/<col min="(\d+)"/g, (col, number) => (columns[number - 1]?.isHidden ? `${col} hidden="1"` : col))
}

/** xl/worksheets/sheet1.xml */
export function sheetFile(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

function headerOf(title: string): CellObject {
  return { value: title, type: String, fontWeight: 'bold', backgroundColor: '#E7EDF5', alignVertical: 'center' }
}

/** A cell by which the library makes the column's style. */
function exampleOf({ type }: Column, at: number): CellObject {
  return { value: 1, type: Number, format: formats[type][at] ?? formats[type][0] ?? '@' }
}

const widths: Readonly<Record<ColumnType, number>> = {
  text: 16,
  integer: 9,
  number: 16,
  share: 9,
  day: 12,
  year: 9,
}

/** Wide enough for the header and the mark of its filter. */
function widthOf({ type, width }: Column, title: string): number {
  return Math.max(width ?? widths[type], stringWidth(title) + 4)
}
