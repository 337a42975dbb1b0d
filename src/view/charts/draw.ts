import { type PlotOptions, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { escapeHtml } from '../html.ts'

/** A chart as it stands in a page: its title, what is to be known beside it, its picture, and what that says in words. */
export interface Chart {
  readonly title: string
  readonly note: string | null
  readonly legend: readonly { readonly label: string; readonly className: string }[]
  readonly svg: string
  /** Many of them stand beside each other. */
  readonly isSmall?: boolean
}

/** The width that charts are drawn for; the page makes them as wide as there is room. */
export const chartWidth = 600
/** The size of letters at that width. */
export const letterSize = 14

/** As much of an element as is asked for here. */
interface Drawn {
  readonly childNodes: Iterable<Drawn>
  readonly outerHTML: string
  readonly getAttribute: (name: string) => string | null
  readonly setAttribute: (name: string, value: string) => void
  readonly removeAttribute: (name: string) => void
  readonly querySelectorAll: (selector: string) => Iterable<Drawn>
  readonly append: (...nodes: readonly Drawn[]) => void
  readonly replaceWith: (node: Drawn) => void
  readonly remove: () => void
}

const { document } = parseHTML('<!doctype html><html><body></body></html>')

/**
 * A plot as inline SVG: its colours are the page's, so that it is light or dark as the page is, and it holds no style
 * that the page's policy would refuse. What is drawn with a link to #claim-3 becomes a way to that claim.
 */
export function draw(label: string, options: PlotOptions): string {
  const { marks = [], ...rest } = options
  const svg = plot({
    document,
    width: chartWidth,
    style: { fontSize: `${letterSize}px` },
    ...rest,
    marks,
  }) as unknown as Drawn
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const link of svg.querySelectorAll('a')) {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g') as unknown as Drawn
    group.setAttribute('data-claim', (link.getAttribute('href') ?? '').replace('#claim-', ''))
    group.append(...link.childNodes)
    link.replaceWith(group)
  }
  for (const element of [svg, ...svg.querySelectorAll('*')]) element.removeAttribute('style')
  for (const name of ['class', 'width', 'height', 'font-family']) svg.removeAttribute(name)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  svg.setAttribute('font-size', String(letterSize))
  for (const element of svg.querySelectorAll('[aria-label]')) element.removeAttribute('aria-label')
  return svg.outerHTML.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
}

/** A chart with its title and its legend, for the page. */
export function figureOf({ title, note, legend, svg, isSmall }: Chart): string {
  const small = note === null ? '' : `<small>${escapeHtml(note)}</small>`
  const keys = legend
    .map(({ label, className }) => `<li class="${escapeHtml(className)}">${escapeHtml(label)}</li>`)
    .join('')
  const list = keys === '' ? '' : `<ul class="legend">${keys}</ul>`
  return `<figure tabindex="0"${isSmall ? ' class="small"' : ''}><figcaption>${escapeHtml(title)}${small}</figcaption>${list}${svg}</figure>`
}

/** Names beside a chart, cut where they are too long, and the room that the longest takes. */
export function labelsOf(
  names: readonly string[],
  most = 18,
): { readonly short: readonly string[]; readonly room: number } {
  const short = names.map((name) => (name.length > most ? `${name.slice(0, most - 1)}…` : name))
  const widths = short.map((name) =>
    [...name].reduce((sum, char) => sum + (char > '\u2e80' || char === '…' ? 1 : 0.6), 0),
  )
  return { short, room: Math.ceil(Math.max(2, ...widths) * letterSize) + 14 }
}
