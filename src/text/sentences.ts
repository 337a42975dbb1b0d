import type { Report, Sentence, Span } from '../types.ts'
import { isDigit, tableOf } from './characters.ts'
import { fold } from './fold.ts'
import { findParagraphs, isSpace, type Paragraph, spaces } from './paragraphs.ts'
import { type Heading, headingOf, openHeading, withoutOpeners } from './sections.ts'
import { findTables, type Table } from './tables.ts'

/** The sentences of a report in order, table cells among them, one by one; what is in a heading's numbering is left out. */
export function* splitSentences({ text }: Pick<Report, 'text'>): Generator<Sentence> {
  const folded = fold(text)
  const tables = findTables(text)
  let open: readonly Heading[] = []
  let number = 0
  let nextTable = 0
  for (const paragraph of findParagraphs(text)) {
    while ((tables[nextTable]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) nextTable++
    const table = tables[nextTable]
    if (table !== undefined && paragraph.start >= table.start) {
      yield* cellsOfRow(table, paragraph, folded, { sections: names(open), section: innermost(open) }, number++)
      continue
    }
    const content = read(folded, paragraph.lines)
    const heading = headingOf(content.reading)
    if (heading !== null) open = openHeading(open, { ...heading, written: writtenOf(text, content, heading.name) })
    const place = {
      sections: names(open),
      section: innermost(open),
      paragraph: number,
      line: paragraph.line,
      cell: null,
    }
    yield* sentencesOf(content, cut(content), place)
    if (heading !== null) open = withoutOpeners(open, content.reading)
    number++
  }
}

const names = (open: readonly Heading[]): string[] => open.map(({ name }) => name)

function innermost(open: readonly Heading[]): string | null {
  const heading = open.at(-1)
  return heading?.written ?? heading?.name ?? null
}

/** A heading's name, character by character as it stands in the report. */
function writtenOf(text: string, { reading, parts }: Reading, name: string): string {
  const from = Math.max(0, reading.indexOf(name))
  return [...name]
    .map((char, index) => {
      const part = parts.findLast((one) => one.from <= from + index)
      return part === undefined ? char : text.charAt(part.start + from + index - part.from)
    })
    .join('')
}

/**
 * A stretch of text without its white space and the marks of footnotes: where in it, and where in the report, each
 * unbroken part begins, and where in it 。！？； stand.
 */
interface Reading {
  readonly reading: string
  readonly stops: readonly number[]
  readonly parts: readonly { readonly from: number; readonly start: number }[]
}

/** 171 项 → 171项, and the lines of one paragraph one behind another. */
function read(folded: string, lines: readonly Span[]): Reading {
  const parts: { from: number; start: number }[] = []
  const stops: number[] = []
  let reading = ''
  const keep = (start: number, end: number): void => {
    if (end <= start) return
    parts.push({ from: reading.length, start })
    reading += folded.slice(start, end)
  }
  for (const line of lines) {
    let start = line.start
    for (let index = line.start; index < line.end; index++) {
      const code = folded.charCodeAt(index)
      if (isSpecial[code] === 0) continue
      if (isStop[code] === 1) stops.push(reading.length + index - start)
      const left = code === BRACKET ? lengthOfNote(folded, index) : Number(isSpace(code) && !setsApart(folded, index))
      if (left === 0) continue
      keep(start, index)
      start = index + left
      index = start - 1
    }
    keep(start, line.end)
  }
  return { reading, parts, stops }
}

const BRACKET = '['.charCodeAt(0)
const stopMarks = '。！？；!?;'
const isStop = tableOf(stopMarks)
/** Nearly no character is a stop or may be left out. */
const isSpecial = tableOf(`${stopMarks}[${spaces}`)

/** Of [3] behind a word: 国民总收入[3]896915亿元. */
const lengthOfNote = (folded: string, index: number): number =>
  /[\u4e00-\u9fff]/.test(folded.charAt(index - 1)) && !/[为达至到有中校]/.test(folded.charAt(index - 1))
    ? (/^\[\d{1,3}\](?![%‰家个所项件户人])/.exec(folded.slice(index, index + 6))?.[0].length ?? 0)
    : 0

/** A space between two figures parts them, 2020 2021; within one it sets off thousands, 17 381家, none of 7.1 815 and 2843 977 394. */
function setsApart(folded: string, index: number): boolean {
  // 20, 300 and 450
  if (folded[index - 1] === '，' && isDigit(folded.charCodeAt(index - 2))) return isDigit(folded.charCodeAt(index + 1))
  if (!isDigit(folded.charCodeAt(index - 1))) return false
  let next = index + 1
  while (isSpace(folded.charCodeAt(next))) next++
  if (!isDigit(folded.charCodeAt(next))) return false
  return (
    next > index + 1 ||
    folded[index] === '\t' ||
    !/^\d{3}(?!\d)/.test(folded.slice(next, next + 4)) ||
    !/(?<![\d.,]|\d\s)[1-9]\d{0,2}(?:\s\d{3}){0,3}$/.test(folded.slice(Math.max(0, index - 18), index))
  )
}

const isCloser = tableOf('”’）)')

/** Where sentences begin and end: after 。！？；, quotation marks behind them included. */
function cut({ reading, stops }: Reading): [number, number][] {
  const pieces: [number, number][] = []
  let start = 0
  for (const stop of stops) {
    let end = stop + 1
    while (isCloser[reading.charCodeAt(end)] === 1) end++
    pieces.push([start, end])
    start = end
  }
  if (start < reading.length) pieces.push([start, reading.length])
  return pieces
}

/** The sentences of a paragraph, from its parts in one go. */
function sentencesOf(
  { reading, parts }: Reading,
  cuts: readonly (readonly [number, number])[],
  place: Pick<Sentence, 'sections' | 'section' | 'paragraph' | 'line' | 'cell'>,
): Sentence[] {
  const { sections, section, paragraph, line, cell } = place
  let part = 0
  const placeOf = (index: number): number => {
    while ((parts[part + 1]?.from ?? Number.POSITIVE_INFINITY) <= index) part++
    const { from, start } = parts[part] as Reading['parts'][number]
    return start + index - from
  }
  return cuts.map(([from, to]) => {
    const start = placeOf(from)
    const isWhole = (parts[part + 1]?.from ?? reading.length) >= to
    const at: number[] | null = isWhole ? null : []
    for (let index = from; at !== null && index < to; index++) at.push(placeOf(index))
    const end = at === null ? start + to - from : (at.at(-1) as number) + 1
    return { start, end, sections, section, paragraph, line, reading: reading.slice(from, to), at, cell }
  })
}

/** Where a stretch of a sentence's reading stands in the report: 171项 → 171 项. */
export function spanInReport({ start, at }: Sentence, from: number, to: number): Span {
  if (at === null) return { start: start + from, end: start + to }
  return { start: at[from] as number, end: (at[to - 1] as number) + 1 }
}

/** The cells of a table's row that hold figures, each read as a sentence of its own. */
function cellsOfRow(
  { figures }: Table,
  row: Paragraph,
  folded: string,
  under: Pick<Sentence, 'sections' | 'section'>,
  paragraph: number,
): Sentence[] {
  const cells: Sentence[] = []
  for (let next = firstFrom(figures, row.start); (figures[next]?.end ?? Number.POSITIVE_INFINITY) <= row.end; next++) {
    const { start, end, cell } = figures[next] as Table['figures'][number]
    const content = read(folded, [{ start, end }])
    const place = { ...under, paragraph, line: row.line, cell }
    cells.push(...sentencesOf(content, [[0, content.reading.length]], place))
  }
  return cells
}

/** The first of the figures, which stand in order, that begins at `start` or behind it. */
function firstFrom(figures: Table['figures'], start: number): number {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
