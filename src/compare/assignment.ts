import TinyQueue from 'tinyqueue'

/** That a row may go with a column, and how good it would be. */
export interface Edge {
  readonly column: number
  readonly weight: number
}

interface Reached {
  readonly column: number
  readonly cost: number
}

/**
 * The one assignment with the greatest sum of weights, rows and columns used once at most: the column of every row, -1
 * for none. Shortest augmenting paths (Jonker and Volgenant 1987) over the edges that there are, so that cost follows
 * their number: a search ends as soon as it meets a free column, which is near in all but made-up cases.
 */
export function assign(edges: readonly (readonly Edge[])[], columns: number): number[] {
  const columnOf = new Int32Array(edges.length).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const price = new Float64Array(columns)
  for (const start of edges.keys()) augment(start)
  return [...columnOf]

  /** Gives `start` a column, moving others where that is worth it, or leaves one row without. */
  function augment(start: number): void {
    const cost = new Map<number, number>()
    const cameFrom = new Map<number, number>()
    const settled = new Map<number, number>()
    const queue = new TinyQueue<Reached>([], (one, other) => one.cost - other.cost)
    // A row may always stay without a column, and lose its weight
    let [row, reached, loser, loss] = [start, 0, start, 0]
    for (;;) {
      const held = columnOf[row] ?? -1
      const base = held < 0 ? reached : reached + weightOf(row, held) + (price[held] ?? 0)
      if (base < loss) [loser, loss] = [row, base]
      for (const { column, weight } of edges[row] ?? []) {
        const next = base - weight - (price[column] ?? 0)
        if (settled.has(column) || next >= (cost.get(column) ?? Infinity)) continue
        cost.set(column, next)
        cameFrom.set(column, row)
        queue.push({ column, cost: next })
      }
      const nearest = take(queue, settled, cost)
      const isFree = nearest !== null && (rowOf[nearest.column] ?? -1) < 0
      if (nearest === null || nearest.cost >= loss || isFree) {
        const total = nearest === null ? loss : Math.min(loss, nearest.cost)
        for (const [column, at] of settled) price[column] = (price[column] ?? 0) + at - total
        if (nearest !== null && nearest.cost < loss) shift(start, nearest.column, cameFrom)
        else drop(start, loser, cameFrom)
        return
      }
      settled.set(nearest.column, nearest.cost)
      row = rowOf[nearest.column] ?? -1
      reached = nearest.cost
    }
  }

  /** Along the path from `start` every row gives its column to the row before it; the last one's new column is `free`. */
  function shift(start: number, free: number, cameFrom: ReadonlyMap<number, number>): void {
    for (let column = free; column >= 0; ) {
      const row = cameFrom.get(column) ?? start
      const before = row === start ? -1 : (columnOf[row] ?? -1)
      columnOf[row] = column
      rowOf[column] = row
      column = before
    }
  }

  /** The same where the last row of the path is left without. */
  function drop(start: number, loser: number, cameFrom: ReadonlyMap<number, number>): void {
    if (loser === start) return
    const column = columnOf[loser] ?? -1
    columnOf[loser] = -1
    shift(start, column, cameFrom)
  }

  function weightOf(row: number, column: number): number {
    return edges[row]?.find((edge) => edge.column === column)?.weight ?? 0
  }
}

/** The nearest column not settled yet; what was pushed before a nearer way was found is passed over. */
function take(
  queue: TinyQueue<Reached>,
  settled: ReadonlyMap<number, number>,
  cost: ReadonlyMap<number, number>,
): Reached | null {
  for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
    if (!settled.has(top.column) && top.cost === cost.get(top.column)) return top
  }
  return null
}
