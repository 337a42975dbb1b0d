import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { dictionaryFiles, frequencyFile, readTerms } from './dictionary.ts'
import { withExcerpt } from './excerpt.ts'

/** A word with its part of speech as jieba names it: 市场主体 n. */
export interface Word {
  readonly text: string
  /** n noun, v verb, vn both, m number, q measure, eng letters, nz a name that the dictionary lacks, x a mark. */
  readonly tag: string
}

type Jieba = typeof import('nodejieba')

/** Its native part is loaded with the dictionary. */
const jieba: Jieba = createRequire(import.meta.url)('nodejieba')

/** Memory grows with the longest call, by about half a kilobyte a character. */
const callLength = 16_384

/**
 * The words of each text: 企业开办时间 → 企业 n, 开办时间 n. Joined again they are the text, whatever it holds.
 * Unknown names are guessed (jieba's hidden Markov model): in report text that tears no more indicators than not
 * guessing, 13 of 1006 either way, and keeps 秦创原 in one. `later` are texts that may be asked for after these.
 */
export function segment(texts: readonly string[], later: readonly string[] = []): Word[][] {
  loadFor(texts, later)
  // A line end is always a word of its own, so many texts go through few calls
  const words = piecesOf(texts.filter((text) => text !== '').join('\n')).flatMap(cut)
  let next = 0
  return texts.map((text) => {
    const found: Word[] = []
    if (text === '') return found
    let start = 0
    while (start < text.length) {
      const known = words[next++]
      if (known === undefined) throw new Error(`segmentation lost its place in ${text}`)
      for (const word of known) {
        const end = start + word.text.length
        // Half of a surrogate pair comes back as U+FFFD
        found.push(text.startsWith(word.text, start) ? word : { text: text.slice(start, end), tag: word.tag })
        start = end
      }
    }
    if (start > text.length) throw new Error(`segmentation lost its place in ${text}`)
    next++
    return found
  })
}

/** Each word that was ever met, told apart and tagged: a tag is of the word alone, whatever it stands in. */
const known = new Map<string, readonly Word[]>()
let charactersKnown = 0
const mostCharacters = 500_000

/** To cut a text takes less than half of the time that tagging it takes, so only what holds a new word is tagged. */
function cut(text: string): (readonly Word[])[] {
  if (charactersKnown > mostCharacters) forget()
  const words = jieba.cut(text, true)
  const found: (readonly Word[])[] = []
  for (const word of words) {
    const tagged = known.get(word)
    if (tagged === undefined) {
      learn(text, words)
      return words.map((each) => known.get(each) ?? [{ text: each, tag: 'x' }])
    }
    found.push(tagged)
  }
  return found
}

/** Tags the lines of a text that hold a new word. */
function learn(text: string, words: readonly string[]): void {
  const unknown: string[] = []
  let lineStart = 0
  let at = 0
  let isNew = false
  for (const word of words) {
    at += word.length
    isNew ||= !known.has(word)
    if (word !== '\n' && at < text.length) continue
    if (isNew) unknown.push(text.slice(lineStart, at))
    lineStart = at
    isNew = false
  }
  for (const { word, tag } of jieba.tag(unknown.join(''))) {
    if (known.has(word)) continue
    known.set(word, apart({ text: word, tag: tagOf(word, tag) }))
    charactersKnown += word.length
  }
}

/** Adds a user's own terms for the rest of the process, a word and its tag each: 一网通办 n. */
export function addTerms(terms: readonly string[]): void {
  loadWhole()
  for (const { word, tag } of readTerms(terms.join('\n'))) jieba.insertWord(word, tag)
  forget()
}

function forget(): void {
  known.clear()
  charactersKnown = 0
}

/** A guessed name that begins with a preposition is none: 在城镇 nrt → 在 p, 城镇 n. */
function apart(word: Word): Word[] {
  const { text, tag } = word
  if (!tag.startsWith('nr') || text.length < 3 || !/^[在对为由从将与向]/.test(text)) return [word]
  return [
    { text: text.slice(0, 1), tag: 'p' },
    { text: text.slice(1), tag: 'n' },
  ]
}

/** jieba calls 5 and 1.66 and 淡马锡 x or eng as it comes. */
function tagOf(word: string, tag: string): string {
  if (tag !== 'x' && tag !== 'eng') return tag
  if (/^[0-9.]*[0-9]$/.test(word)) return 'm'
  if (/^\p{Script=Han}/u.test(word)) return 'nz'
  return /^[A-Za-z0-9]/.test(word) ? 'eng' : 'x'
}

/** Cuts between texts where it can, inside a very long one where it must. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    const far = start + callLength
    const lineEnd = far < text.length ? text.lastIndexOf('\n', far) : text.length
    const end = lineEnd > start ? lineEnd : far
    pieces.push(text.slice(start, end))
    start = end
  }
  return pieces
}

/** How much of the dictionary jieba knows. */
let loaded: 'nothing' | 'excerpt' | 'whole' = 'nothing'
/** The texts that an excerpt is enough for. */
let covered: ReadonlySet<string> = new Set()

/** Many a run reads one report and ends, so the first texts get an excerpt; those after them are cut with all words. */
function loadFor(texts: readonly string[], later: readonly string[]): void {
  if (loaded === 'whole' || (loaded === 'excerpt' && texts.every((text) => covered.has(text)))) return
  if (loaded === 'nothing') {
    checkDictionary()
    const all = [...texts, ...later]
    if (withExcerpt(all, (files) => jieba.load(files))) {
      loaded = 'excerpt'
      covered = new Set(all)
      return
    }
  }
  loadWhole()
}

function loadWhole(): void {
  if (loaded === 'whole') return
  checkDictionary()
  jieba.load(dictionaryFiles)
  loaded = 'whole'
  covered = new Set()
}

/** The native part ends the process where a file is missing, and takes | and ; for the end of a path. */
function checkDictionary(): void {
  for (const file of [...Object.values(dictionaryFiles), frequencyFile]) {
    if (!existsSync(file)) throw new BaoshuError('not-found', say('segment.no-dictionary'), { file })
    if (/[|;]/.test(file)) throw new BaoshuError('unreadable', say('segment.folder'), { file })
  }
}
