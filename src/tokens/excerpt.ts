import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dictionaryFiles, type Frequencies, frequencyFile, frequencyOf } from './dictionary.ts'

/** Where the parts of a dictionary lie, as jieba's `load` wants them. */
export type DictionaryFiles = Readonly<Record<keyof typeof dictionaryFiles, string>>

/** Longer texts use most of the dictionary: an excerpt would save nothing. */
const longest = 50_000

/**
 * Has `load` called with only those entries of the dictionary that texts can use; false where the texts are too long
 * for that to pay, or no temporary file can be written. jieba reads all 45,000 words in a fifth of a second, the three
 * thousand of one report in an eighth of that, and cuts the report the same: what is left out stands nowhere in it, and
 * the others weigh what they weigh among all.
 */
export function withExcerpt(texts: readonly string[], load: (files: DictionaryFiles) => void): boolean {
  if (texts.reduce((sum, { length }) => sum + length, 0) > longest) return false
  let folder: string | null = null
  try {
    folder = mkdtempSync(join(tmpdir(), 'baoshu-'))
    // jieba takes | and ; for the end of a path
    if (/[|;]/.test(folder)) return false
    load(writeExcerpt(folder, pairsOf(texts)))
    return true
  } catch {
    return false
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}

function writeExcerpt(folder: string, stands: Stands): DictionaryFiles {
  const files = {
    ...dictionaryFiles,
    dict: join(folder, 'words.utf8'),
    userDict: join(folder, 'terms.utf8'),
    hmmDict: join(folder, 'guesses.utf8'),
  }
  writeFileSync(files.dict, wordsFor(stands))
  writeFileSync(files.userDict, usedOf(readFileSync(dictionaryFiles.userDict, 'utf8'), '\n', stands).join('\n'))
  writeFileSync(files.hmmDict, guessesFor(stands))
  return files
}

/** Do two characters stand side by side somewhere; does one stand anywhere, where the second is no character? */
type Stands = (one: number, two: number) => boolean

function pairsOf(texts: readonly string[]): Stands {
  const characters = new Uint8Array(0x10000)
  const pairs = new Set<number>()
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const one = text.charCodeAt(at)
      characters[one] = 1
      pairs.add(one * 0x10000 + text.charCodeAt(at + 1))
    }
  }
  const endsWord = (code: number) => code === 32 || code === 58
  return (one, two) =>
    characters[one] === 1 && (endsWord(two) || (characters[two] === 1 && pairs.has(one * 0x10000 + two)))
}

/** The entries of a list whose first two characters stand in the text: neither 的 1 n nor 字:-7.1 is split for the others. */
function usedOf(list: string, separator: string, stands: Stands): string[] {
  const used: string[] = []
  for (let start = 0; start < list.length; ) {
    const found = list.indexOf(separator, start)
    const end = found < 0 ? list.length : found
    if (stands(list.charCodeAt(start), list.charCodeAt(start + 1))) used.push(list.slice(start, end))
    start = end + 1
  }
  return used
}

/** No text holds these: they stand for the words left out. */
const [others, rarest] = ['\ue000\ue001\ue002', '\ue001\ue002\ue000']

/** A word's weight is its share of all words, and an unknown character weighs what the rarest does. */
function wordsFor(stands: Stands): string {
  const used = usedOf(readFileSync(dictionaryFiles.dict, 'utf8'), '\n', stands)
  const { all, least } = JSON.parse(readFileSync(frequencyFile, 'utf8')) as Frequencies
  const frequency = used.reduce((sum, line) => sum + frequencyOf(line), 0)
  return [...used, `${rarest} ${least} x`, `${others} ${Math.max(least, all - frequency - least)} x`].join('\n')
}

/** Of the model's lines 字:-7.1,词:-8.2 what is of characters in the text, and the first, since jieba wants one. */
function guessesFor(stands: Stands): string {
  return readFileSync(dictionaryFiles.hmmDict, 'utf8')
    .split('\n')
    .map((line) => {
      const first = line.indexOf(',')
      return first < 0 ? line : [line.slice(0, first), ...usedOf(line.slice(first + 1), ',', stands)].join(',')
    })
    .join('\n')
}
