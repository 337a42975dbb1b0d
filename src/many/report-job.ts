import { dirname, join } from 'node:path'
import { correctExtraction, correctionsFor, misfitMessage } from '../corrections/correct.ts'
import type { Correction, ReportCorrections } from '../corrections/correction.ts'
import { BaoshuError, describeError } from '../errors.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { inLanguage, type Language } from '../messages/index.ts'
import { type ReportOptions, readBytes } from '../read/index.ts'
import { readFileNow } from '../read/source.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import type { Report } from '../types.ts'
import { type OutputFormat, toRecord, writers, writeWholeNow } from '../write/index.ts'
import { type Done, failureOf, type Outcome } from './outcome.ts'
import {
  forget,
  hashOf,
  isDone,
  type Kept,
  keep,
  makeFolder,
  type Now,
  placeOf,
  readKept,
  temporaryFolder,
} from './store.ts'

/** What holds for every report of a batch. */
export interface ReportSettings {
  readonly out: string
  readonly format: OutputFormat
  readonly reading: Omit<ReportOptions, 'file' | 'onPage'>
  readonly extracting: ExtractOptions
  /** What a person put right, by report. */
  readonly corrections: readonly ReportCorrections[]
  /** The language of the page that each report gets as well; null where none is wanted. */
  readonly view: Language | null
  /** Words for the segmenter: 吉字号 n. */
  readonly terms: readonly string[]
  /** A hash of all this and of the version: what was done with others is done again. */
  readonly settings: string
}

/** One report of a batch and where its result goes. */
export interface ReportJob {
  readonly file: string
  /** Its path where that is no text: a name in GBK. */
  readonly bytes?: Uint8Array
  readonly relative: string
  /** Within the output folder: 2020/年报.json */
  readonly output: string
}

/** Reads a report, writes its claims and keeps them, unless that is done already. Nothing is thrown. */
export async function doReport(job: ReportJob, settings: ReportSettings): Promise<Outcome> {
  const { out } = settings
  const place = placeOf(out, job.relative)
  try {
    const bytes = readFileNow(job.file, settings.reading, job.bytes)
    const before = readKept(out, place)
    const sha256 = hashOf(bytes)
    const own = correctionsFor(settings.corrections, { file: job.file, sha256 })
    // A correction of one report does no other again
    const hash = own.length === 0 ? settings.settings : hashOf(settings.settings + JSON.stringify(own))
    const { file, relative, output } = job
    const now = { file, relative, output, sha256, settings: hash }
    if (before !== null && isDone(out, before, now)) return doneOf(before, true)
    // The result of an earlier run may lie elsewhere
    if (before !== null && before.output !== job.output) forget(out, place)
    return doneOf(await extractAndKeep(bytes, now, own, settings), false)
  } catch (error) {
    if (isOfDisk(error)) return { status: 'stopped', code: 'write', message: describeError(error) }
    forget(out, place)
    return { status: 'failed', ...failureOf(error) }
  }
}

async function extractAndKeep(
  bytes: Uint8Array,
  now: Now,
  own: readonly Correction[],
  settings: ReportSettings,
): Promise<Kept> {
  const { out, format, reading, extracting } = settings
  const report = await readBytes(bytes, { ...reading, file: now.file })
  const made = extract(report, own.length === 0 ? extracting : { ...extracting, minConfidence: 0 })
  const { extraction: right, misfits } = correctExtraction(made, own, extracting.minConfidence)
  const extraction = toRecord(right)
  const text = writers[format].write(extraction)
  const target = join(out, now.output)
  makeFolder(dirname(target))
  writeWholeNow(target, text, temporaryFolder(out))
  const warnings = report.messages.filter(({ level }) => level === 'warning').map((message) => message.text)
  warnings.push(...misfits.map((misfit) => inLanguage(misfitMessage(misfit))))
  const page = settings.view === null ? {} : { page: await writePage(report, now, settings, settings.view) }
  const claims = extraction.claims.length
  return keep(out, { ...now, bytes: bytes.length, written: hashOf(text), claims, warnings, ...page }, extraction)
}

/** A page to check the report on, beside its claims. */
async function writePage(report: Report, now: Now, settings: ReportSettings, language: Language) {
  const { out, extracting, corrections } = settings
  const { reviewPage, viewedOf } = await import('../view/index.ts')
  const page = reviewPage(
    [viewedOf(report, extracting, corrections)],
    extracting.taxonomy ?? builtInTaxonomy(),
    language,
  )
  const output = pageOf(now.output)
  writeWholeNow(join(out, output), page, temporaryFolder(out))
  return { output, written: hashOf(page) }
}

/** 2020/年报.json → 2020/年报.html; index.html is the page over all. */
export function pageOf(output: string): string {
  const page = output.replace(/\.[^./]+$/, '.html')
  return page === indexName ? 'index.report.html' : page
}

export const indexName = 'index.html'

/** What a batch tells of a report that it has done. */
export function doneOf({ sha256, bytes, claims, warnings }: Kept, isKept: boolean): Done {
  return { status: 'done', isKept, sha256, bytes, claims, warnings }
}

const diskCodes = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM'])
const systemCodes = new Set(['EMFILE', 'ENFILE'])

/** What concerns the disk or the system and not this report alone: the next would fail in the same way. */
function isOfDisk(error: unknown): boolean {
  if (!(error instanceof BaoshuError) || !(error.cause instanceof Error) || !('code' in error.cause)) return false
  const code = String(error.cause.code)
  return systemCodes.has(code) || (error.code === 'write' && diskCodes.has(code))
}
