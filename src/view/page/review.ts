import type { ReviewData } from '../page-data.ts'
import { fill } from '../words.ts'
import { byId, h, plain } from './dom.ts'
import { Filters } from './filters.ts'
import { Grid } from './grid.ts'
import { listenToKeys } from './keys.ts'
import { Labels, levelOf } from './labels.ts'
import { claimOf, type Item, Ledger, set } from './ledger.ts'
import { Panel } from './panel.ts'
import { Reader } from './reader.ts'
import { columnsOf } from './review-columns.ts'
import { facetsOf, searchText } from './review-facets.ts'
import { topBar } from './top-bar.ts'

/** The page on which the claims of reports are reviewed. */
export function startReview(data: ReviewData): void {
  new Review(data)
}

class Review {
  readonly #data: ReviewData
  readonly #labels: Labels
  readonly #readers: readonly Reader[]
  readonly #ledger: Ledger
  readonly #filters: Filters<Item>
  readonly #grid: Grid<Item>
  readonly #panel: Panel
  readonly #top: ReturnType<typeof topBar>
  #count = h('span', { class: 'shown-count' })
  #report = 0

  constructor(data: ReviewData) {
    this.#data = data
    this.#labels = new Labels(data)
    this.#readers = data.reports.map((_, at) => new Reader(byId(`text-${at}`), (claim) => this.#goTo(claim)))
    const reports = data.reports.map(({ facts, claims, corrections }, report) => {
      const text = this.#readers[report]?.text ?? ''
      const items = claims.map((claim, number): Item => {
        const made = claimOf(claim, text)
        return { number, report, made, now: made, sentence: claim.sentence, correction: null }
      })
      for (const correction of corrections) {
        const item = items.find(({ made }) => made.source.start === correction.start && made.raw === correction.raw)
        if (item !== undefined) set(item, correction)
      }
      return { facts, items }
    })
    this.#ledger = new Ledger(reports, (items) => this.#changed(items))
    this.#filters = new Filters<Item>(data.words, {
      facets: facetsOf(data, this.#labels),
      textOf: searchText,
      first: data.words.doubtfulFirst,
      onChange: () => this.#filter(),
    })
    const columns = columnsOf(data, this.#labels)
    this.#grid = new Grid<Item>({
      label: data.words.data,
      columns,
      emptyText: data.words.noneShown,
      rowClass: ({ correction, made }) => `is-${correction?.verdict ?? 'open'} level-${levelOf(made.confidence)}`,
      onSelect: (item) => this.#selected(item),
      onOpen: () => this.#open(),
    })
    this.#panel = new Panel(byId('pane-panel'), data, this.#labels, this.#ledger, {
      move: (step) => this.#grid.move(step),
      close: () => this.#close(),
    })
    this.#top = topBar(data, {
      onReport: (at) => this.#showReport(at),
      onUndo: () => this.#undo(),
      onExport: () => this.#export(),
      onImport: (text) => this.#import(text),
      onView: (view) => showView(view),
      columns,
      onColumns: (shown) => this.#grid.setColumns(shown),
    })
    byId('top').replaceChildren(this.#top.element)
    const tools = h('div', { class: 'data-tools' }, this.#filters.search, this.#count, this.#top.columnMenu)
    const head = h('div', { class: 'data-head' }, tools, this.#filters.element)
    byId('pane-data').prepend(head, this.#grid.element, this.#grid.empty)
    listenToKeys({
      move: (step) => this.#grid.move(step * 1),
      page: (step) => this.#grid.move(step * this.#grid.page),
      ends: (step) => this.#grid.move(step * this.#grid.rows.length),
      open: () => this.#open(),
      accept: () => this.#panel.say('accepted'),
      reject: () => this.#panel.say('rejected'),
      edit: () => {
        this.#open()
        this.#panel.edit()
      },
      undo: () => this.#undo(),
      search: () => this.#filters.search.focus(),
      close: () => this.#escape(),
      help: () => this.#top.showKeys(),
    })
    byId('pane-data').addEventListener('click', ({ target }) => {
      const claim = (target as Element).closest<SVGElement>('[data-claim]')?.dataset.claim
      if (claim !== undefined) this.#fromChart(Number(claim))
    })
    addEventListener('beforeprint', () => this.#grid.drawAll())
    addEventListener('afterprint', () => this.#grid.refresh())
    showView('data')
    this.#showReport(0)
  }

  get #items(): readonly Item[] {
    return this.#ledger.items[this.#report] ?? []
  }

  #showReport(at: number): void {
    this.#report = at
    for (const [index] of this.#data.reports.entries()) byId(`text-${index}`).hidden = index !== at
    for (const charts of document.querySelectorAll<HTMLElement>('.charts')) charts.hidden = charts.id !== `charts-${at}`
    byId('pane-text').scrollTop = 0
    this.#filters.setItems(this.#items)
    for (const item of this.#items) this.#mark(item)
    this.#filter()
    this.#begin()
    this.#top.setProgress(this.#items)
  }

  /** The first claim is looked at, and the text stays at its beginning. */
  #begin(): void {
    const [item = null] = this.#grid.rows
    this.#grid.select(item, true)
    this.#panel.show(item)
    this.#showInText(item, true)
  }

  #filter(): void {
    const shown = this.#items.filter((item) => this.#filters.matches(item))
    const isDoubtful = this.#filters.isFirst
    const rows = isDoubtful ? [...shown].sort((one, other) => one.made.confidence - other.made.confidence) : shown
    this.#grid.setRows(rows)
    this.#count.textContent = this.#filters.countText(shown.length, this.#items.length)
  }

  /** From the text to the table; a filter that hides the claim is taken off. */
  #goTo(number: number): void {
    const item = this.#items[number]
    if (item === undefined) return
    if (!this.#grid.rows.includes(item)) this.#filters.clear()
    this.#grid.select(item, true)
    this.#panel.show(item)
    this.#showInText(item, true)
    document.body.classList.add('is-open')
  }

  #fromChart(number: number): void {
    this.#goTo(number)
    this.#showInText(this.#items[number] ?? null)
  }

  #selected(item: Item | null): void {
    this.#panel.show(item)
    this.#showInText(item)
  }

  #showInText(item: Item | null, isQuiet = false): void {
    const [claims, sentences] = item === null ? [[], []] : [[item.number], [item.sentence]]
    this.#readers[this.#report]?.show(claims, sentences, isQuiet)
  }

  #open(): void {
    if (this.#grid.selected === null) this.#grid.move(1)
    if (this.#grid.selected !== null) document.body.classList.add('is-open')
  }

  #close(): void {
    document.body.classList.remove('is-open')
    this.#grid.element.focus()
  }

  #escape(): void {
    if (this.#panel.isEditing) this.#panel.stopEditing()
    else if (document.activeElement === this.#filters.search && this.#filters.search.value !== '') this.#filters.clear()
    this.#close()
  }

  #changed(items: readonly Item[]): void {
    for (const item of items) {
      this.#filters.forget(item)
      this.#mark(item)
    }
    this.#grid.refresh()
    this.#panel.refresh()
    this.#filters.setItems(this.#items)
    this.#top.setProgress(this.#items)
    const [item] = items
    if (item === undefined) return
    const what = this.#data.words[item.correction?.verdict ?? 'open']
    this.#say(fill(this.#data.words.saidOf, { what, raw: plain(item.made.raw), indicator: plain(item.now.indicator) }))
  }

  #mark({ report, number, made, correction }: Item): void {
    this.#readers[report]?.mark(number, `is-${correction?.verdict ?? 'open'} level-${levelOf(made.confidence)}`)
  }

  #undo(): void {
    const item = this.#ledger.undo()
    if (item === null) this.#say(this.#data.words.nothingToUndo)
    else if (item.report === this.#report && this.#grid.rows.includes(item)) this.#grid.select(item)
  }

  #export(): void {
    const blob = new Blob([this.#ledger.toFile()], { type: 'application/json' })
    const address = URL.createObjectURL(blob)
    const name = (this.#data.reports[0]?.facts.file ?? '').replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
    h('a', { href: address, download: `${name === '' || name === '-' ? 'report' : name}.corrections.json` }).click()
    setTimeout(() => URL.revokeObjectURL(address), 1000)
  }

  #import(text: string): void {
    const { words } = this.#data
    const taken = this.#ledger.fromFile(text)
    this.#say(taken === null ? words.notImported : fill(words.imported, { n: taken }))
  }

  #say(text: string): void {
    const status = byId('status')
    status.textContent = text
    status.classList.remove('is-new')
    requestAnimationFrame(() => status.classList.add('is-new'))
  }
}

function showView(view: 'data' | 'charts' | 'text'): void {
  document.body.dataset.view = view
  for (const tab of document.querySelectorAll<HTMLElement>('[data-tab]')) {
    tab.setAttribute('aria-pressed', String(tab.dataset.tab === view))
  }
}
