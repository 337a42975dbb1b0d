import type { Claim } from '../types.ts'
import { amountText, rounded } from './sums.ts'

/** What two amounts give beside what is told of them. */
export function growthTold(from: string, computed: number | null, change: Claim, fits: boolean) {
  const value = change.direction === 'down' ? -change.value : change.value
  const sign = (number: number) => `${number > 0 ? '+' : ''}${rounded(number)}${change.unit}`
  const given = computed === null ? '?' : computedText(computed, change)
  return { sum: `${from}: ${given}${fits ? '' : ` ≠ ${sign(value)}`}`, expected: computed, fits, stated: value }
}

function computedText(computed: number, change: Claim): string {
  const text = Math.abs(computed) >= 1e4 ? amountText(computed, [change]) : `${rounded(computed)}${change.unit}`
  return computed > 0 ? `+${text}` : text
}
