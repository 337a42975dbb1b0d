import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCorpus } from './corpus.ts'
import { type Start, timeStart } from './starts.ts'

/** Whole processes as a user starts them, cold: records in, answers out, over. */
const processes: Readonly<Record<string, readonly string[]>> = {
  stream: ['bin/baoshu.js', 'stream'],
  tag: [
    '-e',
    `const jieba = require('nodejieba')
    for (const line of require('fs').readFileSync(0, 'utf8').trimEnd().split('\\n'))
      console.log(JSON.stringify(jieba.tag(JSON.parse(line).text)))`,
  ],
}
export const lengths = [1, 4, 16] as const
const once = 400_000

/** What each process takes for a text once, 4 and 16 times as long: `generated 4 stream`. */
export function* timeWholes(folder: string | undefined): Iterable<readonly [name: string, start: Start]> {
  const real = folder === undefined ? [] : textsIn(folder)
  for (const length of lengths) {
    const corpora = {
      generated: makeCorpus(once * length),
      ...(real.length > 0 && { real: Array.from({ length }, () => real).flat() }),
    }
    for (const [corpus, texts] of Object.entries(corpora)) {
      const records = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join('')
      for (const [name, args] of Object.entries(processes))
        yield [`${corpus} ${length} ${name}`, timeStart(args, records)]
    }
  }
}

function textsIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  return files.map((file) => readFileSync(join(folder, file), 'utf8'))
}
