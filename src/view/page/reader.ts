import type { Place } from '../../types.ts'

/** The texts of a page: their figures and names, each known by the number of its claim. */
export class Reader {
  readonly #article: HTMLElement
  readonly text: string
  #figures = new Map<number, HTMLElement[]>()
  #names = new Map<number, HTMLElement[]>()
  #on: readonly Element[] = []
  #ranges: readonly Range[] = []

  constructor(article: HTMLElement, onFigure: (claim: number) => void) {
    this.#article = article
    this.text = article.textContent ?? ''
    for (const mark of article.querySelectorAll<HTMLElement>('[data-f]'))
      put(this.#figures, Number(mark.dataset.f), mark)
    for (const name of article.querySelectorAll<HTMLElement>('[data-n]')) {
      for (const claim of (name.dataset.n ?? '').split(' ')) put(this.#names, Number(claim), name)
    }
    article.addEventListener('click', (event) => {
      const target = event.target as Element
      const figure = target.closest<HTMLElement>('[data-f]')?.dataset.f
      const name = target.closest<HTMLElement>('[data-n]')?.dataset.n?.split(' ')[0]
      const claim = figure ?? name
      if (claim !== undefined && String(getSelection()) === '') onFigure(Number(claim))
    })
  }

  /** Shows where claims stand: their figures, the words that name them, and their sentences. */
  show(claims: readonly number[], sentences: readonly Place[], isQuiet = false): void {
    for (const element of this.#on) element.classList.remove('is-on')
    const figures = claims.flatMap((claim) => this.#figures.get(claim) ?? [])
    this.#on = [...figures, ...claims.flatMap((claim) => this.#names.get(claim) ?? [])]
    for (const element of this.#on) element.classList.add('is-on')
    this.#showSentences(sentences)
    const [first] = figures
    if (first === undefined || isQuiet) return
    first.scrollIntoView({ block: 'center' })
    // Paragraphs out of sight have no height of their own until they come into it
    requestAnimationFrame(() => first.scrollIntoView({ block: 'center' }))
  }

  /** Where the first figure of a claim is on the screen; null where it is not drawn. */
  boxOf(claim: number): DOMRect | null {
    return this.#figures.get(claim)?.[0]?.getBoundingClientRect() ?? null
  }

  /** What was said of a claim, or how sure it is, as a class of its figure. */
  mark(claim: number, names: string): void {
    for (const element of this.#figures.get(claim) ?? []) {
      element.className = `${names}${element.classList.contains('is-on') ? ' is-on' : ''}`
    }
  }

  #showSentences(places: readonly Place[]): void {
    if (!('highlights' in CSS)) return
    const own = CSS.highlights.get('sentence') ?? new Highlight()
    CSS.highlights.set('sentence', own)
    for (const range of this.#ranges) own.delete(range)
    this.#ranges = places.flatMap((place) => this.#rangesOf(place))
    for (const range of this.#ranges) own.add(range)
  }

  /** The texts between two offsets, but for the figures, which have a colour of their own. */
  #rangesOf([start, end]: Place): Range[] {
    const ranges: Range[] = []
    const walker = document.createTreeWalker(this.#article, NodeFilter.SHOW_TEXT)
    let at = 0
    for (
      let node = walker.nextNode() as Text | null;
      node !== null && at < end;
      node = walker.nextNode() as Text | null
    ) {
      const [from, to] = [Math.max(0, start - at), Math.min(node.length, end - at)]
      if (from < to && node.parentElement?.closest('mark, .is-on') === null) ranges.push(rangeIn(node, from, to))
      at += node.length
    }
    return ranges
  }
}

function rangeIn(node: Text, start: number, end: number): Range {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return range
}

function put<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
