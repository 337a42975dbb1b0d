import type { Claim } from '../types.ts'
import type { Checked, Finding } from './finding.ts'
import { intervalOf, likelyInterval, meet } from './interval.ts'
import { type Aliases, canonicalName, foldName } from './names.ts'
import { wholeOfPart } from './parts.ts'
import { dimensionOf } from './units.ts'

/** 实有市场主体432.6万户，其中企业115.2万户，占总量的26.6%: a share is its part by its whole. */
export function checkShares(claims: readonly Claim[], aliases: Aliases): Checked {
  const nameOf = (name: string) => canonicalName(foldName(name), aliases)
  const levels = claims.filter(({ kind, status }) => kind === 'level' && status === 'actual')
  const shares = claims.filter(({ kind, unit, status }) => kind === 'share' && unit === '%' && status === 'actual')
  const sums = shares.flatMap((share) => {
    const near = levels.filter(
      (level) => level.source.line === share.source.line && level.source.start < share.source.start,
    )
    const part = near.findLast(
      (level) => level.source.sentence === share.source.sentence && nameOf(level.indicator) === nameOf(share.indicator),
    )
    const whole = part === undefined ? undefined : wholeOf(share, part, near, nameOf)
    return part === undefined || whole === undefined ? [] : [{ share, part, whole }]
  })
  return { count: sums.length, findings: sums.flatMap(({ share, part, whole }) => judge(share, part, whole)) }
}

/** As the claim says, by its id or its name; 总量 and 全部 are what the part is a part of. */
function wholeOf(
  share: Claim,
  part: Claim,
  near: readonly Claim[],
  nameOf: (name: string) => string,
): Claim | undefined {
  if (dimensionOf(part.unit).name === 'percent') return undefined
  if (/^(?:总量|总数|全部|总额|总体|总计)/.test(share.of ?? '')) return wholeOfPart(part, near)
  const name = nameOf(share.of ?? '')
  return near.findLast(
    (level) =>
      level !== part &&
      level.unit === part.unit &&
      (level.id === share.of || (name !== '' && nameOf(level.indicator) === name)),
  )
}

function judge(share: Claim, part: Claim, whole: Claim): Finding[] {
  const [of, all] = [likelyInterval(part), likelyInterval(whole)]
  if (all.low <= 0) return []
  const between = { low: (of.low / all.high) * 100, high: (of.high / all.low) * 100 }
  if (meet(between, intervalOf(share))) return []
  const expected = Number(((part.value / whole.value) * 100).toFixed(2))
  return [
    {
      check: 'share',
      indicator: share.indicator,
      claims: [whole, part, share],
      previous: null,
      sum: `${part.raw} / ${whole.raw} = ${expected}%`,
      expected,
      stated: share.value,
      unit: '%',
    },
  ]
}
