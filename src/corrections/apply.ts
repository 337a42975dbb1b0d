import type { Claim } from '../types.ts'
import { type Change, type Correction, changeable, type Misfit } from './correction.ts'

/** What became of claims and corrections. */
export interface Corrected {
  readonly claims: readonly Claim[]
  readonly misfits: readonly Misfit[]
}

/**
 * Claims as a person put them right: “503 个” rejected is gone, accepted it is sure, corrected it has the fields that
 * were set. Nothing here needs more than the claims: a page in a browser calls it as the command line does.
 */
export function applyCorrections(claims: readonly Claim[], corrections: readonly Correction[]): Corrected {
  const { settled, misfits } = settle(claims, corrections)
  const kept = claims.flatMap((claim) => {
    const { verdict, set = {} } = settled.get(claim) ?? {}
    if (verdict === 'rejected') return []
    return verdict === undefined ? [claim] : [{ ...claim, ...set, confidence: 1 }]
  })
  const ids = new Set(claims.map(({ id }) => id))
  const left = new Set(kept.map(({ id }) => id))
  const isGone = (of: string | null) => of !== null && ids.has(of) && !left.has(of)
  return { claims: kept.map((claim) => (isGone(claim.of) ? { ...claim, of: null } : claim)), misfits }
}

/** Each correction with its claim, one a claim, in full: its place, and of what it sets only what differs. */
export function settle(
  claims: readonly Claim[],
  corrections: readonly Correction[],
): { readonly settled: ReadonlyMap<Claim, Correction>; readonly misfits: readonly Misfit[] } {
  const misfits: Misfit[] = []
  const byClaim = new Map<Claim, Correction[]>()
  for (const correction of corrections) {
    const found = findClaim(claims, correction)
    if (typeof found === 'string') misfits.push({ correction, why: found })
    else byClaim.set(found, [...(byClaim.get(found) ?? []), correction])
  }
  const settled = [...byClaim].flatMap(([claim, said]) => {
    const correction = merged(claim, said)
    return correction === null ? [] : [[claim, correction] as const]
  })
  return { settled: new Map(settled), misfits }
}

/** The fields that differ from those of the claim: a row of a table names all of them. */
export function differing(claim: Claim, set: Change): Change {
  const entries = changeable.flatMap((name) => {
    const value = set[name]
    return value === undefined || isSame(value, claim[name]) ? [] : [[name, value]]
  })
  return Object.fromEntries(entries)
}

/** Null where all that is said is what the claim says already: an untouched row of a table is no word on it. */
function merged(claim: Claim, said: readonly Correction[]): Correction | null {
  const changes = said.map(({ set }) => differing(claim, set))
  const set: Change = Object.assign({}, ...changes)
  const isRejected = said.some(({ verdict }) => verdict === 'rejected')
  const isChanged = Object.keys(set).length > 0
  if (!isRejected && !isChanged && said.every(({ verdict }) => verdict === 'corrected')) return null
  const { start, line, sentence } = claim.source
  const note = said.find((one) => one.note !== null)?.note ?? null
  const verdict = isRejected ? 'rejected' : isChanged ? 'corrected' : 'accepted'
  return { verdict, raw: claim.raw, start, line, sentence, set: isRejected ? {} : set, note }
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** By place and text; where that place holds something else, by sentence and text; by text alone where it stands once. */
function findClaim(claims: readonly Claim[], correction: Correction): Claim | Misfit['why'] {
  const { raw, start, line, sentence } = correction
  const alike = claims.filter((claim) => claim.raw === raw)
  const placed = alike.find(({ source }) => source.start === start)
  if (placed !== undefined) return placed
  const near = alike.filter(({ source }) => {
    if (sentence !== null) return plain(source.sentence) === plain(sentence)
    if (start !== null) return false
    return line === null || source.line === line
  })
  const [only, other] = near
  if (only !== undefined) return other === undefined ? only : 'several'
  return alike.length > 0 ? 'no-claim' : 'gone'
}

const plain = (text: string): string => text.replace(/\s+/g, '')
