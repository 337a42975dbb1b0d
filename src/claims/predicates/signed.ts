import { asAmount, asChange } from '../../quantities/signs.ts'
import type { Direction, Kind } from '../../types.ts'
import type { Slot } from '../mentions/slots.ts'
import type { PatternRule } from './pattern-rule.ts'

/** A minus belongs to an amount and stays outside of a change, whatever the words next to it said: 利润率下降至-1.5%. */
export function withSign(slot: Slot, kind: Kind): Slot {
  const { quantity, sentence } = slot
  if (kind !== 'change' && kind !== 'level') return slot
  const own = kind === 'change' ? asChange(quantity) : asAmount(quantity, sentence.reading)
  return own === quantity ? slot : { ...slot, quantity: { ...quantity, ...own } }
}

/** Which way a change went: each figure of 分别增长3.2%、-1.5%、4.0% by its own sign, 降幅为-2.3% down. */
export function wayOf({ quantity }: Slot, rule: PatternRule, said: Direction | null): Direction | null {
  if (asChange(quantity).sign === 'down') return 'down'
  return rule.name === 'signed' ? 'up' : said
}
