import type { RegionalComparison } from '../compare/by-region.ts'
import type { Row } from '../compare/comparison.ts'
import type { Language } from '../messages/index.ts'
import type { Taxonomy } from '../types.ts'
import { amountText, numberText } from './amount.ts'
import { bars } from './charts/bars.ts'
import type { Chart } from './charts/draw.ts'
import { columnsOf, mostOf, pageRow } from './comparison-page.ts'
import type { PageColumn } from './page-data.ts'
import { sectorsOf } from './sector-cell.ts'
import { tablePage } from './table-page.ts'
import { fill, wordsFor } from './words.ts'

interface Placed {
  readonly region: string
  readonly row: Row
}

/** A page with two years of many regions: every indicator of every region in one table, and those that many tell as bars. */
export function regionsPage({ comparisons, summary }: RegionalComparison, taxonomy: Taxonomy, lang: Language): string {
  const words = wordsFor(lang)
  const sectors = sectorsOf(taxonomy, lang)
  const placed = comparisons.flatMap(({ new: report, rows }) =>
    rows.map((row): Placed => ({ region: report.region ?? report.file.replace(/^.*[\\/]/, ''), row })),
  )
  const { changed, added, removed, inconsistent: odd } = summary
  const around = { below: [], words, lang, sectors, most: mostOf(placed.map(({ row }) => row)) }
  const region: PageColumn = { key: 'region', title: words.region, width: [6, 0.5], isFacet: true }
  return tablePage(
    {
      title: words.comparison,
      facts: [
        ...new Set(placed.map((one) => one.region)),
        fill(words.comparisonFacts, { changed, added, removed, odd }),
      ].join(' · '),
      first: words.oddFirst,
      sectors,
      columns: afterFirst(columnsOf(words, [words.oldText, words.newText]), region),
      rows: placed.map(({ region, row }) => {
        const { cells, ...rest } = pageRow(row, around)
        return { ...rest, cells: afterFirst(cells, { text: region }) }
      }),
      texts: [],
      charts: chartsOf(placed, lang),
    },
    lang,
  )
}

/** Behind the indicator, which stays in sight. */
function afterFirst<Part>([first, ...others]: readonly Part[], part: Part): Part[] {
  return [...(first === undefined ? [] : [first]), part, ...others]
}

const fewestRegions = 2
const mostCharts = 12

/** An indicator that several regions tell in one unit: a bar a region. */
function chartsOf(placed: readonly Placed[], lang: Language): Chart[] {
  const words = wordsFor(lang)
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    if (one.row.new === null || one.row.newValue === null || one.row.newValue <= 0) continue
    const key = `${one.row.indicator}\n${one.row.unit}\n${one.row.new.kind}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const shared = [...groups.values()].filter(
    (group) => new Set(group.map(({ region }) => region)).size >= fewestRegions,
  )
  return shared
    .sort((one, other) => other.length - one.length)
    .slice(0, mostCharts)
    .map((group) => chartOf(group, fill(words.chartRegions, { indicator: group[0]?.row.indicator ?? '' }), lang))
}

function chartOf(group: readonly Placed[], title: string, lang: Language): Chart {
  const words = wordsFor(lang)
  const rows = group
    .map(({ region, row }) => {
      const percent =
        row.percent === null ? '' : ` (${row.percent > 0 ? '+' : ''}${Number(row.percent.toPrecision(3))}%)`
      const amount = row.new === null ? '' : amountText(row.new, lang, words)
      const colour = (row.percent ?? 0) < 0 ? 'var(--down)' : 'var(--up)'
      return {
        name: region,
        value: row.newValue ?? 0,
        valueText: `${amount}${percent}`,
        colour,
        title: `${region} ${amount}`,
        claim: null,
      }
    })
    .sort((one, other) => other.value - one.value)
  const unit = group[0]?.row.unit ?? ''
  return {
    title,
    note: null,
    legend: [],
    svg: bars(rows, { label: title, unit, tick: (value) => numberText(value, lang) }),
  }
}
