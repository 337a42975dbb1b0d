import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Claim, Extraction, Place } from '../types.ts'
import { fromVersion1 } from './version-1.ts'

type Fields = Readonly<Record<string, unknown>>

/** Extractions back from a table of claims in NDJSON, a claim a line, one extraction for each report in it. */
export function extractionsOfTable(text: string, file: string): Extraction[] {
  const reports = new Map<string, { readonly report: Extraction['report']; readonly claims: Claim[] }>()
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const row = parseRow(line, at + 1, file)
    const name = String(row.file)
    const known = reports.get(name) ?? { report: reportOf(row), claims: [] }
    known.claims.push(claimOf(row))
    reports.set(name, known)
  }
  return [...reports.values()].map(({ report, claims }) => ({ schema: 'baoshu/2', report, claims }))
}

function parseRow(line: string, number: number, file: string): Fields {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch (cause) {
    throw new BaoshuError('parse', say('load.row-invalid'), {
      file,
      line: number,
      cause,
    })
  }
  const needed = ['file', 'id', 'indicator', 'value', 'kind', 'raw', 'start', 'sentence']
  const fields = typeof row === 'object' && row !== null ? withFieldNames(row as Fields) : {}
  const missing = needed.find((name) => !(name in fields))
  if (missing === undefined) return fields
  throw new BaoshuError('parse', say('load.row-missing', missing), { file, line: number })
}

/** Columns are called so that SQL takes them, and what is empty in them is null. */
const fieldNames: Readonly<Record<string, string>> = {
  of_id: 'of',
  sector_by: 'sectorBy',
  start_offset: 'start',
  end_offset: 'end',
  read_as: 'read',
  table_number: 'table',
  table_row: 'row',
  table_column: 'column',
}

function withFieldNames(row: Fields): Fields {
  const fields = Object.fromEntries(Object.entries(row).map(([name, value]) => [fieldNames[name] ?? name, value]))
  return { ...fields, action: fields.action ?? '', unit: fields.unit ?? '' }
}

function reportOf(row: Fields): Extraction['report'] {
  return {
    file: String(row.file),
    title: textOf(row.title),
    source: textOf(row.publisher),
    region: textOf(row.report_region),
    year: typeof row.year === 'number' ? row.year : null,
    characters: 0,
    sha256: '',
  }
}

/** A flat row as the claim that it was. */
function claimOf(row: Fields): Claim {
  const period = textOf(row.period)
  const claim: Claim = {
    ...(row as unknown as Claim),
    indicatorSpans: placesOf(row.indicator_spans),
    actionSpan: placesOf(row.action_span)[0] ?? null,
    high: typeof row.high === 'number' ? row.high : null,
    period: period === null ? null : { text: period, from: textOf(row.period_from), to: textOf(row.period_to) },
    source: {
      start: Number(row.start),
      end: Number(row.end),
      line: Number(row.line),
      section: textOf(row.section),
      sentence: String(row.sentence),
      sentenceStart: Number(row.sentence_start),
      ...(typeof row.page === 'number' ? { page: row.page } : {}),
      read: row.read === 'ocr' ? 'ocr' : 'text',
      ...(typeof row.table === 'number'
        ? { table: { number: row.table, row: Number(row.row), column: Number(row.column) } }
        : {}),
    },
  }
  // A table of baoshu/1 has no such column
  return 'sentence_start' in row ? claim : (fromVersion1([claim])[0] as Claim)
}

/** 807-811 820-822, as the table writes places. */
function placesOf(value: unknown): Place[] {
  return [...String(value ?? '').matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => [Number(start), Number(end)])
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
