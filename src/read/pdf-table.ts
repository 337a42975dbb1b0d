import { linesOfTable } from './grid.ts'
import type { PageRow, Piece } from './pdf-page.ts'

/** A row of a table, its cells by column. */
export interface TableRow {
  readonly row: PageRow
  readonly cells: readonly string[]
}

interface Stripe {
  readonly x: number
  readonly right: number
}

/** The rows of a page part, those of a table turned into cells; the others stay as they are. */
export function findPdfTables(rows: readonly PageRow[]): (PageRow | TableRow)[] {
  const found: (PageRow | TableRow)[] = []
  let at = 0
  while (at < rows.length) {
    const run = runAt(rows, at)
    const table = tableOf(run)
    if (table === null) {
      found.push(...rows.slice(at, at + Math.max(1, run.length)))
      at += Math.max(1, run.length)
      continue
    }
    const above = found.at(-1)
    const isAbove = above !== undefined && !('cells' in above) && isClose(above, run[0], run)
    const next = rows[at + run.length]
    const isBelow = next !== undefined && isClose(run.at(-1), next, run)
    const whole = [...(isAbove ? [above] : []), ...run, ...(isBelow ? [next] : [])]
    if (isAbove) found.pop()
    found.push(...(tableOf(whole) ?? table))
    at += run.length + (isBelow ? 1 : 0)
  }
  return found
}

/** Is the upper of two rows, or the lower, only more of the other's cells? They stand closer than rows do. */
function isClose(upper: PageRow | undefined, lower: PageRow | undefined, run: readonly PageRow[]): boolean {
  if (upper === undefined || lower === undefined) return false
  const lone = upper.segments.length === 1 ? upper : lower
  const [segment] = lone.segments
  if (segment === undefined || lone.segments.length > 1 || /[。；]$/.test(segment.text)) return false
  const within = run.some(({ segments }) => segments.some((other) => covers(other, segment)))
  return within && upper.y - lower.y < 0.8 * pitchOf(run)
}

/** Does a piece stand over or under the other, or at its edge as an indented cell has it? */
function covers(other: Stripe, segment: Stripe): boolean {
  const shared = Math.min(other.right, segment.right) - Math.max(other.x, segment.x)
  return shared > 0.5 * (segment.x - segment.right) && segment.right - segment.x <= 1.5 * (other.right - other.x)
}

/** How far the rows of a table usually stand apart. */
function pitchOf(run: readonly PageRow[]): number {
  const full = run.filter(({ segments }) => segments.length >= 2)
  const gaps = full.slice(1).map((row, index) => (full[index]?.y ?? 0) - row.y)
  return gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0
}

/** Rows from here on that have several cells, with the lines between that only go on in one. */
function runAt(rows: readonly PageRow[], start: number): PageRow[] {
  const first = rows[start]
  if (first === undefined) return []
  let end = start
  let last = start - 1
  for (; end < rows.length; end++) {
    const row = rows[end]
    const before = rows[end - 1]
    if (row === undefined || (end > start && before !== undefined && before.y - row.y > 4.5 * row.size)) break
    if (row.segments.length >= 2) last = end
    else if (!mayGoOn(rows, end)) break
  }
  return rows.slice(start, last + 1)
}

/** A lone piece of a cell: short, and with a row of several cells close by. */
function mayGoOn(rows: readonly PageRow[], at: number): boolean {
  const [segment] = rows[at]?.segments ?? []
  const near = [rows[at - 1], rows[at + 1], rows[at + 2]].filter((row) => row !== undefined && row.segments.length >= 2)
  if (segment === undefined || near.length === 0) return false
  const widest = Math.max(...near.flatMap((row) => row?.segments.map(({ x, right }) => right - x) ?? []))
  return segment.right - segment.x <= Math.max(widest * 1.25, segment.size * 6) && !/[。；]$/.test(segment.text)
}

