import { segment, type Word } from '../../tokens/segment.ts'
import type { Quantity, Sentence } from '../../types.ts'
import { type Lexeme, lexemeOf, quantityLexeme } from './lexeme.ts'

/** A word where it stands in a sentence's reading; a quantity is one word. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly lexeme: Lexeme
}

/** The words of sentences, the quantities of each among them, all segmented in one call: 新建 学校 [40所] 。 */
export function wordsOf(
  sentences: readonly { readonly sentence: Sentence; readonly quantities: readonly Quantity[] }[],
): Token[][] {
  const gaps = sentences.map(({ sentence: { reading }, quantities }) =>
    [...quantities, null].map((quantity, index) =>
      reading.slice(quantities[index - 1]?.end ?? 0, quantity?.start ?? reading.length),
    ),
  )
  const words = segment(gaps.flat())
  let next = 0
  return sentences.map(({ quantities }) => {
    const tokens: Token[] = []
    let start = 0
    for (const quantity of [...quantities, null]) {
      for (const word of words[next++] as Word[]) {
        const end = start + word.text.length
        tokens.push({ text: word.text, start, end, lexeme: lexemeOf(word) })
        start = end
      }
      if (quantity === null) continue
      tokens.push({ text: quantity.raw, start: quantity.start, end: quantity.end, lexeme: quantityLexeme })
      start = quantity.end
    }
    return tokens
  })
}

/** The first token that begins at `start` or behind it. */
export function tokenFrom(tokens: readonly Token[], start: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < start) low = middle + 1
    else high = middle
  }
  return low
}

export function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += (tokens[at] as Token).text
  return text
}
