import { join } from 'node:path'
import type { ReportCorrections } from '../corrections/correction.ts'
import { BaoshuError } from '../errors.ts'
import type { ExtractOptions } from '../extract.ts'
import type { Language } from '../messages/index.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import { type OutputFormat, toDataPackage, writeWhole } from '../write/index.ts'
import { keptUnread, prepare, removeVanished, tidy } from './leftovers.ts'
import { type Counts, countsOf, type Entry, manifestText } from './manifest.ts'
import type { Failure, Outcome } from './outcome.ts'
import { type Plan, type PlannedTable, planBatch } from './plan.ts'
import { openPool, type Pool } from './pool.ts'
import { doneOf, indexName, pageOf, type ReportJob, type ReportSettings } from './report-job.ts'
import { forget, hashOf, type Kept, placeOf, readExtraction, temporaryFolder } from './store.ts'
import { claimsTable } from './table-job.ts'

export interface BatchOptions {
  /** The folder that everything is written to. */
  readonly out: string
  readonly format: OutputFormat
  /** Tables of all claims: claims.csv, claims.xlsx; a name alone lies in the output folder. */
  readonly tables: readonly string[]
  readonly bom?: boolean
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  readonly reading: ReportSettings['reading']
  readonly extracting: ExtractOptions
  /** What a person put right, by report. */
  readonly corrections?: readonly ReportCorrections[]
  readonly terms: readonly string[]
  /** The language of a page for each report and one over all; null where none are wanted. */
  readonly view?: Language | null
  /** Of baoshu: what another one did is done again. */
  readonly version: string
  readonly jobs: number
  /** Seconds that a report may take. */
  readonly timeout: number
  readonly failFast?: boolean
  /** Stops the batch in good order. */
  readonly signal?: AbortSignal
  readonly onEvent?: (event: BatchEvent) => void
  /** Another file for the threads, to try what becomes of bad ones. */
  readonly worker?: URL
}

/** What happens, as it happens. */
export type BatchEvent =
  | { readonly event: 'start'; readonly files: number; readonly jobs: number }
  | { readonly event: 'file'; readonly file: string; readonly ms: number; readonly outcome: Outcome }
  | { readonly event: 'tables'; readonly files: readonly string[] }
  | { readonly event: 'table'; readonly file: string; readonly rows: number }

export interface BatchSummary extends Counts {
  /** Of those done: how many an earlier run did. */
  readonly kept: number
  readonly skipped: number
  /** Results of reports that are gone. */
  readonly removed: number
  readonly failures: readonly (Failure & { readonly file: string })[]
  readonly isComplete: boolean
}

/** Each has a dictionary of its own in memory. */
const mostThreads = 64

/** Every report of files and folders to a result of its own, all claims to tables, and manifest.json of what became of each. */
export async function runBatch(paths: readonly string[], options: BatchOptions): Promise<BatchSummary> {
  const { out, signal } = options
  const plan = await planBatch(paths, options)
  const { jobs, tables } = plan
  const files = tables.map(({ file }) => file)
  await prepare(out, files)
  const threads = Math.max(1, Math.min(options.jobs, mostThreads, Math.max(jobs.length, tables.length)))
  const pool = openPool({ jobs: threads, settings: settingsOf(options), worker: options.worker })
  const stop = () => void pool.close()
  signal?.addEventListener('abort', stop)
  try {
    const looked = { paths, inputs: plan.inputs, unread: plan.failures.map(({ file }) => file) }
    const before = keptUnread(out, looked)
    const done = await doReports(jobs, pool, options)
    const entries = [...done, ...before.map(stillThere), ...plan.failures.map(unlisted)]
    const isAll = countsOf(entries).pending === 0
    const removed = isAll ? await removeVanished(out, looked) : []
    if (isAll) await writeTables(entries, before, plan, pool, options)
    if (isAll && options.view != null) await writeIndex(entries, plan, options, options.view)
    const isComplete = isAll && signal?.aborted !== true
    await writeManifest(entries, plan, isComplete, options)
    return summaryOf(entries, plan, removed.length, isComplete)
  } finally {
    signal?.removeEventListener('abort', stop)
    await pool.close()
    await tidy(out)
  }
}

/** Every report to its outcome, as many at a time as there are threads. */
async function doReports(jobs: readonly ReportJob[], pool: Pool, options: BatchOptions): Promise<Entry[]> {
  const { out, timeout, failFast, signal, onEvent } = options
  const outcomes: (Outcome | null)[] = jobs.map(() => null)
  let next = 0
  let trouble: string | null = null
  let isEnough = false
  onEvent?.({ event: 'start', files: jobs.length, jobs: pool.jobs })
  const run = async () => {
    for (let at = next++; at < jobs.length && !isEnough && !signal?.aborted; at = next++) {
      const job = jobs[at] as ReportJob
      const start = performance.now()
      const result = await pool.run<Outcome>({ report: job }, timeout)
      if (signal?.aborted) return
      const outcome: Outcome = 'status' in result ? result : { status: 'failed', ...result }
      if (outcome.status === 'stopped') trouble = outcome.message
      if (!('status' in result)) forget(out, placeOf(out, job.relative))
      outcomes[at] = outcome
      isEnough ||= outcome.status === 'stopped' || (failFast === true && outcome.status === 'failed')
      onEvent?.({ event: 'file', file: job.file, ms: Math.round(performance.now() - start), outcome })
    }
  }
  await Promise.all(Array.from({ length: pool.jobs }, run))
  if (trouble !== null) throw new BaoshuError('write', `${trouble}; ${goOn}`)
  return jobs.map(({ file, output }, at) => ({ file, output, outcome: outcomes[at] ?? null }))
}

