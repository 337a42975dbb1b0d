import { compareReports } from '../compare/diff.ts'
import { attachChanges, type ChangesByLevel } from '../compare/growth.ts'
import type { MatchOptions } from '../compare/match.ts'
import { builtInAliases, canonicalName, foldName } from '../concepts/index.ts'
import type { Claim, Extraction } from '../types.ts'
import { checkBases, checkBetween, checkYearly } from './bases.ts'
import { checkBounds, checkThresholds } from './bounds.ts'
import { checkChanges, checkFromTo } from './changes.ts'
import { growthTold } from './growths.ts'
import { type Audit, type Check, type Count, checks, type Identity, judged } from './identity.ts'
import { checkNamed, checkRanks, checkRespective } from './lists.ts'
import { checkNew, checkParts } from './parts.ts'
import { passagesOf } from './passages.ts'
import { checkRates } from './rates.ts'
import { checkRepeats } from './repeats.ts'
import { checkShareSums, checkShares, type NameOf } from './shares.ts'
import { checkTables } from './tables.ts'
import { checkTotals } from './totals.ts'

export { type Audit, type Check, type Count, checks, type Identity, type Verdict } from './identity.ts'
export { formatAudit } from './on-terminal.ts'
export { auditTable, toAuditRecord } from './written.ts'

export interface AuditOptions extends MatchOptions {
  /** Tells what fits and what is open as well. */
  readonly all?: boolean
}

/**
 * Whether the figures of a report agree with each other, and with those of the report before where it is given:
 * 抽检100批次，合格97批次，合格率95% do not.
 */
export function auditReport(
  extraction: Extraction,
  previous: Extraction | null = null,
  options: AuditOptions = {},
): Audit {
  const aliases = options.aliases ?? builtInAliases()
  const nameOf: NameOf = (name) => canonicalName(foldName(name), aliases)
  const changes = attachChanges(extraction, aliases)
  const within = identitiesOf(extraction.claims, changes, nameOf)
  const all = previous === null ? within : [...within, ...growthsAgainst(previous, extraction, options)]
  const identities = once(all).sort((one, other) => placeOf(one) - placeOf(other))
  return {
    schema: 'baoshu-audit/1',
    report: extraction.report,
    previous: previous?.report ?? null,
    findings: identities.filter(({ verdict }) => verdict === 'off'),
    ...(options.all === true ? { others: identities.filter(({ verdict }) => verdict !== 'off') } : {}),
    checked: countsOf(identities),
  }
}

function identitiesOf(claims: readonly Claim[], changes: ChangesByLevel, nameOf: NameOf): Identity[] {
  const passages = passagesOf(claims)
  return [
    ...checkParts(passages),
    ...checkNew(passages),
    ...checkTotals(passages),
    ...checkShares(passages, nameOf),
    ...checkShareSums(passages),
    ...checkRates(passages),
    ...checkFromTo(passages, changes, nameOf),
    ...checkChanges(claims, changes),
    ...checkBases(passages),
    ...checkYearly(passages),
    ...checkBetween(passages),
    ...checkThresholds(passages),
    ...checkBounds(claims),
    ...checkRespective(passages),
    ...checkNamed(passages),
    ...checkRanks(passages),
    ...checkRepeats(claims, nameOf),
    ...checkTables(claims),
  ]
}

/** One identity found in two ways is one. */
function once(identities: readonly Identity[]): Identity[] {
  const found = new Map<string, Identity>()
  for (const identity of identities) {
    const key = `${identity.check} ${identity.claims.map(({ id }) => id).join(' ')}`
    if (!found.has(key) || identity.verdict === 'off') found.set(key, identity)
  }
  return [...found.values()]
}

function placeOf({ claims }: Identity): number {
  return claims.at(-1)?.source.start ?? 0
}

/** The growth that is stated, against the base in the report before. */
function growthsAgainst(previous: Extraction, extraction: Extraction, options: AuditOptions): Identity[] {
  return compareReports(previous, extraction, options).rows.flatMap((row): Identity[] => {
    const { consistent, stated, old, new: news } = row
    if (consistent === null || stated === null || old === null || news === null) return []
    return [
      judged({
        check: 'growth',
        indicator: news.indicator,
        claims: [news, stated.claim],
        previous: old,
        ...growthTold(`${old.raw} → ${news.raw}`, stated.computed, stated.claim, consistent),
        doubt: null,
      }),
    ]
  })
}

function countsOf(identities: readonly Identity[]): Readonly<Record<Check, Count>> {
  const names = Object.keys(checks) as Check[]
  const count = (check: Check, verdict: Identity['verdict']) =>
    identities.filter((identity) => identity.check === check && identity.verdict === verdict).length
  const counts = names.map((name) => [
    name,
    { fits: count(name, 'fits'), off: count(name, 'off'), open: count(name, 'open') },
  ])
  return Object.fromEntries(counts) as Record<Check, Count>
}
