import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type Cut, tagOf } from './cutter.ts'
import type { Term } from './dictionary.ts'

/** The same dictionary in the files that nodejieba reads. */
export const referenceFiles = {
  dict: inDist('words'),
  hmmDict: inDist('guesses'),
  userDict: inDist('terms'),
  idfDict: inDist('idf'),
  stopWordDict: inDist('stop-words'),
} as const

/** nodejieba, which `cutterOf` cuts the same as: 企业开办时间 → 企业 n, 开办时间 n. It may not be installed. */
export function referenceWith(terms: readonly Term[]): Cut {
  // The native part ends the process where a file is missing, and takes | and ; for the end of a path
  for (const file of Object.values(referenceFiles)) {
    if (!existsSync(file)) throw new BaoshuError('not-found', say('segment.no-dictionary'), { file })
    if (/[|;]/.test(file)) throw new BaoshuError('unreadable', say('segment.folder'), { file })
  }
  const jieba = load()
  for (const { word, tag } of terms) jieba.insertWord(word, tag)
  return (text) => {
    let end = 0
    return jieba.tag(text).map(({ word, tag }) => {
      const start = end
      end += word.length
      // Half of a surrogate pair comes back as U+FFFD
      const own = text.slice(start, end)
      return { text: own, tag: tagOf(own, tag) }
    })
  }
}

function load(): typeof import('nodejieba') {
  try {
    const jieba = createRequire(import.meta.url)('nodejieba') as typeof import('nodejieba')
    jieba.load(referenceFiles)
    return jieba
  } catch (cause) {
    throw new BaoshuError('not-found', say('segment.no-nodejieba'), { cause })
  }
}

function inDist(name: string): string {
  return fileURLToPath(new URL(`../../dist/tokens/reference/${name}.utf8`, import.meta.url))
}
