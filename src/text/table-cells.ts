import type { Cell, Span } from '../types.ts'
import { type CellSense, cellSense, periodOf, subjectOf } from './cell-sense.ts'
import { type HeadingSense, senseOfLevels } from './heading-sense.ts'
import type { Row } from './rows.ts'
import { type Heading, headingOf, isFigure, isPercentage, isRatio, isTime, isUnit } from './table-headings.ts'
import { labelsOf } from './table-labels.ts'
import { labelColumns, type TableShape } from './table-shape.ts'

/** A cell that holds a figure: 1,042项 under 2021年, beside 社会公用计量标准. */
export interface TableFigure extends Span {
  readonly cell: Cell
}

/** The heading of a row or column, in words and in what they say. */
interface Header extends Heading {
  readonly sense: HeadingSense
}

const noFigures = /备注|说明|文号|标准号|电话|日期|时间$|序号|编号|代码|名称$|依据|年份$/

/** What holds for all cells of a table. */
interface Headings {
  readonly shape: TableShape
  readonly columns: readonly Header[]
  readonly hasPlaces: boolean
  /** 主要农产品产量, from the caption. */
  readonly subject: string
}

/** The figures of a table, row by row, each with its headings and what they make of it. */
export function figuresOf(shape: TableShape, table: number): TableFigure[] {
  const columns = following(shape.headings.map(headerOf))
  const headings = { shape, columns, hasPlaces: hasPlaces(shape), subject: subjectOf(shape.caption) }
  const rows = following(labelsOf(shape).map((label, index) => headerOf(index < shape.top ? [] : [label])))
  return shape.rows.flatMap((row, index) => {
    const label = rows[index]
    if (index < shape.top || label === undefined || repeatsHeading(shape, row)) return []
    return row.cells.flatMap((cell, column): TableFigure[] => {
      const heading = columns[column]
      if (heading === undefined || column < shape.left || column === shape.unitColumn) return []
      if (!holdsFigure(cell.text) || noFigures.test(heading.words)) return []
      const place = { table, row: index + 1, column: shape.before + column + 1 }
      const said = { rowHeader: label.words, columnHeader: heading.words, unit: unitOf(shape, row, label, heading) }
      return [{ start: cell.start, end: cell.end, cell: { ...place, ...said, ...senseAt(headings, label, column) } }]
    })
  })
}

function headerOf(levels: readonly string[]): Header {
  const { words, unit } = headingOf(levels.join(''))
  return { words, unit, sense: senseOfLevels(levels) }
}

/** One heading after another; what only says 比上年提高 or 占比 goes with the one before it: 合格率. */
function following(headers: readonly Header[]): Header[] {
  let named = ''
  return headers.map((header) => {
    const { sense } = header
    if (sense.words === '' && sense.measure !== 'level') return { ...header, sense: { ...sense, words: named } }
    if (sense.measure === 'level') named = sense.words
    return header
  })
}

/** The fields of a claim that the headings give. A growth is for the time that it stands beside: 2022年, 2023年, 同比增长 → 2023年. */
function senseAt({ shape, columns, hasPlaces, subject }: Headings, label: Header, column: number): CellSense {
  const heading = columns[column] ?? label
  const said = cellSense(label.sense, heading.sense, { hasPlaces, subject: subject || label.words })
  if (said.period !== null) return said
  const timeOf = (header: Header | undefined) => header?.sense.period ?? null
  const before = columns.slice(shape.left, column).findLast((header) => timeOf(header) !== null)
  const after = columns.slice(column + 1).find((header) => timeOf(header) !== null)
  const beside = said.measure === 'level' || said.basis === '年均' ? null : (timeOf(before) ?? timeOf(after))
  return { ...said, period: beside ?? periodOf(shape.caption) }
}

/** Are the rows called by places, as under 地区 or 市州? */
function hasPlaces(shape: TableShape): boolean {
  const [column = 0] = labelColumns(shape)
  return /^(?:地区|区域|行政区划?|城市|省份|[各地]?[省市区县州、/]{1,5})(?:名称)?$/.test(
    shape.headings[column]?.join('') ?? '',
  )
}

/** A figure, alone or in few words (98.5%以上, 约3万家, 达1.2亿元), and no time; 2010 may be a count here. */
function holdsFigure(text: string): boolean {
  if (isFigure(text) || /^(?:19|20)\d\d$/.test(text)) return true
  return text.length <= 30 && /[\d０-９]/.test(text) && !isTime(text) && !/[A-Za-z〔][\d ]|号$|\d-\d+-/.test(text)
}

/** Headings are said again where a page was turned. */
function repeatsHeading(shape: TableShape, row: Row): boolean {
  const said = row.cells.map(({ text }) => text).join('\t')
  return shape.rows.slice(0, shape.top).some(({ cells }) => cells.map(({ text }) => text).join('\t') === said)
}

/** The unit that holds for a cell: of its column, its row, the unit column, then the line over the table. */
function unitOf(shape: TableShape, row: Row, label: Heading, heading: Heading): string {
  if (isPercentage(label.words)) return label.unit || '%'
  if (heading.unit !== '') return heading.unit
  if (isPercentage(heading.words)) return '%'
  if (label.unit !== '') return label.unit
  const stated = shape.unitColumn === null ? '' : (row.cells[shape.unitColumn]?.text ?? '')
  if (isUnit(stated)) return stated
  const wantsPercent = isRatio(heading.words) || isRatio(label.words)
  const fitting = shape.units.find((unit) => /[%％‰]/.test(unit) === wantsPercent)
  return fitting ?? shape.units[0] ?? ''
}
