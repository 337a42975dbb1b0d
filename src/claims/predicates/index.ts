import { type OwnUnit, type Units, unitsWith } from '../../tokens/units.ts'
import { changeOnce, declineNoun, doubled, fall, growthNoun, rise, signed } from './change.ts'
import { countAfterObject, objectAfterCount, timesDone } from './counted.ts'
import { above, below, higherThanBefore, lowerThanBefore } from './gap.ts'
import { formerRate, movedFrom, movedTo, percentOf, reached, timesOf } from './level.ts'
import { type PatternRule, type PatternSource, patternRule } from './pattern-rule.ts'
import { rank } from './rank.ts'
import { shareAlone, shareOfNoun, shareOfParts, shareOfWhole, shareOnce } from './share.ts'

/** The patterns, the first that takes a quantity having it. A new one is its file and one line here. */
export const patternRules: readonly PatternRule[] = [
  rank,
  signed,
  shareOnce,
  changeOnce,
  formerRate,
  movedFrom,
  shareOfWhole,
  shareAlone,
  shareOfNoun,
  shareOfParts,
  higherThanBefore,
  lowerThanBefore,
  above,
  below,
  timesOf,
  percentOf,
  growthNoun,
  declineNoun,
  movedTo,
  doubled,
  rise,
  fall,
  timesDone,
  reached,
  objectAfterCount,
  countAfterObject,
]

/** Words and names alone decide between these two, the last of the list. */
const byWords = [objectAfterCount, countAfterObject]
const byMarks = patternRules.filter((rule) => !byWords.includes(rule))

/** A user's own words for reading claims; those for the segmenter and for sectors are known elsewhere. */
export interface OwnWords {
  /** Tried before the built-in ones. */
  readonly patterns?: readonly PatternSource[]
  readonly units?: readonly OwnUnit[]
}

/** What sentences are read with: patterns that marks decide, a user's own before the built-in ones, and units. */
export interface Lexicon {
  readonly rules: readonly PatternRule[]
  readonly units: Units
}

const compiled = new WeakMap<readonly PatternSource[], readonly PatternRule[]>()

/** The patterns and units to read with. */
export function lexiconOf({ patterns, units = [] }: OwnWords): Lexicon {
  return { rules: patterns === undefined ? byMarks : rulesWith(patterns), units: unitsWith(units) }
}

/** A user's patterns before the built-in ones; each list is compiled once. */
function rulesWith(own: readonly PatternSource[]): readonly PatternRule[] {
  const rules = compiled.get(own) ?? [...own.map(patternRule), ...byMarks]
  compiled.set(own, rules)
  return rules
}
