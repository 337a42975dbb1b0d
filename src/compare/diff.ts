import { builtInAliases } from '../concepts/index.ts'
import type { Claim, Extraction, Qualifier } from '../types.ts'
import type { Comparison, ReportFacts, Row, RowStatus, Stated, Summary } from './comparison.ts'
import { attachChanges, type ChangesByLevel, checkGrowth, impliedBase, isAgainst } from './growth.ts'
import { subtract } from './interval.ts'
import { actualClaims, type MatchOptions, matchClaims, type Pair } from './match.ts'
import { followTargets } from './targets.ts'
import { dimensionOf, valueIn } from './units.ts'

export interface DiffOptions extends MatchOptions {
  /** Adds what became of the old report's goals. */
  readonly targets?: boolean
}

/** Two years side by side, row by row, and whether the growth that the new report states is the one there was. */
export function compareReports(old: Extraction, news: Extraction, options: DiffOptions = {}): Comparison {
  const aliases = options.aliases ?? builtInAliases()
  const [oldChanges, changes] = [attachChanges(old, aliases), attachChanges(news, aliases)]
  const pairs = matchClaims(actualClaims(old), actualClaims(news), [old.report.region, news.report.region], options)
  const years = { old: old.report.year, new: news.report.year, same: isSame(old.report, news.report) }
  const rows = rowsOf(old, news, pairs, { old: attachedIds(oldChanges), new: attachedIds(changes) }).map((row) =>
    withStated(row, changes, years),
  )
  return {
    schema: 'baoshu-diff/1',
    old: old.report,
    new: news.report,
    rows,
    ...(options.targets ? { targets: followTargets(old, news, options) } : {}),
    summary: summarize(rows),
  }
}

/** Tables of claims do not keep the hash of a report. */
function isSame(old: ReportFacts, news: ReportFacts): boolean {
  return old.sha256 === news.sha256 && (old.sha256 !== '' || old.file === news.file)
}

function attachedIds(changes: ChangesByLevel): Set<string> {
  return new Set([...changes.values()].flat().map(({ id }) => id))
}

/** In the order of the new report, what is gone at the end. A change told with its amount is no row of its own. */
function rowsOf(
  old: Extraction,
  news: Extraction,
  pairs: readonly Pair[],
  attached: { readonly old: ReadonlySet<string>; readonly new: ReadonlySet<string> },
): Row[] {
  const byNew = new Map(pairs.map((pair) => [pair.new.id, pair]))
  const matched = new Set(pairs.map((pair) => pair.old.id))
  const rows = actualClaims(news).flatMap((claim) => {
    const pair = byNew.get(claim.id)
    if (pair === undefined) return attached.new.has(claim.id) ? [] : [rowOf(null, claim)]
    if (attached.new.has(claim.id) && attached.old.has(pair.old.id)) return []
    return [rowOf(pair.old, claim, pair)]
  })
  const gone = actualClaims(old).filter(({ id }) => !matched.has(id) && !attached.old.has(id))
  return [...rows, ...gone.map((claim) => rowOf(claim, null))]
}

function rowOf(old: Claim | null, news: Claim | null, pair: Pair | null = null): Row {
  const shown = (news ?? old) as Claim
  const unit = shown.unit
  const [oldValue, newValue] = [valueIn(old, unit), valueIn(news, unit)]
  const change = old === null || news === null ? null : differ(old, news, oldValue ?? 0, newValue ?? 0)
  const status: RowStatus =
    old === null ? 'added' : news === null ? 'removed' : change === null ? 'unchanged' : 'changed'
  const isRate = ['percent', 'point'].includes(dimensionOf(unit).name)
  const isRank = shown.kind === 'rank'
  const delta = change?.delta ?? (status === 'unchanged' ? 0 : null)
  const percent =
    delta === null || isRate || isRank || !oldValue ? null : Number(((delta / Math.abs(oldValue)) * 100).toPrecision(6))
  return {
    status,
    sector: shown.sector,
    indicator: shown.indicator,
    concept: news?.concept ?? old?.concept ?? null,
    unit,
    old,
    new: news,
    oldValue,
    newValue,
    delta,
    deltaUnit: isRank ? '位' : isRate ? '百分点' : unit,
    deltaQualifier: change?.qualifier ?? null,
    percent,
    match: pair?.match ?? null,
    score: pair?.score ?? null,
    stated: null,
    consistent: null,
  }
}

/** Null where nothing changed; a range that moved has no one difference. */
function differ(
  old: Claim,
  news: Claim,
  before: number,
  now: number,
): { delta: number | null; qualifier: Qualifier } | null {
  const isSame =
    before === now && (old.high === news.high || dimensionOf(old.unit).factor !== dimensionOf(news.unit).factor)
  if (isSame && (old.qualifier === news.qualifier || isPoint(old) === isPoint(news))) return null
  if (old.high !== null || news.high !== null) return { delta: null, qualifier: 'range' }
  return { delta: subtract(now, before), qualifier: deltaQualifier(old.qualifier, news.qualifier) }
}

function isPoint({ qualifier }: Claim): boolean {
  return qualifier === 'exact' || qualifier === 'about'
}

/** From 100 to 150余 is over 50, from 100余 to 150 under 50, from 100余 to 150余 about 50. */
function deltaQualifier(old: Qualifier, news: Qualifier): Qualifier {
  if (old === 'exact') return news
  if (news === 'exact') return old === 'over' ? 'under' : old === 'under' ? 'over' : old
  return 'about'
}

/** Below this likeness a growth that does not fit says more about the match than about the report. */
const sureMatch = 0.6

interface Years {
  readonly old: number | null
  readonly new: number | null
  /** A report against itself has no year between. */
  readonly same: boolean
}

/** Of several statements the one that does not fit is shown, else the first that can be checked. */
function withStated(row: Row, changes: ChangesByLevel, years: Years): Row {
  const level = row.new
  const stated = level === null ? [] : (changes.get(level.id) ?? [])
  if (level === null || stated.length === 0) return row
  const checked = stated.map((change) => {
    const { old } = row
    const applies = !years.same && isAgainst(change, years.old, years.new) && isSameSeason(old, level)
    if (old === null) return { stated: told(change, applies ? impliedBase(change, level) : null), consistent: null }
    if (!applies || (row.score ?? 0) < sureMatch) return { stated: told(change, null), consistent: null }
    const scaled = row.oldValue === old.value ? old : { ...old, value: row.oldValue ?? old.value, unit: row.unit }
    return checkGrowth(change, scaled, level)
  })
  const best =
    checked.find(({ consistent }) => consistent === false) ??
    checked.find(({ consistent }) => consistent !== null) ??
    checked[0]
  return best === undefined ? row : { ...row, ...best }
}

/** A growth on the year is from one end of March to the next, not from the end of December. */
function isSameSeason(old: Claim | null, level: Claim): boolean {
  const [from, to] = [old?.period?.to?.slice(5), level.period?.to?.slice(5)]
  return from === undefined || to === undefined || from === to
}

function told(claim: Claim, implied: number | null): Stated {
  const value = claim.direction === 'down' ? -claim.value : claim.value
  return { claim, value, computed: null, between: null, implied }
}

/** How many rows of each kind, and how many stated growths fit. */
export function summarize(rows: readonly Row[]): Summary {
  const count = (status: RowStatus) => rows.filter((row) => row.status === status).length
  return {
    changed: count('changed'),
    unchanged: count('unchanged'),
    added: count('added'),
    removed: count('removed'),
    consistent: rows.filter(({ consistent }) => consistent === true).length,
    inconsistent: rows.filter(({ consistent }) => consistent === false).length,
  }
}
