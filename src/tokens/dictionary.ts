import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { regionNames } from '../read/gazetteer-names.ts'
import { softVerbs, strongVerbs } from './verbs.ts'

/** Where the built dictionary lies, seen from `src/tokens` and from `dist/tokens` alike. */
export const dictionaryFiles = {
  dict: inDist('words'),
  hmmDict: inDist('guesses'),
  userDict: inDist('terms'),
  idfDict: inDist('idf'),
  stopWordDict: inDist('stop-words'),
} as const

/** What all words of the dictionary together and the rarest of them weigh. */
export interface Frequencies {
  readonly all: number
  readonly least: number
}
export const frequencyFile = inDist('frequencies')

/**
 * Rarer words of the stock dictionary make the start slow and join what a report keeps apart. Start and peak memory:
 * all 349,000 words 1.1 s and 313 MiB; from 50 on 52,000 words, 0.10 s and 81 MiB; from 200 on 24,000, 0.06 s and 66 MiB,
 * but a point of accuracy less.
 */
const minFrequency = 50
/** Rarer than this, names of people (nr), idioms (i, l) and cries (e, o, y) and the like say nothing of what is counted. */
const minForeign = 200
const foreign = /^(?:nr.*|i|l|t|m|y|e|o|z)$/

/** Characters rarer than this in the stock dictionary are in no guessed name: of 6,771 claims none reads otherwise. */
const minGuessed = 100

/** A term counts as a frequent word, so that it wins over the words that it is made of. */
const termFrequency = 1000

/**
 * Builds the dictionary: the segmenter's own words of some frequency, this field's terms (三品一标 n), places (滨州市 ns),
 * and the verbs of our tables that it lacks (批捕 v).
 */
export function buildDictionary(): void {
  const { DEFAULT_DICT: stock, DEFAULT_HMM_DICT: guesses } = createRequire(import.meta.url)('nodejieba') as Stock
  const terms = fileURLToPath(new URL('../../src/tokens/terms.txt', import.meta.url))
  const lines = readFileSync(stock, 'utf8').trimEnd().split('\n')
  const frequency = new Map(lines.map((line) => [wordOf(line), frequencyOf(line)]))
  const frequent = lines.filter((line) => {
    const [word = '', , tag = ''] = line.split(' ')
    return (frequency.get(word) ?? 0) >= (foreign.test(tag) ? minForeign : minFrequency)
  })
  const frequencies = frequent.map(frequencyOf)
  const all = frequencies.reduce((sum, one) => sum + one, 0)
  const least = frequencies.reduce((one, other) => Math.min(one, other))
  const places = regionNames.flatMap((names) => names.split(' ')).map((word) => ({ word, tag: 'ns' }))
  const isRare = (word: string): boolean => word.length > 1 && (frequency.get(word) ?? 0) < minFrequency
  const verbs = [...strongVerbs, ...[...softVerbs].filter(({ length }) => length === 2)]
    .filter(isRare)
    .map((word) => ({ word, tag: 'v' }))
  const weighted = [...readTerms(readFileSync(terms, 'utf8')), ...places, ...verbs].map(({ word, tag }) => {
    return `${word} ${Math.max(frequency.get(word) ?? 0, termFrequency)} ${tag}`
  })
  mkdirSync(dirname(dictionaryFiles.dict), { recursive: true })
  writeFileSync(dictionaryFiles.dict, frequent.join('\n'))
  writeFileSync(frequencyFile, JSON.stringify({ all, least } satisfies Frequencies))
  writeFileSync(dictionaryFiles.userDict, weighted.join('\n'))
  const isUsual = (char: string): boolean => (frequency.get(char) ?? 0) >= minGuessed
  writeFileSync(dictionaryFiles.hmmDict, usualGuesses(readFileSync(guesses, 'utf8'), isUsual))
  // Keyword extraction is never asked for, yet wants a line of each when it is loaded
  writeFileSync(dictionaryFiles.idfDict, '的 1')
  writeFileSync(dictionaryFiles.stopWordDict, '的')
}

interface Stock {
  readonly DEFAULT_DICT: string
  readonly DEFAULT_HMM_DICT: string
}

/** The model that guesses unknown names, without its rare characters: reading it took half of the segmenter's start. */
function usualGuesses(model: string, isUsual: (char: string) => boolean): string {
  return model
    .split('\n')
    .map((line) =>
      line.includes(',')
        ? line
            .split(',')
            .filter((entry) => isUsual(entry.slice(0, 1)))
            .join(',')
        : line,
    )
    .join('\n')
}

/** A line holds a word and its tag; the rest from # on is a comment: 三品一标 n */
export function readTerms(text: string): { readonly word: string; readonly tag: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [word, tag = 'n'] = line.replace(/#.*/, '').trim().split(/\s+/)
    return word ? [{ word, tag }] : []
  })
}

/** 3478 of 市场 3478 n */
export const frequencyOf = (line: string): number => Number.parseInt(line.slice(line.indexOf(' ') + 1), 10)

function wordOf(line: string): string {
  return line.slice(0, line.indexOf(' '))
}

function inDist(name: string): string {
  return fileURLToPath(new URL(`../../dist/tokens/dictionary/${name}.utf8`, import.meta.url))
}
