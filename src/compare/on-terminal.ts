import { visible } from '../errors.ts'
import { inLanguage, type Language, say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { type AlignedCell, type AlignedColumn, alignRows, type Colours, type Screen } from '../write/aligned.ts'
import { formatDelta, formatPercent, nameWithKind } from './amounts.ts'
import type { Comparison, Row, Summary, TargetRow } from './comparison.ts'
import { subtract } from './interval.ts'
import { baseName, yearName } from './tables.ts'
import type { Trend } from './trend.ts'
import { dimensionOf } from './units.ts'

/** A comparison to be read: ▲ 新登记市场主体  72.46万户  81.05万户  +8.59万户  +11.9%  11.9% ✓ */
export function formatComparison(comparison: Comparison, screen: Screen): string {
  const { old, new: news, rows, targets, summary } = comparison
  const [before, after] = [old, news].map(({ year, file }) => (year === null ? baseName(file) : `${year}年`))
  const isNarrow = screen.width < narrow
  const columns: AlignedColumn[] = [
    { title: '', align: 'left' },
    { title: '指标', align: 'left', shrinks: true },
    { title: old.year === news.year ? `旧 ${before}` : (before ?? ''), align: 'right' },
    { title: old.year === news.year ? `新 ${after}` : (after ?? ''), align: 'right' },
    { title: '变化', align: 'right' },
    ...(isNarrow ? [] : [{ title: '变化率', align: 'right' as const }]),
    { title: '文中', align: 'left' },
    { title: '匹配', align: 'left' },
  ]
  const { colours, language } = screen
  const names = [old, news].map(({ title, file }) => visible(title ?? file)).join(colours.dim('  →  '))
  const table = alignRows(
    columns,
    rows.map((row) => cellsOf(row, colours, isNarrow)),
    screen.width,
    colours.bold,
  )
  const goals = targets === undefined ? '' : `\n${formatTargets(targets, screen)}`
  const legend = colours.dim(inLanguage(say('diff.legend'), language))
  const body = rows.length === 0 ? '' : `${table}\n${legend}\n`
  return `${names}\n${formatSummary(summary, language)}\n\n${body}${goals}`
}

/** Below it the change stands in one column: in percent, else in its unit. */
const narrow = 100

/** 47 changed, 4 unchanged, 19 added, 22 removed; of the growths stated 28 fit and 2 do not */
export function formatSummary(summary: Summary, language: Language = 'en'): string {
  const { changed, unchanged, added, removed, consistent, inconsistent } = summary
  const rows = inLanguage(say('diff.rows', changed, unchanged, added, removed), language)
  if (consistent + inconsistent === 0) return rows
  return `${rows}; ${inLanguage(say('diff.growths', consistent, inconsistent), language)}`
}

function cellsOf(row: Row, colours: Colours, isNarrow: boolean): AlignedCell[] {
  const claim = (row.new ?? row.old) as Claim
  const { mark, paint } = markOf(row, colours)
  const delta = row.delta === null ? (row.status === 'changed' ? '?' : '') : formatDelta(row.delta, row.deltaUnit)
  const changeCells = (delta: string, { status, percent }: Row): string[] => {
    const share = percent === null ? '' : formatPercent(percent)
    if (status === 'unchanged') return isNarrow ? [''] : ['', '']
    return isNarrow ? [share || delta] : [delta, share]
  }
  return [
    { text: mark, paint },
    { text: nameWithKind(row.indicator, claim) },
    { text: row.old === null ? '' : rawOf(row.old) },
    { text: row.new === null ? '' : rawOf(row.new) },
    ...changeCells(delta, row).map((text) => ({ text, paint })),
    statedCell(row, colours),
    {
      text: matchText(row),
      paint: colours.dim,
    },
  ]
}

/** Nothing where the names are the same and all else speaks for it. */
function matchText({ match, score }: Row): string {
  if (match === null || score === null || (match === 'exact' && score >= sureScore)) return ''
  return `${matchMarks[match]}${score.toFixed(2)}`
}

const matchMarks = { exact: '', alias: '=', similar: '≈', manual: '✎' } as const
const sureScore = 0.75

function markOf(
  { status, delta, new: news }: Row,
  colours: Colours,
): { mark: string; paint: (text: string) => string } {
  if (status === 'added') return { mark: '+', paint: colours.cyan }
  if (status === 'removed') return { mark: '-', paint: colours.magenta }
  if (status === 'unchanged') return { mark: '=', paint: colours.dim }
  if (delta === null || delta === 0) return { mark: '~', paint: colours.yellow }
  // From the 11th place to the 9th is up
  return delta > 0 !== (news?.kind === 'rank') ? { mark: '▲', paint: colours.green } : { mark: '▼', paint: colours.red }
}

/** As written, with the direction of a growth: ↓8.8% */
export function rawOf({ raw, direction }: Claim): string {
  return direction === null ? raw : `${direction === 'down' ? '↓' : '↑'}${raw}`
}

/** 11.9% ✓, 41.1% ✗ 14.14%, and for what the old report lacks the base that it implies. */
function statedCell({ stated, consistent, unit }: Row, colours: Colours): AlignedCell {
  if (stated === null) return { text: '' }
  const said = rawOf(stated.claim)
  if (consistent === true) return { text: `${said} ✓`, paint: colours.green }
  const computed = stated.computed === null ? '' : ` ${Number(stated.computed.toFixed(2))}${stated.claim.unit}`
  if (consistent === false) return { text: `${said} ✗${computed}`, paint: colours.red.bold }
  const implied = stated.implied === null ? ' ?' : ` ← ${formatDelta(stated.implied, unit).replace('+', '')}`
  return { text: `${said}${implied}`, paint: colours.dim }
}

function formatTargets(targets: readonly TargetRow[], { width, colours }: Screen): string {
  const columns: AlignedColumn[] = [
    { title: '', align: 'left' },
    { title: '目标', align: 'left', shrinks: true },
    { title: '目标值', align: 'right' },
    { title: '完成', align: 'right' },
    { title: '完成指标', align: 'left', shrinks: true },
  ]
  const words = { true: ['✓', colours.green], false: ['✗', colours.red], null: ['?', colours.dim] } as const
  const rows = targets.map(({ indicator, target, new: result, met }): AlignedCell[] => {
    const [text, paint] = words[`${met}`]
    return [
      { text, paint },
      { text: nameWithKind(indicator, target) },
      { text: boundOf(target) },
      { text: result === null ? '' : rawOf(result), paint },
      { text: result?.indicator ?? '', paint: colours.dim },
    ]
  })
  return alignRows(columns, rows, width, colours.bold)
}

/** ≥98%, ≤5家, ~150个 */
function boundOf(target: Claim): string {
  const sign = { exact: '', about: '~', over: '≥', under: '≤', range: '' }[target.qualifier]
  return `${sign}${rawOf(target)}`
}

/** A panel on a terminal. */
export function formatTrend({ reports, years, series }: Trend, { width, colours }: Screen): string {
  const hasPlaces = new Set(series.map(({ region }) => region)).size > 1
  const columns: AlignedColumn[] = [
    ...(hasPlaces ? [{ title: '地区', align: 'left' as const }] : []),
    { title: '指标', align: 'left', shrinks: true },
    ...years.map((_, at) => ({ title: yearName({ reports, years }, at), align: 'right' as const })),
    { title: '变化', align: 'right' },
  ]
  const rows = series.map(({ indicator, region, claims, values, unit }): AlignedCell[] => [
    ...(hasPlaces ? [{ text: region ?? '' }] : []),
    { text: nameOf(indicator, claims) },
    ...claims.map((claim) => ({ text: claim === null ? '' : rawOf(claim) })),
    { text: changeOf(values, unit) },
  ])
  return alignRows(columns, rows, width, colours.bold)
}

/** From the first to the last figure: +11.9%, of percentages +0.3百分点 */
function changeOf(values: readonly (number | null)[], unit: string): string {
  const known = values.filter((value) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || known.length < 2) return ''
  if (['percent', 'point'].includes(dimensionOf(unit).name)) return formatDelta(subtract(last, first), '百分点')
  return first > 0 ? formatPercent((last / first - 1) * 100) : ''
}

function nameOf(indicator: string, claims: readonly (Claim | null)[]): string {
  const claim = claims.find((one) => one !== null)
  return claim ? nameWithKind(indicator, claim) : indicator
}
