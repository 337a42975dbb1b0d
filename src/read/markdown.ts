import { marked } from 'marked'
import { BaoshuError } from '../errors.ts'
import { decode } from './decode.ts'
import { type Document, limits, type ReadOptions } from './document.ts'
import { loadMarkup } from './elements.ts'
import { unplaced } from './html.ts'
import { linesOfNodes, textOfLines } from './lines.ts'

// ---\ntitle: 年报\n---
const frontMatter = /^---\r?\n(?:.{0,500}\r?\n){0,200}?---\r?\n/

/** Markdown: its headings, paragraphs, lists and tables as lines, the marks taken off: **503个** → 503个. */
export function readMarkdown(bytes: Uint8Array, options: ReadOptions = {}): Document {
  const { text: source, messages } = decode(bytes, options)
  const markup = markupOf(withWholeRows(source.replace(frontMatter, '')), options)
  const $ = loadMarkup(markup, options)
  const text = textOfLines(linesOfNodes($('body').toArray(), options.file))
  if (text === '') throw new BaoshuError('empty', 'the file holds no text', { file: options.file ?? null })
  return { text, title: null, source: null, date: null, messages: unplaced(messages) }
}

/** The marks of the source as elements, where there are not so many that this would take minutes. */
function markupOf(source: string, options: ReadOptions): string {
  const file = options.file ?? null
  if (isTangled(source, options)) {
    throw new BaoshuError('too-large', 'it holds too many marks (* _ | and indents) to be Markdown; name it .txt', {
      file,
    })
  }
  try {
    return marked.parse(source, { async: false })
  } catch (cause) {
    throw new BaoshuError('too-large', 'its lists or quotations are nested too deep', { file, cause })
  }
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)

/**
 * Rows wider than their heading lose cells to marked: the heading is made as wide, said over its columns where it
 * fits them evenly: | |资产|人员| over | |1985|1995|1985|1995|.
 */
function withWholeRows(source: string): string {
  const lines = source.split('\n')
  for (const [index, line] of lines.entries()) {
    if (!/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) || !lines[index - 1]?.includes('|')) continue
    const heading = cellsOf(lines[index - 1] ?? '')
    let width = heading.length
    for (let row = index + 1; lines[row]?.includes('|'); row++)
      width = Math.max(width, cellsOf(lines[row] ?? '').length)
    if (width === heading.length || cellsOf(line).length !== heading.length) continue
    const [stub = '', ...others] = heading
    const times = (width - 1) / others.length
    const wide = Number.isInteger(times) ? others.flatMap((cell) => Array.from({ length: times }, () => cell)) : others
    const padded = [stub, ...wide, ...Array.from({ length: width - 1 - wide.length }, () => ' ')]
    lines[index - 1] = `|${padded.join('|')}|`
    lines[index] = `|${padded.map(() => '---').join('|')}|`
  }
  return lines.join('\n')
}

const mostWork = 1e9

/** marked looks from each * and _ of a paragraph at all the others, and from each indent at those around it. */
function isTangled(source: string, options: ReadOptions): boolean {
  const lines = source.split('\n')
  const indents = lines.map((line) => line.search(/[^ \t]|$/))
  if (lines.length > (options.maxElements ?? limits.maxElements)) return true
  if (indents.some((indent) => indent > (options.maxDepth ?? limits.maxDepth))) return true
  if (tableCells(lines) > (options.maxElements ?? limits.maxElements)) return true
  const marks = source.split(/\n\s*\n/).map((paragraph) => paragraph.match(/[*_]/g)?.length ?? 0)
  return marks.reduce((sum, count) => sum + count * count, 0) > mostWork
}

/** Every row of a table is made as wide as the line under its head, |---|---|, whatever stands in it. */
function tableCells(lines: readonly string[]): number {
  let [cells, columns] = [0, 0]
  for (const line of lines) {
    if (/^[\s>|:-]*-[\s>|:-]*$/.test(line) && line.includes('|')) columns = line.split('|').length
    else if (line.trim() === '') columns = 0
    cells += columns
  }
  return cells
}
