import { linesAroundTable, linesOfTable, type MarkedCell } from './grid.ts'

/** A sheet of figures as lines: each stretch of rows between empty ones is a table, or lines where it has one column. */
export function linesOfSheet(rows: readonly (readonly MarkedCell[])[]): string[] {
  return stretchesOf(rows).flatMap((stretch) => {
    const width = stretch.reduce((most, row) => Math.max(most, widthOf(row)), 0)
    if (width < 2) return stretch.flatMap((row) => linesOfTable([loneCell(row, 1)]))
    const isLone = (row: readonly MarkedCell[]) => widthOf(row) === 1
    return linesAroundTable(stretch.map((row) => (isLone(row) ? loneCell(row, width) : withoutEdge(row))))
  })
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
