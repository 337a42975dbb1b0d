import type { ReviewData } from '../page-data.ts'
import { fill } from '../words.ts'
import { h, plain } from './dom.ts'
import type { Column } from './grid.ts'
import { keysDialog } from './keys-dialog.ts'
import type { Item } from './ledger.ts'

/** What the bar over the page may ask for. */
interface Asked {
  readonly onReport: (at: number) => void
  readonly onUndo: () => void
  readonly onExport: () => void
  readonly onImport: (text: string) => void
  readonly onView: (view: 'data' | 'charts' | 'text') => void
  readonly columns: readonly Column<Item>[]
  readonly onColumns: (columns: readonly Column<Item>[]) => void
}

/** The bar over the page: which report, how much of it is reviewed, and what can be done. */
export function topBar(data: ReviewData, asked: Asked) {
  const { words, reports } = data
  const facts = h('p', { class: 'facts' })
  const progress = h('progress', { max: 1, value: 0, 'aria-label': words.review })
  const said = h('span', { class: 'progress-text' })
  const dialog = keysDialog(words)
  const heading = h('h1', {})
  const showFacts = (at: number) => {
    const { title, file, region, year, source } = (reports[at] as ReviewData['reports'][number]).facts
    heading.textContent = plain(title ?? file)
    heading.title = title ?? file
    facts.textContent = [region, year === null ? null : String(year), source, title === null ? null : file]
      .filter((part) => part !== null)
      .map(plain)
      .join(' · ')
  }
  showFacts(0)
  const picker =
    reports.length < 2
      ? null
      : reportPicker(data, (at) => {
          showFacts(at)
          asked.onReport(at)
        })
  const file = h('input', { type: 'file', accept: '.json', hidden: true })
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? []
    if (chosen !== undefined) asked.onImport(await chosen.text())
    file.value = ''
  })
  const element = h(
    'div',
    { class: 'top-bar' },
    h('div', { class: 'top-title' }, heading, facts),
    picker,
    h(
      'nav',
      { class: 'tabs', 'aria-label': words.details },
      tab('text', words.text),
      tab('data', words.data),
      document.querySelector('.charts') === null ? null : tab('charts', words.charts),
    ),
    h('div', { class: 'progress' }, progress, said),
    h(
      'div',
      { class: 'top-buttons' },
      button(words.undo, asked.onUndo, 'U'),
      button(words.importFile, () => file.click()),
      h('button', { type: 'button', class: 'primary', onclick: asked.onExport }, words.exportFile),
      h(
        'button',
        {
          type: 'button',
          class: 'icon',
          title: words.keys,
          'aria-label': words.keys,
          onclick: () => dialog.showModal(),
        },
        '?',
      ),
    ),
    file,
    dialog,
  )
  function tab(view: 'data' | 'charts' | 'text', title: string): HTMLElement {
    return h(
      'button',
      { type: 'button', 'data-tab': view, 'aria-pressed': 'false', onclick: () => asked.onView(view) },
      title,
    )
  }
  return {
    element,
    columnMenu: columnMenu(words, asked),
    showKeys: () => dialog.showModal(),
    setProgress: (items: readonly Item[]) => {
      const done = items.filter(({ correction }) => correction !== null).length
      progress.value = items.length === 0 ? 0 : done / items.length
      said.textContent = fill(words.progress, { n: done, all: items.length })
    },
  }
}

function button(label: string, run: () => void, shortcut?: string): HTMLElement {
  return h('button', { type: 'button', 'aria-keyshortcuts': shortcut ?? null, onclick: run }, label)
}

function reportPicker({ reports, words }: ReviewData, onReport: (at: number) => void): HTMLElement {
  const options = reports.map(({ facts, claims }, at) =>
    h('option', { value: at }, `${plain(facts.title ?? facts.file)}（${claims.length}）`),
  )
  const select = h('select', { class: 'reports', 'aria-label': words.report }, options)
  select.addEventListener('change', () => onReport(Number(select.value)))
  return select
}

function columnMenu(words: ReviewData['words'], { columns, onColumns }: Asked): HTMLElement {
  const boxes = columns.map(({ key, title, isShown }) => {
    const box = h('input', {
      type: 'checkbox',
      value: key,
      checked: isShown,
      disabled: key === 'indicator',
      onchange: () => apply(),
    })
    return { box, label: h('label', {}, box, h('span', {}, title)) }
  })
  const apply = () => {
    const wanted = new Set(boxes.filter(({ box }) => box.checked).map(({ box }) => box.value))
    onColumns(columns.map((column) => ({ ...column, isShown: wanted.has(column.key) })))
  }
  const list = h(
    'div',
    { class: 'menu-list', role: 'group', 'aria-label': words.columns },
    boxes.map(({ label }) => label),
  )
  return h('details', { class: 'menu menu-end' }, h('summary', {}, words.columns), list)
}
