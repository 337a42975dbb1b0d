/** A word found in a text, and the sectors that have it. */
export interface FoundWord {
  readonly sectors: readonly string[]
  readonly start: number
  readonly end: number
}

/** Words by their first character, the longest first: 绿 → 绿色食品原料, 绿色食品. */
export type WordIndex = ReadonlyMap<string, readonly (readonly [word: string, sectors: readonly string[]])[]>

/** Built once for a list of words and their sectors. */
export function indexWords(pairs: Iterable<readonly [word: string, sector: string]>): WordIndex {
  const sectorsOf = new Map<string, string[]>()
  for (const [word, sector] of pairs) {
    const sectors = sectorsOf.get(word)
    if (sectors === undefined) sectorsOf.set(word, [sector])
    else sectors.push(sector)
  }
  const index = new Map<string, [string, readonly string[]][]>()
  for (const entry of sectorsOf) {
    const entries = index.get(entry[0].charAt(0))
    if (entries === undefined) index.set(entry[0].charAt(0), [entry])
    else entries.push(entry)
  }
  for (const entries of index.values()) entries.sort(([one], [other]) => other.length - one.length)
  return index
}

/** The words in a text, those inside a longer one left out: 学校食堂 counts, its 学校 does not. */
export function findWords(text: string, index: WordIndex): FoundWord[] {
  const found: FoundWord[] = []
  let covered = 0
  for (let start = 0; start < text.length; start++) {
    const entry = index.get(text.charAt(start))?.find(([word]) => text.startsWith(word, start))
    if (entry === undefined || start + entry[0].length <= covered) continue
    covered = start + entry[0].length
    found.push({ sectors: entry[1], start, end: covered })
  }
  return found
}
