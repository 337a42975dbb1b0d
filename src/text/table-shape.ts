import type { Row } from './rows.ts'
import { isFigure, isTime, unitsOfLine } from './table-headings.ts'

/** The rows of a table with what is known of its shape: two rows of headings over one column of names. */
export interface TableShape {
  readonly rows: readonly Row[]
  /** Rows of headings at the top. */
  readonly top: number
  /** Columns of headings at the left. */
  readonly left: number
  /** Columns that stand before the first one here, where a table has two halves side by side. */
  readonly before: number
  /** The column that says 计量单位. */
  readonly unitColumn: number | null
  /** Of each column, its levels from above: 监督抽查, 批次（批次）. */
  readonly headings: readonly (readonly string[])[]
  readonly caption: string | null
  readonly units: readonly string[]
}

/** The shape of a table by its rows and the lines above it; of one with two halves (指标｜数值｜指标｜数值) those of both. */
export function shapesOf(rows: readonly Row[], above: readonly string[]): TableShape[] {
  return halvesOf(rows).flatMap(({ rows: half, before }) => shapeOf(half, before, above) ?? [])
}

function halvesOf(rows: readonly Row[]): { rows: readonly Row[]; before: number }[] {
  const heading = rows[0]?.cells.map(({ text }) => text) ?? []
  const second = heading.indexOf(heading[0] ?? '', 2)
  const isHalved = heading[0] !== '' && second > 1 && second * 2 === heading.length && heading[1] !== heading[0]
  if (!isHalved || heading.slice(second).join() !== heading.slice(0, second).join()) return [{ rows, before: 0 }]
  const part = (from: number, to?: number) => rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) }))
  return [
    { rows: part(0, second), before: 0 },
    { rows: part(second), before: second },
  ]
}

function shapeOf(rows: readonly Row[], before: number, above: readonly string[]): TableShape | null {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const top = rows.findIndex((row, index) => hasFigure(row) || (index > 0 && isGroup(row)))
  if (top === -1 || top > 4) return null
  const headings = Array.from({ length: width }, (_, column) => levelsAt(rows.slice(0, top), column))
  const unitColumn = headings.findIndex((levels) => /^(?:计量)?单位$/.test(levels.join('').replace(/\s/g, '')))
  const left = firstFigureColumn(rows.slice(top), headings)
  if (left === null) return null
  const units = [...above, ...(rows[0]?.cells ?? []).map(({ text }) => text)].flatMap(unitsOfLine)
  const caption = captionOf(above)
  return { rows, top, left, before, unitColumn: unitColumn === -1 ? null : unitColumn, headings, caption, units }
}

/** Of the lines over a table, the one that names it: 表1 主要指标. */
export function captionOf(above: readonly string[]): string | null {
  const titles = above.filter(
    (line) => line.length <= 60 && !/[。；]/.test(line) && !/^[（(]?(?:计量)?单位[：:]/.test(line),
  )
  const title = titles.findLast((line) => /^附?表|表$|情况$|统计|指标|一览/.test(line.replace(/[（(].*[)）]$/, '')))
  return title?.replace(/\s*[（(]?(?:计量)?单位[：:].*$/, '') ?? null
}

/** Some cell beside the first is a figure, so that the row is no heading; a number of the row itself is none. */
function hasFigure({ cells }: Row): boolean {
  return cells.some(({ text }, column) => column > 0 && isFigure(text) && !isTime(text))
}

/** The levels of a heading from above, one that spans two rows said once: 监督抽查, 批次. */
function levelsAt(rows: readonly Row[], column: number): string[] {
  const levels = rows.map(({ cells }) => cells[column]?.text ?? '')
  return levels.filter((level, index) => level !== levels[index - 1])
}

const serial = /^(?:序号|编号|行次|代码|No\.?)$/i

/** Where the figures begin: the first column in which half of what stands is a figure, 序号 aside. */
function firstFigureColumn(rows: readonly Row[], headings: TableShape['headings']): number | null {
  for (let column = 1; column < headings.length; column++) {
    if (serial.test(headings[column]?.join('') ?? '')) continue
    const texts = rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '' && !isBlank(text))
    if (texts.length > 0 && texts.filter(isFigure).length * 2 >= texts.length) return column
  }
  return null
}

/** —, …, /: nothing to say. */
function isBlank(text: string): boolean {
  return /^[—–\-－…/.／*]+$|^(?:持平|无)$/.test(text)
}

/** A row that only names what follows: 一、食品. */
export function isGroup({ cells }: Row): boolean {
  return cells.length > 1 && cells[0]?.text !== '' && cells.slice(1).every(({ text }) => text === '')
}

/** The columns that name a row: the first, and one beside it where the first is a group (类别, 指标). */
export function labelColumns(shape: TableShape): number[] {
  const body = shape.rows.slice(shape.top)
  const textsOf = (column: number) => body.map(({ cells }) => cells[column]?.text.replace(/\s+/g, '') ?? '')
  const columns = Array.from({ length: shape.left }, (_, column) => column).filter(
    (column) => column !== shape.unitColumn && !isSerial(shape.headings[column]?.join('') ?? '', textsOf(column)),
  )
  const [first, second] = columns
  if (first === undefined) return [0]
  const groups = textsOf(first).filter((text) => !/^(?:合计|小计|总计)$/.test(text))
  const named = /^(?:指标|项目|名称|品种)/.test(shape.headings[second ?? -1]?.join('') ?? '')
  return second !== undefined && (named || new Set(groups).size < groups.length) ? [first, second] : [first]
}

function isSerial(heading: string, texts: readonly string[]): boolean {
  return serial.test(heading) || texts.every((text) => /^\d{1,3}[.．、]?$/.test(text))
}
