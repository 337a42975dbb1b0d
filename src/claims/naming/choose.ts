import { difference, type Reason, reasoning, weightOfAll } from '../ranking/reasons.ts'
import { type Weights, weighing } from '../ranking/weights.ts'
import type { Candidate } from './candidate.ts'
import { candidatesOf } from './candidates.ts'
import type { Situation } from './situation.ts'

/** The names that were taken, and how sure that is. */
export interface Choice extends Candidate<number> {
  /** Its chance among all candidates, 0..1, and that of the next best. */
  readonly chance: number
  readonly second: number
}

/** The names that figures most likely have; null where there is nothing to choose from. */
export function chooseName(situation: Situation, weights: Weights): Choice | null {
  return bestOf(candidatesOf(situation, weighing(weights)))
}

/** A name that was possible, how likely, and what decided between it and the next: for `explain`. */
export interface Possible {
  readonly names: readonly string[]
  readonly by: string
  readonly chance: number
  readonly reasons: readonly Reason[]
}

const mostPossible = 3

/** The likeliest names, the one that was taken first. */
export function possibleNames(situation: Situation, weights: Weights): Possible[] {
  const texts = situation.tokens.flatMap(({ text, lexeme }) => [text, lexeme.className, text.slice(-1), text.slice(-2)])
  const found = candidatesOf(situation, reasoning(weights, texts))
    .map((candidate) => ({ ...candidate, total: weightOfAll(candidate.sum) }))
    .sort((one, other) => other.total - one.total)
  const top = found[0]?.total ?? 0
  const all = found.reduce((sum, { total }) => sum + Math.exp(total - top), 0)
  return found.slice(0, mostPossible).map(({ names, by, sum, total }, index) => ({
    names: names.map(({ text }) => text),
    by,
    chance: Math.exp(total - top) / all,
    reasons: difference(sum, found[index === 0 ? 1 : 0]?.sum ?? []),
  }))
}

/** The candidate with the highest sum, the first of those alike. */
export function bestOf<Kind extends { readonly sum: number }>(
  candidates: readonly Kind[],
): (Kind & { chance: number; second: number }) | null {
  let best: Kind | undefined
  let second = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (best === undefined || candidate.sum > best.sum) {
      second = best?.sum ?? second
      best = candidate
    } else if (candidate.sum > second) second = candidate.sum
  }
  if (best === undefined) return null
  const top = best.sum
  const all = candidates.reduce((total, { sum }) => total + Math.exp(sum - top), 0)
  return { ...best, chance: 1 / all, second: Math.exp(second - top) / all }
}