const goOn = 'when that is put right, the same command goes on where it stopped'

async function writeTables(
  entries: readonly Entry[],
  before: readonly Kept[],
  plan: Plan,
  pool: Pool,
  options: BatchOptions,
): Promise<void> {
  const { out, bom = false, extracting, signal, onEvent } = options
  const { jobs, tables, packages } = plan
  if (tables.length === 0) return
  onEvent?.({ event: 'tables', files: tables.map(({ file }) => file) })
  const done = jobs.filter((_, at) => entries[at]?.outcome?.status === 'done')
  const reports = [...done, ...before].map(({ relative }) => relative)
  const { sectors } = extracting.taxonomy ?? builtInTaxonomy()
  const failures = failuresOf(entries)
  const write = async ({ file, inside }: PlannedTable) => {
    const folder = inside === null ? {} : { folder: temporaryFolder(out) }
    const rows = await pool.run<number>({ table: { file, ...folder, bom, reports, failures, sectors } })
    if (signal?.aborted) return
    if (typeof rows !== 'number') throw new BaoshuError('write', `${rows.message}; ${goOn}`, { file })
    onEvent?.({ event: 'table', file, rows })
  }
  await Promise.all(tables.map(write))
  for (const { file, tables: described } of packages) await writeWhole(file, toDataPackage(claimsTable, described))
}

/** A page over all: how much each report gave, what went wrong, and the way to its own page. */
async function writeIndex(entries: readonly Entry[], { jobs }: Plan, options: BatchOptions, language: Language) {
  const { out, extracting } = options
  const { batchPage } = await import('../view/index.ts')
  const reports = entries.map(({ file, outcome }, at) => {
    const job = jobs[at]
    if (outcome?.status !== 'done' || job === undefined) {
      return { file, page: null, extraction: null, message: outcome?.status === 'failed' ? outcome.message : '' }
    }
    const extraction = readExtraction(out, job.relative)
    return { file, page: pageOf(job.output), extraction, message: outcome.warnings.join('; ') }
  })
  const page = batchPage(reports, extracting.taxonomy ?? builtInTaxonomy(), language)
  await writeWhole(join(out, indexName), page, { folder: temporaryFolder(out) })
}

async function writeManifest(
  entries: readonly Entry[],
  { tables, skipped }: Plan,
  isComplete: boolean,
  options: BatchOptions,
): Promise<void> {
  const { out, version, format, include, exclude, bom, reading, extracting, terms } = options
  const settings = {
    format,
    include,
    exclude,
    bom,
    reading,
    minConfidence: extracting.minConfidence,
    simplify: extracting.simplify,
  }
  const own = {
    taxonomy: extracting.taxonomy?.sectors.map(({ id }) => id),
    terms: terms.length === 0 ? undefined : terms,
    units: extracting.units,
    patterns: extracting.patterns?.map(({ name }) => name),
  }
  const files = isComplete ? tables.map(({ file, inside }) => inside ?? file) : []
  const manifest = { version, isComplete, options: { ...settings, ...own }, tables: files, entries, skipped }
  await writeWhole(join(out, 'manifest.json'), manifestText(manifest), { folder: temporaryFolder(out) })
}

function settingsOf(options: BatchOptions): ReportSettings {
  const { out, format, reading, extracting, terms, version, corrections = [], view = null } = options
  const settings = hashOf(JSON.stringify({ version, format, reading, extracting, terms, view }))
  return { out, format, reading, extracting, terms, corrections, view, settings }
}

/** The result of an earlier run, whose report cannot be seen now. */
function stillThere(kept: Kept): Entry {
  return { file: kept.file, output: kept.output, outcome: doneOf(kept, true) }
}

function unlisted({ file, code, message }: Failure & { readonly file: string }): Entry {
  return { file, output: null, outcome: { status: 'failed', code, message } }
}

function failuresOf(entries: readonly Entry[]): (Failure & { readonly file: string })[] {
  return entries.flatMap(({ file, outcome }) =>
    outcome?.status === 'failed' ? [{ file, code: outcome.code, message: outcome.message }] : [],
  )
}

function summaryOf(entries: readonly Entry[], { skipped }: Plan, removed: number, isComplete: boolean): BatchSummary {
  const kept = entries.filter(({ outcome }) => outcome?.status === 'done' && outcome.isKept).length
  const counts = countsOf(entries)
  return { ...counts, kept, removed, skipped: skipped.length, failures: failuresOf(entries), isComplete }
}
