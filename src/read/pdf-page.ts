import { cutAtRules } from './pdf-cut.ts'
import { isWithin, type RuledTable, ruledTables } from './pdf-grid.ts'
import type { Rule } from './pdf-rules.ts'
import { findPdfTables, type TableRow } from './pdf-table.ts'

/** A run of text on a page; x grows to the right, y upwards. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** Of a joined piece: what it was made of. */
  readonly parts?: readonly Piece[]
}

/** One line of a page: its pieces, or its cells where it is a table's row. */
export interface Line {
  readonly text: string
  readonly cells: readonly string[] | null
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** Of two columns: which one; 0 where the line runs over the page. */
  readonly column: 0 | 1 | 2
  /** 0 at the foot of the page, 1 at its head. */
  readonly level: number
}

/** Pieces on one base line, those close together joined: the cells of a table stay apart. */
export interface PageRow {
  readonly y: number
  readonly size: number
  readonly segments: readonly Piece[]
  /** Of a table between drawn lines: its rows with tabs. */
  readonly table?: readonly string[]
}

/** Might a page hold a table? Then it is worth while to look at what is drawn on it. */
export function hasTableText(pieces: readonly Piece[]): boolean {
  const rows = rowsOf(pieces).filter(({ segments }) => segments.length >= 2)
  return rows.length >= 2 && rows.some(({ segments }) => segments.slice(1).some(({ text }) => /\d/.test(text)))
}

/** The lines of a page in reading order: a left column before the right one. */
export function linesOfPage(
  pieces: readonly Piece[],
  rules: readonly Rule[],
  page: { width: number; height: number },
): Line[] {
  const onPage = cutAtRules(pieces, rules).filter(({ y }) => y >= 0 && y <= page.height)
  const tables = ruledTables(rules, onPage, (inside) =>
    mended(rowsOf(inside).map(textOfRow).join('').replaceAll('　', ' ')),
  )
  const free = onPage.filter((piece) => !tables.some((table) => isWithin(piece, table)))
  const rows = [...rowsOf(free), ...tables.map(rowOfTable)].sort((one, other) => other.y - one.y)
  return columnsOf(rows, page.width).flatMap(({ column, rows: part }) =>
    findPdfTables(part).flatMap((found) => linesOfRow(found, column, page.height)),
  )
}

function linesOfRow(found: PageRow | TableRow, column: Line['column'], height: number): Line[] {
  const row = 'cells' in found ? found.row : found
  const place = { ...edgesOf(row), column, level: row.y / height }
  if (row.table !== undefined) return row.table.map((line) => ({ ...place, text: '', cells: line.split('\t') }))
  if ('cells' in found) return [{ ...place, text: '', cells: found.cells }]
  return [{ ...place, text: textOfRow(row), cells: null }]
}

function rowOfTable({ x, right, top, bottom, rows }: RuledTable): PageRow {
  const size = 10
  return { y: (top + bottom) / 2, size, segments: [{ text: '', x, right, y: top, size }], table: rows }
}

function edgesOf({ segments, y, size }: PageRow) {
  return { x: Math.min(...segments.map(({ x }) => x)), right: Math.max(...segments.map(({ right }) => right)), y, size }
}

function rowsOf(pieces: readonly Piece[]): PageRow[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((one, other) => other.y - one.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && first.y - piece.y < 0.45 * Math.min(first.size, piece.size))
      row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const segments = segmentsOf([...row].sort((one, other) => one.x - other.x))
    const size = Math.max(...segments.map((segment) => segment.size))
    return { y: row[0]?.y ?? 0, size, segments }
  })
}

const latin = /[A-Za-z0-9]/

/** Pieces closer than the width of a character are one; two words keep a space. */
function segmentsOf(row: readonly Piece[]): Piece[] {
  const segments: Piece[] = []
  for (const piece of row) {
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : piece.x - last.right
    if (last === undefined || gap > Math.min(last.size, piece.size)) {
      segments.push(piece)
      continue
    }
    // A shadow is printed by the same letters moved a little.
    if (gap < -0.5 * piece.size && last.text.endsWith(piece.text)) continue
    const space =
      gap > 0.2 * piece.size && (latin.test(last.text.slice(-1)) || latin.test(piece.text.charAt(0))) ? ' ' : ''
    const parts = [...(last.parts ?? [last]), piece]
    const right = Math.max(last.right, piece.right)
    segments[segments.length - 1] = { ...last, text: last.text + space + piece.text, right, parts }
  }
  return segments.map((segment) => ({ ...segment, text: mended(segment.text) }))
}

