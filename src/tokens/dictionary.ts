import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { emptyTable, type WordTable, withWords } from './word-table.ts'

/** Words with what they weigh and their tags, and the model that guesses the words it lacks. */
export interface Dictionary {
  readonly words: WordTable
  /** By the kind of a word, the logarithm of its share of all words; first what an unknown character weighs. */
  readonly weights: readonly number[]
  /** By the kind of a word: 市场主体 n. */
  readonly tags: readonly string[]
  /** What a word weighs that is added later. */
  readonly ownWeight: number
  /** Characters that are words by themselves and no part of a guessed one: 率 in 合格率拟达. */
  readonly alone: string
  readonly guesses: Guesses
}

/** A hidden Markov model: a character begins a word, ends it, stands within, or is one by itself. */
export interface Guesses {
  /** The logarithms of how likely each of the four is at the start. */
  readonly start: readonly number[]
  /** From each of the four to each. */
  readonly change: readonly number[]
  readonly characters: string
  /** How likely it is in each of the four, first of a character that is unknown, then of all others in turn. */
  readonly chances: Float64Array
}

/** A dictionary's word before it has a place: 市场 n, -9.7. */
export interface Entry extends Term {
  readonly weight: number
}

/** A word of a user or of this field, with its tag. */
export interface Term {
  readonly word: string
  readonly tag: string
}

/** The dictionary with more words, of which a later one takes the place of an earlier one. */
export function withEntries(dictionary: Dictionary, entries: readonly Entry[]): Dictionary {
  const weights = [...dictionary.weights]
  const tags = [...dictionary.tags]
  const kinds = new Map(tags.map((tag, kind) => [`${weights[kind]} ${tag}`, kind]))
  const kindOf = ({ weight, tag }: Entry): number => {
    const key = `${weight} ${tag}`
    const kind = kinds.get(key) ?? weights.push(weight) - 1
    tags[kind] = tag
    kinds.set(key, kind)
    return kind
  }
  const words = withWords(
    dictionary.words,
    entries.map((entry) => [entry.word, kindOf(entry)]),
  )
  return { ...dictionary, words, weights, tags }
}

/** A dictionary without words, where an unknown character weighs so much. */
export function emptyDictionary(unknown: number, rest: Omit<Dictionary, 'words' | 'weights' | 'tags'>): Dictionary {
  return { ...rest, words: emptyTable(), weights: [unknown], tags: [''] }
}

/** What of a dictionary is no list of numbers. */
interface Head {
  readonly slots: number
  readonly tags: readonly string[]
  readonly ownWeight: number
  readonly alone: string
  readonly guesses: Omit<Guesses, 'chances'>
}

/** A dictionary as a file: where its head begins, lists of numbers as they lie in memory, the widest first, and the head. */
export function encode({ words, weights, tags, ownWeight, alone, guesses }: Dictionary): Uint8Array {
  const { chances, ...rest } = guesses
  const { parents, characters, kinds } = words
  const lists = [Float64Array.from(weights), chances, parents, characters, kinds]
  const start = lists.reduce((sum, { byteLength }) => sum + byteLength, Float64Array.BYTES_PER_ELEMENT)
  const head: Head = { slots: kinds.length, tags, ownWeight, alone, guesses: rest }
  const parts = [Float64Array.of(start), ...lists].map(
    (list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength),
  )
  return Buffer.concat([...parts, Buffer.from(JSON.stringify(head))])
}

/** The dictionary that a file holds; its lists are the file's own bytes. */
export function decode(file: Uint8Array): Dictionary {
  const bytes = file.byteOffset === 0 ? file : file.slice()
  let at = 0
  const next = <List>(
    List: new (buffer: ArrayBufferLike, start: number, length: number) => List,
    size: number,
    length: number,
  ): List => {
    const list = new List(bytes.buffer, at, length)
    at += size * length
    return list
  }
  const start = next(Float64Array, 8, 1)[0]
  const { slots, tags, ownWeight, alone, guesses }: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(start)))
  const weights = Array.from(next(Float64Array, 8, tags.length))
  const chances = next(Float64Array, 8, 4 * (guesses.characters.length + 1))
  const parents = next(Int32Array, 4, slots)
  const characters = next(Uint16Array, 2, slots)
  const kinds = next(Uint16Array, 2, slots)
  return { words: { parents, characters, kinds }, weights, tags, ownWeight, alone, guesses: { ...guesses, chances } }
}

/** Where the built dictionary lies, seen from `src/tokens` and from `dist/tokens` alike. */
export const dictionaryFile = fileURLToPath(new URL('../../dist/tokens/dictionary.bin', import.meta.url))

/** The built dictionary. */
export function readDictionary(): Dictionary {
  try {
    return decode(readFileSync(dictionaryFile))
  } catch (cause) {
    throw new BaoshuError('not-found', say('segment.no-dictionary'), { file: dictionaryFile, cause })
  }
}

/** A line holds a word and its tag; the rest from # on is a comment: 三品一标 n */
export function readTerms(text: string): Term[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [word, tag = 'n'] = line.replace(/#.*/, '').trim().split(/\s+/)
    return word ? [{ word, tag }] : []
  })
}
