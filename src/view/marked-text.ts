import { linesOf } from '../text/lines.ts'
import type { Claim, Span } from '../types.ts'
import { escapeHtml } from './html.ts'

/** A stretch of a report's text that a claim was read from; `claim` is its number in the page. */
interface Mark extends Span {
  readonly part: 'figure' | 'name'
  readonly claim: number
}

/**
 * A report's text as HTML whose text content is the text itself, so that offsets hold in the browser too: 新认证
 * <span data-n="5">“三品一标”</span><mark data-f="5">503 个</mark>. A line is a paragraph.
 */
export function markedText(text: string, claims: readonly Claim[]): string {
  const marks = claims.flatMap(marksOf).sort((one, other) => one.start - other.start || one.end - other.end)
  const headings = new Set(claims.flatMap(({ source }) => source.section?.split(' › ') ?? []).map(plain))
  const pieces: string[] = []
  let end = 0
  let from = 0
  for (const line of linesOf(text)) {
    pieces.push(escapeHtml(text.slice(end, line.start)))
    end = line.end
    while (from < marks.length && (marks[from]?.end ?? 0) <= line.start) from++
    const content = text.slice(line.start, line.end)
    if (content.trim() === '') pieces.push(escapeHtml(content))
    else pieces.push(`<p${classOf(content, headings)}>${markedLine(text, line, marks, from)}</p>`)
  }
  return pieces.join('')
}

function marksOf(claim: Claim, number: number): Mark[] {
  const { source, indicatorSpans, actionSpan } = claim
  const names = [...indicatorSpans, ...(actionSpan === null ? [] : [actionSpan])]
  return [
    { start: source.start, end: source.end, part: 'figure', claim: number },
    ...names.map(([start, end]): Mark => ({ start, end, part: 'name', claim: number })),
  ]
}

function classOf(content: string, headings: ReadonlySet<string>): string {
  if (headings.has(plain(content))) return ' class="heading"'
  return /[\t｜]/.test(content) ? ' class="cells"' : ''
}

/** 一、农产品质量： → 农产品质量 */
function plain(heading: string): string {
  return heading.replace(/^[\s【[（(]*(?:[一二三四五六七八九十\d]{1,3}[、.．)）])?|[\s】\]）):：。]+$/g, '')
}

function markedLine(text: string, line: Span, marks: readonly Mark[], from: number): string {
  const here: Mark[] = []
  for (let at = from; at < marks.length && (marks[at]?.start ?? 0) < line.end; at++) {
    const mark = marks[at]
    if (mark !== undefined && mark.end > line.start) here.push(mark)
  }
  if (here.length === 0) return shown(text.slice(line.start, line.end))
  const within = (place: number) => Math.min(line.end, Math.max(line.start, place))
  const edges = [...new Set([line.start, line.end, ...here.flatMap(({ start, end }) => [within(start), within(end)])])]
  edges.sort((one, other) => one - other)
  return edges
    .slice(1)
    .map((end, at) => pieceOf(text, { start: edges[at] ?? 0, end }, here))
    .join('')
}

/** Between two edges nothing changes: one figure at most, and the claims that it names. */
function pieceOf(text: string, { start, end }: Span, marks: readonly Mark[]): string {
  const covering = marks.filter((mark) => mark.start <= start && mark.end >= end)
  const figure = covering.find(({ part }) => part === 'figure')
  const named = [...new Set(covering.filter(({ part }) => part === 'name').map(({ claim }) => claim))]
  const inner = shown(text.slice(start, end))
  const marked =
    figure === undefined ? inner : `<mark role="button" tabindex="-1" data-f="${figure.claim}">${inner}</mark>`
  return named.length === 0 ? marked : `<span class="name" data-n="${named.join(' ')}">${marked}</span>`
}

/** Marks that turn the direction of writing are shown by their numbers and turn nothing but themselves. */
function shown(text: string): string {
  return escapeHtml(text).replace(
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `<bdi class="control" data-code="U+${char.charCodeAt(0).toString(16).toUpperCase()}">${char}</bdi>`,
  )
}
