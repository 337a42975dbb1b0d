import type { Decimal } from '../tokens/decimal.ts'
import { timesTen, toNumber } from '../tokens/decimal.ts'
import type { Numeral } from '../tokens/numerals.ts'
import type { Token } from '../tokens/scan.ts'
import type { Unit } from '../tokens/units.ts'
import type { Qualifier, Quantity } from '../types.ts'

/** What a rule makes of the tokens that its pattern matched; hedges around them are read for all rules alike. */
export interface Reading {
  readonly value: number
  readonly high: number | null
  readonly unit: string
  /** Where the numeral itself says it: 700余. */
  readonly qualifier: Qualifier | null
}

/** A meaning, then texts that have it; ⟦⟧ mark the quantity where it is not the whole text. */
export type Example = readonly [meaning: Partial<Quantity>, text: string, ...texts: string[]]

/** One way to write a quantity: a pattern over the letters of tokens, and what it means. */
export interface Rule {
  readonly name: string
  /** Sticky and of bounded length; over letters such as 数量至数量. */
  readonly pattern: RegExp
  /** How many tokens the quantity is made of, where the pattern looks further ahead. */
  readonly spans?: number
  /** Null where the tokens look right and are not; `text` is all of it, for what stands around. */
  readonly read: (tokens: readonly Token[], text: string) => Reading | null
  readonly examples: readonly [Example, ...Example[]]
  readonly never: readonly string[]
}

/** The numerals among matched tokens, in order. */
export function numeralsOf(tokens: readonly Token[]): Numeral[] {
  const found: Numeral[] = []
  for (const { numeral } of tokens) if (numeral !== undefined) found.push(numeral)
  return found
}

/** The units among matched tokens, in order. */
export function unitsOf(tokens: readonly Token[]): Unit[] {
  const found: Unit[] = []
  for (const { unit } of tokens) if (unit !== undefined) found.push(unit)
  return found
}

/** A numeral in its unit: (1.66亿, 元) → 166000000 元; (两, 成) → 20 %. */
export function inUnit(numeral: Numeral, unit: Unit | undefined): Reading {
  // 75折 and 七五折 are 75 % as they stand
  const power = unit?.kind === 'ratio' && toNumber(numeral.low) > 10 ? 0 : (unit?.power ?? 0)
  const scale = (number: Decimal): number => toNumber(timesTen(number, power))
  return {
    value: scale(numeral.low),
    high: numeral.high === null ? null : scale(numeral.high),
    unit: unit?.name ?? '',
    qualifier: numeral.vague,
  }
}
