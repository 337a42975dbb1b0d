import type { Dictionary } from './dictionary.ts'
import { guesserOf } from './guesser.ts'
import { kindOf, none, step, wordAt } from './word-table.ts'

/** A word with its part of speech as jieba names it: 市场主体 n. */
export interface Word {
  readonly text: string
  /** n noun, v verb, vn both, m number, q measure, eng letters, nz a name that the dictionary lacks, x a mark. */
  readonly tag: string
}

/** Takes a text of at most `longestCut` characters apart into words that joined again are the text. */
export type Cut = (text: string) => Word[]

/** The longest text that is cut at once; memory is taken once for all texts. */
export const longestCut = 16_384

/**
 * Cuts with a dictionary: the row of words that is likeliest by their frequencies, guesses where no word is. The same
 * words and tags as nodejieba's: 企业开办时间 → 企业 n, 开办时间 n.
 */
export function cutterOf({ words, weights, tags, alone, guesses }: Dictionary): Cut {
  const { characters, kinds } = words
  /** The word of a slot once it was met. */
  const known: (Word | undefined)[] = new Array(characters.length)
  const isAlone = new Uint8Array(0x10000)
  for (let at = 0; at < alone.length; at++) isAlone[alone.charCodeAt(at)] = 1
  const guess = guesserOf(guesses, longestCut)
  /** By place in the text: what the likeliest row of words from there weighs, its first word's slot and end. */
  const weight = new Float64Array(longestCut + 2)
  const slots = new Int32Array(longestCut + 1)
  const ends = new Int32Array(longestCut + 1)
  /** Where characters begin that stand in no word, one behind the other, and where the last ends. */
  const rest = new Int32Array(longestCut + 1)

  return (text) => {
    const found: Word[] = []
    for (let from = 0; from < text.length; ) {
      let to = from
      while (to < text.length && !isSeparator(text.charCodeAt(to))) to++
      if (to > from) cutStretch(text, from, to, found)
      if (to < text.length) addFound(text, to, to + 1, found)
      from = to + 1
    }
    return found
  }

  function cutStretch(text: string, from: number, to: number, found: Word[]): void {
    weigh(text, from, to)
    let count = 0
    for (let at = from; at < to; at = ends[at] as number) {
      const end = ends[at] as number
      const slot = slots[at] as number
      const isSingle = end - at === lengthAt(text, at)
      if (isSingle && isAlone[text.charCodeAt(at)] === 0) rest[count++] = at
      else {
        if (count > 0) cutRest(text, count, at, found)
        count = 0
        found.push(known[slot] ?? learn(slot))
      }
    }
    if (count > 0) cutRest(text, count, to, found)
  }

  /** From the end on, since what a row weighs is what its first word weighs and the row behind it. Of equals the shorter word. */
  function weigh(text: string, from: number, to: number): void {
    weight[to] = 0
    for (let at = to - 1; at >= from; at--) {
      let end = at + lengthAt(text, at)
      let slot = step(words, none, text.charCodeAt(at))
      if (end - at === 2) slot = step(words, slot, text.charCodeAt(at + 1))
      let best = (weight[end] as number) + (weights[kinds[slot] as number] as number)
      ends[at] = end
      slots[at] = slot
      while (slot !== none && end < to) {
        slot = step(words, slot, text.charCodeAt(end++))
        const kind = kinds[slot] as number
        if (kind === 0) continue
        const sum = (weight[end] as number) + (weights[kind] as number)
        if (sum <= best) continue
        best = sum
        ends[at] = end
        slots[at] = slot
      }
      weight[at] = best
    }
  }

  /** Letters and numbers are words, what stands between them is guessed. */
  function cutRest(text: string, count: number, end: number, found: Word[]): void {
    rest[count] = end
    for (let first = 0; first < count; ) {
      let last = first
      while (last < count && text.charCodeAt(rest[last] as number) >= 0x80) last++
      if (last > first) cutGuessed(text, first, last, found)
      if (last === count) return
      const from = rest[last] as number
      const to = endOfRun(text, from, end)
      addFound(text, from, to, found)
      first = last + to - from
    }
  }

  function cutGuessed(text: string, first: number, last: number, found: Word[]): void {
    const isEnd = guess(text, rest, first, last)
    let from = first
    for (let at = first; at < last; at++) {
      if (isEnd[at - first] === 0) continue
      addFound(text, rest[from] as number, rest[at + 1] as number, found)
      from = at + 1
    }
  }

  function addFound(text: string, from: number, to: number, found: Word[]): void {
    const word = text.slice(from, to)
    found.push({ text: word, tag: tagOf(word, tags[kindOf(words, text, from, to)] as string) })
  }

  function learn(slot: number): Word {
    const text = wordAt(words, slot)
    const word = { text, tag: tagOf(text, tags[kinds[slot] as number] as string) }
    known[slot] = word
    return word
  }
}

/** White space, ， and 。 are words by themselves whatever stands beside them. */
function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0xff0c || code === 0x3002
}

/** 2 for a character of two halves, 😀. */
function lengthAt(text: string, at: number): 1 | 2 {
  const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
  return isPair ? 2 : 1
}

const letters = /[A-Za-z][A-Za-z0-9]*/y
const number = /[0-9][0-9.]*/y

/** Where letters or a number end that begin there, no later than `end`: GDP, A4, 1.66. Other signs stand alone. */
function endOfRun(text: string, from: number, end: number): number {
  for (const run of [letters, number]) {
    run.lastIndex = from
    if (run.test(text)) return Math.min(run.lastIndex, end)
  }
  return from + 1
}

/** The tag of a word, given the dictionary's. That calls 5 and 1.66 and 淡马锡 eng or x as it comes, or has none. */
export function tagOf(word: string, tag: string): string {
  if (tag !== '' && tag !== 'x' && tag !== 'eng') return tag
  if (/^[0-9.]*[0-9]$/.test(word) || /^[0-9]+$/.test(word.slice(0, word.length >> 1))) return 'm'
  if (/^\p{Script=Han}/u.test(word)) return 'nz'
  return /^[A-Za-z0-9]/.test(word) ? 'eng' : 'x'
}
