import type { Direction, Kind, Status } from '../types.ts'
import type { Slot } from './mentions/slots.ts'

/** A claim in the making. */
export interface Draft {
  readonly slot: Slot
  readonly extractor: string
  readonly kind: Kind
  readonly direction: Direction | null
  readonly basis: string | null
  readonly status: Status
  readonly indicator: string
  readonly action: string
  /** The whole of a share as it is named; the draft that this one grows or splits. */
  readonly of: string | Draft | null
  /** What a gap is measured from: 全国. */
  readonly reference: string | null
  /** How the name was come by: from the words around the number, or from before. */
  readonly named: 'here' | 'owner' | 'list' | 'carried' | 'nowhere'
}
