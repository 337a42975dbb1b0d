import type { Claim } from '../../src/types.ts'
import type { GoldClaim, Passage } from './gold.ts'

/** What a claim may be wrong in; a whole claim is right in all of `wholeFields`. */
export type Field = 'value' | 'unit' | 'qualifier' | 'kind' | 'direction' | 'status' | 'indicator' | 'action' | 'sector'
export const wholeFields: readonly Field[] = [
  ...(['value', 'unit', 'qualifier', 'kind', 'direction', 'status', 'indicator'] as const),
]

/** A claim that was found, what it is wrong in and what it was asked for. */
export interface Found {
  readonly gold: GoldClaim
  readonly claim: Claim
  readonly asked: readonly Field[]
  readonly wrong: readonly Field[]
}

/** How one passage came out. */
export interface Verdict {
  readonly passage: Passage
  readonly found: readonly Found[]
  readonly missed: readonly GoldClaim[]
  readonly spurious: readonly Claim[]
}

/** Compares the claims made of a passage with those that its reader found, by place first. */
export function judge(passage: Passage, claims: readonly Claim[]): Verdict {
  const taken = new Map<Claim, GoldClaim>()
  const done = new Set<GoldClaim>()
  for (const { claim, gold } of pairsOf(passage, claims)) {
    if (taken.has(claim) || done.has(gold)) continue
    taken.set(claim, gold)
    done.add(gold)
  }
  const optional = passage.claims.filter(({ must }) => !must)
  return {
    passage,
    found: [...taken].flatMap(([claim, gold]) => (gold.must ? [compare(gold, claim)] : [])),
    missed: passage.claims.filter((gold) => gold.must && !done.has(gold)),
    spurious: claims.filter((claim) => !taken.has(claim) && !optional.some((gold) => shared(gold, claim) > 0)),
  }
}

type Placed = Passage['claims'][number]

/** Pairs that overlap, those that overlap most before the others. */
function pairsOf({ claims: gold }: Passage, claims: readonly Claim[]) {
  return claims
    .flatMap((claim) => gold.map((one) => ({ claim, gold: one, share: shared(one, claim) })))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share)
}

/** How much of two spans is common to both: 1 where they are the same, 0 where they do not touch. */
function shared({ at, start: from }: Placed, { source: { start, end } }: Claim): number {
  const to = from + at.length
  return Math.max(0, Math.min(end, to) - Math.max(start, from)) / (Math.max(end, to) - Math.min(start, from))
}

function compare(gold: GoldClaim, claim: Claim): Found {
  const right: Partial<Record<Field, boolean>> = {
    value: isNear(gold, claim),
    unit: anyOf(gold.unit, (unit) => unitOf(unit) === unitOf(claim.unit)) || isFraction(gold, claim),
    qualifier: anyOf(gold.qualifier, (qualifier) => qualifier === claim.qualifier),
    kind: anyOf(gold.kind, (kind) => kind === claim.kind),
    status: anyOf(gold.status, (status) => status === claim.status),
    indicator: gold.indicator.some((name) => plain(name) === plain(claim.indicator)),
    ...(gold.direction == null ? {} : { direction: isDirected(gold, claim) }),
    ...(gold.action?.length ? { action: gold.action.some((verb) => endAlike(plain(verb), plain(claim.action))) } : {}),
    ...(gold.sector === undefined ? {} : { sector: gold.sector === claim.sector }),
  }
  const asked = Object.keys(right) as Field[]
  return { gold, claim, asked, wrong: asked.filter((field) => right[field] === false) }
}

export const plain = (text: string): string =>
  text.normalize('NFKC').replace(/[\s“”"'‘’「」《》〈〉（）()、，,·的]/g, '')
const unitOf = (unit: string): string => plain(unit).replace(/^个百分点$/, '百分点')
const anyOf = (wanted: string | readonly string[], isSame: (one: string) => boolean): boolean =>
  [wanted].flat().some(isSame)
const near = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one), Math.abs(other))
const endAlike = (one: string, other: string): boolean => other !== '' && (one.endsWith(other) || other.endsWith(one))

function isNear({ at, value, high }: GoldClaim, claim: Claim): boolean {
  if (high != null && (claim.high === null || !near(high, claim.high))) return false
  // 三分之二 is 0.67 or 66.7 %
  return (
    near(value, claim.value) ||
    (at.includes('分之') && [1, 100].some((times) => Math.abs(claim.value - value * times) < 0.005 * times))
  )
}

const isFraction = ({ at }: GoldClaim, { unit }: Claim): boolean => at.includes('分之') && (unit === '' || unit === '%')
const isDirected = ({ direction }: GoldClaim, claim: Claim): boolean =>
  direction === claim.direction || (claim.kind !== 'change' && claim.kind !== 'gap')

/** Is it right in all that makes a claim whole? */
export const isWhole = ({ wrong }: Found): boolean => !wholeFields.some((field) => wrong.includes(field))

/** The figures of a set of passages. */
export interface Tally {
  readonly passages: number
  readonly wanted: number
  readonly made: number
  readonly missed: number
  readonly spurious: number
  readonly span: number
  readonly quantity: number
  readonly whole: number
  /** The share of found claims that are right in a field, of those that were asked for it. */
  readonly right: ReadonlyMap<Field, number>
}

/** Adds up how passages came out: F1 of spans, of quantities, of whole claims. */
export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const found = verdicts.flatMap((verdict) => verdict.found)
  const missed = verdicts.flatMap((verdict) => verdict.missed).length
  const spurious = verdicts.flatMap((verdict) => verdict.spurious).length
  const [wanted, made] = [found.length + missed, found.length + spurious]
  const f1 = (hits: number) => (wanted + made === 0 ? 1 : (2 * hits) / (wanted + made))
  const right = new Map<Field, number>()
  for (const field of new Set(found.flatMap(({ asked }) => asked))) {
    const asked = found.filter((one) => one.asked.includes(field))
    right.set(field, asked.filter(({ wrong }) => !wrong.includes(field)).length / asked.length)
  }
  const isQuantity = ({ wrong }: Found) => !wrong.includes('value') && !wrong.includes('unit')
  return {
    ...{ passages: verdicts.length, wanted, made, missed, spurious, right },
    span: f1(found.length),
    quantity: f1(found.filter(isQuantity).length),
    whole: f1(found.filter(isWhole).length),
  }
}
