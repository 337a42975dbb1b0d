/** One of several options is to be chosen: the traits of each, and how right each is, 0 to 1. */
export interface Choice {
  readonly options: readonly Int32Array[]
  readonly right: readonly number[]
  /** How much it teaches; 1 where nothing is said. */
  readonly weight?: number
}

const passes = 6
const rate = 0.06
const pull = 0.0005
/** The first passes are not yet part of the mean. */
const warmUp = 1
/** Traits of fewer choices are left out: they remember and do not tell. */
const leastSeen = 2

/**
 * Conditional logit by AdaGrad (Duchi et al. 2011), the mean of the weights after each pass: makes the options that are
 * right likely among the others. The same choices in the same order give the same weights.
 */
export function fitChoices(choices: readonly Choice[]): Map<number, number> {
  const usable = choices.filter(({ right }) => right.some((one) => one > 0) && right.some((one) => one === 0))
  const { traits, coded } = encode(usable)
  const weights = new Float64Array(traits.length)
  const squares = new Float64Array(traits.length).fill(0.01)
  const mean = new Float64Array(traits.length)
  const slopes = new Float64Array(traits.length)
  const random = generator(1)
  for (let pass = 0; pass < passes; pass++) {
    for (const index of shuffled(coded.length, random)) {
      const { options, right, weight = 1 } = coded[index] as Choice
      const touched = slopesOf(options, right, weights, slopes)
      for (const trait of touched) {
        const slope = weight * (slopes[trait] as number) + pull * (weights[trait] as number)
        slopes[trait] = 0
        squares[trait] = (squares[trait] as number) + slope * slope
        weights[trait] = (weights[trait] as number) - (rate * slope) / Math.sqrt(squares[trait] as number)
      }
    }
    if (pass >= warmUp)
      for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (weights[at] as number)
  }
  return new Map(traits.map((trait, at) => [trait, (mean[at] as number) / (passes - warmUp)]))
}

/** Traits by number from 0, those that are seen too seldom left out. */
function encode(choices: readonly Choice[]): { traits: number[]; coded: Choice[] } {
  const seen = new Map<number, number>()
  for (const { options } of choices) {
    for (const trait of new Set(options.flatMap((option) => [...option]))) seen.set(trait, (seen.get(trait) ?? 0) + 1)
  }
  const traits = [...seen].filter(([, count]) => count >= leastSeen).map(([trait]) => trait)
  const numbers = new Map(traits.map((trait, at) => [trait, at]))
  const coded = choices.map(({ options, ...choice }) => ({
    ...choice,
    options: options.map((option) => Int32Array.from([...option].flatMap((trait) => numbers.get(trait) ?? []))),
  }))
  return { traits, coded }
}

/** Adds what each trait should change by to `slopes`; the traits that were touched. */
function slopesOf(
  options: readonly Int32Array[],
  right: readonly number[],
  weights: Float64Array,
  slopes: Float64Array,
): Set<number> {
  const sums = options.map((option) => option.reduce((sum, trait) => sum + (weights[trait] as number), 0))
  const top = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - top))
  const all = shares.reduce((total, share) => total + share, 0)
  const good = shares.reduce((total, share, at) => total + share * (right[at] as number), 0)
  const touched = new Set<number>()
  options.forEach((option, at) => {
    const share = shares[at] as number
    const slope = share / all - (share * (right[at] as number)) / good
    if (Math.abs(slope) < 1e-4) return
    for (const trait of option) {
      slopes[trait] = (slopes[trait] as number) + slope
      touched.add(trait)
    }
  })
  return touched
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
  return order
}

/** Mulberry32, public domain by Tommy Ettinger: no clock, the same numbers each time. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
