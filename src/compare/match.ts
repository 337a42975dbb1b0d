import type { Claim, Extraction } from '../types.ts'
import { assign, type Edge } from './assignment.ts'
import { findCandidates } from './candidates.ts'
import type { MatchKind } from './comparison.ts'
import { type Features, featuresOf } from './features.ts'
import { likenessOf, matchKindOf, weighGrams } from './likeness.ts'
import { type Aliases, builtInAliases } from './names.ts'

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
  const edges = here.map((one, at): Edge[] => {
    const found: Edge[] = []
    for (const column of candidates[at] ?? []) {
      const other = there[column] as Features
      const weight = judge(one, other) ?? likenessOf(one, other, weightOf)
      if (weight >= minScore) found.push({ column, weight })
    }
    return found.sort((a, b) => a.column - b.column)
  })
  return assign(edges, there.length).flatMap((column, row) => {
    const one = here[row]
    const other = there[column]
    if (one === undefined || other === undefined) return []
    const said = judge(one, other)
    const score = said ?? likenessOf(one, other, weightOf)
    const match = said === null ? matchKindOf(one, other) : 'manual'
    return [{ old: one.claim, new: other.claim, match, score: Math.round(Math.min(1, score) * 1000) / 1000 }]
  })
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
