import { decode } from './decode.ts'
import type { Document, ReadOptions } from './document.ts'

/** A plain text file: the text is the decoded file itself, untouched. */
export function readTxt(bytes: Uint8Array, options: ReadOptions): Document {
  const { text, messages } = decode(bytes, options)
  return { text, title: null, source: null, date: null, messages }
}
