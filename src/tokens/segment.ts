import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dictionaryFiles } from './dictionary.ts'

/** A word with its part of speech as jieba names it: 市场主体 n. */
export interface Word {
  readonly text: string
  readonly tag: string
}

type Jieba = typeof import('nodejieba')

let loaded: Jieba | null = null

/** The words of many short texts in one native call: 企业开办时间 → 企业 n, 开办 v, 时间 n; joined again they are the text. */
export function segment(texts: readonly string[]): Word[][] {
  const words = jieba().tag(texts.join('\n'))
  let next = 0
  return texts.map((text) => {
    const found: Word[] = []
    for (let start = 0; start < text.length; ) {
      const word = words[next++]
      if (word === undefined) throw new Error('segmentation lost a part of the text')
      found.push({ text: text.slice(start, start + word.word.length), tag: word.tag })
      start += word.word.length
    }
    next++
    return found
  })
}

/** Adds a user's own terms, a word and its tag each: 一网通办 n. */
export function addTerms(terms: readonly string[]): void {
  for (const term of terms) {
    const [word, tag] = term.trim().split(/\s+/)
    if (word) jieba().insertWord(word, tag ?? 'n')
  }
}

function jieba(): Jieba {
  if (loaded !== null) return loaded
  if (!existsSync(dictionaryFiles.dict)) throw new Error(`no dictionary at ${dictionaryFiles.dict}: run npm run build`)
  loaded = createRequire(import.meta.url)('nodejieba') as Jieba
  loaded.load(dictionaryFiles)
  return loaded
}
