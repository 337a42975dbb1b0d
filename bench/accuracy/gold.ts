import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A claim as a reader annotated it; a field with a list takes any of its values. */
export interface GoldClaim {
  /** As written, and where: the offset, else which occurrence. */
  readonly at: string
  readonly start?: number
  readonly n?: number
  readonly value: number
  readonly high?: number | null
  readonly unit: string | readonly string[]
  readonly qualifier: string | readonly string[]
  readonly indicator: readonly string[]
  readonly action?: readonly string[]
  readonly kind: string | readonly string[]
  readonly direction?: string | null
  readonly status: string | readonly string[]
  readonly sector?: string
  /** What need not be found counts neither way. */
  readonly must: boolean
}

/** An annotated text; its claims have their places. */
export interface Passage {
  readonly id: string
  readonly text: string
  readonly claims: readonly (GoldClaim & { readonly start: number })[]
}

/** Annotated passages that were collected together. */
export interface GoldSet {
  readonly name: string
  readonly passages: readonly Passage[]
}

/** A gold file ([{ id, text, claims }]), or a folder of fixtures (each with report.txt and claims.json). */
export function loadGold(path: string): GoldSet {
  if (!statSync(path).isDirectory()) {
    const passages = JSON.parse(readFileSync(path, 'utf8')) as Passage[]
    return { name: basename(path).replace(/(?:\.claims)?\.json$/, ''), passages: passages.map(withPlaces) }
  }
  const folders = readdirSync(path).filter((name) => existsSync(join(path, name, 'claims.json')))
  const passages = folders.sort().map((id) => {
    const text = readFileSync(join(path, id, 'report.txt'), 'utf8')
    return withPlaces({ id, text, claims: JSON.parse(readFileSync(join(path, id, 'claims.json'), 'utf8')) })
  })
  return { name: basename(path), passages }
}

function withPlaces({ id, text, claims }: Omit<Passage, 'claims'> & { claims: readonly GoldClaim[] }): Passage {
  return { id, text, claims: claims.map((claim) => ({ ...claim, start: placeOf(text, claim, id) })) }
}

function placeOf(text: string, { at, start, n = 0 }: GoldClaim, id: string): number {
  let found = start ?? -1
  if (start === undefined) for (let time = 0; time <= n; time++) found = text.indexOf(at, found + 1)
  if (found < 0 || !text.startsWith(at, found)) throw new Error(`${id}: “${at}” does not stand there`)
  return found
}
