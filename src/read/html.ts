import type { CheerioAPI } from 'cheerio'
import { type Element, isTag } from 'domhandler'
import { BaoshuError } from '../errors.ts'
import { type Said, say } from '../messages/index.ts'
import { findArticle, isFurniture, isLinkList } from './article.ts'
import { decode } from './decode.ts'
import type { Document, ReadOptions } from './document.ts'
import { loadMarkup } from './elements.ts'
import { dateIn, sourceIn } from './facts.ts'
import { descendants, linesOfNodes, textOfLines } from './lines.ts'

/** A web page: its article as lines, without menus, tool bars, footers and scripts. */
export function readHtml(bytes: Uint8Array, options: ReadOptions = {}): Document {
  const { text: markup, messages } = decode(bytes, options, declaredEncoding(bytes))
  const $ = loadMarkup(markup, options)
  $('script, style, noscript, template, iframe, nav, footer, aside, form[role=search]').remove()
  const page = linesOfNodes($('body').toArray(), options.file).slice(0, 60)
  const lines = articleLines($, options)
  const title = titleOf($, lines)
  const head = title === null || lines.slice(0, 6).some((line) => same(line, title)) ? [] : [title]
  const text = textOfLines([...head, ...lines])
  if (text === '') throw new BaoshuError('no-article', noArticle(options), { file: options.file ?? null })
  const source = $('meta[name=ContentSource]').attr('content') ?? sourceIn(page.join('\n'))
  const date = dateIn([$('meta[name=PubDate]').attr('content') ?? '', ...page])
  return { text, title, source: source?.trim() || null, date, messages: unplaced(messages) }
}

/** A message about the file says nothing of places in the text view. */
export function unplaced(messages: Document['messages']): Document['messages'] {
  return messages.map((message) => ({ ...message, span: null }))
}

// <meta charset="gb2312">, <meta http-equiv="Content-Type" content="text/html; charset=big5">
const charset = /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})/i

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return charset.exec(head)?.[1] ?? null
}

function articleLines($: CheerioAPI, options: ReadOptions): string[] {
  if (options.selector !== undefined) return linesOfNodes(selected($, options.selector, options), options.file)
  const body = $('body')[0]
  if (body === undefined) return []
  const article = findArticle(body)
  for (const element of descendants(article)) {
    if (/^(?:ul|ol|dl|div|p|section|table|tr|td|center|span)$/.test(element.name) && isLinkList(element))
      $(element).remove()
  }
  return linesOfNodes([article], options.file).filter((line) => !isFurniture(line))
}

function selected($: CheerioAPI, selector: string, options: ReadOptions): Element[] {
  const file = options.file ?? null
  try {
    const found = $(selector).toArray().filter(isTag)
    if (found.length > 0) return found
  } catch (cause) {
    throw new BaoshuError('usage', say('read.selector', selector), { file, cause })
  }
  throw new BaoshuError('no-article', say('read.nothing-selected', selector), { file })
}

function noArticle(options: ReadOptions): Said {
  return options.selector === undefined ? say('read.no-article') : say('read.empty-selected', options.selector)
}

/** The page's own title: what its CMS marks, a heading, else the window title before the site's name. */
function titleOf($: CheerioAPI, lines: readonly string[]): string | null {
  const window = clean($('title').first().text())
  const heading = $('h1, .title, .article-title, #title')
    .toArray()
    .map((element) => linesOfNodes(element.children).join(' '))
    .find(
      (text) =>
        text.length >= 6 &&
        text.length <= 100 &&
        (window === '' || window.includes(text.slice(0, 12)) || lines.some((line) => same(line, text))),
    )
  const marked = clean(
    $('meta[name=ArticleTitle]').attr('content') ?? $('meta[property="og:title"]').attr('content') ?? '',
  )
  return (
    [marked, heading ?? '', clean(window.split(/[_|｜]|\s[-–—]\s?|-(?=[^-]*(?:网|局|政府|厅)$)/)[0] ?? '')].find(
      (text) => text !== '',
    ) ?? null
  )
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function same(one: string, other: string): boolean {
  return one.replace(/\s/g, '') === other.replace(/\s/g, '')
}
