import type { PageCell, PageRow, TableData } from '../page-data.ts'
import { byId, h, plain } from './dom.ts'
import { type Facet, Filters } from './filters.ts'
import { type Column, Grid } from './grid.ts'
import { Joints } from './joints.ts'
import { listenToKeys } from './keys.ts'
import { keysDialog } from './keys-dialog.ts'
import { Reader } from './reader.ts'

/** The page with a table and the texts that it is about. */
export function startTable(data: TableData): void {
  const { words, rows, columns, texts, title, facts } = data
  const readers = texts.map((_, at) => new Reader(byId(`text-${at}`), (claim) => goTo(at, claim)))
  const filters = new Filters<PageRow>(words, {
    facets: columns.flatMap((column, at) => (column.isFacet ? [facetOf(column, at, rows)] : [])),
    textOf: ({ cells }) => cells.map(({ text }) => text).join('\n'),
    first: data.first,
    onChange: filter,
  })
  const grid = new Grid<PageRow>({
    label: words.data,
    columns: columns.map((column, at) => columnOf(column, at)),
    emptyText: words.noneShown,
    rowClass: ({ isOdd }) => (isOdd ? 'is-odd' : ''),
    onSelect: show,
    onOpen: () => {},
  })
  const joints = texts.length === 2 ? new Joints(readers) : null
  const count = h('span', { class: 'shown-count' })
  const dialog = keysDialog(words, ['J / K', '/', 'Esc', '?'])
  const tools = h('div', { class: 'data-tools' }, filters.search, count)
  byId('pane-data').prepend(h('div', { class: 'data-head' }, tools, filters.element), grid.element, grid.empty)
  byId('top').replaceChildren(topOf())
  filters.setItems(rows)
  filter()
  showView('data')
  grid.select(grid.rows[0] ?? null)
  listenToKeys({
    move: (step) => grid.move(step),
    page: (step) => grid.move(step * grid.page),
    ends: (step) => grid.move(step * grid.rows.length),
    open: () => {},
    search: () => filters.search.focus(),
    close: () => {
      if (document.activeElement === filters.search) filters.clear()
      grid.element.focus()
    },
    help: () => dialog.showModal(),
  })
  addEventListener('beforeprint', () => grid.drawAll())
  addEventListener('afterprint', () => grid.refresh())

  function filter(): void {
    const shown = rows.filter((row) => filters.matches(row))
    grid.setRows(
      filters.isFirst
        ? [...shown].sort((one, other) => Number(other.isOdd ?? false) - Number(one.isOdd ?? false))
        : shown,
    )
    count.textContent = filters.countText(shown.length, rows.length)
  }

  function show(row: PageRow | null): void {
    for (const [at, reader] of readers.entries()) {
      const claims = (row?.claims ?? []).flatMap(([text, claim]) => (text === at ? [claim] : []))
      const sentences = claims.flatMap((claim) => [texts[at]?.claims[claim]?.sentence ?? ([0, 0] as const)])
      reader.show(claims, sentences)
    }
    joints?.join(row?.claims ?? [])
  }

  function goTo(text: number, claim: number): void {
    const row = rows.find(({ claims }) => claims.some(([of, number]) => of === text && number === claim))
    if (row === undefined) return
    if (!grid.rows.includes(row)) filters.clear()
    grid.select(row)
  }

  function topOf(): HTMLElement {
    const tab = (view: string, label: string) =>
      h('button', { type: 'button', 'data-tab': view, 'aria-pressed': 'false', onclick: () => showView(view) }, label)
    const labels = texts.map((_, at) => byId(`pane-text-${at}`).getAttribute('aria-label') ?? '')
    const tabs = [
      tab('data', words.data),
      ...(document.querySelector('.charts') === null ? [] : [tab('charts', words.charts)]),
      ...labels.map((label, at) => tab(`text-${at}`, label)),
    ]
    const help = h(
      'button',
      { type: 'button', class: 'icon', title: words.keys, 'aria-label': words.keys, onclick: () => dialog.showModal() },
      '?',
    )
    return h(
      'div',
      { class: 'top-bar' },
      h('div', { class: 'top-title' }, h('h1', { title }, plain(title)), h('p', { class: 'facts' }, plain(facts))),
      h('nav', { class: 'tabs', 'aria-label': words.details }, tabs),
      h('div', { class: 'top-buttons' }, help),
      dialog,
    )
  }
}

function showView(view: string): void {
  document.body.dataset.view = view
  for (const tab of document.querySelectorAll<HTMLElement>('[data-tab]')) {
    tab.setAttribute('aria-pressed', String(tab.dataset.tab === view))
  }
}

function columnOf({ key, title, width, isRight, isHidden }: TableData['columns'][number], at: number): Column<PageRow> {
  const collator = new Intl.Collator('zh')
  const read = ({ cells }: PageRow): PageCell => cells[at] ?? { text: '' }
  return {
    ...{ key, title, width, isShown: isHidden !== true },
    ...(isRight ? { align: 'end' as const } : {}),
    order: (one, other) => {
      const [first, second] = [read(one), read(other)]
      if (first.order !== undefined || second.order !== undefined)
        return (first.order ?? -Infinity) - (second.order ?? -Infinity)
      return collator.compare(first.text, second.text)
    },
    cell: (row) => cellOf(read(row)),
  }
}

function cellOf({ text, look, part, href }: PageCell): HTMLElement {
  const shown = plain(text)
  const content = href === undefined ? shown : h('a', { href }, shown)
  const span = h('span', { class: look ?? null, title: shown }, content)
  if (part === undefined) return span
  const bar = h('span', { class: part < 0 ? 'part part-down' : 'part', 'aria-hidden': 'true' })
  bar.style.setProperty('--part', String(Math.abs(part)))
  return h('span', { class: 'with-part' }, bar, span)
}

function facetOf({ key, title }: TableData['columns'][number], at: number, rows: readonly PageRow[]): Facet<PageRow> {
  const order = [...new Set(rows.map(({ cells }) => cells[at]?.text ?? ''))]
  return { key, title, read: ({ cells }) => cells[at]?.text ?? '', label: (text) => (text === '' ? '—' : text), order }
}
