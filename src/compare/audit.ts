import type { Extraction } from '../types.ts'
import { compareReports } from './diff.ts'
import type { Audit, Check, Checked, Finding } from './finding.ts'
import { checkChanges, checkFromTo, growthFinding } from './from-to.ts'
import { attachChanges } from './growth.ts'
import type { MatchOptions } from './match.ts'
import { builtInAliases } from './names.ts'
import { checkParts } from './parts.ts'
import { checkRepeats } from './repeats.ts'
import { checkShares } from './shares.ts'
import { checkTotals } from './totals.ts'

/** Whether the figures of a report agree with each other, and with those of the report before where it is given. */
export function auditReport(
  extraction: Extraction,
  previous: Extraction | null = null,
  options: MatchOptions = {},
): Audit {
  const { aliases = builtInAliases() } = options
  const { claims } = extraction
  const changes = attachChanges(extraction, aliases)
  const checks: Record<Check, Checked> = {
    ...checkParts(claims),
    share: checkShares(claims, aliases),
    'from-to': checkFromTo(claims, changes, aliases),
    changes: checkChanges(claims, changes),
    total: checkTotals(claims),
    repeat: checkRepeats(claims, aliases),
    growth: previous === null ? { count: 0, findings: [] } : checkAgainst(previous, extraction, options),
  }
  const findings = Object.values(checks).flatMap((checked) => checked.findings)
  return {
    schema: 'baoshu-audit/1',
    report: extraction.report,
    previous: previous?.report ?? null,
    findings: findings.sort((one, other) => placeOf(one) - placeOf(other)),
    checked: Object.fromEntries(Object.entries(checks).map(([name, { count }]) => [name, count])) as Audit['checked'],
  }
}

function placeOf({ claims }: Finding): number {
  return claims.at(-1)?.source.start ?? 0
}

/** The growth that is stated, against the base in the report before. */
function checkAgainst(previous: Extraction, extraction: Extraction, options: MatchOptions): Checked {
  const { rows } = compareReports(previous, extraction, options)
  const checked = rows.filter(({ consistent }) => consistent !== null)
  const findings = checked.flatMap(({ consistent, stated, old, new: news }): Finding[] => {
    if (consistent !== false || stated === null || old === null || news === null) return []
    return [growthFinding('growth', [news, stated.claim], old, stated.computed, `${old.raw} → ${news.raw}`)]
  })
  return { count: checked.length, findings }
}
