import { simplify } from '../read/simplify.ts'
import type { Span } from '../types.ts'
import { findRowRuns } from './rows.ts'
import { figuresOf, type TableFigure } from './table-cells.ts'
import { captionOf, shapesOf } from './table-shape.ts'

export type { TableFigure } from './table-cells.ts'

/** A table in the text view: 表1 主要指标, its rows and its figures. */
export interface Table extends Span {
  /** From 1. */
  readonly number: number
  readonly caption: string | null
  readonly figures: readonly TableFigure[]
}

/** Every table of a text view with its figures, headings in Simplified characters: rows parted by tabs, ｜, | or aligned by spaces. */
export function findTables(written: string): Table[] {
  const text = simplify(written)
  const tables: Table[] = []
  let before = 0
  for (const rows of findRowRuns(text)) {
    const first = rows[0]
    const last = rows.at(-1)
    if (first === undefined || last === undefined) continue
    const above = linesAbove(text, before, first.start)
    const number = tables.length + 1
    const figures = shapesOf(rows, above)
      .flatMap((shape) => figuresOf(shape, number))
      .sort((one, other) => one.start - other.start)
    if (figures.length === 0) continue
    tables.push({ number, start: first.start, end: last.end, caption: captionOf(above), figures })
    before = last.end
  }
  return tables
}

/** The last lines before a table: its title, 单位：万吨, a note. */
function linesAbove(text: string, from: number, to: number): string[] {
  const lines = text.slice(Math.max(from, to - 300), to).split(/[\r\n]+/)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-3)
}
