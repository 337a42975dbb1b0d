import { fileURLToPath } from 'node:url'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type Document, limits, type ReadOptions } from './document.ts'
import { doubtsOf, holdsPagePicture, type PageText } from './pdf-doubts.ts'
import { textOfPages } from './pdf-flow.ts'
import { hasTableText, type Line, linesOfPage, type Piece } from './pdf-page.ts'
import { type Rule, rulesOf } from './pdf-rules.ts'
import { refuseBombs } from './pdf-size.ts'

type Pdfjs = typeof import('pdfjs-dist')

/** A PDF with a text layer: its paragraphs closed over lines and pages, page headings and numbers dropped. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<Document> {
  const file = options.file ?? null
  refuseBombs(bytes, options)
  const leave = catchStray()
  try {
    return await readPages(bytes, await open(bytes, file), options)
  } finally {
    await leave()
  }
}

/** pdfjs leaves promises behind that nobody waits for; one that fails would end the process, long after its error was told. */
function catchStray(): () => Promise<void> {
  const take = (reason: unknown) => {
    if (!(reason instanceof Error && /pdf(?:\.worker)?\.mjs/.test(reason.stack ?? ''))) throw reason
  }
  process.on('unhandledRejection', take)
  return async () => {
    // They are told after all that waits already
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', take)
  }
}

async function readPages(bytes: Uint8Array, pdf: PDFDocumentProxy, options: ReadOptions): Promise<Document> {
  const file = options.file ?? null
  try {
    const most = options.maxPages ?? limits.maxPages
    if (pdf.numPages > most) {
      throw new BaoshuError('too-large', say('read.pages', pdf.numPages, most), { file })
    }
    const pages: PageRead[] = []
    const count = countOf(options)
    const mayHide = holdsPagePicture(bytes, sizeOf(await pdf.getPage(1)))
    for (let number = 1; number <= pdf.numPages; number++) {
      pages.push(await readPage(pdf, number, mayHide, count))
      options.onPage?.(number, pdf.numPages)
    }
    const text = textOfPages(pages.map(({ lines }) => lines))
    if (text.replace(/\s/g, '').length < 4 * pages.length) throw scanned(file)
    return { text, title: null, source: null, date: null, messages: doubtsOf(pages) }
  } catch (cause) {
    throw cause instanceof BaoshuError ? cause : damaged(file, cause)
  } finally {
    await pdf.destroy()
  }
}

function scanned(file: string | null): BaoshuError {
  return new BaoshuError('scanned', say('read.scanned'), {
    file,
  })
}

function damaged(file: string | null, cause: unknown): BaoshuError {
  return new BaoshuError('corrupt', say('read.pdf-damaged'), { file, cause })
}

interface PageRead extends PageText {
  readonly lines: readonly Line[]
}

function sizeOf({ view: [left = 0, bottom = 0, right = 0, top = 0] }: PDFPageProxy): { width: number; height: number } {
  return { width: right - left, height: top - bottom }
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]

/** Counts what pages show: all may show the same stream, and a form in a form in a form shows one a million times. */
function countOf(options: ReadOptions): (onPage: number, more: number) => void {
  const most = options.maxElements ?? limits.maxElements
  let left = most * 5
  return (onPage, more) => {
    left -= more
    if (left >= 0 && onPage <= most / 10) return
    throw new BaoshuError('too-large', 'its pages show too many pieces of text; raise the limit with --max-elements', {
      file: options.file ?? null,
    })
  }
}

async function itemsOf(page: PDFPageProxy, count: (onPage: number, more: number) => void): Promise<Item[]> {
  const reader = page.streamTextContent().getReader()
  const items: Item[] = []
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const more: readonly Item[] = part.value.items
      for (const item of more) items.push(item)
      count(items.length, more.length)
    }
    return items
  } catch (cause) {
    await reader.cancel(cause).catch(() => {})
    throw cause
  }
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  mayHide: boolean,
  count: (onPage: number, more: number) => void,
): Promise<PageRead> {
  const page = await pdf.getPage(number)
  const items = await itemsOf(page, count)
  const [left = 0, bottom = 0] = page.view
  const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, left, bottom) : []))
  const rules = hasTableText(pieces) ? await rulesOfPage(page, left, bottom) : []
  const isHidden = mayHide && pieces.length > 0 && (await hidesText(page))
  page.cleanup()
  const text = pieces.map((piece) => piece.text).join('')
  return { lines: linesOfPage(pieces, rules, sizeOf(page)), text, isHidden }
}

/** Is all text drawn in the way that shows nothing, as recognised text is under a scan? */
async function hidesText(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await loadPdfjs()
  const { fnArray, argsArray } = await page.getOperatorList()
  let mode = 0
  let seen = false
  fnArray.forEach((operator, index) => {
    if (operator === OPS.setTextRenderingMode) mode = Number(argsArray[index]?.[0] ?? 0)
    else if (operator === OPS.showText && mode !== 3) seen = true
  })
  return !seen
}

async function rulesOfPage(page: PDFPageProxy, left: number, bottom: number): Promise<Rule[]> {
  const { OPS } = await loadPdfjs()
  const drawing = await page.getOperatorList()
  return rulesOf(drawing, OPS).map((rule) => ({
    x: rule.x - left,
    right: rule.right - left,
    bottom: rule.bottom - bottom,
    top: rule.top - bottom,
  }))
}

/** A run of text where it stands; turned ones, as water marks are, are left out. */
function pieceOf(item: { str: string; transform: number[]; width: number }, left: number, bottom: number): Piece[] {
  const [across = 0, up = 0, , down = 0, x = 0, y = 0] = item.transform
  const size = Math.hypot(across, up)
  if (item.str.trim() === '' || size === 0 || Math.abs(up) > 0.1 * size || down === 0) return []
  return [{ text: item.str, x: x - left, right: x - left + item.width, y: y - bottom, size }]
}

async function open(bytes: Uint8Array, file: string | null): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: fileURLToPath(new URL('cmaps/', home)),
    cMapPacked: true,
    standardFontDataUrl: fileURLToPath(new URL('standard_fonts/', home)),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 0,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    return await task.promise
  } catch (cause) {
    await task.destroy()
    const locked = cause instanceof Error && cause.name === 'PasswordException'
    if (!locked) throw damaged(file, cause)
    throw new BaoshuError('encrypted', say('read.pdf-locked'), { file })
  }
}

/** pdfjs as it was built in, seen from `src/read`, `dist/read` and `dist/program` alike. */
const home = new URL('../../dist/pdf/', import.meta.url)
let loaded: Promise<Pdfjs> | null = null

/** pdfjs speaks of a missing canvas when it is loaded; nothing is drawn here, so empty shapes stand in for it. */
function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= (async () => {
    const shapes: Record<string, unknown> = globalThis as unknown as Record<string, unknown>
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) shapes[name] ??= class {}
    const warn = console.warn
    console.warn = () => {}
    try {
      const pdfjs = (await import(new URL('pdf.mjs', home).href)) as Pdfjs
      pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.mjs', home).href
      return pdfjs
    } finally {
      console.warn = warn
    }
  })()
  return loaded
}
