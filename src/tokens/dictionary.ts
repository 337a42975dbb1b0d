import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Where the built dictionary lies, seen from `src/tokens` and from `dist/tokens` alike. */
export const dictionaryFiles = {
  dict: inDist('words'),
  userDict: inDist('terms'),
  idfDict: inDist('idf'),
  stopWordDict: inDist('stop-words'),
} as const

/** Rarer words of the stock dictionary make the start slow and join what a report keeps apart. */
const minFrequency = 50

/** Builds the dictionary: nodejieba's own words of some frequency, and this field's terms (三品一标 n). */
export function buildDictionary(): void {
  const stock = createRequire(import.meta.url)('nodejieba').DEFAULT_DICT as string
  const terms = fileURLToPath(new URL('../../src/tokens/terms.txt', import.meta.url))
  mkdirSync(new URL('.', new URL('../../dist/tokens/dictionary/', import.meta.url)), { recursive: true })
  writeFileSync(dictionaryFiles.dict, frequentWords(readFileSync(stock, 'utf8')))
  writeFileSync(dictionaryFiles.userDict, termLines(readFileSync(terms, 'utf8')))
  // Never asked for, yet loaded: keyword extraction wants at least a line of each
  writeFileSync(dictionaryFiles.idfDict, '的 1\n')
  writeFileSync(dictionaryFiles.stopWordDict, '的\n')
}

function frequentWords(stock: string): string {
  const lines = stock.split('\n').filter((line) => Number(line.split(' ')[1]) >= minFrequency)
  return `${lines.join('\n')}\n`
}

/** `三品一标 n  # a comment` → `三品一标 n` */
function termLines(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim())
  return lines.filter((line) => line !== '').join('\n')
}

function inDist(name: string): string {
  return fileURLToPath(new URL(`../../dist/tokens/dictionary/${name}.utf8`, import.meta.url))
}
