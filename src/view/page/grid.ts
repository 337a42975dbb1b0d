import { h } from './dom.ts'

/** A column of a grid: its head, how wide it is, what its cells show, and how rows are put in order by it. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** The least width in rem, and its share of what is left over. */
  readonly width: readonly [least: number, share: number]
  readonly align?: 'end'
  readonly order: (one: Row, other: Row) => number
  readonly cell: (row: Row) => Node | string
  readonly isShown: boolean
}

export interface Sorting {
  readonly key: string
  readonly isDown: boolean
}

interface GridOptions<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly emptyText: string
  readonly rowClass: (row: Row) => string
  /** The row that a person moved to; null where there is none. */
  readonly onSelect: (row: Row | null) => void
  readonly onOpen: (row: Row) => void
}

/** Between columns, and at both sides; in rem, as in the style sheet. */
const columnGap = 0.6
/** So many rows are made above and below those in sight. */
const spare = 8

/**
 * A table that holds any number of rows and makes only those in sight: 5,000 claims scroll as 50 do. All rows are of one
 * height, which the style sheet says. Screen readers are told of the whole by aria-rowcount and aria-rowindex.
 */
export class Grid<Row extends object> {
  readonly element: HTMLElement
  #options: GridOptions<Row>
  #columns: readonly Column<Row>[]
  #all: readonly Row[] = []
  #rows: readonly Row[] = []
  #selected: Row | null = null
  #sorting: Sorting | null = null
  #head = h('div', { role: 'row', class: 'grid-head', 'aria-rowindex': 1 })
  #above = h('div', { class: 'grid-space', role: 'presentation' })
  #window = h('div', { class: 'grid-window', role: 'rowgroup' })
  #below = h('div', { class: 'grid-space', role: 'presentation' })
  #empty: HTMLElement
  #first = -1
  #last = -1
  #isWaiting = false

