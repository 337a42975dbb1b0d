import { textOfLines } from './lines.ts'
import type { Line } from './pdf-page.ts'

/** The lines of all pages as paragraphs and tables, without page headings, footers and numbers. */
export function textOfPages(pages: readonly (readonly Line[])[]): string {
  const body = withoutFurniture(pages)
  const margins = marginsOf(body)
  const lines: string[] = []
  let before: { line: Line; page: number } | null = null
  body.forEach((page, number) => {
    for (const line of page) {
      const last = lines.length - 1
      if (line.cells !== null) {
        if (before?.line.cells?.length !== line.cells.length) lines.push('')
        lines.push(line.cells.join('\t'))
      } else if (
        before !== null &&
        before.line.cells === null &&
        goesOn(before.line, line, before.page === number, margins)
      ) {
        lines[last] = joined(lines[last] ?? '', line.text)
      } else {
        if (before?.line.cells != null) lines.push('')
        lines.push(line.text)
      }
      before = { line, page: number }
    }
  })
  return textOfLines(lines)
}

/** — 12 —, 第3页 共10页, 3/10 */
const pageNumber = /^[-—–·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–·•\s]*$/
// 一、总体情况…………3
const contents = /[.．…·]{5,}\s*\d{1,4}$/

/** Lines at the edges that are page numbers, or that come again on other pages. */
function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const atEdge = (line: Line) => line.level > 0.9 || line.level < 0.1
  const wordsOf = (line: Line) => (line.cells?.join(' ') ?? line.text).replace(/\d+/g, '#').replace(/\s/g, '')
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const words of new Set(page.filter(atEdge).map(wordsOf))) seen.set(words, (seen.get(words) ?? 0) + 1)
  }
  const often = Math.max(2, Math.min(3, pages.length))
  return pages.map((page) =>
    page.filter((line) => {
      if (contents.test(line.text)) return false
      if (!atEdge(line) || /[，。；]/.test(line.text)) return true
      return !pageNumber.test(line.text) && !((seen.get(wordsOf(line)) ?? 0) >= often && wordsOf(line).length < 80)
    }),
  )
}

interface Margins {
  readonly left: number
  readonly right: number
  readonly leading: number
}

/** Where most lines of a column begin and the farthest end, and how far apart they stand. */
function marginsOf(pages: readonly (readonly Line[])[]): Map<Line['column'], Margins> {
  const margins = new Map<Line['column'], Margins>()
  for (const column of [0, 1, 2] as const) {
    const parts = pages.map((page) => page.filter((line) => line.column === column && line.cells === null))
    const lines = parts.flat()
    if (lines.length === 0) continue
    const wide = [...lines].sort((one, other) => other.right - one.right)
    const right = wide[Math.floor(wide.length * 0.05)]?.right ?? 0
    const full = lines.filter((line) => line.right > right - 2 * line.size)
    const gaps = parts
      .flatMap((part) => part.slice(1).map((line, index) => (part[index]?.y ?? 0) - line.y))
      .filter((gap) => gap > 0)
    margins.set(column, { left: leftmost(full.map(({ x }) => x)), right, leading: usual(gaps) })
  }
  return margins
}

/** The margin: the least start that a fifth of the full lines have, for the others are indented. */
function leftmost(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted.find((value) => sorted.filter((other) => Math.abs(other - value) < 3).length * 5 >= sorted.length) ?? 0
}

/** The value that comes most often, to two points; the smaller of two. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value / 2) * 2, (counts.get(Math.round(value / 2) * 2) ?? 0) + 1)
  const sorted = [...counts].sort(([one, often], [other, oftener]) => oftener - often || one - other)
  return sorted[0]?.[0] ?? 0
}

const heading =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节条]|——|附件|表\s?\d|图\s?\d)/

/** Does a line go on with the paragraph of the one before? It stands at the margin under a full line of the same letters. */
function goesOn(before: Line, line: Line, samePage: boolean, margins: ReadonlyMap<Line['column'], Margins>): boolean {
  const { left, right } = margins.get(before.column) ?? { left: before.x, right: before.right }
  const own = margins.get(line.column) ?? { left, right, leading: 0 }
  if (Math.abs(line.size - before.size) > 0.1 * line.size || /来源[：:]|发布时间[：:]/.test(before.text)) return false
  // A number that does not fit leaves the line above it short: 同比增长 / 6.2%
  const unbroken = /^[\dA-Za-z.,%％]*/.exec(line.text)?.[0].length ?? 0
  if (before.right < right - (2.2 + 0.6 * unbroken) * before.size) return false
  if (heading.test(line.text) && /[。：；！？]$/.test(before.text)) return false
  const sameStart = Math.abs(line.x - before.x) < 0.3 * line.size && before.x - left > line.size && samePage
  if (line.x - own.left > 1.2 * line.size && !sameStart) return false
  const gap = before.y - line.y
  return !samePage || before.column !== line.column || gap <= Math.max(own.leading * 1.5, line.size * 1.6)
}

/** Chinese lines close up, and a number that the line end cuts (2 / 020年, 3. / 5亿); beside Latin words a space stays. */
function joined(text: string, next: string): string {
  if (/\d[.,]?$/.test(text) && /^\d/.test(next)) return text + next
  return /[A-Za-z0-9,.]$/.test(text) && /^[A-Za-z0-9]/.test(next) ? `${text} ${next}` : text + next
}
