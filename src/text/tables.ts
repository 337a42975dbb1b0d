import type { Cell, Span } from '../types.ts'
import { findRowRuns, type Row } from './rows.ts'
import { headingOf, isFigure, isRatio, isTime, isUnit, unitsOfLine } from './table-headings.ts'

/** A cell that holds a figure: 1,042项 under 2021年, beside 社会公用计量标准. */
export interface TableFigure extends Span {
  readonly cell: Cell
}

/** A table in the text view: 表1 主要指标, its rows and its figures. */
export interface Table extends Span {
  /** From 1. */
  readonly number: number
  readonly caption: string | null
  readonly figures: readonly TableFigure[]
}

/** The rows of a table with what is known of its shape. */
interface Shape {
  readonly rows: readonly Row[]
  /** Rows of headings at the top. */
  readonly top: number
  /** Columns of headings at the left. */
  readonly left: number
  /** The column that says 计量单位. */
  readonly unitColumn: number | null
  readonly headings: readonly string[]
  readonly units: readonly string[]
}

/** Every table of a text view with its figures: rows parted by tabs, ｜, | or aligned by spaces. */
export function findTables(text: string): Table[] {
  const tables: Table[] = []
  let before = 0
  for (const rows of findRowRuns(text)) {
    const first = rows[0]
    const last = rows.at(-1)
    if (first === undefined || last === undefined) continue
    const above = linesAbove(text, before, first.start)
    const shape = shapeOf(rows, above)
    const number = tables.length + 1
    const figures = shape === null ? [] : figuresOf(shape, number)
    if (figures.length === 0) continue
    tables.push({ number, start: first.start, end: last.end, caption: captionOf(above), figures })
    before = last.end
  }
  return tables
}

/** The last two lines before a table: its title and 单位：万吨. */
function linesAbove(text: string, from: number, to: number): string[] {
  const lines = text.slice(Math.max(from, to - 300), to).split(/[\r\n]+/)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-2)
}