function tableOf(run: readonly PageRow[]): TableRow[] | null {
  const rows = run.filter(({ segments }) => segments.length >= 2)
  if (rows.length < 2) return null
  const most = Math.max(...rows.map(({ segments }) => segments.length))
  const stripes = stripesOf(rows.filter(({ segments }) => segments.length === most))
  const figures = rows
    .flatMap(({ segments }) => segments.slice(1))
    .filter(({ text }) => /^[（(+\-−]?[\d０-９][\d０-９.,%％]*\S{0,6}$/.test(text.trim()))
  if (stripes.length < 2 || figures.length < rows.length / 2 || isContents(rows)) return null
  const logical = close(run)
  const table = logical.map((part) => ({ row: part[0] ?? run[0], cells: cellsOf(part, stripes) }))
  return table.flatMap(({ row, cells }) => (row === undefined ? [] : [{ row, cells }]))
}

/** A table of contents: 一、总体情况 3. */
function isContents(rows: readonly PageRow[]): boolean {
  const numbered = rows.filter(({ segments }) =>
    /^(?:第?[一二三四五六七八九十]+[、章节]|（[一二三四五六七八九十]+）|\d+[.、])/.test(segments[0]?.text ?? ''),
  )
  const pages = rows.map(({ segments }) => Number(segments.at(-1)?.text ?? Number.NaN))
  return numbered.length * 2 >= rows.length && pages.every((page, index) => page >= (pages[index - 1] ?? 0))
}

/** Where the columns are: the pieces of the fullest rows, seen from above. */
function stripesOf(rows: readonly PageRow[]): Stripe[] {
  const stripes: { x: number; right: number }[] = []
  const segments = rows.flatMap((row) => row.segments).sort((one, other) => one.x - other.x)
  for (const { x, right } of segments) {
    const last = stripes.at(-1)
    if (last !== undefined && x < last.right) last.right = Math.max(last.right, right)
    else stripes.push({ x, right })
  }
  return stripes
}

/** Lines of one row of cells stand closer than the rows: 同比增长 over （%） beside 2023年. */
function close(run: readonly PageRow[]): PageRow[][] {
  const pitch = pitchOf(run)
  const parts: PageRow[][] = []
  for (const row of run) {
    const last = parts.at(-1)
    const gap = (last?.at(-1)?.y ?? 0) - row.y
    const widest = Math.max(0, ...(last ?? []).map(({ segments }) => segments.length))
    const goesOn = row.segments.length < widest && !row.segments.some(({ text }) => /\d/.test(text))
    const alone = last !== undefined && (row.segments.length < 2 || widest < 2 || goesOn)
    if (last !== undefined && alone && gap < 0.8 * pitch) last.push(row)
    else parts.push([row])
  }
  return parts
}

function cellsOf(part: readonly PageRow[], stripes: readonly Stripe[]): string[] {
  const cells: string[] = stripes.map(() => '')
  for (const segment of part.flatMap(({ segments }) => segments).flatMap((segment) => cellPieces(segment, stripes))) {
    const columns = columnsUnder(segment, stripes)
    for (const column of /\d/.test(segment.text) ? columns.slice(0, 1) : columns) cells[column] += segment.text.trim()
  }
  const [line = ''] = linesOfTable([cells.map((text) => ({ text, columns: 1, rows: 1 }))])
  return line.split('\t')
}

/** A label that nearly touches its figure was joined with it: what it was made of is put apart again. */
function cellPieces(segment: Piece, stripes: readonly Stripe[]): readonly Piece[] {
  const apart = segment.parts !== undefined && /\d/.test(segment.text) && columnsUnder(segment, stripes).length > 1
  return apart ? (segment.parts ?? []) : [segment]
}

function columnsUnder(segment: Piece, stripes: readonly Stripe[]): number[] {
  const under = stripes.flatMap(({ x, right }, column) => {
    const shared = Math.min(right, segment.right) - Math.max(x, segment.x)
    return shared > 0.4 * Math.min(right - x, segment.right - segment.x) ? [column] : []
  })
  if (under.length > 0) return under
  const middle = (segment.x + segment.right) / 2
  const distances = stripes.map(({ x, right }) => Math.abs((x + right) / 2 - middle))
  return [distances.indexOf(Math.min(...distances))]
}
