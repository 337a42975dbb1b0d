import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { BaoshuError } from '../errors.ts'
import { type Said, say } from '../messages/index.ts'
import { readTextFile } from '../sectors/index.ts'
import type { Claim, Extraction } from '../types.ts'
import { extractionsOfTable } from './load-table.ts'
import { fromVersion1 } from './version-1.ts'

/** Whether a file's name says that it holds an extraction and no report: 吉林.json, 吉林.yaml. */
export function namesExtraction(file: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(file)
}

/** Whether what is there holds many extractions: a folder that `baoshu batch` wrote, or its table in NDJSON. */
export function namesMany(file: string): boolean {
  return /\.(?:ndjson|jsonl)$/i.test(file) || (statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

/** An extraction back from the JSON or YAML that it was written in, the fields that comparing needs checked. */
export function loadExtraction(file: string): Extraction {
  return asExtraction(parseData(readTextFile(file, say('what.extraction')), file), file)
}

/** All extractions of a folder, at any depth, by path; or of a table of claims in NDJSON, by report. */
export function loadExtractions(path: string): Extraction[] {
  const found = statSync(path).isDirectory()
    ? extractionsIn(path)
    : extractionsOfTable(readFileSync(path, 'utf8'), path)
  if (found.length > 0) return found
  throw new BaoshuError('parse', say('load.none'), { file: path })
}

function extractionsIn(folder: string): Extraction[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => namesExtraction(name) && !/(?:^|[\\/])\./.test(name))
    .sort()
  return files.flatMap((name) => {
    const file = join(folder, name)
    const data = parseData(readTextFile(file, say('what.extraction')), file)
    // What else a batch writes beside them: its list of files, its data package
    return isObject(data) && schemas.includes(data.schema) ? [asExtraction(data, file)] : []
  })
}

const schemas: readonly unknown[] = ['baoshu/1', 'baoshu/2']

function parseData(text: string, file: string): unknown {
  try {
    return /\.json$/i.test(file) ? JSON.parse(text) : parse(text)
  } catch (cause) {
    const what = /\.json$/i.test(file) ? 'JSON' : 'YAML'
    const first = cause instanceof Error ? cause.message.split('\n')[0] : ''
    throw new BaoshuError('parse', say('load.invalid', what, first ?? ''), { file, cause })
  }
}

/** The data as an extraction, or one clear error: claims[3] has no “value”. */
function asExtraction(data: unknown, file: string): Extraction {
  const refuse = (message: Said): never => {
    throw new BaoshuError('parse', message, { file })
  }
  if (!isObject(data) || !schemas.includes(data.schema)) return refuse(say('load.schema', schemas.join(', ')))
  const { report, claims } = data
  if (!isObject(report) || !Array.isArray(claims)) return refuse(say('load.parts'))
  if (report.year !== null && !Number.isInteger(report.year)) refuse(say('load.year'))
  const ids = new Set<unknown>()
  for (const [at, claim] of claims.entries()) {
    const missing = missingIn(claim)
    if (missing !== null) refuse(say('load.missing', at, missing))
    if (ids.has(claim.id)) refuse(say('load.twice', at, String(claim.id)))
    ids.add(claim.id)
  }
  const extraction = data as unknown as Extraction
  return data.schema === 'baoshu/2'
    ? extraction
    : { ...extraction, schema: 'baoshu/2', claims: fromVersion1(extraction.claims) }
}

const texts = ['id', 'raw', 'unit', 'qualifier', 'indicator', 'action', 'kind', 'status', 'sector'] as const

function missingIn(claim: unknown): string | null {
  if (!isObject(claim)) return 'fields'
  const text = texts.find((name) => typeof claim[name] !== 'string')
  if (text !== undefined) return text
  if (typeof claim.value !== 'number' || !Number.isFinite(claim.value)) return 'value'
  const { source } = claim
  const isPlaced =
    isObject(source) &&
    Number.isInteger(source.start) &&
    Number.isInteger(source.end) &&
    typeof source.sentence === 'string'
  return isPlaced ? null : 'source'
}

function isObject(value: unknown): value is Record<string, unknown> & Partial<Record<keyof Claim, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
