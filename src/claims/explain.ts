import { findQuantities } from '../quantities/index.ts'
import { findNoise } from '../tokens/noise.ts'
import type { Word } from '../tokens/segment.ts'
import type { Cell, Claim, Quantity, Sentence } from '../types.ts'
import { type Frame, framesOf, type Lexicon, settle, takenOf } from './frames.ts'
import type { Trial } from './mentions/runs.ts'
import type { Framed } from './naming/topic.ts'
import { countAfterObject, objectAfterCount } from './predicates/counted.ts'

/** What happened to a quantity on its way to a claim. */
export interface ExplainedQuantity {
  readonly quantity: Quantity
  /** The words that name what it is of: before the number, and behind it. */
  readonly before: readonly Word[]
  readonly behind: readonly Word[]
  /** The patterns in order, up to the one that took it; none where the number only describes what is behind it. */
  readonly tried: readonly Trial[]
  readonly claim: Claim | null
}

/** What was seen in a sentence. */
export interface ExplainedSentence {
  readonly text: string
  /** What hides numerals: 2020年, a date. */
  readonly noise: readonly { readonly text: string; readonly reason: string }[]
  readonly quantities: readonly ExplainedQuantity[]
}

/** How a sentence is read; `claimAt` gives the claim whose number begins at a place of the reading. */
export function explainSentence(
  sentence: Sentence,
  lexicon: Lexicon,
  claimAt: (start: number) => Claim | null,
): Omit<ExplainedSentence, 'text'> {
  const { reading, cell } = sentence
  const { units } = lexicon
  const frames = cell === null ? framesOf(sentence, lexicon) : []
  const settled = settle(frames)
  return {
    noise: findNoise(reading, units).map(({ start, end, reason }) => ({ text: reading.slice(start, end), reason })),
    quantities: findQuantities(reading, units).map((quantity) => {
      const claim = claimAt(quantity.start)
      if (cell !== null) return { quantity, before: [], behind: [], tried: triedOnCell(cell, claim), claim }
      const index = frames.findIndex(({ run }) => run.slots.some((slot) => slot.quantity.start === quantity.start))
      const frame = frames[index]
      const framed = settled[index]
      if (frame === undefined || framed === undefined) return { quantity, before: [], behind: [], tried: [], claim }
      const { before, behind } = framed
      const tried = trialsOf(frame, framed, lexicon)
      return { quantity, before, behind, tried, claim }
    }),
  }
}

function trialsOf(frame: Frame, { taken }: Framed, { rules }: Lexicon): Trial[] {
  const trials: Trial[] = []
  takenOf(frame.run, rules, (trial) => trials.push(trial))
  if (frame.taken !== null) return trials
  const isBehind = taken.rule === objectAfterCount
  const behind = {
    rule: objectAfterCount.name,
    took: isBehind,
    why: `${isBehind ? 'what' : 'nothing that'} it counts stands behind it`,
  }
  if (isBehind) return [...trials, behind]
  return [...trials, behind, { rule: countAfterObject.name, took: true, why: 'what it counts is named before it' }]
}

const triedOnCell = ({ rowHeader, columnHeader }: Cell, claim: Claim | null): Trial[] =>
  claim === null ? [] : [{ rule: claim.extractor, took: true, why: `“${rowHeader}”, “${columnHeader}”` }]
