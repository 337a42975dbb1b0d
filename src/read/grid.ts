/** A cell as it is marked up: 指标 over two columns and one row. */
export interface MarkedCell {
  /** Its lines, where it has several. */
  readonly text: string
  readonly columns: number
  readonly rows: number
}

/** 1,042项, +12.6%, −9, （30.5）: a figure and no year or date. */
const figure = /^[（(]?(?:约|近|超|达|逾)?[+\-−－±]?\s?[\d０-９][\d０-９.,，．]*(?!\d|年|月|[-—~至]\d+年)/

/** A table is not wider than this, whatever its cells say that they span. */
const mostColumns = 200
/** All tables of a report together have no more cells, whatever their cells say that they span. */
export const mostCells = 2_000_000
/** Longer words are no heading, and are not said again over the rows that they are merged over. */
const longestHeading = 40

/** A table as lines, parted from what stands around it: a title or unit row merged over all columns is a line of its own. */
export function linesAroundTable(marked: readonly (readonly MarkedCell[])[]): string[] {
  const rows = unstacked(marked)
  const width = widest(rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)))
  const isWide = (row: readonly MarkedCell[]) => row.length === 1 && width > 1 && (row[0]?.columns ?? 1) >= width
  const first = rows.findIndex((row) => !isWide(row))
  const last = rows.findLastIndex((row) => !isWide(row))
  const textOf = (part: typeof rows) => part.map(([cell]) => plain(cell?.text ?? '')).filter((text) => text !== '')
  const body = rows
    .slice(first, last + 1)
    .map((row) => (isWide(row) ? row.map((cell) => ({ ...cell, columns: 1 })) : row))
  return [...textOf(rows.slice(0, first)), '', ...linesOfTable(body), '', ...textOf(rows.slice(last + 1))]
}

/** Table rows as lines with tabs: a merged heading is repeated over its span, a merged figure stands once. */
export function linesOfTable(rows: readonly (readonly MarkedCell[])[]): string[] {
  const grid = spread(rows)
  const width = widest(grid.map((row) => row.length))
  const lines = grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
  return lines.filter((cells) => cells.some((cell) => cell !== '')).map((cells) => cells.join('\t'))
}

/**
 * Rows whose cells hold several lines, names in one and as many figures in another, are several rows; what is merged
 * over them goes over all: 粮食 / 蔬菜 beside 120 / 80.
 */
function unstacked(rows: readonly (readonly MarkedCell[])[]): readonly (readonly MarkedCell[])[] {
  const heights = rows.map(heightOf)
  if (heights.every((height) => height === 1)) return rows
  return rows.flatMap((row, index) => {
    const height = heights[index] ?? 1
    const over = row.map((cell) => {
      const spanned = heights.slice(index, index + Math.max(1, cell.rows))
      return { ...cell, rows: spanned.reduce((sum, one) => sum + one, 0) }
    })
    if (height === 1) return [over]
    const stacks = over.map((cell) => partsOf(cell))
    return Array.from({ length: height }, (_, line) =>
      over.flatMap((cell, column): MarkedCell[] => {
        const parts = stacks[column] ?? []
        if (parts.length === height) return [{ ...cell, rows: 1, text: parts[line] ?? '' }]
        return line === 0 ? [cell] : []
      }),
    )
  })
}

const partsOf = ({ text }: MarkedCell): string[] =>
  text
    .split('\n')
    .map(plain)
    .filter((part) => part !== '')

/** How many rows a row is: as many as lines in its cells, where these agree and some are figures throughout. */
function heightOf(row: readonly MarkedCell[]): number {
  const stacks = row.map(partsOf).filter((parts) => parts.length > 1)
  const height = stacks[0]?.length ?? 1
  const areFigures = stacks.some((parts) => parts.every((part) => figure.test(part)))
  const isEven = stacks.length > 1 && stacks.every((parts) => parts.length === height)
  return isEven && areFigures ? height : 1
}

/** How many cells a table has when its merged ones are spread out. */
export function areaOf(rows: readonly (readonly MarkedCell[])[]): number {
  const width = widest(rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)))
  return rows.length * Math.min(width, mostColumns)
}

function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0)
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function spread(rows: readonly (readonly MarkedCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => [])
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column++
      if (column >= mostColumns) break
      fill(grid, row, column, cell)
      column += Math.max(1, cell.columns)
    }
  })
  return grid
}

function fill(grid: string[][], row: number, column: number, cell: MarkedCell): void {
  const text = plain(cell.text)
  const isHeading = text.length <= longestHeading && !figure.test(text)
  const bottom = Math.min(grid.length, row + Math.max(1, cell.rows))
  const right = Math.min(column + Math.max(1, cell.columns), mostColumns)
  for (let y = row; y < bottom; y++) {
    for (let x = column; x < right; x++) {
      const first = y === row && x === column
      const cells = grid[y]
      if (cells !== undefined && cells[x] === undefined) cells[x] = first || isHeading ? text : ''
    }
  }
}