function captionOf(above: readonly string[]): string | null {
  const titles = above.filter(
    (line) => line.length <= 60 && !/[。；]/.test(line) && !/^[（(]?(?:计量)?单位[：:]/.test(line),
  )
  const title = titles.findLast((line) => /^附?表|表$|情况$|统计|指标|一览/.test(line.replace(/[（(].*[)）]$/, '')))
  return title?.replace(/\s*[（(]?(?:计量)?单位[：:].*$/, '') ?? null
}

function shapeOf(rows: readonly Row[], above: readonly string[]): Shape | null {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const top = rows.findIndex((row, index) => hasFigure(row) || (index > 0 && isGroup(row)))
  if (top === -1 || top > 4) return null
  const headings = Array.from({ length: width }, (_, column) => headingAt(rows.slice(0, top), column))
  const unitColumn = headings.findIndex((words) => /^(?:计量)?单位$/.test(words.replace(/\s/g, '')))
  const left = firstFigureColumn(rows.slice(top), width, headings)
  if (left === null) return null
  const units = [...above, ...(rows[0]?.cells ?? []).map(({ text }) => text)].flatMap(unitsOfLine)
  return { rows, top, left, unitColumn: unitColumn === -1 ? null : unitColumn, headings, units }
}

/** Some cell beside the first is a figure, so that the row is no heading; a number of the row itself is none. */
function hasFigure({ cells }: Row): boolean {
  return cells.some(({ text }, column) => column > 0 && isFigure(text) && !isTime(text))
}

/** The levels of a heading from above, one that spans two rows said once: 监督抽查 over 批次 → 监督抽查批次. */
function headingAt(rows: readonly Row[], column: number): string {
  const levels = rows.map(({ cells }) => cells[column]?.text ?? '')
  return levels.filter((level, index) => level !== levels[index - 1]).join('')
}

const serial = /^(?:序号|编号|行次|代码|No\.?)$/i

/** Where the figures begin: the first column in which half of what stands is a figure, 序号 aside. */
function firstFigureColumn(rows: readonly Row[], width: number, headings: readonly string[]): number | null {
  for (let column = 1; column < width; column++) {
    if (serial.test(headings[column] ?? '')) continue
    const texts = rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '' && !isBlank(text))
    if (texts.length > 0 && texts.filter(isFigure).length * 2 >= texts.length) return column
  }
  return null
}

/** —, …, /: nothing to say. */
function isBlank(text: string): boolean {
  return /^[—–\-－…/.／*]+$|^(?:持平|无)$/.test(text)
}

const noFigures = /备注|说明|文号|标准号|电话|日期|时间$|序号|编号|代码|名称$|依据/

function figuresOf(shape: Shape, number: number): TableFigure[] {
  const figures: TableFigure[] = []
  const labels = labelsOf(shape)
  shape.rows.forEach((row, index) => {
    if (index < shape.top || repeatsHeading(shape, row)) return
    const label = headingOf(labels[index] ?? '')
    row.cells.forEach((cell, column) => {
      if (column < shape.left || column === shape.unitColumn || !holdsFigure(cell.text)) return
      const heading = headingOf(shape.headings[column] ?? '')
      if (noFigures.test(heading.words)) return
      const unit = unitOf(shape, row, label.unit, heading)
      const place = { table: number, row: index + 1, column: column + 1 }
      figures.push({
        start: cell.start,
        end: cell.end,
        cell: { ...place, rowHeader: label.words, columnHeader: heading.words, unit },
      })
    })
  })
  return figures
}

/** A figure, alone or in few words (98.5%以上, 约3万家, 达1.2亿元), and no time. */
function holdsFigure(text: string): boolean {
  return (
    isFigure(text) ||
    (text.length <= 30 && /[\d０-９]/.test(text) && !isTime(text) && !/[A-Za-z〔][\d ]|号$|\d-\d+-/.test(text))
  )
}

/** Headings are said again where a page was turned. */
function repeatsHeading(shape: Shape, row: Row): boolean {
  const said = row.cells.map(({ text }) => text).join('\t')
  return shape.rows.slice(0, shape.top).some(({ cells }) => cells.map(({ text }) => text).join('\t') === said)
}

/** A row that only names what follows: 一、食品. */
function isGroup({ cells }: Row): boolean {
  return cells.length > 1 && cells[0]?.text !== '' && cells.slice(1).every(({ text }) => text === '')
}

/** What each row is called: its name, after its group's where the name is said twice or is 合计. */
function labelsOf(shape: Shape): string[] {
  const columns = labelColumns(shape)
  const groups: string[] = []
  const names: string[] = []
  let above: string[] = []
  let group = ''
  shape.rows.forEach((row, index) => {
    const said = columns.map((column) => row.cells[column]?.text.replace(/\s+/g, '') ?? '')
    const parts = said.map((text, level) => (text === '' && level < said.length - 1 ? (above[level] ?? '') : text))
    if (index >= shape.top) above = parts
    if (index >= shape.top && isGroup(row)) group = headingOf(parts[0] ?? '').words
    names.push(parts.at(-1) ?? '')
    groups.push(columns.length > 1 ? parts.slice(0, -1).join('') : group)
  })
  const times = new Map<string, number>()
  for (const name of names.slice(shape.top)) times.set(name, (times.get(name) ?? 0) + 1)
  return names.map((name, index) => {
    const own = times.get(name) === 1
    return (own && !/^(?:合计|小计|总计)$/.test(name)) || groups[index] === name ? name : `${groups[index]}${name}`
  })
}

/** The columns that name a row: the first, and one beside it where the first is a group (类别, 指标). */
function labelColumns(shape: Shape): number[] {
  const body = shape.rows.slice(shape.top)
  const textsOf = (column: number) => body.map(({ cells }) => cells[column]?.text.replace(/\s+/g, '') ?? '')
  const columns = Array.from({ length: shape.left }, (_, column) => column).filter(
    (column) => column !== shape.unitColumn && !isSerial(shape.headings[column] ?? '', textsOf(column)),
  )
  const [first, second] = columns
  if (first === undefined) return [0]
  const groups = textsOf(first).filter((text) => !/^(?:合计|小计|总计)$/.test(text))
  const named = /^(?:指标|项目|名称|品种)/.test(shape.headings[second ?? -1] ?? '')
  return second !== undefined && (named || new Set(groups).size < groups.length) ? [first, second] : [first]
}

function isSerial(heading: string, texts: readonly string[]): boolean {
  return serial.test(heading) || texts.every((text) => /^\d{1,3}[.．、]?$/.test(text))
}

/** The unit that holds for a cell: of its column, its row, the unit column, then the line over the table. */
function unitOf(shape: Shape, row: Row, labelUnit: string, heading: { words: string; unit: string }): string {
  if (heading.unit !== '') return heading.unit
  if (labelUnit !== '') return labelUnit
  const stated = shape.unitColumn === null ? '' : (row.cells[shape.unitColumn]?.text ?? '')
  if (isUnit(stated)) return stated
  const wantsPercent = isRatio(heading.words)
  const fitting = shape.units.find((unit) => /[%％‰]/.test(unit) === wantsPercent)
  return fitting ?? shape.units[0] ?? ''
}
