import { linesOfTable, type MarkedCell } from './grid.ts'
import type { Piece } from './pdf-page.ts'
import type { Rule } from './pdf-rules.ts'

/** A table between drawn lines, its rows ready with tabs, and where it stands. */
export interface RuledTable {
  readonly x: number
  readonly right: number
  readonly bottom: number
  readonly top: number
  readonly rows: readonly string[]
}

const near = 3

/** The tables that lines draw on a page; `write` makes one text of the pieces in a cell. */
export function ruledTables(
  rules: readonly Rule[],
  pieces: readonly Piece[],
  write: (pieces: readonly Piece[]) => string,
): RuledTable[] {
  return touching(rules).flatMap((group) => {
    const upright = group.filter(({ x, right }) => x === right)
    const level = group.filter(({ bottom, top }) => bottom === top)
    const columns = edges(upright.map(({ x }) => x))
    const rows = edges(level.map(({ top }) => top)).reverse()
    const [x, right, top, bottom] = [columns[0], columns.at(-1), rows[0], rows.at(-1)]
    if (columns.length < 3 || rows.length < 2 || columns.length * rows.length > 50_000) return []
    if (x === undefined || right === undefined || top === undefined || bottom === undefined) return []
    const inside = pieces.filter((piece) => isWithin(piece, { x, right, top, bottom }))
    if (inside.length < 2) return []
    const marked = markedRows(columns, rows, { upright, level }, inside, write)
    return [{ x, right, top, bottom, rows: linesOfTable(marked) }]
  })
}

/** Does the middle of a piece stand between these edges? */
export function isWithin(piece: Piece, box: { x: number; right: number; bottom: number; top: number }): boolean {
  const middle = (piece.x + piece.right) / 2
  const height = piece.y + piece.size * 0.3
  return middle > box.x && middle < box.right && height > box.bottom && height < box.top
}

/** Lines that meet make one drawing. */
function touching(rules: readonly Rule[]): Rule[][] {
  const groups: { box: Rule; rules: Rule[] }[] = []
  for (const rule of [...rules].sort((one, other) => other.top - one.top)) {
    const met = groups.filter(({ box }) => meets(box, rule))
    const first = met[0]
    if (first === undefined) {
      groups.push({ box: rule, rules: [rule] })
      continue
    }
    for (const group of met.slice(1)) {
      first.rules.push(...group.rules)
      first.box = around(first.box, group.box)
      groups.splice(groups.indexOf(group), 1)
    }
    first.rules.push(rule)
    first.box = around(first.box, rule)
  }
  return groups.map((group) => group.rules)
}

function meets(one: Rule, other: Rule): boolean {
  return (
    one.x <= other.right + near &&
    other.x <= one.right + near &&
    one.bottom <= other.top + near &&
    other.bottom <= one.top + near
  )
}

function around(one: Rule, other: Rule): Rule {
  return {
    x: Math.min(one.x, other.x),
    right: Math.max(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
    top: Math.max(one.top, other.top),
  }
}

/** Places of lines, those closer than a few points taken as one, ascending. */
function edges(places: readonly number[]): number[] {
  const found: number[] = []
  for (const place of [...places].sort((one, other) => one - other)) {
    if (found.length === 0 || place - (found.at(-1) ?? 0) > near) found.push(place)
  }
  return found
}

interface Lines {
  readonly upright: readonly Rule[]
  readonly level: readonly Rule[]
}

/** The cells row by row, one that no line parts from the next as wide and as high as it is. */
function markedRows(
  columns: readonly number[],
  rows: readonly number[],
  lines: Lines,
  pieces: readonly Piece[],
  write: (pieces: readonly Piece[]) => string,
): MarkedCell[][] {
  const taken = new Set<string>()
  return rows.slice(0, -1).map((top, row) =>
    columns.slice(0, -1).flatMap((x, column) => {
      if (taken.has(`${row} ${column}`)) return []
      let wide = 1
      while (column + wide < columns.length - 1 && !isParted(lines, columns[column + wide], top, rows[row + 1])) wide++
      let high = 1
      while (row + high < rows.length - 1 && !isFloored(lines, rows[row + high], x, columns[column + wide])) high++
      for (let down = 0; down < high; down++)
        for (let along = 0; along < wide; along++) taken.add(`${row + down} ${column + along}`)
      const box = { x, right: columns[column + wide] ?? x, top, bottom: rows[row + high] ?? top }
      return [{ text: write(pieces.filter((piece) => isWithin(piece, box))), columns: wide, rows: high }]
    }),
  )
}

/** Does an upright line stand here over the middle of this row? */
function isParted({ upright }: Lines, x = 0, top = 0, bottom = 0): boolean {
  const middle = (top + bottom) / 2
  return upright.some((rule) => Math.abs(rule.x - x) <= near && rule.bottom < middle && rule.top > middle)
}

/** Does a level line run here under the middle of this cell? */
function isFloored({ level }: Lines, y = 0, x = 0, right = 0): boolean {
  const middle = (x + right) / 2
  return level.some((rule) => Math.abs(rule.top - y) <= near && rule.x < middle && rule.right > middle)
}
