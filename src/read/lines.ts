import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { BaoshuError } from '../errors.ts'
import { areaOf, linesAroundTable, type MarkedCell, mostCells } from './grid.ts'

/** Elements that hold no text of the page. */
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'head',
  'select',
  'button',
  'img',
  'textarea',
  'input',
  'canvas',
  'audio',
  'video',
  'map',
])

const inline = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark o:p q ruby rb s samp small span st1 strike strong sub sup time tt u var'.split(
    ' ',
  ),
)

/** The lines of a text, made piece by piece: `open` is the line being written. */
interface Page {
  readonly lines: string[]
  open: string
  readonly file: string | null
  /** How many cells its tables may still have. */
  room: number
}

/** Lines as the text view, tables parted from other text by one empty line. */
export function textOfLines(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
  return text === '' ? '' : `${text}\n`
}

/** The lines of marked-up text, one a paragraph, table rows with tabs, '' around a table: ['农产品质量', '新认证503个']. */
export function linesOfNodes(nodes: readonly AnyNode[], file: string | null = null): string[] {
  const page: Page = { lines: [], open: '', file, room: mostCells }
  for (const node of nodes) write(page, node)
  endLine(page)
  return page.lines
}

function write(page: Page, node: AnyNode): void {
  if (isText(node)) page.open += node.data
  else if (isTag(node) && !isHidden(node)) writeElement(page, node)
}

function writeElement(page: Page, element: Element): void {
  const { name, children } = element
  if (name === 'br' || name === 'hr') endLine(page)
  else if (name === 'sup') page.open += raised(plainText(element))
  else if (inline.has(name)) for (const child of children) write(page, child)
  else if (name === 'table' && isDataTable(element)) writeTable(page, element)
  else {
    endLine(page)
    for (const child of children) write(page, child)
    endLine(page)
  }
}

/** 平方米 as m<sup>2</sup> keeps its power; a note mark [1] goes. */
function raised(text: string): string {
  if (/^\s*[[〔【(（]?\d+[\]〕】)）]\s*$/.test(text)) return ''
  return text.replace('2', '²').replace('3', '³')
}

function isHidden(element: Element): boolean {
  if (silent.has(element.name)) return true
  const { style = '', hidden } = element.attribs
  return hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

// A line end in the source between Chinese characters is no space: 检测机构\n纳入
const brokenHan =
  /(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])/g

function endLine(page: Page): void {
  const line = page.open
    .replace(brokenHan, '')
    .replace(/[ \t\r\n\u00a0\u200b\ufeff]+/g, ' ')
    .trim()
  page.open = ''
  if (line !== '') page.lines.push(line)
}

function writeTable(page: Page, table: Element): void {
  endLine(page)
  const caption = table.children.filter((child): child is Element => isTag(child) && child.name === 'caption')
  const rows = rowsOf(table).map((row) => cellsOf(row).map(markedCell))
  page.room -= areaOf(rows)
  if (page.room < 0) {
    throw new BaoshuError('too-large', `its tables have more than ${mostCells} cells`, { file: page.file })
  }
  for (const line of linesOfNodes(caption.flatMap(({ children }) => children))) page.lines.push(line)
  for (const line of linesAroundTable(rows)) page.lines.push(line)
}

/** A table with rows of short cells; one that only lays out a page holds tables, a single column or long text. */
function isDataTable(table: Element): boolean {
  const rows = rowsOf(table).map(cellsOf)
  if (rows.length < 2 || rows.every((row) => row.length < 2)) return false
  if (descendants(table).some(({ name }) => name === 'table')) return false
  const lengths = rows.flat().map((cell) => plainText(cell).trim().length)
  const long = lengths.filter((length) => length > 200)
  return long.length * 5 <= lengths.length && long.every((length) => length <= 1000)
}

function markedCell(cell: Element): MarkedCell {
  const { colspan, rowspan } = cell.attribs
  return { text: linesOfNodes(cell.children).join('\n'), columns: spanOf(colspan), rows: spanOf(rowspan) }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span >= 1 && span <= 1000 ? span : 1
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of table.children) {
    if (!isTag(child)) continue
    if (child.name === 'tr') rows.push(child)
    else if (/^t(?:head|body|foot)$/.test(child.name)) for (const row of rowsOf(child)) rows.push(row)
  }
  return rows
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child): child is Element => isTag(child) && (child.name === 'td' || child.name === 'th'))
}

/** Every element inside, without recursion. */
export function descendants(root: Element): Element[] {
  const found: Element[] = []
  const waiting: AnyNode[] = [...root.children]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isTag(node)) continue
    found.push(node)
    for (const child of node.children) waiting.push(child)
  }
  return found
}

/** All text inside, as it stands. */
export function plainText(root: Element): string {
  return root.children
    .map((node) => (isText(node) ? node.data : isTag(node) && !isHidden(node) ? plainText(node) : ''))
    .join('')
}
