import type { Row } from './rows.ts'
import { headingOf, isFigure, isTime, isUnit, unitsOfLine } from './table-headings.ts'

/** The rows of a table with what is known of its shape: two rows of headings over one column of names. */
export interface TableShape {
  readonly rows: readonly Row[]
  /** Rows of the table that stand above the first one here, where headings are set anew further down. */
  readonly above: number
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

/** The shapes of a table by its rows and the lines above it: of each part under headings of its own, of both halves side by side. */
export function shapesOf(rows: readonly Row[], above: readonly string[]): TableShape[] {
  const caption = captionOf(above)
  const inCaption = headingOf(caption ?? '').unit
  const stated = [...above.flatMap(unitsOfLine), ...(inCaption === '' ? [] : [inCaption])]
  const shapes: TableShape[] = []
  for (const part of partsOf(rows)) {
    const halves = halvesOf(rows.slice(part.start, part.end))
    for (const half of halves) {
      const shape = shapeOf(half.rows, { before: half.before, above: part.start, caption, stated })
      if (shape !== null) shapes.push(shape)
    }
  }
  return shapes
}

/** A row of headings in the middle begins another part: 7月, 8月, 9月 under the figures of 1月, 2月, 3月. */
function partsOf(rows: readonly Row[]): { start: number; end: number }[] {
  const starts = [0]
  let hasFigures = false
  rows.forEach((row, index) => {
    if (hasFigures && opensPart(row, rows[starts.at(-1) ?? 0]) && rows.slice(index + 1).some(hasFigure)) {
      starts.push(index)
      hasFigures = false
    }
    hasFigures ||= hasFigure(row)
  })
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? rows.length }))
}

function opensPart(row: Row, heading: Row | undefined): boolean {
  if (hasFigure(row) || isGroup(row)) return false
  const [first, ...others] = textsOf(row)
  const said = others.filter((text) => text !== '')
  if (said.length === 0 || said.some(isBlank)) return false
  const [stub, ...before] = heading === undefined ? [] : textsOf(heading)
  const isSame = said.every((text) => before.includes(text))
  if (isSame && first === stub) return false
  return said.length > 1 && (said.every(isTime) || isSame || (first === stub && stub !== ''))
}

const textsOf = ({ cells }: Row): string[] => cells.map(({ text }) => text.replace(/\s+/g, ''))

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

interface Place {
  readonly before: number
  readonly above: number
  readonly caption: string | null
  readonly stated: readonly string[]
}

const mostHeadings = 6

function shapeOf(rows: readonly Row[], { before, above, caption, stated }: Place): TableShape | null {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const top = rows.findIndex((row, index) => hasFigure(row) || (index > 0 && namesOnly(row)))
  if (top === -1 || top > mostHeadings) return null
  const headings = Array.from({ length: width }, (_, column) => levelsAt(rows.slice(0, top), column))
  const unitColumn = unitColumnOf(rows.slice(top), headings)
  const left = firstFigureColumn(rows.slice(top), headings)
  if (left === null) return null
  const units = [
    ...stated,
    ...rows.slice(0, Math.max(1, top)).flatMap((row) => row.cells.flatMap(({ text }) => unitsOfLine(text))),
  ]
  return { rows, above, top, left, before, unitColumn, headings, caption, units }
}

/** The column that is called so, or that holds units and nothing else: 万人, 亿元, % */
function unitColumnOf(rows: readonly Row[], headings: TableShape['headings']): number | null {
  const column = headings.findIndex((levels, at) => {
    if (/^(?:计量|计算)?单位$/.test(levels.join('').replace(/\s/g, ''))) return true
    const texts = rows.map(({ cells }) => cells[at]?.text ?? '').filter((text) => text !== '' && !isBlank(text))
    return texts.length > 1 && texts.every((text) => isUnit(text) && !/^[年月日天人户家分]$/.test(text))
  })
  return column === -1 ? null : column
}

