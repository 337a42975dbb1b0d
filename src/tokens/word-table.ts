/**
 * Words as a tree in one table, found without a step through memory of its own for each: a slot for every beginning of a
 * word (市, 市场, 市场主, 市场主体), reached from the slot of the beginning before and the character that is added.
 */
export interface WordTable {
  readonly parents: Int32Array
  readonly characters: Uint16Array
  /** What kind of word ends here: its place in the lists of weights and tags, 0 where none ends. */
  readonly kinds: Uint16Array
}

/** The slot that every word begins from; as an answer, that none goes on so. */
export const none = 0

/** A table for nothing yet, its length a power of two. */
export function emptyTable(length = 1024): WordTable {
  const table = {
    parents: new Int32Array(length),
    characters: new Uint16Array(length),
    kinds: new Uint16Array(length),
  }
  // Taken, by a beginning that no text has
  table.parents[none] = -1
  table.characters[none] = 0xffff
  return table
}

/** From 市场 with 主 to 市场主. */
export function step({ parents, characters }: WordTable, parent: number, character: number): number {
  const mask = parents.length - 1
  for (let slot = placeOf(parent, character, mask); characters[slot] !== 0; slot = (slot + 1) & mask)
    if (characters[slot] === character && parents[slot] === parent) return slot
  return none
}

/** The kind of the word that stands in a text from `from` to `to`, 0 where the table has no such word. */
export function kindOf(table: WordTable, text: string, from: number, to: number): number {
  let slot = step(table, none, text.charCodeAt(from))
  for (let at = from + 1; at < to && slot !== none; at++) slot = step(table, slot, text.charCodeAt(at))
  return table.kinds[slot] as number
}

/** The table with the words, each of its kind; a longer one where it would be more than half full. */
export function withWords(table: WordTable, words: Iterable<readonly [word: string, kind: number]>): WordTable {
  let used = table.characters.reduce((count, character) => (character === 0 ? count : count + 1), 0)
  let filled = table
  for (const [word, kind] of words) {
    if (2 * (used + word.length) > filled.parents.length) filled = doubled(filled)
    let slot = none
    for (let at = 0; at < word.length; at++) {
      const character = word.charCodeAt(at)
      const found = step(filled, slot, character)
      if (found === none) used++
      slot = found === none ? take(filled, slot, character) : found
    }
    filled.kinds[slot] = kind
  }
  return filled
}

/** What a slot stands for, read backwards: 市场主体. */
export function wordAt({ parents, characters }: WordTable, slot: number): string {
  let word = ''
  for (let at = slot; at !== none; at = parents[at] as number)
    word = String.fromCharCode(characters[at] as number) + word
  return word
}

function placeOf(parent: number, character: number, mask: number): number {
  const mixed = Math.imul(Math.imul(parent, 0x9e3779b1) + character, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & mask
}

function take({ parents, characters }: WordTable, parent: number, character: number): number {
  const mask = parents.length - 1
  let slot = placeOf(parent, character, mask)
  while (characters[slot] !== 0) slot = (slot + 1) & mask
  parents[slot] = parent
  characters[slot] = character
  return slot
}

function doubled(table: WordTable): WordTable {
  const { parents, characters, kinds } = table
  const larger = emptyTable(2 * parents.length)
  const moved = new Int32Array(parents.length)
  const move = (slot: number): number => {
    if (slot !== none && moved[slot] === 0) {
      moved[slot] = take(larger, move(parents[slot] as number), characters[slot] as number)
      larger.kinds[moved[slot] as number] = kinds[slot] as number
    }
    return moved[slot] as number
  }
  for (let slot = 1; slot < parents.length; slot++) if (characters[slot] !== 0) move(slot)
  return larger
}
