/** A cell as it is marked up: 指标 over two columns and one row. */
export interface MarkedCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

/** 1,042项, +12.6%, −9, （30.5）: a figure and no year or date. */
const figure = /^[（(]?[+\-−－±]?\s?[\d０-９][\d０-９.,，．]*(?!\d|年|月|[-—~至]\d+年)/

const mostColumns = 200

/** Table rows as lines with tabs: a merged heading is repeated over its span, a merged figure stands once. */
export function linesOfTable(rows: readonly (readonly MarkedCell[])[]): string[] {
  const grid = spread(rows)
  const width = Math.max(0, ...grid.map((row) => row.length))
  const lines = grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
  return lines.filter((cells) => cells.some((cell) => cell !== '')).map((cells) => cells.join('\t'))
}

function spread(rows: readonly (readonly MarkedCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => [])
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column++
      fill(grid, row, column, cell)
      column += Math.max(1, Math.min(cell.columns, mostColumns))
    }
  })
  return grid
}

function fill(grid: string[][], row: number, column: number, cell: MarkedCell): void {
  const text = cell.text.replace(/\s+/g, ' ').trim()
  const bottom = Math.min(grid.length, row + Math.max(1, cell.rows))
  const right = Math.min(column + Math.max(1, cell.columns), column + mostColumns)
  for (let y = row; y < bottom; y++) {
    for (let x = column; x < right; x++) {
      const first = y === row && x === column
      const cells = grid[y]
      if (cells !== undefined && cells[x] === undefined) cells[x] = first || !figure.test(text) ? text : ''
    }
  }
}
