import { tableOf } from '../../text/characters.ts'
import { longest } from '../../tokens/trie.ts'
import { cues } from './cues.ts'

/** A cue where it stands in its paragraph. */
export interface Cue {
  readonly at: number
  readonly word: number
  /** Is it the first of its clause, of its sentence? */
  readonly opens: 'sentence' | 'clause' | null
}

/** A paragraph, or the items of one list: what holds for one of them holds for all. */
export interface Stretch {
  readonly cues: readonly Cue[]
  readonly clauses: number
  readonly text: string
}

const clauseEnds = tableOf('，。；：！？')
const sentenceEnds = tableOf('。；！？')

/** The cues of a text, 加快… at the beginning of a clause told from those within. */
export function stretchOf(text: string): Stretch {
  const found: Cue[] = []
  let clauses = 1
  let opens: Cue['opens'] = 'sentence'
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (clauseEnds[code] === 1) {
      opens = sentenceEnds[code] === 1 ? 'sentence' : 'clause'
      clauses++
      continue
    }
    const cue = longest(cues, text, at)
    if (cue !== null) {
      found.push({ at, word: cue.value, opens })
      at = cue.end - 1
    }
    opens = null
  }
  return { cues: found, clauses, text }
}

const item =
  /^(?:——|[^，。；：]{1,8}：|\d{1,2}[.、．)）](?!\d)|[（(][\d一二三四五六七八九十]{1,2}[)）]|[①-⑳●■◆★•·]|[一二三四五六七八九十]{1,3}(?:是|要))/

/** The paragraph that ends in a colon over items, 将办好10件实事：, for each of them. */
export function openersOf(texts: ReadonlyMap<number, string>): Map<number, number> {
  const openers = new Map<number, number>()
  let opener: number | null = null
  let before: string | null = null
  let number = -1
  for (const [paragraph, text] of texts) {
    if (before?.endsWith('：') === true) opener = number
    else if (!item.test(text) && !(before?.endsWith('；') ?? false)) opener = null
    if (opener !== null) openers.set(paragraph, opener)
    before = text
    number = paragraph
  }
  return openers
}

/** The first cue that stands at `start` or behind it. */
export function cueFrom(found: readonly Cue[], start: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle] as Cue).at < start) low = middle + 1
    else high = middle
  }
  return low
}
