import { spanInReport } from '../text/sentences.ts'
import { type OwnUnit, unitsWith } from '../tokens/units.ts'
import type { Sentence } from '../types.ts'
import { draftsOf } from './build.ts'
import type { Draft } from './draft.ts'
import { framesOf, type Lexicon, settle } from './frames.ts'
import { withoutNotes } from './mentions/notes.ts'
import type { Slot } from './mentions/slots.ts'
import { noTopic, type Topic } from './naming/topic.ts'
import { changeOnce, declineNoun, doubled, fall, growthNoun, rise, signed } from './predicates/change.ts'
import { countAfterObject, objectAfterCount, timesDone } from './predicates/counted.ts'
import { above, below, higherThanBefore, lowerThanBefore } from './predicates/gap.ts'
import { formerRate, movedFrom, movedTo, percentOf, reached, timesOf } from './predicates/level.ts'
import { type PatternRule, type PatternSource, patternRule } from './predicates/pattern-rule.ts'
import { rank } from './predicates/rank.ts'
import { shareAlone, shareOfNoun, shareOfParts, shareOfWhole, shareOnce } from './predicates/share.ts'
import { draftsOfCells } from './table-cell.ts'

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

/** What the quantities of sentences and table cells are of, in order of their places. */
export function draftClaims(sentences: readonly Sentence[], lexicon: Lexicon): Draft[] {
  const inCells = draftsOfCells(sentences, lexicon.units)
  const inText = draftText(withoutNotes(sentences.filter(({ cell }) => cell === null)), lexicon)
  if (inCells.length === 0) return inText.filter(hasName)
  return [...inCells, ...inText].filter(hasName).sort((one, other) => placeOf(one) - placeOf(other))
}

/** Nothing is claimed of what has no letter and no character: the ticks of an axis, page numbers. */
const hasName = ({ indicator }: Draft): boolean => /\p{L}/u.test(indicator)

const placeOf = ({ slot: { sentence, quantity } }: Draft): number =>
  spanInReport(sentence, quantity.start, quantity.end).start

function draftText(sentences: readonly Sentence[], lexicon: Lexicon): Draft[] {
  const drafts: Draft[] = []
  let topic: Topic = noTopic
  let paragraph = -1
  for (const framed of settle(sentences.flatMap((sentence) => framesOf(sentence, lexicon)))) {
    const slot = framed.run.slots[0] as Slot
    if (slot.sentence.paragraph !== paragraph) topic = noTopic
    paragraph = slot.sentence.paragraph
    const made = draftsOf(framed, topic)
    topic = made.topic
    // One by one: a list of a million figures is too long for one call
    for (const draft of made.drafts) drafts.push(draft)
  }
  return drafts
}
