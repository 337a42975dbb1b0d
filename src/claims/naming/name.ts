import type { Sentence } from '../../types.ts'
import { type Token, textOf } from '../mentions/words.ts'
import { cleanName } from './trim.ts'

/** A stretch of a sentence's reading. */
export interface Piece {
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
}

/** What a figure is of: 食品抽检合格率, read from 食品抽检 and 合格率. */
export interface Name {
  readonly text: string
  readonly pieces: readonly Piece[]
}

export const noName: Name = { text: '', pieces: [] }

/** Words as a name: “三品一标” → 三品一标. */
export const nameOf = (sentence: Sentence, tokens: readonly Token[], from: number, to: number): Name => ({
  text: cleanName(textOf(tokens, from, to)),
  pieces: [{ sentence, start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end }],
})

/** Two names as one, the text as it is given: 食品抽检 and 抽检合格率 → 食品抽检合格率. */
export const joined = (one: Name, other: Name, text = one.text + other.text): Name => ({
  text,
  pieces: [...one.pieces, ...other.pieces],
})

/** 监督抽检 and 抽检合格率 say 抽检 once: 监督抽检合格率. */
export function withoutRepeat(owner: string, name: string): string {
  for (let shared = Math.min(4, name.length - 1); shared >= 2; shared--) {
    if (owner.endsWith(name.slice(0, shared))) return owner + name.slice(shared)
  }
  return owner + name
}
