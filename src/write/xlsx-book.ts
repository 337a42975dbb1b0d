import { strFromU8, unzipSync } from 'fflate'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { Column, ColumnType, Table } from './table.ts'

/** The files of a workbook by their names, with an example where the rows of each sheet go. */
export type Book = Readonly<Record<string, Uint8Array>>

/** A sheet's XML before and after its rows, and the style of every column: for whole numbers, and for others. */
export interface Frame {
  readonly head: string
  readonly tail: string
  readonly styles: readonly { readonly whole: string; readonly other: string }[]
}

const formats: Readonly<Record<ColumnType, readonly string[]>> = {
  text: ['@', '@'],
  integer: ['0', '0'],
  number: ['#,##0', '#,##0.######'],
  day: ['yyyy-mm-dd', 'yyyy-mm-dd'],
  year: ['0', '0'],
}

/** The workbook of these tables without their rows: headers that stay in sight, column widths, number formats. */
export async function makeBook(tables: readonly Table[]): Promise<Book> {
  const sheets = tables.map(({ title, columns }) => ({
    sheet: title,
    data: [
      columns.map(headerOf),
      columns.map((column) => exampleOf(column, 0)),
      columns.map((column) => exampleOf(column, 1)),
    ],
    columns: columns.map((column) => ({ width: widthOf(column) })),
    stickyRowsCount: 1,
  }))
  return unzipSync(await writeExcelFile(sheets).toBuffer())
}

/** What stands around the rows of the first sheet, the second …, from 1. */
export function frameOf(book: Book, number: number): Frame {
  const xml = strFromU8(book[sheetFile(number)] ?? new Uint8Array())
  const [, head, whole = '', other = '', tail] =
    /^(.*?<row r="1".*?<\/row>)(<row r="2".*?<\/row>)(<row r="3".*?<\/row>)(.*)$/s.exec(xml) ?? []
  if (head === undefined || tail === undefined) throw new Error('the sheet is not as it was made')
  const [wholes, others] = [whole, other].map((row) => [...row.matchAll(/ s="(\d+)"/g)].map((found) => found[1] ?? '0'))
  return { head, tail, styles: (wholes ?? []).map((style, at) => ({ whole: style, other: others?.[at] ?? style })) }
}

/** xl/worksheets/sheet1.xml */
export function sheetFile(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

function headerOf({ title }: Column): CellObject {
  return { value: title, type: String, fontWeight: 'bold', backgroundColor: '#E7EDF5', alignVertical: 'center' }
}

/** A cell by which the library makes the column's style. */
function exampleOf({ type }: Column, at: number): CellObject {
  return { value: 1, type: Number, format: formats[type][at] ?? '@' }
}

const widths: Readonly<Record<ColumnType, number>> = { text: 16, integer: 9, number: 16, day: 12, year: 9 }

/** Wide enough for the header, in which a Chinese character takes two columns. */
function widthOf({ title, type, width }: Column): number {
  return Math.max(width ?? widths[type], title.length * 2 + 2)
}
