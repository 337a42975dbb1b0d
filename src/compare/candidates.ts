import type { Features } from './features.ts'
import type { GramWeights } from './likeness.ts'

/** Blocks up to this many pairs are compared whole. */
const fewPairs = 20_000
/** Of the claims that share a pair of characters, so many nearest in order are looked at. */
const mostPerGram = 48
/** A name is looked up by so many of its rarest pairs of characters. */
const mostGrams = 8
/** So many of the best by shared characters are compared in full. */
const mostCandidates = 16

/** The indexes of claims worth comparing, for each of `old` those of `news`; the same both ways round. */
export function findCandidates(
  old: readonly Features[],
  news: readonly Features[],
  weightOf: GramWeights,
): Set<number>[] {
  const found = old.map(() => new Set<number>())
  const blocks = groupBy(news, ({ block }) => block)
  for (const [block, here] of groupBy(old, ({ block }) => block)) {
    const there = blocks.get(block) ?? []
    if (here.length * there.length <= fewPairs) {
      for (const at of here) for (const other of there) found[at]?.add(other)
      continue
    }
    lookUp(old, here, news, there, weightOf, (one, other) => found[one]?.add(other))
    lookUp(news, there, old, here, weightOf, (other, one) => found[one]?.add(other))
  }
  return found
}

function groupBy(all: readonly Features[], keyOf: (one: Features) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, one] of all.entries()) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [at])
    else group.push(at)
  }
  return groups
}

/** For each of `from` the best of `into` by the rarest pairs of characters, through an inverted index. */
function lookUp(
  all: readonly Features[],
  from: readonly number[],
  others: readonly Features[],
  into: readonly number[],
  weightOf: GramWeights,
  take: (one: number, other: number) => void,
): void {
  const index = indexGrams(others, into)
  const shared = new Float64Array(others.length)
  for (const at of from) {
    const one = all[at] as Features
    const met: number[] = []
    for (const [key, weight] of [[wholeName(one), sameName] as const, ...rarest(one, weightOf)]) {
      for (const other of nearest(index.get(key) ?? [], one.order, others)) {
        if (shared[other] === 0) met.push(other)
        shared[other] = (shared[other] ?? 0) + weight
      }
    }
    met.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0))
    for (const other of met.slice(0, mostCandidates)) take(at, other)
    for (const other of met) shared[other] = 0
  }
}

/** The pairs of characters that tell most of a name. */
function rarest({ grams }: Features, weightOf: GramWeights): (readonly [gram: string, weight: number])[] {
  return [...grams]
    .map(([gram, weight]) => [gram, weight * weightOf(gram)] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostGrams)
}

function wholeName({ name }: Features): string {
  return `= ${name}`
}

const sameName = 100

/** By pair of characters, and by whole name, the claims in order. */
function indexGrams(all: readonly Features[], members: readonly number[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  const add = (key: string, at: number) => {
    const list = index.get(key)
    if (list === undefined) index.set(key, [at])
    else list.push(at)
  }
  for (const at of members) {
    const one = all[at] as Features
    add(wholeName(one), at)
    for (const gram of one.grams.keys()) add(gram, at)
  }
  return index
}

/** A list in order is cut to the part around a place in the report. */
function nearest(list: readonly number[], order: number, all: readonly Features[]): readonly number[] {
  if (list.length <= mostPerGram) return list
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[list[middle] as number]?.order ?? 0) < order) low = middle + 1
    else high = middle
  }
  const start = Math.max(0, Math.min(low - mostPerGram / 2, list.length - mostPerGram))
  return list.slice(start, start + mostPerGram)
}
