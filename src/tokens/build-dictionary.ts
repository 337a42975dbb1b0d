import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { regionNames } from '../read/gazetteer-names.ts'
import {
  type Dictionary,
  dictionaryFile,
  emptyDictionary,
  encode,
  type Guesses,
  readTerms,
  withEntries,
} from './dictionary.ts'
import { referenceFiles } from './reference.ts'
import { softVerbs, strongVerbs } from './verbs.ts'

/**
 * Rarer words of the stock dictionary join what a report keeps apart: with all 349,000 words, accuracy is a point less,
 * and with the 24,000 from 200 on too.
 */
const minFrequency = 50
/** Rarer than this, names of people (nr), idioms (i, l) and cries (e, o, y) and the like say nothing of what is counted. */
const minForeign = 200
const foreign = /^(?:nr.*|i|l|t|m|y|e|o|z)$/
/** A name that begins with a preposition is none: 在城镇 nrt. */
const isNoName = /^[在对为由从将与向]/

/** Characters rarer than this in the stock dictionary are in no guessed name: of 6,771 claims none reads otherwise. */
const minGuessed = 100

/** A term counts as a frequent word, so that it wins over the words that it is made of. */
const termFrequency = 1000

/** A line of a dictionary: 市场 3478 n */
interface Line {
  readonly word: string
  readonly frequency: number
  readonly tag: string
}

/**
 * Builds the dictionary: the segmenter's own words of some frequency, this field's terms (三品一标 n), places (滨州市 ns),
 * and the verbs of our tables that it lacks (批捕 v). The words and the model are nodejieba's, of which no native part is
 * needed for that.
 */
export function buildDictionary(): void {
  const require = createRequire(import.meta.url)
  const { DEFAULT_DICT: stock, DEFAULT_HMM_DICT: model } = require('nodejieba') as Stock
  const lines = readFileSync(stock, 'utf8').trimEnd().split('\n').map(lineOf)
  const frequency = new Map(lines.map((line) => [line.word, line.frequency]))
  const words = lines.filter(isUseful)
  const terms = termsBeside(frequency)
  const isUsual = (char: string): boolean => (frequency.get(char) ?? 0) >= minGuessed
  const guesses = usualGuesses(readFileSync(model, 'utf8'), isUsual)
  write(dictionaryFile, encode(dictionaryOf(words, terms, guesses)))
  write(referenceFiles.dict, textOf(words))
  write(referenceFiles.userDict, textOf(terms))
  write(referenceFiles.hmmDict, guesses.join('\n'))
  // Keyword extraction is never asked for, yet wants a line of each when it is loaded
  write(referenceFiles.idfDict, '的 1')
  write(referenceFiles.stopWordDict, '的')
  // What is built of nodejieba's words carries its licences
  const root = dirname(require.resolve('nodejieba'))
  const licences = ['LICENSE', 'submodules/cppjieba/LICENSE'].map((file) => readFileSync(join(root, file), 'utf8'))
  write(join(dirname(dictionaryFile), 'LICENSE-nodejieba'), licences.join('\n'))
}

interface Stock {
  readonly DEFAULT_DICT: string
  readonly DEFAULT_HMM_DICT: string
}

function isUseful({ word, frequency, tag }: Line): boolean {
  return (
    frequency >= (foreign.test(tag) ? minForeign : minFrequency) &&
    !(word.length > 2 && isNoName.test(word) && tag.startsWith('nr'))
  )
}

function termsBeside(frequency: ReadonlyMap<string, number>): Line[] {
  const own = readTerms(readFileSync(new URL('../../src/tokens/terms.txt', import.meta.url), 'utf8'))
  const places = regionNames.flatMap((names) => names.split(' ')).map((word) => ({ word, tag: 'ns' }))
  const isRare = (word: string): boolean => word.length > 1 && (frequency.get(word) ?? 0) < minFrequency
  const verbs = [...strongVerbs, ...[...softVerbs].filter(({ length }) => length === 2)]
    .filter(isRare)
    .map((word) => ({ word, tag: 'v' }))
  return [...own, ...places, ...verbs].map(({ word, tag }) => ({
    word,
    frequency: Math.max(frequency.get(word) ?? 0, termFrequency),
    tag,
  }))
}

/** A word weighs the logarithm of its share of all; an unknown character what the rarest does, a user's term the middle one. */
function dictionaryOf(words: readonly Line[], terms: readonly Line[], guesses: readonly string[]): Dictionary {
  const all = words.reduce((sum, { frequency }) => sum + frequency, 0)
  const weigh = ({ word, frequency, tag }: Line) => ({ word, weight: Math.log(frequency / all), tag })
  const weights = words.map((line) => weigh(line).weight).sort((one, other) => one - other)
  const alone = terms
    .map(({ word }) => word)
    .filter(({ length }) => length === 1)
    .join('')
  const empty = emptyDictionary(weights[0] as number, {
    ownWeight: weights[weights.length >> 1] as number,
    alone,
    guesses: guessesOf(guesses),
  })
  return withEntries(empty, [...words, ...terms].map(weigh))
}

/** The model that guesses unknown names, without its rare characters: its lines of numbers, then 字:-7.1,词:-8.2 a state. */
function usualGuesses(model: string, isUsual: (char: string) => boolean): string[] {
  return model
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) =>
      line.includes(',')
        ? line
            .split(',')
            .filter((entry) => isUsual(entry.slice(0, 1)))
            .join(',')
        : line,
    )
}

/** What a state that no character is known in weighs. */
const impossible = -3.14e100

function guessesOf(lines: readonly string[]): Guesses {
  const [start = [], ...change] = lines.slice(0, 5).map((line) => line.trim().split(/ +/).map(Number))
  const byState = lines
    .slice(5)
    .map((line) => new Map(line.split(',').map((entry) => [entry.slice(0, 1), Number(entry.slice(2))])))
  const characters = [...new Set(byState.flatMap((known) => [...known.keys()]))]
  const chances = ['', ...characters].flatMap((char) => byState.map((known) => known.get(char) ?? impossible))
  return { start, change: change.flat(), characters: characters.join(''), chances: Float64Array.from(chances) }
}

function lineOf(line: string): Line {
  const [word = '', frequency, tag = ''] = line.split(' ')
  return { word, frequency: Number(frequency), tag }
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ word, frequency, tag }) => `${word} ${frequency} ${tag}`).join('\n')
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
