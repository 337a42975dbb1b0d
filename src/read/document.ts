import type { Message } from '../types.ts'

/** What a reader makes of bytes: the one text view, and what the file itself says about the report. */
export interface Document {
  /** Paragraphs and headings are lines; table rows are lines with tabs between the cells, parted by empty lines from other text. */
  readonly text: string
  /** 2020年吉林省质量状况公报, where the format marks a title. */
  readonly title: string | null
  /** 信息来源：中国质量报 → 中国质量报, where the page has a line for it. */
  readonly source: string | null
  /** 2021-02-09 */
  readonly date: string | null
  readonly messages: readonly Message[]
}

/** How a file is to be read; every limit can be raised. */
export interface ReadOptions {
  /** The name in messages and in the result; `-` for standard input. */
  readonly file?: string
  /** `.html`, where the name does not say or is wrong. */
  readonly format?: string
  /** gb18030, big5, utf-16le …, where detection is wrong. */
  readonly encoding?: string
  /** Of a web page: where the article is, `div.TRS_Editor`. */
  readonly selector?: string
  readonly maxBytes?: number
  /** Of a .docx or .xlsx: all its parts, unpacked. */
  readonly maxExpanded?: number
  readonly maxPages?: number
  /** Elements of a page or a document, cells of a sheet. */
  readonly maxElements?: number
  /** How deep elements may be nested in a page or a document. */
  readonly maxDepth?: number
  /** Called after each page of a long file: (3, 300). */
  readonly onPage?: (done: number, total: number) => void
}

/** The limits where none is given; with them, reading takes less than 1 GB of memory. */
export const limits = {
  maxBytes: 64e6,
  maxExpanded: 256e6,
  maxPages: 2000,
  maxElements: 300_000,
  maxDepth: 400,
} as const

/** A file format: bytes → Document. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Document | Promise<Document>
