import type { Claim } from '../types.ts'
import type { Checked, Finding } from './finding.ts'
import { type Interval, intervalOf, meet } from './interval.ts'
import { modifiersOf } from './modifiers.ts'
import { foldName } from './names.ts'
import { dimensionOf } from './units.ts'

/** Choices whose members do not overlap, those that are all there is, and the word that names the whole. */
const partitions = [
  { choice: 'trade', whole: ['出口', '进口'] },
  { choice: 'people', whole: ['农村', '城镇'] },
  { choice: 'industry', whole: ['第一产业', '第三产业', '第二产业'] },
  { choice: 'sex', whole: ['女', '男'] },
] as const

/** 有效专利7335项，其中发明专利1754项: a part is no more than its whole, and parts that are all there is add up to it. */
export function checkParts(claims: readonly Claim[]): { part: Checked; parts: Checked } {
  const wholes = new Map(claims.filter(isAmount).map((claim) => [claim.id, claim]))
  const families = new Map<Claim, Claim[]>()
  for (const claim of claims) {
    const whole = claim.of === null ? undefined : wholes.get(claim.of)
    if (whole === undefined || !isAmount(claim) || !isPartOf(claim, whole)) continue
    families.set(whole, [...(families.get(whole) ?? []), claim])
  }
  const all = [...families]
  const sums = all.flatMap(([whole, parts]) =>
    partitions.flatMap(({ choice, whole: words }) => partition(whole, parts, choice, words)),
  )
  return {
    part: {
      count: all.flatMap(([, parts]) => parts).length,
      findings: all.flatMap(([whole, parts]) => exceeding(whole, parts)),
    },
    parts: { count: sums.length, findings: sums.filter((finding) => finding !== 'fits') },
  }
}

/** A count or an amount: rates do not add up. */
function isAmount({ kind, status, unit, qualifier }: Claim): boolean {
  const { name } = dimensionOf(unit)
  return (
    kind === 'level' &&
    status !== 'baseline' &&
    qualifier !== 'range' &&
    unit !== '' &&
    !['percent', 'times', 'time'].includes(name)
  )
}

/** In one sentence, in one unit, both done or both planned. */
function isPartOf(part: Claim, whole: Claim): boolean {
  return part.unit === whole.unit && part.status === whole.status && part.source.line === whole.source.line
}

function exceeding(whole: Claim, parts: readonly Claim[]): Finding[] {
  const most = intervalOf(whole).high
  return parts
    .filter((part) => intervalOf(part).low > most)
    .map((part) => ({
      check: 'part',
      indicator: part.indicator,
      claims: [whole, part],
      previous: null,
      sum: `${part.raw} > ${whole.raw}`,
      expected: whole.value,
      stated: part.value,
      unit: part.unit,
    }))
}

/** 进口 and 出口 of 进出口; nothing where a member is missing. */
function partition(
  whole: Claim,
  parts: readonly Claim[],
  choice: string,
  words: readonly string[],
): (Finding | 'fits')[] {
  const members = words.map((word) =>
    parts.filter((part) => modifiersOf(foldName(part.indicator)).get(choice) === word),
  )
  if (members.some((found) => found.length !== 1)) return []
  const chosen = members.flat()
  if (meet(sumOf(chosen), intervalOf(whole))) return ['fits']
  return [sumFinding('parts', whole, chosen)]
}

/** The least and the most that amounts come to, given the digits as printed. */
export function sumOf(claims: readonly Claim[]): Interval {
  const intervals = claims.map(intervalOf)
  return {
    low: intervals.reduce((sum, { low }) => sum + low, 0),
    high: intervals.reduce((sum, { high }) => sum + high, 0),
  }
}

/** 1.5万亿元 + 1.2万亿元 is not 2.57万亿元 */
export function sumFinding(check: 'parts' | 'total', whole: Claim, parts: readonly Claim[]): Finding {
  const sum = Number(parts.reduce((total, { value }) => total + value, 0).toPrecision(12))
  return {
    check,
    indicator: whole.indicator,
    claims: [...parts, whole],
    previous: null,
    sum: `${parts.map(({ raw }) => raw).join(' + ')} = ${sum}${whole.unit}`,
    expected: sum,
    stated: whole.value,
    unit: whole.unit,
  }
}
