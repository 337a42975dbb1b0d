import type { Direction, Kind, Status } from '../types.ts'
import type { Slot } from './mentions/slots.ts'
import type { Name, Piece } from './naming/name.ts'

/** A claim in the making. */
export interface Draft {
  readonly slot: Slot
  readonly extractor: string
  readonly kind: Kind
  readonly direction: Direction | null
  readonly basis: string | null
  readonly status: Status
  readonly name: Name
  readonly action: Action
  /** The draft that this one grows or splits. */
  readonly of: Draft | null
  /** The whole of a share as it is named. */
  readonly whole: string | null
  /** What a gap is measured from: 全国. */
  readonly reference: string | null
  /** How many figures its coordination has. */
  readonly members: number
  /** How sure its name is, and whether it is an actual figure or a plan: 0..1. */
  readonly sure: Sureness
}

/** What was done, and where that stands; '' where nothing says. */
export interface Action {
  readonly text: string
  readonly piece: Piece | null
}

export const noAction: Action = { text: '', piece: null }

export interface Sureness {
  /** Where the name was read: own clause, said. */
  readonly by: string
  /** The chance of the name among all that were possible. */
  readonly name: number
  /** That of the next best. */
  readonly second: number
  /** What speaks for a plan; null where that was not asked. */
  readonly plan: number | null
}
