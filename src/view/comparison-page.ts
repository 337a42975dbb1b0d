import type { Comparison, Row } from '../compare/comparison.ts'
import type { Language } from '../messages/index.ts'
import type { Claim, Taxonomy } from '../types.ts'
import { amountText, fullNumber, numberText } from './amount.ts'
import type { Chart } from './charts/draw.ts'
import { slopes } from './charts/slopes.ts'
import type { PageCell, PageColumn, PageRow } from './page-data.ts'
import { sectorCell, sectorsOf } from './sector-cell.ts'
import { claimsIn, type TextBelow, tablePage } from './table-page.ts'
import { fill, type Words, wordsFor } from './words.ts'

/** A page with two years side by side: what became of each indicator, the texts under it joined where they match. */
export function comparisonPage(
  comparison: Comparison,
  texts: readonly [Omit<TextBelow, 'label'>, Omit<TextBelow, 'label'>],
  taxonomy: Taxonomy,
  lang: Language,
): string {
  const words = wordsFor(lang)
  const sectors = sectorsOf(taxonomy, lang)
  const labels = labelsOf(comparison, words)
  const below = texts.map((text, at) => ({ ...text, label: labels[at] ?? '' }))
  const { changed, added, removed, inconsistent } = comparison.summary
  const rows = [...comparison.rows].sort((one, other) => oddness(other) - oddness(one))
  const [odd] = [inconsistent]
  return tablePage(
    {
      title: `${comparison.new.title ?? comparison.new.file} · ${words.comparison}`,
      facts: `${labels.join(' → ')} · ${fill(words.comparisonFacts, { changed, added, removed, odd })}`,
      first: words.oddFirst,
      sectors,
      columns: columnsOf(words, labels),
      rows: rows.map((row) => pageRow(row, { below, words, lang, sectors, most: mostOf(rows) })),
      texts: below,
      charts: slopesChart(comparison, words, labels),
    },
    lang,
  )
}

const oddness = ({ consistent }: Row): number => (consistent === false ? 1 : 0)

/** 2020年 and 2021年; where the years are not known, 上年 and 本年. */
function labelsOf({ old, new: news }: Comparison, words: Words): [string, string] {
  const isKnown = old.year !== null && news.year !== null && old.year !== news.year
  const label = (year: number | null, region: string | null, usual: string) =>
    [region, isKnown ? String(year) : usual].filter((part) => part !== null).join(' ')
  return [label(old.year, old.region, words.oldText), label(news.year, news.region, words.newText)]
}

export function columnsOf(words: Words, [old, news]: readonly [string, string]): PageColumn[] {
  return [
    { key: 'indicator', title: words.indicator, width: [10, 2.4] },
    { key: 'consistency', title: words.consistency, width: [3.6, 0], isFacet: true },
    { key: 'old', title: old, width: [6.5, 1], isRight: true },
    { key: 'new', title: news, width: [6.5, 1], isRight: true },
    { key: 'delta', title: words.delta, width: [6, 0.8], isRight: true },
    { key: 'percent', title: words.percent, width: [7.5, 0.6], isRight: true },
    { key: 'stated', title: words.stated, width: [4.6, 0.4], isRight: true },
    { key: 'computed', title: words.computed, width: [4.6, 0.4], isRight: true },
    { key: 'change', title: words.change, width: [4.2, 0], isFacet: true },
    { key: 'sector', title: words.sector, width: [7, 0.7], isFacet: true },
    { key: 'match', title: words.match, width: [3, 0], isFacet: true },
  ]
}

interface Around {
  readonly below: readonly TextBelow[]
  readonly words: Words
  readonly lang: Language
  readonly sectors: ReturnType<typeof sectorsOf>
  /** The largest change of all, which has the longest bar. */
  readonly most: number
}

export function pageRow(row: Row, { below, words, lang, sectors, most }: Around): PageRow {
  const amount = (claim: Claim | null): PageCell =>
    claim === null ? { text: '' } : { text: amountText(claim, lang, words), order: claim.value, look: 'amount' }
  const { stated, consistent, status, match } = row
  return {
    cells: [
      { text: row.indicator },
      {
        text: consistent === null ? '' : consistent ? words.agrees : words.disagrees,
        look: consistent === false ? 'is-bad' : 'is-good',
      },
      amount(row.old),
      amount(row.new),
      row.delta === null
        ? { text: '' }
        : { text: `${signed(row.delta, (value) => numberText(value, lang))}${row.deltaUnit}`, order: row.delta },
      percentCell(row, most),
      percentText(stated?.value ?? null, stated?.claim.unit),
      percentText(stated?.computed ?? null, stated?.claim.unit),
      { text: words.rowStatuses[status], look: `change-${status}` },
      sectorCell(row.sector, sectors),
      { text: match === null ? '' : words.matches[match] },
    ],
    claims: claimsIn(below, [
      [0, row.old],
      [1, row.new],
      [1, stated?.claim ?? null],
    ]),
    ...(consistent === false ? { isOdd: true } : {}),
  }
}

function percentCell({ percent, delta }: Row, most: number): PageCell {
  if (percent === null || delta === null) return { text: '' }
  const text = `${signed(Number(percent.toFixed(Math.abs(percent) < 10 ? 2 : 1)), fullNumber)}%`
  return {
    text,
    order: percent,
    look: percent < 0 ? 'direction-down' : 'direction-up',
    part: Math.max(-1, Math.min(1, percent / most)),
  }
}

function percentText(value: number | null, unit = '%'): PageCell {
  return value === null
    ? { text: '' }
    : { text: `${signed(Number(value.toPrecision(4)), fullNumber)}${unit}`, order: value }
}

function signed(value: number, write: (value: number) => string): string {
  return value > 0 ? `+${write(value)}` : write(value).replace('-', '−')
}

/** The ninth of ten changes in size: one that is out of all measure makes no others invisible. */
export function mostOf(rows: readonly Row[]): number {
  const sizes = rows
    .flatMap(({ percent }) => (percent === null ? [] : [Math.abs(percent)]))
    .sort((one, other) => one - other)
  return sizes[Math.floor(sizes.length * 0.9)] || 1
}

const mostSlopes = 14

function slopesChart({ rows }: Comparison, words: Words, years: readonly [string, string]): Chart[] {
  const changed = rows.flatMap((row) =>
    row.percent === null || row.percent === 0 || Math.abs(row.percent) > 400 ? [] : [{ row, percent: row.percent }],
  )
  const largest = changed.sort((one, other) => Math.abs(other.percent) - Math.abs(one.percent)).slice(0, mostSlopes)
  if (largest.length < 2) return []
  const lines = largest.map(({ row, percent }) => ({
    name: row.indicator,
    index: 100 + percent,
    valueText: `${percent > 0 ? '+' : '−'}${Math.abs(Number(percent.toPrecision(3)))}%`,
    title: `${row.indicator}: ${row.old?.raw ?? ''} → ${row.new?.raw ?? ''}`,
  }))
  return [
    { title: words.chartSlopes, note: words.chartSlopesNote, legend: [], svg: slopes(lines, words.chartSlopes, years) },
  ]
}
