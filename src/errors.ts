import { inLanguage, type Language, type Said, say } from './messages/index.ts'

/** Every way in which an input or a call can be refused: `not-found` 文件不存在. */
export type ErrorCode =
  | 'not-found'
  | 'folder'
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'format'
  | 'corrupt'
  | 'encrypted'
  | 'scanned'
  | 'too-large'
  | 'no-article'
  | 'parse'
  | 'taxonomy'
  | 'write'
  | 'usage'

/** Where in the file it is, and what stands there. */
export interface ErrorPlace {
  readonly file?: string | null
  /** From 1. */
  readonly line?: number
  /** From 1, in characters. */
  readonly column?: number
  /** The lines to show under the message, made by `excerptOf`. */
  readonly excerpt?: string
  readonly cause?: unknown
}

/** The one error of the project, for what the user can put right: `年报.doc: an old Word file; save it as .docx`. */
export class BaoshuError extends Error {
  readonly code: ErrorCode
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  readonly excerpt: string | null
  /** The message in no language yet; `message` is its English. */
  readonly said: Said | string

  constructor(code: ErrorCode, said: Said | string, place: ErrorPlace = {}) {
    super(inLanguage(said), place.cause === undefined ? undefined : { cause: place.cause })
    this.name = 'BaoshuError'
    this.code = code
    this.said = said
    this.file = place.file ?? null
    this.line = place.line ?? null
    this.column = place.column ?? null
    this.excerpt = place.excerpt ?? null
  }

  /** 2 for a wrong call, 1 for an input that could not be read, parsed or written. */
  get exitStatus(): 1 | 2 {
    return this.code === 'usage' ? 2 : 1
  }
}

// Control characters, and those that turn the direction of what follows
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** A text of a report on a terminal, in one line: what would steer it is written out, ESC as \\x1b. */
export function visible(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(unseen, (char) => {
    const code = char.charCodeAt(0).toString(16)
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`
  })
}

/** The same of a file's name, in which a line end is a character like others: 年\\n报.txt */
export function visibleName(file: string): string {
  return visible(file.replaceAll('\n', '\\n').replaceAll('\r', '\\r'))
}

/** What a person is shown, place first: `分类.yaml:3:5: …`, the excerpt below it; in English, or in Chinese with `zh`. */
export function describeError(error: unknown, language: Language = 'en'): string {
  if (!(error instanceof BaoshuError)) return visible(error instanceof Error ? error.message : String(error))
  const message = visible(inLanguage(error.said, language))
  const place = [
    error.file === '-'
      ? inLanguage(say('standard-input'), language)
      : error.file === null
        ? null
        : visibleName(error.file),
    error.line,
    error.line === null ? null : error.column,
  ]
  const where = place.filter((part) => part !== null).join(':')
  const head = where === '' ? message : `${where}: ${message}`
  return error.excerpt === null ? head : `${head}\n${error.excerpt}`
}

/** One line of a text with ^^^ under what is wrong; Chinese characters take two columns: `3 | 名称：` over `^^^^`. */
export function excerptOf(text: string, line: number, column: number, length = 1): string {
  const content = (text.split(/\r\n|\r|\n/)[line - 1] ?? '').replaceAll('\t', ' ')
  const from = Math.max(0, column - 1 - 40)
  const shown = content.slice(from, from + 80).replace(unseen, '�')
  const number = String(line)
  const before = ' '.repeat(columnsOf(content.slice(from, column - 1)))
  const marks = '^'.repeat(Math.max(1, columnsOf(content.slice(column - 1, column - 1 + length))))
  return `${number} | ${shown}\n${' '.repeat(number.length)} | ${before}${marks}`
}

/** Terminal columns: 二 for a Chinese or full-width character, one for others. Enough for words of our own, and loads nothing. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹯＀-｠￠-￦]/.test(char) ? 2 : 1), 0)
}
