import { describeError } from '../errors.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { findQuantities } from '../quantities/index.ts'
import { type ReportOptions, readBytes, reportOf } from '../read/index.ts'
import { spanInReport, splitSentences } from '../text/sentences.ts'
import { currencyOf } from '../tokens/currencies.ts'
import { unitsWith } from '../tokens/units.ts'
import type { Report } from '../types.ts'
import { claimColumns, claimRows, toClaimRecord } from '../write/index.ts'
import type { Line } from './lines.ts'
import { type Answer, type Body, failureOf, readLine, type StreamRecord, withId } from './stream-record.ts'
import { isLate, within } from './time-limit.ts'

/** What holds for every record of a stream. */
export interface AnswerOptions extends ExtractOptions {
  /** Every quantity, claim or not, in place of the claims. */
  readonly quantities?: boolean
  /** Rows of the table of claims, flat, in place of the claims. */
  readonly rows?: boolean
  /** Seconds that a record may take; 60 where not given. */
  readonly timeout?: number
  /** How a record's file is read. */
  readonly reading?: Omit<ReportOptions, 'file' | 'title' | 'year' | 'region' | 'onPage'>
}

/** The answer to one line; null for a blank one. Whatever goes wrong with a record stays its own. */
export async function answerLine(line: Line, options: AnswerOptions): Promise<Answer | null> {
  const read = await readLine(line)
  if (read === null) return null
  if ('error' in read) return failureOf(read.id, line, describeError(read.error))
  try {
    return { text: withId(read.id, await bodyOf(read.record, options)), isFailure: false }
  } catch (error) {
    return failureOf(read.id, line, isLate(error) ? tooLate(options) : describeError(error))
  }
}

const longest = 60

function tooLate({ timeout = longest }: AnswerOptions): string {
  return `not done after ${timeout} s; allow more with --timeout`
}

async function bodyOf(record: StreamRecord, options: AnswerOptions): Promise<Body> {
  const report = await reportIn(record, options)
  const { timeout = longest } = options
  if (options.quantities) return { quantities: within(timeout, () => quantitiesOf(report, options)) }
  const extraction = within(timeout, () => extract(report, options))
  return options.rows
    ? { rows: claimRows(extraction).map(rowRecord) }
    : { claims: extraction.claims.map(toClaimRecord) }
}

/** What the record says of itself stands before what was said for all. */
async function reportIn(
  { text, bytes, file, ...record }: StreamRecord,
  { title, year, region, reading }: AnswerOptions,
): Promise<Report> {
  const said = { title, year, region, ...record }
  const facts = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const given = { file: file ?? '-', ...facts }
  return bytes === undefined ? reportOf(text ?? '', given) : readBytes(bytes, { ...reading, ...given })
}

function rowRecord(row: readonly unknown[]): Body {
  return Object.fromEntries(claimColumns.map(({ name }, at) => [name, row[at]]))
}

function quantitiesOf({ text }: Report, { units }: AnswerOptions): object[] {
  return [...splitSentences({ text })].flatMap((sentence) =>
    findQuantities(sentence.reading, unitsWith(units ?? [])).map((quantity) => {
      const { value, high, unit, qualifier, sign } = quantity
      const { start, end } = spanInReport(sentence, quantity.start, quantity.end)
      return { raw: text.slice(start, end), value, high, unit, currency: currencyOf(unit), qualifier, sign, start, end }
    }),
  )
}
