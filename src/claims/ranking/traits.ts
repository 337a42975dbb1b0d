/**
 * Traits: what can be said of a candidate, each a family with up to two values: `word before`, 受理. A trait is a number,
 * made of its words' hashes, so that nothing is built to look up its weight.
 */

/** Takes the traits of a candidate, one by one. */
export type Visit = (family: number, one?: number, other?: number) => void

/** 32-bit FNV-1a over UTF-16 code units: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

const families = new Map<number, string>()

/** A family of traits, known by its name where it is explained. */
export function family(name: string): number {
  const hash = hashOf(name)
  families.set(hash, name)
  return hash
}

/** The name of a family as it was visited, alone or for one of the places. */
export const familyName = (visited: number, places: readonly number[]): string =>
  families.get(visited) ?? places.map((place) => families.get(visited ^ place)).find((name) => name !== undefined) ?? ''

/** Two values as one. */
export const pairOf = (one: number, other: number): number =>
  Math.imul(one, 0x85ebca6b) ^ (Math.imul(other, 0xc2b2ae35) >>> 3)

/** Small numbers, `most` and more alike. */
export const countOf = (count: number, most: number): number => counts[count < most ? count : most] as number

const counts = Array.from({ length: 64 }, (_, count) => hashOf(String(count)))

/** A trait as the number under which its weight is kept; never 0. */
export function traitOf(family: number, one = 0, other = 0): number {
  let hash = Math.imul(family ^ Math.imul(one, 0x85ebca6b), 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ Math.imul(other, 0x27d4eb2f), 0x165667b1)
  return hash ^ (hash >>> 13) || 1
}

/** Adds up what visited traits weigh, or lists them: one way to visit serves reading, fitting and explaining. */
export interface Ledger<Sum> {
  readonly visit: Visit
  /** What was visited since it was last asked. */
  readonly take: () => Sum
  readonly plus: (one: Sum, other: Sum) => Sum
}

/** The traits themselves, for fitting. */
export function listing(): Ledger<readonly number[]> {
  let traits: number[] = []
  return {
    visit: (family, one, other) => {
      traits.push(traitOf(family, one, other))
    },
    take: () => {
      const taken = traits
      traits = []
      return taken
    },
    plus: (one, other) => [...one, ...other],
  }
}
