import type { Draft } from '../draft.ts'
import type { Run } from '../mentions/runs.ts'
import type { Slot } from '../mentions/slots.ts'
import { type Token, tokenFrom } from '../mentions/words.ts'
import type { Taken } from '../predicates/match.ts'

/** A figure that was named before. */
export type Said = Pick<Draft, 'slot' | 'name' | 'kind' | 'extractor' | 'members' | 'action'>

/** Figures that need a name, and what there is to go by. */
export interface Situation {
  readonly run: Run
  /** The construction that took them; null where only words can tell. */
  readonly taken: Taken | null
  /** The words of the sentence. */
  readonly tokens: readonly Token[]
  /** The names of the paragraph so far. */
  readonly said: readonly Said[]
  /** What stands before the colon that the figures stand behind. */
  readonly label: string
}

/** Words from one to before another. */
export type Range = readonly [from: number, to: number]

/** Where in its sentence a name may be looked for. */
export interface Surroundings {
  /** Of the clause, up to where the construction begins: [全省新登记市场主体]同比增长8.79%. */
  readonly own: Range
  /** From the last figure to the clause's end, or to the next figure. */
  readonly behind: Range
  /** The stretches before, nearest first, each between marks or figures. */
  readonly before: readonly Range[]
}

const mark = /^[，。；：:！？!?;（）()]$/
const mostBefore = 3

export function surroundingsOf({ run, taken, tokens }: Situation): Surroundings {
  const [slot, last] = [run.slots[0] as Slot, run.slots.at(-1) as Slot]
  const figure = tokenFrom(tokens, slot.quantity.start)
  const length = taken?.match.side === 'left' ? taken.match.indicator.length : slot.left.length
  const from = Math.min(tokenFrom(tokens, slot.leftStart), figure)
  let to = Math.min(figure, tokenFrom(tokens, Math.min(slot.leftStart + length, slot.quantity.start)))
  // A word that the construction cuts is none of the name
  if (to > from && (tokens[to - 1] as Token).end > slot.leftStart + length) to--
  const behind = tokenFrom(tokens, last.quantity.end)
  return {
    own: [from, Math.max(from, to)],
    behind: [behind, stretchEnd(tokens, behind)],
    before: stretchesBefore(tokens, tokenFrom(tokens, slot.from)),
  }
}

const parts = ({ text, lexeme }: Token): boolean => lexeme.kind === 'quantity' || mark.test(text)

function stretchEnd(tokens: readonly Token[], from: number): number {
  let end = from
  while (end < tokens.length && !parts(tokens[end] as Token)) end++
  return end
}

function stretchesBefore(tokens: readonly Token[], from: number): Range[] {
  const found: Range[] = []
  let at = from
  while (at > 0 && found.length < mostBefore) {
    while (at > 0 && mark.test((tokens[at - 1] as Token).text)) at--
    let start = at
    while (start > 0 && !parts(tokens[start - 1] as Token)) start--
    if (start < at) found.push([start, at])
    at = start > 0 && (tokens[start - 1] as Token).lexeme.kind === 'quantity' ? start - 1 : start
  }
  return found
}
