import { longest, type Trie, trieOf } from '../tokens/trie.ts'

/** A word found in a text, and the sectors that have it. */
export interface FoundWord {
  readonly sectors: readonly string[]
  readonly start: number
  readonly end: number
}

/** The sectors of each word. */
export type WordIndex = Trie<readonly string[]>

/** Built once for a list of words and their sectors. */
export function indexWords(pairs: Iterable<readonly [word: string, sector: string]>): WordIndex {
  const sectorsOf = new Map<string, string[]>()
  for (const [word, sector] of pairs) {
    const sectors = sectorsOf.get(word)
    if (sectors === undefined) sectorsOf.set(word, [sector])
    else sectors.push(sector)
  }
  return trieOf(sectorsOf)
}

/** The words in a text, those inside a longer one left out: 学校食堂 counts, its 学校 does not. */
export function findWords(text: string, index: WordIndex): FoundWord[] {
  const found: FoundWord[] = []
  let covered = 0
  for (let start = 0; start < text.length; start++) {
    const word = longest(index, text, start)
    if (word === null || word.end <= covered) continue
    covered = word.end
    found.push({ sectors: word.value, start, end: covered })
  }
  return found
}
