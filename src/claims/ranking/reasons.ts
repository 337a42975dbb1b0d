import { familyName, hashOf, type Ledger, traitOf } from './traits.ts'
import { type Weights, weightOf } from './weights.ts'

/** A trait that was visited, and what it weighs: word before 受理, 0.8. */
export interface Reason {
  readonly trait: string
  readonly weight: number
}

/** What is visited, in words; `texts` are those that values may be of. */
export function reasoning(weights: Weights, texts: Iterable<string>): Ledger<readonly Reason[]> {
  const words = new Map([...texts].map((text) => [hashOf(text), text]))
  let reasons: Reason[] = []
  return {
    visit: (family, one = 0, other = 0) => {
      const weight = weightOf(weights, traitOf(family, one, other))
      const values = [one, other].map((value) => words.get(value)).filter((value) => value !== undefined)
      if (weight !== 0) reasons.push({ trait: [familyName(family, places), ...values].join(' '), weight })
    },
    take: () => {
      const taken = reasons
      reasons = []
      return taken
    },
    plus: (one, other) => [...one, ...other],
  }
}

/** Where the same families weigh apart. */
const places = [
  'everywhere',
  'own clause',
  'behind',
  'clause before',
  'second clause before',
  'third clause before',
].map(hashOf)

/** What a sum of reasons weighs. */
export const weightOfAll = (reasons: readonly Reason[]): number => reasons.reduce((sum, { weight }) => sum + weight, 0)

const most = 5

/** What speaks most for one against another, the weightiest first. */
export function difference(one: readonly Reason[], other: readonly Reason[]): Reason[] {
  const sums = new Map<string, number>()
  for (const { trait, weight } of one) sums.set(trait, (sums.get(trait) ?? 0) + weight)
  for (const { trait, weight } of other) sums.set(trait, (sums.get(trait) ?? 0) - weight)
  return [...sums]
    .map(([trait, weight]) => ({ trait, weight: Math.round(weight * 100) / 100 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most)
}
