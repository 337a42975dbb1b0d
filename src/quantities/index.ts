import { builtInUnits, type Units } from '../tokens/units.ts'
import type { Quantity } from '../types.ts'
import { bare } from './bare.ts'
import { fraction, mixedFraction, slashFraction } from './fraction.ts'
import { andHalf, halfUnit } from './half.ts'
import { hundred } from './hundred.ts'
import { match } from './match.ts'
import { cents, money } from './money.ts'
import { per } from './per.ts'
import { plain } from './plain.ts'
import { between, range } from './range.ts'
import { rank } from './rank.ts'
import type { Rule } from './rule.ts'
import { tail } from './tail.ts'
import { threshold } from './threshold.ts'
import { tolerance } from './tolerance.ts'
import { pointsOfList, unitOfList } from './unit-of-list.ts'

/** Where two rules match as much, the first one reads it. */
export const quantityRules: readonly Rule[] = [
  range,
  between,
  tolerance,
  hundred,
  cents,
  money,
  fraction,
  mixedFraction,
  slashFraction,
  per,
  tail,
  andHalf,
  halfUnit,
  rank,
  threshold,
  unitOfList,
  pointsOfList,
  plain,
  bare,
]

/** Every quantity of a folded text, in order: 新登记20.71万户，同比增长8.79% → 207100 户, 8.79 %. */
export function findQuantities(reading: string, units: Units = builtInUnits): Quantity[] {
  return match(quantityRules, reading, units)
}
