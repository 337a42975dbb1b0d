import type { PageRow } from '../page-data.ts'
import type { Reader } from './reader.ts'

const svg = 'http://www.w3.org/2000/svg'

/** A line from a figure in one text to its fellow in the text beside it, as long as both are in sight. */
export class Joints {
  readonly #readers: readonly Reader[]
  readonly #lines = document.createElementNS(svg, 'svg')
  #claims: PageRow['claims'] = []

  constructor(readers: readonly Reader[]) {
    this.#readers = readers
    this.#lines.setAttribute('class', 'joints')
    this.#lines.setAttribute('aria-hidden', 'true')
    document.body.append(this.#lines)
    const redraw = () => requestAnimationFrame(() => this.#draw())
    for (const pane of document.querySelectorAll('.pane-text'))
      pane.addEventListener('scroll', redraw, { passive: true })
    addEventListener('resize', redraw)
  }

  join(claims: PageRow['claims']): void {
    this.#claims = claims
    // Once more when the texts have come to rest
    requestAnimationFrame(() => requestAnimationFrame(() => this.#draw()))
  }

  #draw(): void {
    const [one, other] = [0, 1].map((text) => this.#boxIn(text))
    const path = document.createElementNS(svg, 'path')
    if (one && other && one.right < other.left) {
      const [from, to] = [one.top + one.height / 2, other.top + other.height / 2]
      const middle = (one.right + other.left) / 2
      path.setAttribute('d', `M${one.right + 3} ${from}C${middle} ${from} ${middle} ${to} ${other.left - 3} ${to}`)
    }
    this.#lines.replaceChildren(path)
  }

  /** The figure’s box where it is in sight in its pane. */
  #boxIn(text: number): DOMRect | null {
    const claim = this.#claims.find(([of]) => of === text)?.[1]
    const box = claim === undefined ? null : (this.#readers[text]?.boxOf(claim) ?? null)
    const pane = document.getElementById(`pane-text-${text}`)?.getBoundingClientRect()
    return box === null || pane === undefined || box.bottom < pane.top || box.top > pane.bottom || box.width === 0
      ? null
      : box
  }
}
