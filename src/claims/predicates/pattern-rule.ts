import type { Direction, Kind, Quantity, Status } from '../../types.ts'
import type { Slot } from '../mentions/slots.ts'
import { compilePattern, type Matcher } from './pattern.ts'

/** A sentence, and the claims that the pattern makes of it: ['同比增长8.79%', '新登记市场主体 8.79%']. */
export type Example = readonly [sentence: string, ...claims: string[]]

/** What a pattern is, as it is written down; the same in TypeScript and in a user's YAML. */
export interface PatternSource {
  /** What the output's `extractor` says. */
  readonly name: string
  /** In the language of `compilePattern`; the first that fits is taken. */
  readonly patterns: readonly string[]
  readonly kind: Kind
  readonly direction?: Direction
  readonly status?: Status
  /** Which quantities it is for; all where nothing is said. */
  readonly units?: readonly string[]
  readonly examples: readonly Example[]
  /** Sentences in which it takes nothing. */
  readonly never: readonly string[]
}

/** A pattern ready to use. */
export interface PatternRule extends PatternSource {
  readonly matchers: readonly Matcher[]
  /** Which quantities it is for beyond their units: ranks alone. */
  readonly isFor?: (quantity: Quantity) => boolean
  /** Beyond the words: what the quantity or what is behind it must be. */
  readonly accepts?: (slot: Slot) => boolean
}

/** Compiles a pattern; a mistake in one of its lines is a SyntaxError. */
export function patternRule(source: PatternSource & Pick<PatternRule, 'accepts' | 'isFor'>): PatternRule {
  return { ...source, matchers: source.patterns.map(compilePattern) }
}

/** Percent and its kin, of which a share can be: 73.5%, 三分之二. */
export const ratios: readonly string[] = ['%', '‰', '']