// Radicals that fonts give in place of the characters; normalize knows the Kangxi ones alone.
const radicals = new Map(
  [
    '⺟母',
    '⺠民',
    '⻁虎',
    '⻄西',
    '⻅见',
    '⻆角',
    '⻉贝',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻘青',
    '⻙韦',
    '⻚页',
    '⻛风',
    '⻜飞',
    '⻝食',
    '⻢马',
    '⻣骨',
    '⻤鬼',
  ]
    .concat([
      '⻥鱼',
      '⻦鸟',
      '⻧卤',
      '⻨麦',
      '⻩黄',
      '⻬齐',
      '⻮齿',
      '⻰龙',
      '⻳龟',
      '⺢水',
      '⺩王',
      '⺫目',
      '⺮竹',
      '⺼月',
      '⻑長',
      '⻒長',
      '⻗雨',
      '⻞食',
      '⻡首',
    ])
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
)

/** ⽩⽪书 in radicals → 白皮书; the little room that is set beside digits, 达 95 家, goes. */
function mended(text: string): string {
  return text
    .replaceAll('⼾', '户')
    .replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2ef3]/g, (radical) => radicals.get(radical) ?? radical)
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/(?<=[\u4e00-\u9fff，。；：、]) (?=[\u4e00-\u9fff，。；：、])/g, '')
    .replace(/(?<=[\u4e00-\u9fff，。；：、]) (?=\d)|(?<=(?<![表图]\s?\d*)[\d%]) (?=[\u4e00-\u9fff])/g, '')
}

function textOfRow({ segments }: PageRow): string {
  return segments.map(({ text }) => text.trim()).join('　')
}

interface Column {
  readonly column: 0 | 1 | 2
  readonly rows: readonly PageRow[]
}

/** Parts of a page in reading order; rows that run over the gutter part what is above from what is below. */
function columnsOf(rows: readonly PageRow[], width: number): Column[] {
  const gutter = gutterOf(rows, width)
  if (gutter === null) return [{ column: 0, rows }]
  const parts: { column: 0 | 1 | 2; rows: PageRow[] }[] = []
  let band: [PageRow[], PageRow[]] = [[], []]
  const close = () => {
    parts.push({ column: 1, rows: band[0] }, { column: 2, rows: band[1] })
    band = [[], []]
  }
  for (const row of rows) {
    if (row.segments.some(({ x, right }) => x < gutter - row.size && right > gutter + row.size)) {
      close()
      parts.push({ column: 0, rows: [row] })
      continue
    }
    const left = row.segments.filter(({ x }) => x < gutter)
    const right = row.segments.filter(({ x }) => x >= gutter)
    if (left.length > 0) band[0].push({ ...row, segments: left })
    if (right.length > 0) band[1].push({ ...row, segments: right })
  }
  close()
  return merged(parts.filter((part) => part.rows.length > 0))
}

function merged(parts: readonly { column: 0 | 1 | 2; rows: PageRow[] }[]): Column[] {
  const joined: { column: 0 | 1 | 2; rows: PageRow[] }[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && last.column === part.column && part.column === 0) last.rows.push(...part.rows)
    else joined.push({ column: part.column, rows: [...part.rows] })
  }
  return joined
}

/** The middle of the white strip between two columns of prose, null where there is none. */
function gutterOf(rows: readonly PageRow[], width: number): number | null {
  const segments = rows.flatMap((row) => row.segments)
  const wide = segments.filter(({ x, right }) => right - x > width * 0.22)
  let best: { at: number; crossing: number } | null = null
  // A page may say that it is a light year wide
  const step = Math.max(2, width / 5000)
  for (let at = width * 0.38; at <= width * 0.62; at += step) {
    const crossing = wide.filter(({ x, right }) => x < at && right > at).length
    if (best === null || crossing < best.crossing) best = { at, crossing }
  }
  if (best === null) return null
  const { at, crossing } = best
  const left = wide.filter(({ right }) => right <= at).length
  const right = wide.filter(({ x }) => x >= at).length
  return left >= 5 && right >= 5 && crossing <= (left + right) * 0.15 ? at : null
}
