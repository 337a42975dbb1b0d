import { type Aliases, builtInAliases } from '../concepts/index.ts'
import type { Claim, Extraction } from '../types.ts'
import { assign, type Edge } from './assignment.ts'
import { findCandidates } from './candidates.ts'
import type { MatchKind } from './comparison.ts'
import { type Features, featuresOf } from './features.ts'
import { type Beside, likenessBeside, likenessOf, matchKindOf, weighGrams } from './likeness.ts'

/** A claim of the old report and the same indicator in the new one. */
export interface Pair {
  readonly old: Claim
  readonly new: Claim
  readonly match: MatchKind
  /** 0..1 */
  readonly score: number
}

/** A person's corrections, by indicator: 市场主体 is 经营主体, 企业 is not 小微企业. */
export interface Corrections {
  readonly same: readonly (readonly [old: string, news: string])[]
  readonly different: readonly (readonly [old: string, news: string])[]
}

export interface MatchOptions {
  readonly aliases?: Aliases
  readonly corrections?: Corrections
  /** Less alike than this is no match. */
  readonly minScore?: number
}

export const usualMinScore = 0.4

/** Which claim is which, as one best assignment over all of them. */
export function matchClaims(
  old: readonly Claim[],
  news: readonly Claim[],
  regions: readonly [old: string | null, news: string | null],
  options: MatchOptions = {},
): Pair[] {
  const { aliases = builtInAliases(), corrections, minScore = usualMinScore } = options
  const here = featuresOf(old, regions[0], aliases)
  const there = featuresOf(news, regions[1], aliases)
  const weightOf = weighGrams([...here, ...there])
  const candidates = findCandidates(here, there, weightOf)
  const judge = judgeOf(corrections)
  const score = (one: Features, other: Features) => judge(one, other) ?? likenessOf(one, other, weightOf)
  const columns = assigned(here, there, candidates, score, minScore)
  const beside = neighbourhood(here, there, columns)
  const left = here.map((_, row) => ((columns[row] ?? -1) < 0 ? candidates[row] : undefined))
  const taken = new Set(columns)
  const more = assigned(
    here,
    there,
    left.map((found) => new Set([...(found ?? [])].filter((column) => !taken.has(column)))),
    (one, other) => judge(one, other) ?? likenessBeside(one, other, beside(one, other), weightOf),
    minScore,
  )
  return here.flatMap((one, row) => {
    const isSure = (columns[row] ?? -1) >= 0
    const other = there[(isSure ? columns[row] : more[row]) ?? -1]
    if (other === undefined) return []
    const said = judge(one, other)
    const found = isSure ? score(one, other) : likenessBeside(one, other, beside(one, other), weightOf)
    const match = said === null ? matchKindOf(one, other) : 'manual'
    const rounded = Math.round(Math.min(1, said ?? found) * 1000) / 1000
    return [{ old: one.claim, new: other.claim, match, score: rounded }]
  })
}

/** The best assignment of those that are like enough; a sure pair weighs more than two doubtful ones. */
function assigned(
  here: readonly Features[],
  there: readonly Features[],
  candidates: readonly ReadonlySet<number>[],
  score: (one: Features, other: Features) => number,
  minScore: number,
): number[] {
  const edges = here.map((one, row): Edge[] => {
    const found: Edge[] = []
    for (const column of candidates[row] ?? []) {
      const weight = score(one, there[column] as Features)
      if (weight >= minScore) found.push({ column, weight: weight ** 2 })
    }
    return found.sort((a, b) => a.column - b.column)
  })
  return assign(edges, there.length)
}

/** What stands beside two claims, growths told with their amounts left out. */
function neighbourhood(
  here: readonly Features[],
  there: readonly Features[],
  columns: readonly number[],
): (one: Features, other: Features) => Beside {
  const matched = new Map(columns.flatMap((column, row) => (column < 0 ? [] : [[here[row], there[column]] as const])))
  const [old, news] = [neighboursOf(here), neighboursOf(there)]
  const taken = new Set(matched.values())
  const [lonely, lonelyThere] = [
    onlyOnes(here.filter((one) => !matched.has(one))),
    onlyOnes(there.filter((one) => !taken.has(one))),
  ]
  return (one, other) => {
    const isBeside = (step: 0 | 1) => {
      const [before, after] = [old.get(one)?.[step], news.get(other)?.[step]]
      return before !== undefined && after !== undefined && matched.get(before) === after
    }
    const beside = (isBeside(0) ? 0.5 : 0) + (isBeside(1) ? 0.5 : 0)
    return { beside, isAlone: lonely.has(one) && lonelyThere.has(other) }
  }
}

function neighboursOf(all: readonly Features[]): Map<Features, readonly [before?: Features, behind?: Features]> {
  const amounts = all.filter(({ block }) => !block.startsWith('change'))
  return new Map(amounts.map((one, at) => [one, [amounts[at - 1], amounts[at + 1]]]))
}

/** Those that no other of their kind and unit stands beside. */
function onlyOnes(all: readonly Features[]): Set<Features> {
  const keyOf = ({ block, claim }: Features) => `${block} ${claim.unit}`
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return new Set(all.filter((one) => counts.get(keyOf(one)) === 1))
}

/** What a person said of two claims: 1 the same, 0 different, null nothing. */
function judgeOf(corrections: Corrections | undefined): (one: Features, other: Features) => number | null {
  if (corrections === undefined) return () => null
  const keys = (pairs: Corrections['same']) => new Set(pairs.map(([old, news]) => `${old}\n${news}`))
  const same = keys(corrections.same)
  const different = keys(corrections.different)
  return (one, other) => {
    const key = `${one.claim.indicator}\n${other.claim.indicator}`
    return same.has(key) ? 1 : different.has(key) ? 0 : null
  }
}

/** The claims of one report that a row may be made of: what is, and not what was planned or what was before. */
export function actualClaims({ claims }: Extraction): Claim[] {
  return claims.filter(({ status }) => status === 'actual')
}
