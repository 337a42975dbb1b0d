import { createHash } from 'node:crypto'
import { BaoshuError } from '../errors.ts'
import { inLanguage, say } from '../messages/index.ts'
import type { Message, Report } from '../types.ts'
import type { ReadOptions } from './document.ts'
import type { Given } from './facts.ts'
import { endingOf, type Format, formatByEnding, formatOf } from './formats.ts'
import { reportsIn } from './report-parts.ts'
import { readFileBytes, readInputBytes } from './source.ts'

export type { Document, Reader, ReadOptions } from './document.ts'
export { formats } from './formats.ts'

/** How a report is read, and what the caller knows of it where it does not say. */
export type ReportOptions = ReadOptions & Pick<Given, 'title' | 'year' | 'region'>

/** A report from a file in any format, or from standard input: `await readReport('seeds/jilin-2020.txt')`. */
export async function readReport(file: string, options: ReportOptions = {}): Promise<Report> {
  const bytes = file === '-' ? await readInputBytes(options) : await readFileBytes(file, options)
  return readBytes(bytes, { ...options, file })
}

/** A report from bytes in hand; `options.file` names them. */
export async function readBytes(bytes: Uint8Array, options: ReportOptions = {}): Promise<Report> {
  const file = options.file ?? '-'
  if (bytes.length === 0) throw new BaoshuError('empty', say('read.empty'), { file })
  const format = formatOf(bytes, file, options.format)
  const read = await format.load()
  const { text, title, source, date, messages } = await read(bytes, options)
  const { facts, parts } = reportsIn(text, { ...options, source, date, markedTitle: title })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    file,
    title: facts.title,
    source: facts.source,
    region: facts.region,
    year: facts.year,
    parts,
    text,
    sha256,
    messages: [...messages, ...wronglyNamed(file, format, options)],
  }
}

function wronglyNamed(file: string, format: Format, options: ReadOptions): Message[] {
  const ending = endingOf(file)
  if (options.format !== undefined || ending === '' || formatByEnding(ending) === format) return []
  const said = say('read.named', ending, format.name)
  return [{ level: 'warning', code: 'named', text: inLanguage(said), said, span: null }]
}

/** A report from a string in hand, as each record of a stream is: `reportOf('新认证503个', { year: 2020 })`. */
export function reportOf(
  text: string,
  options: Pick<ReportOptions, 'file' | 'title' | 'year' | 'region'> = {},
): Report {
  const { facts, parts } = reportsIn(text, options)
  const { title, source, region, year } = facts
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { file: options.file ?? '-', title, source, region, year, parts, text, sha256, messages: [] }
}
