import { readFileSync } from 'node:fs'
import { type Ledger, traitOf } from './traits.ts'

/** Weights by trait, in an open table twice as large as what it holds. */
export interface Weights {
  readonly keys: Int32Array
  readonly values: Float64Array
}

export function weightsOf(entries: Iterable<readonly [trait: number, weight: number]>): Weights {
  const all = [...entries]
  let size = 16
  while (size < 2 * all.length) size *= 2
  const keys = new Int32Array(size)
  const values = new Float64Array(size)
  for (const [trait, weight] of all) {
    let at = trait & (size - 1)
    while (keys[at] !== 0 && keys[at] !== trait) at = (at + 1) & (size - 1)
    keys[at] = trait
    values[at] = weight
  }
  return { keys, values }
}

/** A kept weight is a whole number of these, from -127 to 127. */
const step = 1 / 32
/** What weighs less is left out. */
const least = 3.5 * step
const bytesEach = 5

/** Weights rounded as they are kept. */
export function asKept(fitted: ReadonlyMap<number, number>): Weights {
  return weightsOf(
    [...fitted]
      .filter(([, weight]) => Math.abs(weight) >= least)
      .map(([trait, weight]) => [trait, Math.max(-127, Math.min(127, Math.round(weight / step))) * step]),
  )
}

/** Weights as a file: by trait, each a trait (4 bytes) and its steps (1 byte). */
export function bytesOf({ keys, values }: Weights): Uint8Array {
  const entries = [...keys].flatMap((key, at) => (key === 0 ? [] : [[key, values[at] as number] as const]))
  entries.sort(([one], [other]) => one - other)
  const bytes = Buffer.alloc(entries.length * bytesEach)
  entries.forEach(([key, weight], at) => {
    bytes.writeInt32LE(key, at * bytesEach)
    bytes.writeInt8(weight / step, at * bytesEach + 4)
  })
  return bytes
}

export function readWeights(file: URL): Weights {
  const bytes = readFileSync(file)
  const entries: [number, number][] = []
  for (let at = 0; at + bytesEach <= bytes.length; at += bytesEach)
    entries.push([bytes.readInt32LE(at), bytes.readInt8(at + 4) * step])
  return weightsOf(entries)
}

export function weightOf({ keys, values }: Weights, trait: number): number {
  const mask = keys.length - 1
  let at = trait & mask
  for (let key = keys[at]; key !== 0; key = keys[at]) {
    if (key === trait) return values[at] as number
    at = (at + 1) & mask
  }
  return 0
}

/** Adds up the weights of what is visited. */
export function weighing(weights: Weights): Ledger<number> {
  let sum = 0
  return {
    visit: (family, one, other) => {
      sum += weightOf(weights, traitOf(family, one, other))
    },
    take: () => {
      const taken = sum
      sum = 0
      return taken
    },
    plus: (one, other) => one + other,
  }
}