  constructor(options: GridOptions<Row>) {
    this.#options = options
    this.#columns = options.columns
    this.#empty = h('p', { class: 'grid-empty', hidden: true }, options.emptyText)
    const headGroup = h('div', { role: 'rowgroup', class: 'grid-top' }, this.#head)
    const attributes = { class: 'grid', id: 'table', role: 'grid', tabindex: 0, 'aria-label': options.label }
    this.element = h('div', attributes, headGroup, this.#above, this.#window, this.#below)
    this.element.addEventListener('scroll', () => this.#later(), { passive: true })
    this.element.addEventListener('click', (event) => this.#clicked(event))
    new ResizeObserver(() => this.#draw(true)).observe(this.element)
    this.setColumns(options.columns)
  }

  get empty(): HTMLElement {
    return this.#empty
  }

  get rows(): readonly Row[] {
    return this.#rows
  }

  get selected(): Row | null {
    return this.#selected
  }

  setColumns(columns: readonly Column<Row>[]): void {
    this.#columns = columns.filter(({ isShown }) => isShown)
    const tracks = this.#columns.map(({ width: [least, share] }) =>
      share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)`,
    )
    const least = this.#columns.reduce((sum, { width }) => sum + width[0] + columnGap, columnGap)
    this.element.style.setProperty('--columns', tracks.join(' '))
    this.element.style.setProperty('--least', `${least}rem`)
    this.element.setAttribute('aria-colcount', String(this.#columns.length))
    this.#drawHead()
    this.#draw(true)
  }

  /** Other rows; the one that was selected stays so where it is among them. */
  setRows(rows: readonly Row[]): void {
    this.#all = rows
    this.#sort()
    if (this.#selected !== null && !rows.includes(this.#selected)) this.select(null)
  }

  sortBy(sorting: Sorting | null): void {
    this.#sorting = sorting
    this.#sort()
    this.#drawHead()
  }

  /** Something about the rows changed that their cells show. */
  refresh(): void {
    this.#draw(true)
  }

  /** Goes to a row and tells so; `isQuiet` where the teller knows it already. */
  select(row: Row | null, isQuiet = false): void {
    this.#selected = row
    if (row !== null) this.#reveal(this.#rows.indexOf(row))
    this.#draw(true)
    if (!isQuiet) this.#options.onSelect(row)
  }

  move(step: number): void {
    const at = this.#selected === null ? -1 : this.#rows.indexOf(this.#selected)
    const next = at === -1 && step < 0 ? this.#rows.length - 1 : at + step
    const row = this.#rows[Math.max(0, Math.min(this.#rows.length - 1, next))]
    if (row !== undefined) this.select(row)
  }

  /** How many rows are in sight, to turn a page. */
  get page(): number {
    return Math.max(1, Math.floor(this.#viewHeight() / this.#rowHeight()) - 1)
  }

  /** All rows at once, for paper. */
  drawAll(): void {
    this.#fill(0, this.#rows.length)
  }

  #sort(): void {
    const { key, isDown } = this.#sorting ?? { key: '', isDown: false }
    const column = this.#options.columns.find((one) => one.key === key)
    const sorted = column === undefined ? [...this.#all] : [...this.#all].sort(column.order)
    this.#rows = isDown ? sorted.reverse() : sorted
    this.element.setAttribute('aria-rowcount', String(this.#rows.length + 1))
    this.#empty.hidden = this.#rows.length > 0
    this.#draw(true)
  }

  #drawHead(): void {
    const heads = this.#columns.map(({ key, title, align }, at) => {
      const sorted = this.#sorting?.key === key ? (this.#sorting.isDown ? 'descending' : 'ascending') : 'none'
      const attributes = { role: 'columnheader', 'aria-sort': sorted, 'aria-colindex': at + 1, 'data-col': key }
      const button = h('button', { type: 'button', class: 'sort', onclick: () => this.#turn(key) }, title)
      return h('div', { ...attributes, class: align === 'end' ? 'end' : null }, button)
    })
    this.#head.replaceChildren(...heads)
  }

  /** Up, down, and as they were. */
  #turn(key: string): void {
    const now = this.#sorting
    if (now?.key !== key) this.sortBy({ key, isDown: false })
    else this.sortBy(now.isDown ? null : { key, isDown: true })
    this.element.scrollTop = 0
    this.#draw(true)
  }

  #rowHeight(): number {
    return Number.parseFloat(getComputedStyle(this.element).getPropertyValue('--row')) * rem()
  }

  #viewHeight(): number {
    return this.element.clientHeight - this.#head.offsetHeight
  }

  #reveal(at: number): void {
    if (at < 0 || this.#viewHeight() <= 0) return
    const [height, view, top] = [this.#rowHeight(), this.#viewHeight(), this.element.scrollTop]
    if (at * height < top) this.element.scrollTop = at * height
    else if ((at + 1) * height > top + view) this.element.scrollTop = (at + 1) * height - view
  }

  #later(): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    requestAnimationFrame(() => {
      this.#isWaiting = false
      this.#draw(false)
    })
  }

  #draw(isChanged: boolean): void {
    const height = this.#rowHeight()
    if (!(height > 0)) return
    const first = Math.max(0, Math.floor(this.element.scrollTop / height) - spare)
    const last = Math.min(this.#rows.length, first + Math.ceil(this.#viewHeight() / height) + 2 * spare)
    if (!isChanged && first === this.#first && last === this.#last) return
    this.#fill(first, last)
  }

  #fill(first: number, last: number): void {
    const height = this.#rowHeight()
    ;[this.#first, this.#last] = [first, last]
    this.#above.style.height = `${first * height}px`
    this.#below.style.height = `${(this.#rows.length - last) * height}px`
    this.#window.replaceChildren(...this.#rows.slice(first, last).map((row, at) => this.#rowElement(row, first + at)))
    const active = this.#selected === null ? -1 : this.#rows.indexOf(this.#selected)
    if (active >= first && active < last) this.element.setAttribute('aria-activedescendant', `row-${active}`)
    else this.element.removeAttribute('aria-activedescendant')
  }

  #rowElement(row: Row, at: number): HTMLElement {
    const isSelected = row === this.#selected
    const cells = this.#columns.map(({ key, align, cell }, column) =>
      h(
        'div',
        { role: 'gridcell', 'aria-colindex': column + 1, 'data-col': key, class: align === 'end' ? 'end' : null },
        cell(row),
      ),
    )
    const attributes = { role: 'row', id: `row-${at}`, 'data-at': at, 'aria-rowindex': at + 2 }
    const names = `row ${this.#options.rowClass(row)}${isSelected ? ' is-selected' : ''}`
    return h('div', { ...attributes, 'aria-selected': String(isSelected), class: names.trim() }, cells)
  }

  #clicked(event: Event): void {
    const target = (event.target as Element).closest<HTMLElement>('[data-at]')
    const row = target === null ? undefined : this.#rows[Number(target.dataset.at)]
    if (row === undefined) return
    this.select(row)
    this.#options.onOpen(row)
  }
}

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
