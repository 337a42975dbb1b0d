import type { Claim } from '../../types.ts'
import type { ReviewData } from '../page-data.ts'
import { h, plain } from './dom.ts'
import type { Column } from './grid.ts'
import type { Labels } from './labels.ts'
import type { Item } from './ledger.ts'

const marks = { open: '', accepted: '✓', corrected: '✎', rejected: '✕' } as const

/** The columns of the table of claims; those that are not shown can be chosen. */
export function columnsOf({ words, sectors }: ReviewData, labels: Labels): readonly Column<Item>[] {
  const text = (
    key: keyof Claim & keyof typeof words,
    width: Column<Item>['width'],
    isShown = false,
  ): Column<Item> => ({
    key,
    title: String(words[key]),
    width,
    isShown,
    order: byText(({ now }) => labels.field(now, key)),
    cell: ({ now }) => plain(labels.field(now, key)),
  })
  const place = (key: 'section' | 'line', width: Column<Item>['width']): Column<Item> => ({
    key,
    title: words[key],
    width,
    isShown: false,
    order: (one, other) => one.now.source.start - other.now.source.start,
    cell: ({ now }) => plain(String(now.source[key] ?? '')),
  })
  const sectorOrder = new Map(sectors.map(({ id }, at) => [id, at]))
  return [
    {
      key: 'review',
      title: words.review,
      width: [2.4, 0],
      isShown: true,
      order: byText(({ correction }) => correction?.verdict ?? 'open'),
      cell: ({ correction }) => verdictMark(correction?.verdict ?? 'open', words),
    },
    {
      key: 'indicator',
      title: words.indicator,
      width: [10, 2.6],
      isShown: true,
      order: byText(({ now }) => now.indicator),
      cell: ({ now }) => indicatorCell(now),
    },
    {
      key: 'value',
      title: words.value,
      width: [6.5, 1],
      align: 'end',
      isShown: true,
      order: ({ now }, other) =>
        now.value - other.now.value || byText<Item>((one) => one.now.unit)({ now } as Item, other),
      cell: ({ now }) => amountCell(now, labels),
    },
    {
      key: 'kind',
      title: words.kind,
      width: [2.6, 0],
      isShown: true,
      order: byText(({ now }) => now.kind),
      cell: ({ now }) => labels.kind(now),
    },
    {
      key: 'status',
      title: words.status,
      width: [2.6, 0],
      isShown: true,
      order: byText(({ now }) => now.status),
      cell: ({ now }) => h('span', { class: `tag status-${now.status}` }, words.statuses[now.status]),
    },
    {
      key: 'sector',
      title: words.sector,
      width: [7, 0.8],
      isShown: true,
      order: ({ now }, other) => (sectorOrder.get(now.sector) ?? 99) - (sectorOrder.get(other.now.sector) ?? 99),
      cell: ({ now }) =>
        h('span', { class: `sector sector-${labels.sectorNumber(now.sector)}` }, plain(labels.sector(now.sector))),
    },
    {
      key: 'period',
      title: words.period,
      width: [4.6, 0.7],
      isShown: true,
      order: byText(({ now }) => now.period?.from ?? now.period?.text ?? ''),
      cell: ({ now }) => plain(now.period?.text ?? ''),
    },
    {
      key: 'confidence',
      title: words.confidence,
      width: [4, 0],
      align: 'end',
      isShown: true,
      order: (one, other) => one.made.confidence - other.made.confidence,
      cell: ({ made }) => confidenceCell(made.confidence),
    },
    text('region', [6, 0]),
    text('raw', [6, 1]),
    text('basis', [5, 0]),
    text('qualifier', [4, 0]),
    text('whole', [6, 1]),
    text('reference', [5, 0]),
    text('concept', [8, 1]),
    place('section', [7, 1]),
    place('line', [3.5, 0]),
    text('extractor', [9, 0]),
    text('id', [4, 0]),
  ]
}

function byText<Row>(read: (row: Row) => string): (one: Row, other: Row) => number {
  const collator = new Intl.Collator('zh')
  return (one, other) => collator.compare(read(one), read(other))
}

function verdictMark(verdict: keyof typeof marks, words: ReviewData['words']): HTMLElement {
  return h(
    'span',
    { class: `mark mark-${verdict}` },
    h('span', { 'aria-hidden': 'true' }, marks[verdict]),
    h('span', { class: 'sr' }, words[verdict]),
  )
}

function indicatorCell({ action, indicator }: Claim): HTMLElement {
  const name = plain(indicator)
  return h(
    'span',
    { class: 'name-cell', title: `${action} ${name}`.trim() },
    action === '' ? null : h('span', { class: 'action' }, plain(action)),
    h('span', { class: 'indicator' }, name),
  )
}

function amountCell(claim: Claim, labels: Labels): HTMLElement {
  const text = plain(labels.amount(claim))
  return h('span', { class: `amount direction-${claim.direction ?? 'none'}`, title: `${claim.raw} = ${text}` }, text)
}

function confidenceCell(confidence: number): HTMLElement {
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' })
  bar.style.setProperty('--part', String(confidence))
  return h('span', { class: 'confidence' }, bar, String(Math.round(confidence * 100)))
}
