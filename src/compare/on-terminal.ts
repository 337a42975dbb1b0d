import type { ChalkInstance } from 'chalk'
import type { Claim } from '../types.ts'
import { type AlignedCell, type AlignedColumn, alignRows, type Screen } from '../write/aligned.ts'
import { formatDelta, formatPercent, nameWithKind } from './amounts.ts'
import type { Comparison, Row, Summary, TargetRow } from './comparison.ts'
import type { Audit, Finding } from './finding.ts'
import { baseName, yearName } from './tables.ts'
import type { Trend } from './trend.ts'

/** A comparison to be read: ▲ 新登记市场主体  72.46万户  81.05万户  +8.59万户  +11.9%  11.9% ✓ */
export function formatComparison(comparison: Comparison, screen: Screen): string {
  const { old, new: news, rows, targets, summary } = comparison
  const [before, after] = [old, news].map(({ year, file }) => (year === null ? baseName(file) : `${year}年`))
  const columns: AlignedColumn[] = [
    { title: '', align: 'left' },
    { title: '指标', align: 'left', shrinks: true },
    { title: old.year === news.year ? `旧 ${before}` : (before ?? ''), align: 'right' },
    { title: old.year === news.year ? `新 ${after}` : (after ?? ''), align: 'right' },
    { title: '变化', align: 'right' },
    { title: '变化率', align: 'right' },
    { title: '文中', align: 'left' },
    { title: '匹配', align: 'left' },
  ]
  const { colours } = screen
  const names = [old, news].map(({ title, file }) => title ?? file).join(colours.dim('  →  '))
  const table = alignRows(
    columns,
    rows.map((row) => cellsOf(row, colours)),
    screen.width,
    colours.bold,
  )
  const goals = targets === undefined ? '' : `\n${formatTargets(targets, screen)}`
  return `${names}\n${formatSummary(summary)}\n\n${rows.length === 0 ? '' : table}${goals}`
}

/** 47 changed, 4 unchanged, 19 added, 22 removed; of the growths stated 28 fit and 2 do not */
export function formatSummary({ changed, unchanged, added, removed, consistent, inconsistent }: Summary): string {
  const rows = `${changed} changed, ${unchanged} unchanged, ${added} added, ${removed} removed`
  const growths = `of the growths stated ${consistent} fit and ${inconsistent} ${inconsistent === 1 ? 'does' : 'do'} not`
  return consistent + inconsistent === 0 ? rows : `${rows}; ${growths}`
}

function cellsOf(row: Row, colours: ChalkInstance): AlignedCell[] {
  const claim = (row.new ?? row.old) as Claim
  const { mark, paint } = markOf(row, colours)
  const delta = row.delta === null ? (row.status === 'changed' ? '?' : '') : formatDelta(row.delta, row.deltaUnit)
  return [
    { text: mark, paint },
    { text: nameWithKind(row.indicator, claim) },
    { text: row.old === null ? '' : rawOf(row.old) },
    { text: row.new === null ? '' : rawOf(row.new) },
    { text: row.status === 'unchanged' ? '' : delta, paint },
    { text: row.percent === null || row.status === 'unchanged' ? '' : formatPercent(row.percent), paint },
    statedCell(row, colours),
    {
      text: row.match === null || row.match === 'exact' ? '' : `${row.match} ${row.score?.toFixed(2)}`,
      paint: colours.dim,
    },
  ]
}

function markOf(
  { status, delta, new: news }: Row,
  colours: ChalkInstance,
): { mark: string; paint: (text: string) => string } {
  if (status === 'added') return { mark: '+', paint: colours.cyan }
  if (status === 'removed') return { mark: '-', paint: colours.magenta }
  if (status === 'unchanged') return { mark: '=', paint: colours.dim }
  if (delta === null || delta === 0) return { mark: '~', paint: colours.yellow }
  // From the 11th place to the 9th is up
  return delta > 0 !== (news?.kind === 'rank') ? { mark: '▲', paint: colours.green } : { mark: '▼', paint: colours.red }
}

/** As written, with the direction of a growth: ↓8.8% */
function rawOf({ raw, direction }: Claim): string {
  return direction === null ? raw : `${direction === 'down' ? '↓' : '↑'}${raw}`
}

/** 11.9% ✓, 41.1% ✗ 14.14%, and for what the old report lacks the base that it implies. */
function statedCell({ stated, consistent, unit }: Row, colours: ChalkInstance): AlignedCell {
  if (stated === null) return { text: '' }
  const said = rawOf(stated.claim)
  if (consistent === true) return { text: `${said} ✓`, paint: colours.green }
  const computed = stated.computed === null ? '' : ` ${Number(stated.computed.toFixed(2))}${stated.claim.unit}`
  if (consistent === false) return { text: `${said} ✗${computed}`, paint: colours.red.bold }
  const implied = stated.implied === null ? '' : ` ← ${formatDelta(stated.implied, unit).replace('+', '')}`
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

/** What an audit found: each figure with its line, and the sum. */
export function formatAudit({ findings, checked }: Audit, { colours }: Screen): string {
  const done = Object.entries(checked).map(([name, count]) => `${name} ${count}`)
  const head = findings.length === 0 ? 'all consistent' : `${findings.length} inconsistent`
  return `${head} (checked: ${done.join(', ')})\n${findings.map((finding) => `\n${formatFinding(finding, colours)}`).join('')}`
}

function formatFinding(
  { check, indicator, claims, previous, sum, stated, unit }: Finding,
  colours: ChalkInstance,
): string {
  const before = previous === null ? [] : [`  previous:${previous.source.line}  ${marked(previous, colours)}`]
  const lines = claims.map((claim) => `  line ${claim.source.line}  ${marked(claim, colours)}`)
  const head = `${colours.red('✗')} ${colours.bold(indicator)} ${colours.dim(check)}  ${sum}, stated ${stated}${unit}`
  return `${[head, ...before, ...new Set(lines)].join('\n')}\n`
}

/** The words around a figure, itself in colour. */
function marked({ raw, source: { sentence } }: Claim, colours: ChalkInstance): string {
  const at = sentence.indexOf(raw)
  if (at < 0) return colours.yellow(raw)
  const [start, end] = [Math.max(0, at - 24), at + raw.length]
  return `${start > 0 ? '…' : ''}${sentence.slice(start, at)}${colours.yellow(raw)}${sentence.slice(end, end + 12)}`
}

/** A panel on a terminal. */
export function formatTrend({ reports, series }: Trend, { width, colours }: Screen): string {
  const columns: AlignedColumn[] = [
    { title: '指标', align: 'left', shrinks: true },
    ...reports.map((_, at) => ({ title: yearName(reports, at), align: 'right' as const })),
  ]
  const rows = series.map(({ indicator, claims }): AlignedCell[] => [
    { text: nameOf(indicator, claims) },
    ...claims.map((claim) => ({ text: claim === null ? '' : rawOf(claim) })),
  ])
  return alignRows(columns, rows, width, colours.bold)
}

function nameOf(indicator: string, claims: readonly (Claim | null)[]): string {
  const claim = claims.find((one) => one !== null)
  return claim ? nameWithKind(indicator, claim) : indicator
}
