import { load } from 'cheerio'
import { marked } from 'marked'
import { BaoshuError } from '../errors.ts'
import { decode } from './decode.ts'
import type { Document, ReadOptions } from './document.ts'
import { unplaced } from './html.ts'
import { linesOfNodes, textOfLines } from './lines.ts'

// ---\ntitle: 年报\n---
const frontMatter = /^---\r?\n(?:.{0,500}\r?\n){0,200}?---\r?\n/

/** Markdown: its headings, paragraphs, lists and tables as lines, the marks taken off: **503个** → 503个. */
export function readMarkdown(bytes: Uint8Array, options: ReadOptions = {}): Document {
  const { text: source, messages } = decode(bytes, options)
  const markup = marked.parse(source.replace(frontMatter, ''), { async: false })
  const $ = load(markup, null, false)
  const text = textOfLines(linesOfNodes($.root().contents().toArray()))
  if (text === '') throw new BaoshuError('empty', 'the file holds no text', { file: options.file ?? null })
  return { text, title: null, source: null, date: null, messages: unplaced(messages) }
}