/** Of the lines over a table, the one that names it: 表1 主要指标. */
export function captionOf(above: readonly string[]): string | null {
  const titles = above.filter((line) => line.length <= 60 && !/[。；]/.test(line) && !statesUnit(line))
  const named = /^附?表|表$|情况$|统计|指标|一览|(?:幅度?|构成|比重|结构|占比|增速|产量|数量)$/
  const title = titles.findLast((line) => named.test(line.replace(/[（(].*[)）]$/, '')))
  return title?.replace(/\s*[（(]?(?:计量)?单位[：:].*$/, '') ?? null
}

const statesUnit = (line: string): boolean =>
  /^[（(]?(?:计量|金额|数据)?单位[：:为]/.test(line) ||
  (line.length <= 40 && /人民币/.test(line) && unitsOfLine(line).length > 0)

/** Some cell beside the first is a figure, so that the row is no heading; a number of the row itself is none. */
function hasFigure({ cells }: Row): boolean {
  return cells.some(({ text }, column) => column > 0 && isFigure(text) && !isTime(text))
}

/** The levels of a heading from above, one that spans two rows said once: 监督抽查, 批次. */
function levelsAt(rows: readonly Row[], column: number): string[] {
  const levels = rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => unitsOfLine(text).length === 0)
  return levels.filter((level, index) => levels.indexOf(level) === index)
}

const serial = /^(?:序号|编号|行次|代码|排名|位次|No\.?)$/i

/** Where the figures begin: the first column in which half of what stands is a figure, 序号 aside. */
function firstFigureColumn(rows: readonly Row[], headings: TableShape['headings']): number | null {
  for (let column = 0; column < headings.length; column++) {
    const heading = headings[column]?.join('') ?? ''
    if (serial.test(heading)) continue
    const texts = rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '' && !isBlank(text))
    const isFilled = texts.length > 0 && texts.filter(isFigure).length * 2 >= texts.length
    if (isFilled && (column > 0 || isMeasured(heading, texts))) return column
  }
  return null
}

/** A first column of figures under a heading of its own gives some, and no numbers of rows: 抽查批次 over 320. */
function isMeasured(heading: string, texts: readonly string[]): boolean {
  const isCounted = texts.every((text, index) => Number(text) === Number(texts[0]) + index)
  return (
    heading !== '' &&
    !/[年月日号期岁]$|年份|时间|年龄|组/.test(heading) &&
    texts.every(isFigure) &&
    !(isCounted && texts.length > 1)
  )
}

/** —, …, /: nothing to say. */
export function isBlank(text: string): boolean {
  return /^(?:[—–\-－…/.／*]+|持平|无|不适用|N\/A)$/i.test(text)
}

/** A row that only names what follows: 一、食品, said once or over all columns. */
export function isGroup({ cells }: Row): boolean {
  const [first, ...others] = cells
  return others.length > 0 && first?.text !== '' && others.every(({ text }) => text === '' || text === first?.text)
}

/** A group, or a name with dashes beside it: no headings either. */
function namesOnly(row: Row): boolean {
  const [first, ...others] = row.cells
  return isGroup(row) || (first?.text !== '' && others.length > 0 && others.every(({ text }) => isBlank(text)))
}

/** The columns that name a row: the first, and each beside it that tells rows apart or is called so: 类别, 指标. */
export function labelColumns(shape: TableShape): number[] {
  const body = shape.rows.slice(shape.top)
  const textsOf = (column: number) => body.map(({ cells }) => cells[column]?.text.replace(/\s+/g, '') ?? '')
  const headOf = (column: number) => shape.headings[column]?.join('') ?? ''
  const [first, ...others] = Array.from({ length: shape.left }, (_, column) => column).filter(
    (column) =>
      column !== shape.unitColumn &&
      !isSerial(headOf(column), textsOf(column)) &&
      textsOf(column).some((text) => text !== ''),
  )
  if (first === undefined) return []
  const columns = [first]
  let named = textsOf(first)
  for (const column of others) {
    const told = named.filter((text) => !/^(?:合计|小计|总计)$/.test(text))
    if (new Set(told).size === told.length && !/^(?:指标|项目|名称|品种)/.test(headOf(column))) continue
    if (/文号|日期|备注|说明|依据/.test(headOf(column))) continue
    columns.push(column)
    const own = textsOf(column)
    named = named.map((text, row) => (own[row] === '' ? text : `${text}\t${own[row]}`))
  }
  return columns
}

function isSerial(heading: string, texts: readonly string[]): boolean {
  return serial.test(heading) || texts.every((text) => /^\d{1,3}[.．、]?$/.test(text))
}
