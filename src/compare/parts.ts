import type { Claim } from '../types.ts'
import { wordsBefore, wordsBetween } from './around.ts'
import type { Checked, Finding } from './finding.ts'
import { flowLikeness, flowOf } from './flow.ts'
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
  const families = new Map<Claim, Claim[]>()
  for (const claim of claims) {
    const whole = wholeOfPart(claim, claims)
    if (whole !== undefined) families.set(whole, [...(families.get(whole) ?? []), claim])
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

/** The amount that another is a part of: as the claim says, else the last one before 其中, in one unit. */
export function wholeOfPart(part: Claim, claims: readonly Claim[]): Claim | undefined {
  if (!isAmount(part)) return undefined
  const before = claims.filter(
    (claim) => isAmount(claim) && isBesides(claim, part) && /其中|包括|包含/.test(wordsBetween(claim, part)),
  )
  return before.find(({ id }) => id === part.of) ?? before.at(-1)
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

/** Earlier in one sentence, in one unit, both done or both planned, both told or both new: 新增6家，累计63家 are not. */
function isBesides(whole: Claim, part: Claim): boolean {
  return (
    whole.source.sentence === part.source.sentence &&
    whole.source.end <= part.source.start &&
    whole.unit === part.unit &&
    whole.status === part.status &&
    flowLikeness(flowOf(whole), flowOf(part)) > 0
  )
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
  const members = words.map((word) => parts.filter((part) => chosenBy(part, choice) === word))
  if (members.some((found) => found.length !== 1)) return []
  const chosen = members.flat()
  if (meet(sumOf(chosen), intervalOf(whole))) return ['fits']
  return [sumFinding('parts', whole, chosen)]
}

/** What a part is called, or what stands right before it: 其中出口1.5万亿元 */
function chosenBy(part: Claim, choice: string): string | undefined {
  return [wordsBefore(part), part.indicator].map((words) => modifiersOf(foldName(words)).get(choice)).find(Boolean)
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
