import { flowOf } from '../compare/flow.ts'
import { intervalOf, meet } from '../compare/interval.ts'
import { wordsBefore } from '../compare/places.ts'
import { foldName } from '../concepts/index.ts'
import { type Said, say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { type Identity, judged } from './identity.ts'
import type { NameOf } from './shares.ts'

/** A name this short may be of many things: 企业, 合格率, 案件. */
const shortName = 5
/** Further apart than this, two figures are rather of two things. */
const nearness = 1.3

/** 市场主体总数256.20万户 here and 265.20万户 there: one indicator has one value. */
export function checkRepeats(claims: readonly Claim[], nameOf: NameOf): Identity[] {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims.filter(isPlain)) {
    const key = keyOf(claim, nameOf)
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(1).flatMap((claim, at) => {
      const other = group[at] as Claim
      return other.source.sentence === claim.source.sentence ? [] : repeatOf(other, claim, group.length)
    }),
  )
}

function repeatOf(one: Claim, other: Claim, count: number): Identity[] {
  const fits = meet(intervalOf(one), intervalOf(other))
  const [less, more] = [one.value, other.value].sort((a, b) => a - b) as [number, number]
  if (!fits && (less <= 0 || more / less > nearness)) return []
  return [
    judged({
      check: 'repeat',
      claims: [one, other],
      sum: `${one.raw} ${fits ? '=' : '≠'} ${other.raw}`,
      expected: one.value,
      fits,
      doubt: doubtOf(one, other, count),
    }),
  ]
}

/** A name may be of several things all the same. */
function doubtOf(one: Claim, other: Claim, count: number): Said | null {
  if (count > 2) return say('doubt.many-of-name')
  if (one.qualifier !== 'exact' || other.qualifier !== 'exact') return say('doubt.inexact')
  if (one.kind !== 'level') return say('doubt.other-bases')
  if (one.status !== 'actual') return say('doubt.other-plans')
  return plainWords(one) === plainWords(other) ? null : say('doubt.other-words')
}

/** The clause up to a figure without what makes no difference: 全省市场主体总数达到 → 市场主体总数. */
function plainWords(claim: Claim): string {
  const words = foldName(wordsBefore(claim))
  return words.replace(/^(?:截至)?(?:目前|年末|年底|全年)|(?:已|约|共|均)?(?:达到?|为|有|至|突破|超过)$|\d{4}年/g, '')
}

function isPlain({ kind, status, qualifier, indicator, whole, source }: Claim): boolean {
  return (
    kind !== 'rank' &&
    kind !== 'gap' &&
    status !== 'baseline' &&
    qualifier !== 'range' &&
    whole === null &&
    source.table === undefined &&
    foldName(indicator).length >= shortName
  )
}

/** All that may tell two figures of one name apart. */
function keyOf(claim: Claim, nameOf: NameOf): string {
  const { action, unit, region, period, kind, status, direction, basis } = claim
  const name = nameOf(claim.indicator)
  const told = [kind, status, direction, basis, name, foldName(action), unit, flowOf(claim), region]
  return [...told, period?.from, period?.to, period?.text].join('\n')
}
