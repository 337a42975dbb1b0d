/** A claim that was made: its traits, whether it was wholly right, and which passage it stands in. */
export interface Sample {
  readonly traits: readonly string[]
  readonly right: boolean
  readonly passage: number
}

/** How many points claims begin with, and how many each trait adds or takes. */
export interface Table {
  readonly base: number
  readonly weights: Readonly<Record<string, number>>
}

const strength = 20
const leastSeen = 8
const rounds = 400

/**
 * Logistic regression: the points that make the shares come true, each pulled towards 0 as if by `strength` claims
 * that say nothing. Newton's step for one weight at a time, so that no step size has to be chosen.
 */
export function fitTable(samples: readonly Sample[]): Table {
  const seen = new Map<string, Sample[]>()
  for (const sample of samples) {
    for (const trait of sample.traits) {
      const list = seen.get(trait)
      if (list === undefined) seen.set(trait, [sample])
      else list.push(sample)
    }
  }
  const share = (samples.filter(({ right }) => right).length + 1) / (samples.length + 2)
  const points = new Map(samples.map((sample) => [sample, Math.log(share / (1 - share))]))
  const traits = [...seen]
    .filter(([, list]) => list.length >= leastSeen)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const weights = new Map(traits.map(([trait]) => [trait, 0]))
  let base = Math.log(share / (1 - share))
  for (let round = 0; round < rounds; round++) {
    const step = stepOf(samples, points, 0, 0)
    base += step
    for (const [trait, list] of traits) {
      const weight = weights.get(trait) ?? 0
      weights.set(trait, weight + stepOf(list, points, weight, strength))
    }
  }
  return { base: round2(base), weights: Object.fromEntries([...weights].map(([trait, one]) => [trait, round2(one)])) }
}

/** One weight's step; the points of its samples take it at once. */
function stepOf(list: readonly Sample[], points: Map<Sample, number>, weight: number, pull: number): number {
  let slope = -pull * 0.25 * weight
  let bend = pull * 0.25
  for (const sample of list) {
    const chance = 1 / (1 + Math.exp(-(points.get(sample) ?? 0)))
    slope += (sample.right ? 1 : 0) - chance
    bend += chance * (1 - chance)
  }
  const step = bend === 0 ? 0 : slope / bend
  for (const sample of list) points.set(sample, (points.get(sample) ?? 0) + step)
  return step
}

const round2 = (value: number): number => Math.round(value * 100) / 100 + 0
