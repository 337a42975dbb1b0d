import type { Claim } from '../types.ts'
import type { Checked, Finding } from './finding.ts'
import { flowOf } from './flow.ts'
import { intervalOf, meet } from './interval.ts'
import { type Aliases, canonicalName, foldName } from './names.ts'

/** A name this short may be of many things: 企业, 合格率, 案件. */
const shortName = 5
/** Further apart than this, two figures are rather of two things. */
const nearness = 1.3

/** 市场主体总数256.20万户 here and 265.20万户 there: one indicator has one value. */
export function checkRepeats(claims: readonly Claim[], aliases: Aliases): Checked {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims.filter(isPlain)) {
    const key = keyOf(claim, aliases)
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  const pairs = [...groups.values()].flatMap((group) =>
    group.slice(1).map((claim, at) => [group[at] as Claim, claim] as const),
  )
  const apart = pairs.filter(([one, other]) => one.source.line !== other.source.line)
  const findings = apart.flatMap(([one, other]): Finding[] => {
    const [less, more] = [one.value, other.value].sort((a, b) => a - b) as [number, number]
    if (meet(intervalOf(one), intervalOf(other)) || less <= 0 || more / less > nearness) return []
    return [
      {
        check: 'repeat',
        indicator: other.indicator,
        claims: [one, other],
        previous: null,
        sum: `${one.raw} ≠ ${other.raw}`,
        expected: one.value,
        stated: other.value,
        unit: other.unit,
      },
    ]
  })
  return { count: apart.length, findings }
}

function isPlain({ kind, status, qualifier, indicator, of }: Claim): boolean {
  return (
    kind === 'level' &&
    status === 'actual' &&
    qualifier === 'exact' &&
    of === null &&
    foldName(indicator).length >= shortName
  )
}

/** All that may tell two figures of one name apart. */
function keyOf(claim: Claim, aliases: Aliases): string {
  const { action, unit, region, period } = claim
  const name = canonicalName(foldName(claim.indicator), aliases)
  return [name, foldName(action), unit, flowOf(claim), region, period?.from, period?.to, period?.text].join('\n')
}
