import { findQuantities } from '../quantities/index.ts'
import { spanInReport } from '../text/sentences.ts'
import type { Sentence } from '../types.ts'
import { draftsOf, type Framed, noTopic, type Topic, type Trace } from './build.ts'
import type { Draft } from './draft.ts'
import { withoutNotes } from './mentions/notes.ts'
import { runsOf } from './mentions/runs.ts'
import { type Slot, slotsOf } from './mentions/slots.ts'
import { wordsOf } from './mentions/words.ts'
import { settleStatus } from './modality/status.ts'
import type { Models } from './models.ts'
import type { Lexicon } from './predicates/index.ts'
import { type Trial, takenOf } from './predicates/match.ts'
import { draftsOfCells } from './table-cell.ts'

/** What the quantities of sentences and table cells are of, in order of their places. */
export function draftClaims(sentences: readonly Sentence[], lexicon: Lexicon, models: Models, trace?: Trace): Draft[] {
  const inCells = draftsOfCells(sentences, lexicon.units)
  const texts = withoutNotes(sentences.filter(({ cell }) => cell === null))
  const inText = draftText(texts, lexicon, models, trace)
  const drafts = [...inCells, ...inText].filter(hasName)
  if (inCells.length > 0) drafts.sort((one, other) => placeOf(one) - placeOf(other))
  return settleStatus(drafts, sentences, models.plans)
}

/** Nothing is claimed of what has no letter and no character: the ticks of an axis, page numbers. */
const hasName = ({ name, slot: { sentence } }: Draft): boolean =>
  /\p{L}/u.test(name.text) && (sentence.cell !== null || /\p{L}/u.test(sentence.reading))

const placeOf = ({ slot: { sentence, quantity } }: Draft): number =>
  spanInReport(sentence, quantity.start, quantity.end).start

/** The figures of sentences in their constructions, with the words around them. */
export function framesOf(sentences: readonly Sentence[], { rules, units }: Lexicon, isTraced = false): Framed[] {
  const withFigures = sentences
    .map((sentence) => ({ sentence, slots: slotsOf(sentence, findQuantities(sentence.reading, units)) }))
    .filter(({ slots }) => slots.length > 0)
  const words = wordsOf(
    withFigures.map(({ sentence, slots }) => ({ sentence, quantities: slots.map(({ quantity }) => quantity) })),
  )
  return withFigures.flatMap(({ slots }, index) =>
    runsOf(slots).map((run) => {
      const trials: Trial[] = []
      const taken = takenOf(run, rules, isTraced ? (trial) => trials.push(trial) : undefined)
      return { run, taken, tokens: words[index] ?? [], trials }
    }),
  )
}

function draftText(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  models: Models,
  trace: Trace | undefined,
): Draft[] {
  const drafts: Draft[] = []
  let topic: Topic = noTopic
  let paragraph = -1
  for (const framed of framesOf(sentences, lexicon, trace !== undefined)) {
    const { sentence } = framed.run.slots[0] as Slot
    if (sentence.paragraph !== paragraph) topic = noTopic
    paragraph = sentence.paragraph
    const made = draftsOf(framed, topic, models, trace)
    topic = made.topic
    // One by one: a list of a million figures is too long for one call
    for (const draft of made.drafts) drafts.push(draft)
  }
  return drafts
}
