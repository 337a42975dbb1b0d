import type { Report, Sentence, Span } from '../types.ts'
import { fold } from './fold.ts'
import { findParagraphs, isSpace, type Paragraph } from './paragraphs.ts'
import { type Heading, headingOf, openHeading, withoutOpeners } from './sections.ts'
import { findTables, type Table } from './tables.ts'

/** Every sentence of a report in order, table cells among them; what is in a heading's numbering is left out. */
export function splitSentences(report: Pick<Report, 'text'>): Sentence[] {
  const { text } = report
  const folded = fold(text)
  const tables = findTables(text)
  const sentences: Sentence[] = []
  let open: readonly Heading[] = []
  let number = 0
  let nextTable = 0
  for (const paragraph of findParagraphs(text)) {
    while ((tables[nextTable]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) nextTable++
    const table = tables[nextTable]
    if (table !== undefined && paragraph.start >= table.start) {
      sentences.push(...cellsOfRow(table, paragraph, folded, names(open), number++))
      continue
    }
    const content = read(folded, paragraph.lines)
    const heading = headingOf(content.reading)
    if (heading !== null) open = openHeading(open, heading)
    for (const [start, end] of cut(content.reading)) {
      sentences.push(
        sentenceOf(content, start, end, { sections: names(open), paragraph: number, line: paragraph.line }),
      )
    }
    if (heading !== null) open = withoutOpeners(open, content.reading)
    number++
  }
  return sentences
}

const names = (open: readonly Heading[]): string[] => open.map(({ name }) => name)

/** A stretch of text without its white space; `at[i]` is where `reading[i]` stands, null where none was left out. */
interface Reading {
  readonly reading: string
  readonly start: number
  readonly at: readonly number[] | null
}

/** 171 项 → 171项, and the lines of one paragraph one behind another. */
function read(folded: string, lines: readonly Span[]): Reading {
  const start = lines[0]?.start ?? 0
  const whole = lines.length === 1 ? folded.slice(start, lines[0]?.end) : null
  if (whole !== null && !hasSpace(whole)) return { reading: whole, start, at: null }
  const at: number[] = []
  let reading = ''
  for (const line of lines) {
    for (let index = line.start; index < line.end; index++) {
      if (isSpace(folded.charCodeAt(index)) && !parts(folded, index)) continue
      at.push(index)
      reading += folded[index]
    }
  }
  return { reading, start, at }
}

function hasSpace(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (isSpace(text.charCodeAt(index))) return true
  return false
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** A space between two figures parts them, 2020 2021; within one it sets off thousands, 17 381家. */
function parts(folded: string, index: number): boolean {
  if (!isDigit(folded.charCodeAt(index - 1)) || !isDigit(folded.charCodeAt(index + 1))) return false
  return (
    !/^\d{3}(?!\d)/.test(folded.slice(index + 1, index + 5)) ||
    !/(?<!\d)[1-9]\d{0,2}(?: \d{3})?$/.test(folded.slice(Math.max(0, index - 8), index))
  )
}

/** Where sentences end: after 。！？；, quotation marks behind them included. */
function cut(reading: string): [number, number][] {
  const pieces: [number, number][] = []
  let start = 0
  for (let index = 0; index < reading.length; index++) {
    if (!'。！？；!?;'.includes(reading.charAt(index))) continue
    let end = index + 1
    while (end < reading.length && '”’）)'.includes(reading.charAt(end))) end++
    pieces.push([start, end])
    start = end
    index = end - 1
  }
  if (start < reading.length) pieces.push([start, reading.length])
  return pieces
}

function sentenceOf(
  { reading, start: from, at }: Reading,
  start: number,
  end: number,
  place: Pick<Sentence, 'sections' | 'paragraph' | 'line'>,
): Sentence {
  const first = at === null ? from + start : (at[start] as number)
  const last = at === null ? from + end - 1 : (at[end - 1] as number)
  const own = at === null ? null : at.slice(start, end)
  return { ...place, start: first, end: last + 1, reading: reading.slice(start, end), at: own, cell: null }
}

/** Where a stretch of a sentence's reading stands in the report: 171项 → 171 项. */
export function spanInReport({ start, at }: Sentence, from: number, to: number): Span {
  if (at === null) return { start: start + from, end: start + to }
  return { start: at[from] as number, end: (at[to - 1] as number) + 1 }
}

/** The cells of a table's row that hold figures, each read as a sentence of its own. */
function cellsOfRow(
  table: Table,
  row: Paragraph,
  folded: string,
  sections: readonly string[],
  paragraph: number,
): Sentence[] {
  return table.figures
    .filter(({ start, end }) => start >= row.start && end <= row.end)
    .map(({ start, end, cell }) => {
      const content = read(folded, [{ start, end }])
      return { ...sentenceOf(content, 0, content.reading.length, { sections, paragraph, line: row.line }), cell }
    })
}
