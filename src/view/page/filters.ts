import type { Claim } from '../../types.ts'
import type { ReviewData } from '../page-data.ts'
import { fill } from '../words.ts'
import { h, plain } from './dom.ts'
import { type Labels, levelOf } from './labels.ts'
import type { Item } from './ledger.ts'

/** A property of claims by which they are filtered: its values, in the order that they are shown in. */
interface Facet {
  readonly key: string
  readonly title: string
  readonly read: (item: Item) => string
  readonly label: (value: string) => string
  readonly order: readonly string[]
}

/** The search and the menus over a table; what is chosen in one menu is `or`, all menus together are `and`. */
export class Filters {
  readonly element: HTMLElement
  readonly search: HTMLInputElement
  readonly #facets: readonly Facet[]
  readonly #words: ReviewData['words']
  readonly #chosen = new Map<string, Set<string>>()
  readonly #onChange: () => void
  #menus = h('div', { class: 'menus' })
  #doubtful: HTMLInputElement
  #clear: HTMLButtonElement
  #texts = new WeakMap<Item, string>()

  constructor({ words, sectors }: ReviewData, labels: Labels, onChange: () => void) {
    this.#words = words
    this.#onChange = onChange
    this.#facets = [
      facet(
        'sector',
        words.sector,
        ({ now }) => now.sector,
        (id) => labels.sector(id),
        sectors.map(({ id }) => id),
      ),
      facet(
        'kind',
        words.kind,
        ({ now }) => now.kind,
        (kind) => words.kinds[kind as Claim['kind']],
        Object.keys(words.kinds),
      ),
      facet(
        'status',
        words.status,
        ({ now }) => now.status,
        (one) => words.statuses[one as Claim['status']],
        Object.keys(words.statuses),
      ),
      facet(
        'period',
        words.period,
        ({ now }) => now.period?.text ?? '',
        (text) => (text === '' ? words.noPeriod : text),
        [],
      ),
      facet(
        'confidence',
        words.confidence,
        ({ made }) => levelOf(made.confidence),
        (level) => words.levels[level as keyof typeof words.levels],
        ['low', 'middle', 'high'],
      ),
      facet(
        'review',
        words.review,
        ({ correction }) => correction?.verdict ?? 'open',
        (one) => words[one as 'open'],
        ['open', 'accepted', 'corrected', 'rejected'],
      ),
    ]
    this.search = h('input', {
      type: 'search',
      class: 'search',
      placeholder: words.searchHint,
      'aria-label': words.search,
      oninput: () => this.#changed(),
    })
    this.#doubtful = h('input', { type: 'checkbox', onchange: () => this.#changed() })
    this.#clear = h(
      'button',
      { type: 'button', class: 'link', hidden: true, onclick: () => this.clear() },
      words.clearFilters,
    )
    const doubtful = h('label', { class: 'toggle' }, this.#doubtful, h('span', {}, words.doubtfulFirst))
    this.element = h('div', { class: 'filters' }, this.#menus, doubtful, this.#clear)
  }

  get isDoubtfulFirst(): boolean {
    return this.#doubtful.checked
  }

  /** The menus for these claims; what was chosen and is there no more is forgotten. */
  setItems(items: readonly Item[]): void {
    this.#menus.replaceChildren(...this.#facets.map((one) => this.#menu(one, items)))
  }

  matches(item: Item): boolean {
    const isChosen = this.#facets.every(({ key, read }) => {
      const chosen = this.#chosen.get(key)
      return chosen === undefined || chosen.size === 0 || chosen.has(read(item))
    })
    return isChosen && this.#isFound(item)
  }

  clear(): void {
    this.search.value = ''
    this.#doubtful.checked = false
    this.#chosen.clear()
    for (const box of this.#menus.querySelectorAll('input')) box.checked = false
    this.#changed()
  }

  #isFound(item: Item): boolean {
    const wanted = folded(this.search.value)
    if (wanted === '') return true
    const known = this.#texts.get(item) ?? searchText(item)
    this.#texts.set(item, known)
    return wanted.split(/\s+/).every((word) => known.includes(word))
  }

  /** The text of a claim is made anew when it was corrected. */
  forget(item: Item): void {
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

  #menu({ key, title, read, label, order }: Facet, items: readonly Item[]): HTMLElement {
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

function facet(
  key: string,
  title: string,
  read: Facet['read'],
  label: Facet['label'],
  order: readonly string[],
): Facet {
  return { key, title, read, label, order }
}

function rank(order: readonly string[], value: string): number {
  const at = order.indexOf(value)
  return at === -1 ? order.length : at
}

function searchText({ now }: Item): string {
  const { indicator, action, raw, id, region, period, source } = now
  return folded(
    [indicator, action, raw, id, region ?? '', period?.text ?? '', source.section ?? '', source.sentence].join('\n'),
  )
}

/** As people search: no matter whether half or full width, capital or not. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
