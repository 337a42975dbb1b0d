import type { Span } from '../types.ts'
import { linesOf } from './lines.ts'

/** A cell as it stands, without the white space around it: “1,042项”. */
export interface RowCell extends Span {
  readonly text: string
}

/** One line of a table. */
export interface Row extends Span {
  readonly cells: readonly RowCell[]
}

type Parting = 'tab' | 'wide' | 'pipe' | 'spaces'

const partings: readonly (readonly [Parting, RegExp])[] = [
  ['tab', /\t/g],
  ['wide', /｜/g],
  ['pipe', /\|/g],
  ['spaces', /[ \u3000]{2,}|\u3000/g],
]

/** Lines of a text in runs that are parted the same way: 指标｜2021年｜比上年 over 有效认证证书｜10.37万张｜+12.6%. */
export function findRowRuns(text: string): Row[][] {
  if (!/[\t｜|\u3000]| {2}/.test(text)) return []
  const runs: Row[][] = []
  let open: { parting: Parting; rows: Row[] } | null = null
  for (const line of linesOf(text)) {
    const parted = partLine(text, line)
    if (open !== null && parted?.parting === open.parting) open.rows.push(parted.row)
    else {
      if (open !== null) runs.push(...fitting(open.parting, open.rows))
      open = parted === null ? null : { parting: parted.parting, rows: [parted.row] }
    }
  }
  if (open !== null) runs.push(...fitting(open.parting, open.rows))
  return runs
}

/** Two rows make a table; where only spaces part them it takes three with as many cells each. */
function fitting(parting: Parting, rows: Row[]): Row[][] {
  const kept = rows.filter((row) => !isRuler(row))
  if (parting !== 'spaces') return kept.length >= 2 ? [kept] : []
  const width = kept[0]?.cells.length ?? 0
  return kept.length >= 3 && kept.every((row) => row.cells.length === width) ? [kept] : []
}

/** |---|:--:| under a heading row. */
function isRuler(row: Row): boolean {
  return row.cells.every(({ text }) => /^:?-{2,}:?$/.test(text))
}

function partLine(text: string, line: Span): { parting: Parting; row: Row } | null {
  const content = text.slice(line.start, line.end)
  if (content.length > 2000) return null
  for (const [parting, mark] of partings) {
    if (content.search(mark) === -1) continue
    const cells = cellsOf(content, line.start, parting, mark)
    const full = cells.filter((cell) => cell.text !== '')
    if (cells.length >= 2 && full.length >= 1 && isTabular(parting, full)) return { parting, row: { ...line, cells } }
  }
  return null
}

/** A line indented by a tab or holding two sentences is prose. */
function isTabular(parting: Parting, cells: readonly RowCell[]): boolean {
  const longest = parting === 'tab' || parting === 'pipe' ? 200 : 40
  if (parting === 'spaces' && cells.some(({ text }) => /[，。；：:]/.test(text))) return false
  return cells.every(({ text }) => text.length <= longest)
}

function cellsOf(content: string, offset: number, parting: Parting, mark: RegExp): RowCell[] {
  const cells: RowCell[] = []
  let start = 0
  const add = (end: number) => {
    const raw = content.slice(start, end)
    const from = start + (raw.length - raw.trimStart().length)
    const text = raw.trim()
    cells.push({ start: offset + from, end: offset + from + text.length, text })
  }
  for (const found of content.matchAll(mark)) {
    add(found.index)
    start = found.index + found[0].length
  }
  add(content.length)
  return framed(content, parting) ? trimmed(content, cells) : cells
}

/** Pipes and indents may stand at the edges without a cell beyond them. */
function framed(content: string, parting: Parting): boolean {
  return parting !== 'tab' || content.trim() === ''
}

function trimmed(content: string, cells: RowCell[]): RowCell[] {
  const first = /^\s*(?:[|｜]|[ \u3000]{2}|\u3000)/.test(content) && cells[0]?.text === '' ? 1 : 0
  const last = /(?:[|｜]|[ \u3000])\s*$/.test(content) && cells.at(-1)?.text === '' ? cells.length - 1 : cells.length
  return cells.slice(first, last)
}
