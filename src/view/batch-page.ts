import type { Language } from '../messages/index.ts'
import type { Extraction, Taxonomy } from '../types.ts'
import { bars } from './charts/bars.ts'
import type { PageColumn, PageRow } from './page-data.ts'
import { sectorsOf } from './sector-cell.ts'
import { tablePage } from './table-page.ts'
import { fill, type Words, wordsFor } from './words.ts'

/** One report of many: where its page is, its claims, and what was odd or went wrong. */
export interface Listed {
  readonly file: string
  /** From the page over all; null where there is none. */
  readonly page: string | null
  readonly extraction: Extraction | null
  readonly message: string
}

/** A page over many reports: how much each gave, what could not be read, and the way to the page of each. */
export function batchPage(reports: readonly Listed[], taxonomy: Taxonomy, lang: Language): string {
  const words = wordsFor(lang)
  const sectors = sectorsOf(taxonomy, lang)
  const counts = new Map<string, number>()
  const claims = reports.flatMap(({ extraction }) => extraction?.claims ?? [])
  for (const { sector } of claims) counts.set(sector, (counts.get(sector) ?? 0) + 1)
  const used = sectors.filter(({ id }) => counts.has(id))
  const most = Math.max(1, ...reports.map(({ extraction }) => extraction?.claims.length ?? 0))
  const failed = reports.filter(({ extraction }) => extraction === null).length
  const facts = [
    fill(words.reportsFacts, { n: reports.length - failed, claims: claims.length }),
    ...(failed === 0 ? [] : [fill(words.errorsFacts, { n: failed })]),
  ]
  const bySector = used.map(({ id, name }) => {
    const value = counts.get(id) ?? 0
    return {
      name,
      value,
      valueText: String(value),
      colour: `var(--s${sectors.findIndex((one) => one.id === id) % 12})`,
      title: `${name} ${value}`,
      claim: null,
    }
  })
  bySector.sort((one, other) => other.value - one.value)
  const tick = (value: number) => (Number.isInteger(value) ? String(value) : '')
  const svg = bars(bySector, { label: words.chartSectors, unit: '', tick })
  return tablePage(
    {
      title: words.overview,
      facts: facts.join(' · '),
      first: words.errorsFirst,
      sectors,
      columns: [
        ...columnsOf(words),
        ...used.map(({ id, name }): PageColumn => ({ key: `of-${id}`, title: name, width: [5.2, 0.2], isRight: true })),
      ],
      rows: reports.map((report) =>
        rowOf(
          report,
          used.map(({ id }) => id),
          most,
          words,
        ),
      ),
      texts: [],
      charts: bySector.length === 0 ? [] : [{ title: words.chartSectors, note: null, legend: [], svg }],
    },
    lang,
  )
}

function columnsOf(words: Words): PageColumn[] {
  return [
    { key: 'indicator', title: words.report, width: [14, 3] },
    { key: 'outcome', title: words.outcomeOf, width: [3.5, 0], isFacet: true },
    { key: 'region', title: words.region, width: [5, 0.5], isFacet: true },
    { key: 'year', title: words.year, width: [3.5, 0], isFacet: true },
    { key: 'claims', title: words.claims, width: [7, 0.6], isRight: true },
    { key: 'doubtful', title: words.doubtful, width: [3.5, 0], isRight: true },
    { key: 'message', title: words.note, width: [8, 2] },
  ]
}

/** Below it somebody should look; as on the page of a report. */
const doubtful = 0.75

function rowOf(
  { file, page, extraction, message }: Listed,
  sectors: readonly string[],
  most: number,
  words: Words,
): PageRow {
  const claims = extraction?.claims ?? []
  const unsure = claims.filter(({ confidence }) => confidence < doubtful).length
  const name = extraction?.report.title ?? file
  const count = (sector: string) => claims.filter((claim) => claim.sector === sector).length
  const isFailed = extraction === null
  return {
    cells: [
      page === null ? { text: name } : { text: name, href: page.split('/').map(encodeURIComponent).join('/') },
      { text: isFailed ? words.failed : words.done, look: isFailed ? 'is-bad' : 'is-good' },
      { text: extraction?.report.region ?? '' },
      { text: String(extraction?.report.year ?? '') },
      { text: String(claims.length), order: claims.length, part: claims.length / most, look: 'amount' },
      { text: unsure === 0 ? '' : String(unsure), order: unsure },
      { text: message },
      ...sectors.map((sector) => ({ text: count(sector) === 0 ? '' : String(count(sector)), order: count(sector) })),
    ],
    claims: [],
    ...(isFailed ? { isOdd: true } : {}),
  }
}
