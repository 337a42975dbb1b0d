import { linesAroundTable, linesOfTable, type MarkedCell } from './grid.ts'

/** A sheet of figures as lines: each stretch of rows between empty ones is a table, or lines where it has one column. */
export function linesOfSheet(rows: readonly (readonly MarkedCell[])[]): string[] {
  return stretchesOf(rows).flatMap((stretch) => {
    const first = stretch.findIndex((row) => row.some(isText))
    // Names of columns stand over them: province, year, text
    if (first >= 0) return stretch.slice(first === 1 ? 1 : 0).flatMap(linesOfRecord)
    const width = stretch.reduce((most, row) => Math.max(most, widthOf(row)), 0)
    if (width < 2) return stretch.flatMap((row) => linesOfTable([loneCell(row, 1)]))
    const isLone = (row: readonly MarkedCell[]) => widthOf(row) === 1
    return linesAroundTable(stretch.map((row) => (isLone(row) ? loneCell(row, width) : withoutEdge(row))))
  })
}

/** A whole article in one cell, as tables of collected texts have it. */
const isText = ({ text }: MarkedCell): boolean => text.length > 100 && /[。；]/.test(text)

/** Such a row is no figures' but one article's: its cells stand under each other. */
function linesOfRecord(row: readonly MarkedCell[]): string[] {
  return ['', ...row.flatMap(({ text }) => text.split(/[\r\n]+/).map((line) => line.trim())), '']
}

/** Columns up to the last cell that holds something; 1 for a title in the first cell, merged or not. */
function widthOf(row: readonly MarkedCell[]): number {
  const filled = withoutEdge(row)
  return filled.length <= 1 ? filled.length : filled.reduce((sum, { columns }) => sum + columns, 0)
}

function withoutEdge(row: readonly MarkedCell[]): MarkedCell[] {
  return row.slice(0, row.findLastIndex(({ text }) => text.trim() !== '') + 1)
}

/** A title or note stands in the first cell alone: 表1 主要指标. */
function loneCell(row: readonly MarkedCell[], columns: number): MarkedCell[] {
  return row.slice(0, 1).map((cell) => ({ ...cell, columns }))
}

function stretchesOf(rows: readonly (readonly MarkedCell[])[]): MarkedCell[][][] {
  const stretches: MarkedCell[][][] = [[]]
  for (const row of rows) {
    if (row.some(({ text }) => text.trim() !== '')) stretches.at(-1)?.push([...row])
    else if (stretches.at(-1)?.length !== 0) stretches.push([])
  }
  return stretches.filter((stretch) => stretch.length > 0)
}
