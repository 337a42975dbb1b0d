import { fill, type Words } from '../words.ts'
import { h, plain } from './dom.ts'

/** A property of rows by which they are filtered: its values, in the order that they are shown in. */
export interface Facet<Row> {
  readonly key: string
  readonly title: string
  readonly read: (row: Row) => string
  readonly label: (value: string) => string
  readonly order: readonly string[]
}

interface FilterOptions<Row> {
  readonly facets: readonly Facet<Row>[]
  /** What is searched in a row. */
  readonly textOf: (row: Row) => string
  /** What may be put first: 存疑优先 */
  readonly first: string
  readonly onChange: () => void
}

/** The search and the menus over a table; what is chosen in one menu is `or`, all menus together are `and`. */
export class Filters<Row extends object> {
  readonly element: HTMLElement
  readonly search: HTMLInputElement
  readonly #facets: readonly Facet<Row>[]
  readonly #textOf: (row: Row) => string
  readonly #words: Words
  readonly #chosen = new Map<string, Set<string>>()
  readonly #onChange: () => void
  #menus = h('div', { class: 'menus' })
  #first: HTMLInputElement
  #clear: HTMLButtonElement
  #texts = new WeakMap<Row, string>()

  constructor(words: Words, { facets, textOf, first, onChange }: FilterOptions<Row>) {
    this.#words = words
    this.#facets = facets
    this.#textOf = textOf
    this.#onChange = onChange
    this.search = h('input', {
      type: 'search',
      class: 'search',
      placeholder: words.searchHint,
      'aria-label': words.search,
      oninput: () => this.#changed(),
    })
    this.#first = h('input', { type: 'checkbox', onchange: () => this.#changed() })
    this.#clear = h(
      'button',
      { type: 'button', class: 'link', hidden: true, onclick: () => this.clear() },
      words.clearFilters,
    )
    const toggle = h('label', { class: 'toggle' }, this.#first, h('span', {}, first))
    this.element = h('div', { class: 'filters' }, this.#menus, toggle, this.#clear)
  }

  get isFirst(): boolean {
    return this.#first.checked
  }

  /** The menus for these claims; what was chosen and is there no more is forgotten. */
  setItems(items: readonly Row[]): void {
    this.#menus.replaceChildren(...this.#facets.map((one) => this.#menu(one, items)))
  }

  matches(item: Row): boolean {
    const isChosen = this.#facets.every(({ key, read }) => {
      const chosen = this.#chosen.get(key)
      return chosen === undefined || chosen.size === 0 || chosen.has(read(item))
    })
    return isChosen && this.#isFound(item)
  }

  clear(): void {
    this.search.value = ''
    this.#first.checked = false
    this.#chosen.clear()
    for (const box of this.#menus.querySelectorAll('input')) box.checked = false
    this.#changed()
  }

  #isFound(item: Row): boolean {
    const wanted = folded(this.search.value)
    if (wanted === '') return true
    const known = this.#texts.get(item) ?? folded(this.#textOf(item))
    this.#texts.set(item, known)
    return wanted.split(/\s+/).every((word) => known.includes(word))
  }

  /** The text of a claim is made anew when it was corrected. */
  forget(item: Row): void {
    this.#texts.delete(item)
  }

  #changed(): void {
    for (const menu of this.#menus.querySelectorAll<HTMLElement>('details')) {
      const count = this.#chosen.get(menu.dataset.key ?? '')?.size ?? 0
      menu.classList.toggle('is-set', count > 0)
      const badge = menu.querySelector('.badge')
      if (badge !== null) badge.textContent = count > 0 ? String(count) : ''
    }
    this.#clear.hidden = this.search.value === '' && [...this.#chosen.values()].every(({ size }) => size === 0)
    this.#onChange()
  }

  #menu({ key, title, read, label, order }: Facet<Row>, items: readonly Row[]): HTMLElement {
    const counts = new Map<string, number>()
    for (const item of items) counts.set(read(item), (counts.get(read(item)) ?? 0) + 1)
    const values = [...counts.keys()].sort(
      (one, other) => rank(order, one) - rank(order, other) || (one < other ? -1 : 1),
    )
    const chosen = this.#chosen.get(key) ?? new Set()
    const boxes = values.map((value) => {
      const change = ({ target }: Event) => this.#choose(key, value, (target as HTMLInputElement).checked)
      const box = h('input', { type: 'checkbox', checked: chosen.has(value), onchange: change })
      return h(
        'label',
        {},
        box,
        h('span', {}, plain(label(value))),
        h('span', { class: 'count' }, String(counts.get(value))),
      )
    })
    const summary = h('summary', {}, title, h('span', { class: 'badge' }, chosen.size > 0 ? String(chosen.size) : ''))
    return h(
      'details',
      { class: 'menu', 'data-key': key },
      summary,
      h('div', { class: 'menu-list', role: 'group', 'aria-label': title }, boxes),
    )
  }

  #choose(key: string, value: string, isOn: boolean): void {
    const chosen = this.#chosen.get(key) ?? new Set()
    if (isOn) chosen.add(value)
    else chosen.delete(value)
    this.#chosen.set(key, chosen)
    this.#changed()
  }

  /** 显示 3 / 29 条 */
  countText(shown: number, all: number): string {
    return shown === all ? fill(this.#words.claimsOf, { n: all }) : fill(this.#words.claimsShown, { n: shown, all })
  }
}

function rank(order: readonly string[], value: string): number {
  const at = order.indexOf(value)
  return at === -1 ? order.length : at
}

/** As people search: no matter whether half or full width, capital or not. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
