import { type EventEmitter, once } from 'node:events'
import { describeError } from '../errors.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { findQuantities } from '../quantities/index.ts'
import { reportOf } from '../read/index.ts'
import { spanInReport, splitSentences } from '../text/sentences.ts'
import { currencyOf } from '../tokens/currencies.ts'
import { unitsWith } from '../tokens/units.ts'
import { toClaimRecord } from '../write/record.ts'
import { linesOf } from './lines.ts'
import { isLate, within } from './time-limit.ts'

export interface StreamOptions extends ExtractOptions {
  /** Every quantity, claim or not, in place of the claims. */
  readonly quantities?: boolean
  /** A longer line is an error of its own; in bytes. */
  readonly maxLine?: number
  /** Seconds that a record may take; 60 where not given. */
  readonly timeout?: number
}

/** Where lines go: process.stdout, or any Writable of Node. */
export interface LineSink {
  /** False where it wants no more before it says drain. */
  write(line: string): boolean
  once(event: string, listener: (...values: never[]) => void): unknown
}

/** How a stream went: { done: 998, failed: 2 } */
export interface StreamSummary {
  readonly done: number
  readonly failed: number
}

const mostInLine = 64e6
const longest = 60

/** A JSON object a line in, one a line out, in the same order: {"id":"a1","text":"新认证503个"} → {"id":"a1","claims":[…]} */
export async function streamClaims(
  input: AsyncIterable<Uint8Array | string>,
  output: LineSink,
  options: StreamOptions = {},
): Promise<StreamSummary> {
  const answer = options.quantities ? quantitiesOf : claimsOf
  const most = options.maxLine ?? mostInLine
  let done = 0
  let failed = 0
  for await (const { number, bytes } of linesOf(input, most)) {
    const result = bytes === null ? tooLong(most) : answerLine(bytes, number === 1, answer, options)
    if (result === null) continue
    if (isFailure(result)) failed++
    else done++
    const line = isFailure(result) ? { id: result.id, line: number, error: result.error } : result
    if (!output.write(`${JSON.stringify(line)}\n`)) await once(output as unknown as EventEmitter, 'drain')
  }
  return { done, failed }
}

type Id = string | number | null

interface StreamRecord {
  readonly id: Id
  readonly text: string
  readonly title?: string
  readonly year?: number
  readonly region?: string
}

interface Failure {
  readonly id: Id
  readonly error: string
}

function isFailure(result: object): result is Failure {
  return 'error' in result
}

type Answer = (record: StreamRecord, options: StreamOptions) => object

function tooLong(most: number): Failure {
  return { id: null, error: `the line is longer than ${Math.round(most / 1e6)} MB` }
}

function tooLate({ timeout = longest }: StreamOptions): string {
  return `not done after ${timeout} s; allow more with --timeout`
}

/** The answer to one line; null for a blank one. Whatever goes wrong with a record stays its own. */
function answerLine(bytes: Buffer, isFirst: boolean, answer: Answer, options: StreamOptions): object | null {
  let id: Id = null
  try {
    const text = decodeLine(bytes)
    const line = (isFirst ? text.replace(/^\uFEFF/, '') : text).trim()
    if (line === '') return null
    const fields = parseObject(line)
    id = idOf(fields)
    const record = recordOf(fields, id)
    return { id, ...within(options.timeout ?? longest, () => answer(record, options)) }
  } catch (error) {
    return { id, error: isLate(error) ? tooLate(options) : describeError(error) }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeLine(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Error('not in UTF-8')
  }
}

type Fields = Readonly<Record<string, unknown>>

function parseObject(line: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Error('not valid JSON; every line is one object: {"id": "a1", "text": "…"}')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new Error('no JSON object; every line is one: {"id": "a1", "text": "…"}')
}

/** An id comes back as it was given, or not at all: 9007199254740993 would come back as another number. */
function idOf({ id }: Fields): Id {
  if (id === undefined || id === null) return null
  if (typeof id === 'string' || Number.isSafeInteger(id)) return id as Id
  throw new Error('“id” is no text and no whole number up to 9007199254740991; write it as text: "id": "…"')
}

function recordOf(fields: Fields, id: Id): StreamRecord {
  const { text, year } = fields
  if (typeof text !== 'string') throw new Error('the record has no “text”')
  const title = optionalText(fields, 'title')
  const region = optionalText(fields, 'region')
  const given = { ...(title === undefined ? {} : { title }), ...(region === undefined ? {} : { region }) }
  if (year === undefined || year === null || year === '') return { id, text, ...given }
  const number = typeof year === 'string' ? Number(year) : year
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1000 || number > 9999) {
    throw new Error('“year” is no year such as 2020')
  }
  return { id, text, ...given, year: number }
}

function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw new Error(`“${name}” is no text`)
}

function claimsOf(record: StreamRecord, options: StreamOptions): object {
  const report = reportOf(record.text, { file: '-', ...given(record, options) })
  return { claims: extract(report, options).claims.map(toClaimRecord) }
}

/** What the record says of itself stands before what was said for all. */
function given(
  { title, year, region }: StreamRecord,
  options: StreamOptions,
): Pick<StreamOptions, 'title' | 'year' | 'region'> {
  const facts = { title: title ?? options.title, year: year ?? options.year, region: region ?? options.region }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

function quantitiesOf({ text }: StreamRecord, { units }: StreamOptions): object {
  const quantities = [...splitSentences({ text })].flatMap((sentence) =>
    findQuantities(sentence.reading, unitsWith(units ?? [])).map((quantity) => {
      const { value, high, unit, qualifier, sign } = quantity
      const { start, end } = spanInReport(sentence, quantity.start, quantity.end)
      const currency = currencyOf(unit)
      return { raw: text.slice(start, end), value, high, unit, currency, qualifier, sign, start, end }
    }),
  )
  return { quantities }
}
