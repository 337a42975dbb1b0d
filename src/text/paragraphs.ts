import type { Span } from '../types.ts'
import { tableOf } from './characters.ts'
import { linesOf } from './lines.ts'

/** Lines that are read as one: a paragraph that a page break cuts has two. */
export interface Paragraph extends Span {
  /** Its lines without the white space around them. */
  readonly lines: readonly Span[]
  /** Number of its first line, from 1. */
  readonly line: number
}

const sentenceEnd = /[。！？；：…!?;:”"》】）)]$/
const opensAnew =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、)）](?!\d)|第[一二三四五六七八九十百]+[章节部条]|——|[①-⑳●■◆★•·【\-*#]|附件|表\d|注[：:])/
const pageNumber = /^[-—–\s·]*(?:第?\s*\d{1,4}\s*页?)[-—–\s·]*(?:共\s*\d{1,4}\s*页)?$/
const tabular = /[\t｜|]|\S {2,}\S/

/**
 * The paragraphs of a text, empty lines and page numbers left out, a sentence that a page break cuts joined again:
 * 将检测机构纳 / 入第六方责任主体.
 */
export function findParagraphs(text: string): Paragraph[] {
  const paragraphs: { start: number; end: number; lines: Span[]; line: number }[] = []
  let number = 0
  for (const { start, end } of linesOf(text)) {
    number++
    const line = trimmed(text, start, end)
    const last = paragraphs.at(-1)
    const content = text.slice(line.start, line.end)
    if (content !== '' && !(last !== undefined && content.length < 40 && pageNumber.test(content))) {
      if (last !== undefined && goesOn(text, last.lines, content)) {
        last.lines.push(line)
        last.end = line.end
      } else paragraphs.push({ start: line.start, end: line.end, lines: [line], line: number })
    }
  }
  return paragraphs
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** Space, tab, no-break and full-width space, byte order mark, zero-width space. */
export const spaces = ' \t\n\v\f\r\u00a0\u3000\ufeff\u200b'
const isSpaceOf = tableOf(spaces)
export const isSpace = (code: number): boolean => isSpaceOf[code] === 1

/** Does a sentence of prose break off at the line's end and go on in this line? */
function goesOn(text: string, lines: readonly Span[], next: string): boolean {
  const last = lines.at(-1) as Span
  if (last.end - last.start < 16 || sentenceEnd.test(text.slice(last.end - 1, last.end))) return false
  if (opensAnew.test(next) || tabular.test(next.slice(0, 200))) return false
  const before = text.slice(Math.max(last.start, last.end - 400), last.end)
  return /[，。；、]/.test(before) && !tabular.test(before)
}
