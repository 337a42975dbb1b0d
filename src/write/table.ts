import type { Language } from '../messages/index.ts'

/** What a cell holds; a day is text, 2020-01-01. */
export type Cell = string | number | null
export type Row = readonly Cell[]

/** A column of a table: indicator, headed 指标 where people read it. */
export interface Column {
  /** The field's name in formats for programs. */
  readonly name: string
  /** The header in formats for people. */
  readonly title: string
  readonly type: ColumnType
  readonly description: string
  /** In characters, where the type's own is not enough. */
  readonly width?: number
  /** What people read in place of a code: { target: '目标' }. */
  readonly words?: Readonly<Record<string, string>>
  /** Of use to programs alone: out of sight where people read. */
  readonly isHidden?: boolean
  /** The column of the unit, by which people see 8.79 as 8.79%. */
  readonly unitIn?: string
}

/** A share is a number from 0 to 1. */
export type ColumnType = 'text' | 'integer' | 'number' | 'share' | 'day' | 'year'

/** Rows under columns. `rows` is gone through once, so it may be made as it is written: a table has no size in memory. */
export interface Table {
  /** claims */
  readonly name: string
  /** 指标数据 */
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
}

export interface TableOptions {
  /** Of CSV: begin with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean
  /** Of headers and words in formats for people; Chinese where not given, whatever the locale of the machine. */
  readonly language?: Language | undefined
}

/** A table format: a piece of the file at a time. Formats with sheets take several tables, the others the first. */
export type TableWriter = (tables: readonly Table[], options: TableOptions) => AsyncIterable<string | Uint8Array>

const together = 500

/** The rows some hundreds at a time, so that a piece of output is worth a write. */
export async function* bundlesOf({ rows }: Table, size: number = together): AsyncGenerator<Row[]> {
  let bundle: Row[] = []
  for await (const row of rows) {
    if (bundle.push(row) < size) continue
    yield bundle
    bundle = []
  }
  if (bundle.length > 0) yield bundle
}

/** What a table is called: 指标, claims. */
export function titleOf({ title, name }: Pick<Table, 'title' | 'name'>, { language = 'zh' }: TableOptions): string {
  return language === 'zh' ? title : name
}

/** What stands over a column where people read: 指标, indicator. */
export function headOf({ title, name }: Column, language: Language = 'zh'): string {
  return language === 'zh' ? title : name.replaceAll('_', ' ')
}

/** What people read in a cell: target → 目标 */
export function wordOf({ words }: Column, cell: Cell, language: Language = 'zh'): Cell {
  return language === 'zh' && typeof cell === 'string' ? (words?.[cell] ?? cell) : cell
}

/** A day as its number from 1970-01-01; null where it is none: 2020-02-30. */
export function dayNumber(day: Cell): number | null {
  if (typeof day !== 'string') return null
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? null : time / 864e5
}
