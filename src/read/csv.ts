import { parse } from 'csv-parse/sync'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { decode } from './decode.ts'
import { type Document, limits, type ReadOptions } from './document.ts'
import { unplaced } from './html.ts'
import { textOfLines } from './lines.ts'
import { linesOfSheet } from './sheet.ts'

/** A table of figures in a text file, its cells parted by commas, semicolons or tabs: 指标,2022年,2023年. */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): Document {
  const { text: source, messages } = decode(bytes, options)
  const rows = rowsOf(source, options)
  const text = textOfLines(linesOfSheet(rows.map((row) => row.map((text) => ({ text, columns: 1, rows: 1 })))))
  if (text === '') throw new BaoshuError('empty', say('read.no-text'), { file: options.file ?? null })
  return { text, title: null, source: null, date: null, messages: unplaced(messages) }
}

/** The same as rows of texts, for a table that is no report. */
export function readCsvRows(bytes: Uint8Array, options: ReadOptions = {}): string[][] {
  return rowsOf(decode(bytes, options).text, options)
}

function rowsOf(source: string, options: ReadOptions): string[][] {
  const file = options.file ?? null
  const most = options.maxElements ?? limits.maxElements
  const delimiter = delimiterOf(source)
  if (source.split(delimiter).length + source.split('\n').length > most) {
    throw new BaoshuError('too-large', say('read.many-cells', most), { file })
  }
  try {
    return parse(source, { delimiter, bom: true, relax_column_count: true, relax_quotes: true })
  } catch (cause) {
    throw new BaoshuError('corrupt', say('read.quotation'), { file, cause })
  }
}

/** The mark that stands most often in the first line, quoted text aside; ， is one of prose where another does. */
function delimiterOf(source: string): string {
  const lines = source
    .slice(0, 4000)
    .replace(/"(?:[^"]|"")*(?:"|$)/g, '""')
    .split(/[\r\n]+/)
  const head = lines.filter((line) => line.trim() !== '').slice(0, 5)
  for (const line of head) {
    const counts = [',', '\t', ';'].map((mark) => ({ mark, count: line.split(mark).length }))
    const best = counts.reduce((most, other) => (other.count > most.count ? other : most))
    if (best.count > 1) return best.mark
  }
  return head.some((line) => line.includes('，')) ? '，' : ','
}
