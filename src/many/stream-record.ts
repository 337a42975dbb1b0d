import { BaoshuError } from '../errors.ts'
import type { Line } from './lines.ts'

/** What one line of a stream asks for. */
export interface StreamRecord {
  readonly text?: string
  /** A report in any format, in place of the text. */
  readonly bytes?: Uint8Array
  /** Its name, whose ending tells the format: 年报.docx */
  readonly file?: string
  readonly title?: string
  readonly year?: number
  readonly region?: string
}

/** A line's id as it is written, and its record, or what is wrong with it; null for a blank line. */
export type ReadLine = { readonly id: string } & ({ readonly record: StreamRecord } | { readonly error: unknown })

/** The answer to one line, itself a line. */
export interface Answer {
  readonly text: string
  readonly isFailure: boolean
}

/** What stands in an answer: { claims: [{ id: 'c01', raw: '503个', … }] } */
export type Body = Readonly<Record<string, unknown>>

/** {"id": "a1", "text": "新认证503个", "year": 2020} → id "a1", record { text: '新认证503个', year: 2020 } */
export async function readLine({ number, bytes }: Line): Promise<ReadLine | null> {
  let id: string | undefined
  try {
    const text = decodeLine(bytes)
    const line = (number === 1 ? text.replace(/^\uFEFF/, '') : text).trim()
    if (line === '') return null
    const fields = parseObject(line)
    id = await idOf(fields, line)
    return { id, record: recordOf(fields) }
  } catch (error) {
    return { id: id ?? idInHead(bytes), error }
  }
}

const headOfRecord = /^\uFEFF?\s*\{\s*"id"\s*:\s*(?<id>"(?:[^"\\]|\\.){0,500}"|-?\d[\d.eE+-]{0,50}|true|false)\s*,/

/** Whose a line is that cannot be parsed, where its id stands first: {"id": "a1", "text": "… → "a1" */
export function idInHead(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString()
  const id = headOfRecord.exec(head)?.groups?.id ?? 'null'
  try {
    JSON.parse(id)
    return id
  } catch {
    return 'null'
  }
}

/** {"id": null, "line": 17, "error": "not in UTF-8"} */
export function failureOf(id: string, { number }: Line, error: string): Answer {
  return { text: withId(id, { line: number, error }), isFailure: true }
}

/** {"id": "a1", "claims": […]} */
export function withId(id: string, body: Body): string {
  return `{"id":${id},${JSON.stringify(body).slice(1)}\n`
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeLine(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new BaoshuError('encoding', 'not in UTF-8')
  }
}

type Fields = Readonly<Record<string, unknown>>

function parseObject(line: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new BaoshuError('parse', 'not valid JSON; every line is one object: {"id": "a1", "text": "…"}')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new BaoshuError('parse', 'no JSON object; every line is one: {"id": "a1", "text": "…"}')
}

/** An id may be anything; a number keeps the digits that a double would lose: 9007199254740993 */
async function idOf({ id = null }: Fields, line: string): Promise<string> {
  if (id === null || typeof id === 'string' || typeof id === 'boolean' || Number.isSafeInteger(id)) {
    return JSON.stringify(id)
  }
  const { parse, stringify } = await import('lossless-json')
  const { id: whole } = parse(line, null, { onDuplicateKey: ({ newValue }) => newValue }) as Fields
  return stringify(whole) ?? 'null'
}

function recordOf(fields: Fields): StreamRecord {
  const facts = {
    file: textIn(fields, 'file'),
    title: textIn(fields, 'title'),
    region: textIn(fields, 'region'),
    year: yearOf(fields),
  }
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const { text, base64 } = fields
  if (typeof text === 'string') return { text, ...given }
  if (typeof base64 === 'string') return { bytes: decodeBase64(base64), ...given }
  throw new BaoshuError('parse', 'the record has no “text”, nor a file’s bytes in “base64”')
}

/** Node passes over what is no base64; a file that was cut or wrapped wrongly would be read as another. */
function decodeBase64(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64')
  const digits = base64.replace(/\s+/g, '').replace(/=+$/, '').length
  if (Math.floor((digits * 3) / 4) === bytes.length) return bytes
  throw new BaoshuError('parse', '“base64” is not in base64')
}

function yearOf({ year }: Fields): number | undefined {
  if (year === undefined || year === null || year === '') return undefined
  const number = typeof year === 'string' ? Number(year) : year
  if (typeof number === 'number' && Number.isInteger(number) && number >= 1000 && number <= 9999) return number
  throw new BaoshuError('parse', '“year” is no year such as 2020')
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw new BaoshuError('parse', `“${name}” is no text`)
}
