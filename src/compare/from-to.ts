import type { Claim } from '../types.ts'
import type { Checked, Finding } from './finding.ts'
import { type ChangesByLevel, checkGrowth, impliedBase } from './growth.ts'
import { intervalOf, meet } from './interval.ts'
import { type Aliases, canonicalName, foldName } from './names.ts'
import { countsThings, dimensionOf } from './units.ts'

/** 从61家增加到82家，增长34.4%: the change that is stated is the one from the first figure to the second. */
export function checkFromTo(claims: readonly Claim[], changes: ChangesByLevel, aliases: Aliases): Checked {
  const nameOf = (claim: Claim) => canonicalName(foldName(claim.indicator), aliases)
  const sums = claims.flatMap((base, at) => {
    if (base.status !== 'baseline' || base.kind !== 'level') return []
    const level = claims
      .slice(at + 1, at + 3)
      .find(
        (claim) =>
          claim.kind === 'level' &&
          claim.status === 'actual' &&
          claim.source.sentence === base.source.sentence &&
          claim.unit === base.unit &&
          nameOf(claim) === nameOf(base),
      )
    const stated = level === undefined ? [] : (changes.get(level.id) ?? []).filter((change) => isOf(change, base))
    return level === undefined ? [] : stated.map((change) => ({ base, level, change }))
  })
  const findings = sums.flatMap(({ base, level, change }): Finding[] => {
    const { consistent, stated } = checkGrowth(change, base, level)
    return consistent === false
      ? [growthFinding('from-to', [base, level, change], null, stated.computed, `${base.raw} → ${level.raw}`)]
      : []
  })
  return { count: sums.length, findings }
}

/** 同比 after 从2015年的61家 is another base, 年均 another sum. */
function isOf(change: Claim, base: Claim): boolean {
  const { sentence } = base.source
  const isOfYears = /\d{4}年|五年|年初|年底|年末/.test(sentence.slice(0, sentence.indexOf(base.raw)))
  if (change.basis === 'none' || change.basis === null) return !/年均|平均每年/.test(sentence)
  return change.basis === 'yoy' && !isOfYears
}

/** 55条，比上年增加13条、增长31%: two changes of one amount tell of one base. */
export function checkChanges(claims: readonly Claim[], changes: ChangesByLevel): Checked {
  const sums = claims.flatMap((level) => {
    const told = (changes.get(level.id) ?? []).filter(({ basis }) => basis === 'yoy' || basis === 'none')
    const amount = told.find(({ unit }) => unit === level.unit && countsThings(unit))
    const rate = told.find(({ unit }) => dimensionOf(unit).name === 'percent')
    return amount === undefined || rate === undefined ? [] : [{ level, amount, rate }]
  })
  const findings = sums.flatMap(({ level, amount, rate }): Finding[] => {
    const value = impliedBase(amount, level)
    if (value === null || value <= 0 || dimensionOf(level.unit).name === 'percent') return []
    const [now, by] = [intervalOf(level), intervalOf(amount)]
    const half = (now.high - now.low + by.high - by.low) / 2
    const base: Claim = { ...level, raw: `${value + half}`, value, qualifier: half > 0 ? 'about' : 'exact' }
    const { consistent, stated } = checkGrowth(rate, base, level)
    const isFar =
      stated.between !== null &&
      !meet({ low: stated.between[0] - 1, high: stated.between[1] + 1 }, { low: stated.value, high: stated.value })
    return consistent === false && isFar
      ? [
          growthFinding(
            'changes',
            [level, amount, rate],
            null,
            stated.computed,
            `${amount.raw} / ${value}${level.unit}`,
          ),
        ]
      : []
  })
  return { count: sums.length, findings }
}

/** A stated change that is not the one that the amounts give. */
export function growthFinding(
  check: 'from-to' | 'changes' | 'growth',
  claims: readonly Claim[],
  previous: Claim | null,
  computed: number | null,
  from: string,
): Finding {
  const change = claims.at(-1) as Claim
  return {
    check,
    indicator: claims[0]?.indicator ?? change.indicator,
    claims,
    previous,
    sum: `${from}: ${computed !== null && computed > 0 ? '+' : ''}${computed ?? '?'}${change.unit}`,
    expected: computed,
    stated: change.direction === 'down' ? -change.value : change.value,
    unit: change.unit,
  }
}
