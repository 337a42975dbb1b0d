import type { Cell, Span } from '../types.ts'
import { type CellSense, cellSense, periodOf, placeOf, subjectOf } from './cell-sense.ts'
import { type HeadingSense, senseOf, senseOfLevels } from './heading-sense.ts'
import type { Row } from './rows.ts'
import { type Heading, headingOf, isFigure, isPercentage, isRatio, isTime, isUnit } from './table-headings.ts'
import { labelsOf } from './table-labels.ts'
import type { TableShape } from './table-shape.ts'

/** A cell that holds a figure: 1,042项 under 2021年, beside 社会公用计量标准. */
export interface TableFigure extends Span {
  readonly cell: Cell
}

/** The heading of a row or column, in words and in what they say. */
interface Header extends Heading {
  readonly sense: HeadingSense
  readonly region: string | null
}

const noFigures = /备注|说明|文号|标准号|电话|日期|时间$|序号|编号|代码|名称$|依据|年份$|^年度?$|^(?:year|month|date)$/i

/** What holds for all cells of a table. */
interface Headings {
  readonly shape: TableShape
  readonly columns: readonly Header[]
  /** 主要农产品产量, from the caption, and what it says of the figures: 价格涨跌幅度. */
  readonly subject: HeadingSense
}

/** The figures of a table, row by row, each with its headings and what they make of it. */
export function figuresOf(shape: TableShape, table: number): TableFigure[] {
  const columns = following(
    shape.left,
    shape.headings.map((levels) =>
      headerOf(
        levels.filter((level) => placeOf(level) === null),
        placeIn(levels),
      ),
    ),
  )
  const headings = { shape, columns, subject: senseOf(subjectOf(shape.caption)) }
  const labels = labelsOf(shape)
  const rows = following(
    0,
    labels.map(({ levels, region, place }, index) => headerOf(index < shape.top ? [] : levels, region, place)),
  )
  return shape.rows.flatMap((row, index) => {
    const label = rows[index]
    if (index < shape.top || label === undefined || repeatsHeading(shape, row)) return []
    const whole = labels[index]?.whole ?? null
    const parent = whole === null ? null : shape.above + whole + 1
    return row.cells.flatMap((cell, column): TableFigure[] => {
      const heading = columns[column]
      if (heading === undefined || column < shape.left || column === shape.unitColumn) return []
      if (!holdsFigure(cell.text) || noFigures.test(heading.words)) return []
      const place = { table, row: shape.above + index + 1, column: shape.before + column + 1, parent }
      const said = { rowHeader: label.words, columnHeader: heading.words, unit: unitOf(shape, row, label, heading) }
      return [
        {
          start: cell.start,
          end: cell.end,
          cell: { ...place, ...said, ...senseAt(headings, label, column, said.unit) },
        },
      ]
    })
  })
}

const placeIn = (levels: readonly string[]): string | null =>
  levels.map(placeOf).findLast((place) => place !== null) ?? null

/** 亿元 under 产值 is no name; 批次 under 监督抽查 is one. */
const unitAlone = (words: string): boolean => isUnit(words) && /元|[%％‰]|[万亿]|吨|米|亩|公顷|千瓦|百分点/.test(words)

function headerOf(levels: readonly string[], region: string | null, place = ''): Header {
  const parts = levels.map(headingOf)
  const words = parts.filter(({ words }) => !unitAlone(words)).map(({ words }) => words)
  const unit =
    parts.map((part) => part.unit || (unitAlone(part.words) ? part.words : '')).findLast((said) => said !== '') ?? ''
  return { words: words.join('') || place, unit, sense: senseOfLevels(words), region }
}

/** One heading after another; what only says 比上年提高 or 占比 goes with the one before it: 合格率. */
function following(from: number, headers: readonly Header[]): Header[] {
  let named = ''
  return headers.map((header, index) => {
    const { sense } = header
    if (index < from) return header
    if (sense.words === '' && sense.measure !== 'level') return { ...header, sense: { ...sense, words: named } }
    if (sense.measure === 'level') named = sense.words
    return header
  })
}

/** The fields of a claim that the headings give. A growth is for the time that it stands beside: 2022年, 2023年, 同比增长 → 2023年. */
function senseAt({ shape, columns, subject }: Headings, label: Header, column: number, unit: string): CellSense {
  const heading = columns[column] ?? label
  const said = cellSense(label, heading, { ...subject, words: subject.words || label.words }, unit)
  if (said.period !== null) return said
  const timeOf = (header: Header | undefined) => header?.sense.period ?? null
  const times = columns
    .slice(shape.left, column)
    .map(timeOf)
    .filter((time) => time !== null)
  const after = columns.slice(column + 1).find((header) => timeOf(header) !== null)
  const beside = said.measure === 'level' || said.basis === '年均' ? null : (latestOf(times) ?? timeOf(after))
  return { ...said, period: beside ?? periodOf(shape.caption) }
}

/** What a growth is of: 2024年 of 2024年, 2023年; 本年累计 of 本年累计, 上年同期; else the nearest. */
function latestOf(times: readonly string[]): string | null {
  const own = times.filter((time) => !/^(?:上|去|期初|年初)/.test(time))
  const years = own.map((time) => Number(/^(?:19|20)\d\d/.exec(time)?.[0] ?? 0))
  const latest = Math.max(...years)
  return own.findLast((_, at) => years[at] === latest) ?? times.at(-1) ?? null
}

/** A figure, alone or in few words (98.5%以上, 约3万家, 达1.2亿元), and no time; 2010 and 202507 may be counts here. */
function holdsFigure(text: string): boolean {
  if (isFigure(text) || /^[〔［[][\d.]+[〕］\]]$/.test(text) || /^(?:19|20)\d\d(?:\.?\d\d)?$/.test(text)) return true
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
  return isUnit(stated) ? stated : unitOfTable(shape, label, heading)
}

/** 单位：万元 is not that of a rate, of what a share earns or of a number of people. */
function unitOfTable({ units, caption }: TableShape, label: Heading, heading: Heading): string {
  const wantsPercent = isRatio(heading.words) || isRatio(label.words)
  const fitting = units.find((unit) => /[%％‰]/.test(unit) === wantsPercent)
  if (fitting !== undefined) return /元/.test(fitting) ? moneyOf(fitting, label.words + heading.words) : fitting
  if (isPercentage((caption ?? '').replace(/[（(].*$/, ''))) return '%'
  const isRate = [label.words, heading.words].some((words) => /(?<!汇|周转|市盈|市净|费)率$/.test(words))
  return units.length > 0 && isRate ? '%' : (units[0] ?? '')
}

function moneyOf(unit: string, words: string): string {
  if (/每股/.test(words)) return '元/股'
  return /(?:人|户|家|件|批次|个)数$/.test(words) ? '' : unit
}
