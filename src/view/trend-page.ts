import type { Series, Trend } from '../compare/trend.ts'
import type { Language } from '../messages/index.ts'
import type { Taxonomy } from '../types.ts'
import { numberText } from './amount.ts'
import type { Chart } from './charts/draw.ts'
import { lineOf } from './charts/lines.ts'
import type { PageColumn, PageRow } from './page-data.ts'
import { sectorCell, sectorsOf } from './sector-cell.ts'
import { tablePage } from './table-page.ts'
import { fill, wordsFor } from './words.ts'

const mostLines = 24

/** A page with indicators over the years: a line each in a table, and small pictures of those that are told most often. */
export function trendPage({ reports, series }: Trend, taxonomy: Taxonomy, lang: Language): string {
  const words = wordsFor(lang)
  const sectors = sectorsOf(taxonomy, lang)
  const years = reports.map(({ year, file }) => (year === null ? file.replace(/^.*[\\/]/, '') : String(year)))
  const columns: PageColumn[] = [
    { key: 'indicator', title: words.indicator, width: [10, 2.4] },
    { key: 'unit', title: words.unit, width: [4, 0.2], isFacet: true },
    ...years.map((title, at): PageColumn => ({ key: `y${at}`, title, width: [6, 1], isRight: true })),
    { key: 'percent', title: words.percent, width: [7.5, 0.6], isRight: true },
    { key: 'sector', title: words.sector, width: [7, 0.7], isFacet: true },
  ]
  const rows = series.map((one) => rowOf(one, lang, sectors))
  const told = (one: Series) => one.values.filter((value) => value !== null).length
  const drawn = [...series].sort((one, other) => told(other) - told(one)).slice(0, mostLines)
  const region = reports.at(-1)?.region
  return tablePage(
    {
      title: [region, words.trend].filter((part) => part != null).join(' · '),
      facts: `${years.join(' · ')} · ${fill(words.claimsOf, { n: series.length })}`,
      first: words.changedFirst,
      ...{ sectors, columns, rows, texts: [] },
      charts: drawn.map((one) => chartOf(one, years, lang, sectors)),
    },
    lang,
  )
}

function rowOf(
  { indicator, unit, values, sector }: Series,
  lang: Language,
  sectors: ReturnType<typeof sectorsOf>,
): PageRow {
  const told = values.filter((value) => value !== null)
  const [first, last] = [told[0] ?? 0, told.at(-1) ?? 0]
  const percent = first > 0 ? Number((((last - first) / first) * 100).toPrecision(3)) : null
  const part = percent === null ? 0 : Math.max(-1, Math.min(1, percent / 100))
  const growth =
    percent === null
      ? { text: '' }
      : {
          text: `${percent > 0 ? '+' : ''}${percent}%`,
          order: percent,
          part,
          look: percent < 0 ? 'direction-down' : 'direction-up',
        }
  return {
    cells: [
      { text: indicator },
      { text: unit },
      ...values.map((value) =>
        value === null ? { text: '' } : { text: numberText(value, lang), order: value, look: 'amount' },
      ),
      growth,
      sectorCell(sector, sectors),
    ],
    claims: [],
    ...(Math.abs(percent ?? 0) > 20 ? { isOdd: true } : {}),
  }
}

function chartOf(
  { indicator, unit, values, sector }: Series,
  years: readonly string[],
  lang: Language,
  sectors: ReturnType<typeof sectorsOf>,
): Chart {
  const at =
    Math.max(
      0,
      sectors.findIndex(({ id }) => id === sector),
    ) % 12
  const points = years.map((year, index) => {
    const value = values[index] ?? null
    return { year, value, valueText: value === null ? '' : numberText(value, lang) }
  })
  const title = unit === '' ? indicator : `${indicator}（${unit}）`
  return { title, note: null, legend: [], svg: lineOf(points, title, `var(--s${at})`), isSmall: true }
}
