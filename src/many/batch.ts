import { basename, join, relative, resolve, sep } from 'node:path'
import { BaoshuError } from '../errors.ts'
import type { ExtractOptions } from '../extract.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import { type OutputFormat, tableFormatOf, toDataPackage, writers, writeWhole } from '../write/index.ts'
import { type Listing, listInputs } from './inputs.ts'
import { isWithin, prepare, removeVanished, tidy } from './leftovers.ts'
import { type Counts, countsOf, type Entry, manifestText } from './manifest.ts'
import { outputNames } from './names.ts'
import type { Failure, Outcome } from './outcome.ts'
import { openPool, type Pool } from './pool.ts'
import type { ReportJob, ReportSettings } from './report-job.ts'
import { forget, hashOf, placeOf, temporaryFolder } from './store.ts'
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
  readonly terms: readonly string[]
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

/** Every report of files and folders to a result of its own, all claims to tables, and manifest.json of what became of each. */
export async function runBatch(paths: readonly string[], options: BatchOptions): Promise<BatchSummary> {
  const { out, signal } = options
  const tables = tableFilesOf(options)
  const files = tables.map(({ file }) => file)
  const listing = await listInputs(paths, { ...options, except: [out, ...files] })
  if (listing.inputs.length + listing.failures.length === 0) throw nothingFound(paths, listing)
  const jobs = jobsOf(listing, tables, options)
  await prepare(out, files)
  const settings = settingsOf(options)
  const pool = openPool({ jobs: Math.max(1, Math.min(options.jobs, jobs.length)), settings, worker: options.worker })
  const stop = () => void pool.close()
  signal?.addEventListener('abort', stop)
  try {
    const entries = [...(await doReports(jobs, pool, options)), ...listing.failures.map(unlisted)]
    const isAll = countsOf(entries).pending === 0
    const removed = isAll ? await removeVanished(out, paths, listing.inputs) : []
    if (isAll) await writeTables(entries, jobs, tables, pool, options)
    const isComplete = isAll && signal?.aborted !== true
    await writeManifest(entries, listing, isComplete, tables, options)
    return summaryOf(entries, listing, removed.length, isComplete)
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
      if (!('status' in result)) await forget(out, placeOf(out, job.relative))
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

interface TableFile {
  readonly file: string
  readonly format: ReturnType<typeof tableFormatOf>
  /** From the output folder, with / between; null where it lies elsewhere. */
  readonly inside: string | null
}

async function writeTables(
  entries: readonly Entry[],
  jobs: readonly ReportJob[],
  tables: readonly TableFile[],
  pool: Pool,
  options: BatchOptions,
): Promise<void> {
  const { out, bom, extracting, signal, onEvent } = options
  if (tables.length === 0) return
  onEvent?.({ event: 'tables', files: tables.map(({ file }) => file) })
  const reports = jobs.filter((_, at) => entries[at]?.outcome?.status === 'done').map((job) => job.relative)
  const { sectors } = extracting.taxonomy ?? builtInTaxonomy()
  const failures = failuresOf(entries)
  const write = async ({ file, inside }: TableFile) => {
    const folder = inside === null ? {} : { folder: temporaryFolder(out) }
    const rows = await pool.run<number>({ table: { file, ...folder, bom: bom === true, reports, failures, sectors } })
    if (signal?.aborted) return
    if (typeof rows !== 'number') throw new BaoshuError('write', `${rows.message}; ${goOn}`, { file })
    onEvent?.({ event: 'table', file, rows })
  }
  await Promise.all(tables.map(write))
  await writeDataPackages(tables, out)
}

/** One beside the manifest for the tables there, and one beside each table elsewhere. */
async function writeDataPackages(tables: readonly TableFile[], out: string): Promise<void> {
  const inside = tables.flatMap(({ inside, format }) => (inside === null ? [] : [{ path: inside, format }]))
  if (inside.length > 0) await writeWhole(join(out, 'datapackage.json'), toDataPackage(claimsTable, inside))
  for (const { file, format } of tables.filter((table) => table.inside === null)) {
    await writeWhole(`${file}.datapackage.json`, toDataPackage(claimsTable, [{ path: basename(file), format }]))
  }
}

async function writeManifest(
  entries: readonly Entry[],
  { skipped }: Listing,
  isComplete: boolean,
  tables: readonly TableFile[],
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
  }
  const files = isComplete ? tables.map(({ file, inside }) => inside ?? file) : []
  const manifest = { version, isComplete, options: { ...settings, ...own }, tables: files, entries, skipped }
  await writeWhole(join(out, 'manifest.json'), manifestText(manifest), { folder: temporaryFolder(out) })
}

/** A name alone lies in the output folder, any other path where it says. */
function tableFilesOf({ tables, out }: BatchOptions): TableFile[] {
  const files = tables.map((table) => (/[/\\]/.test(table) ? table : join(out, table)))
  if (new Set(files.map((file) => resolve(file))).size < files.length) {
    throw new BaoshuError('usage', 'two tables of one name; name each once')
  }
  return files.map((file) => ({
    file,
    format: tableFormatOf(file),
    inside: isWithin(resolve(out), resolve(file)) ? relative(out, file).split(sep).join('/') : null,
  }))
}

function jobsOf({ inputs }: Listing, tables: readonly TableFile[], { out, format }: BatchOptions): ReportJob[] {
  const reserved = ['manifest.json', 'datapackage.json', ...tables.flatMap(({ inside }) => inside ?? [])]
  const relatives = inputs.map((input) => input.relative)
  const names = outputNames(relatives, writers[format].endings[0], reserved)
  const jobs = inputs.map((input, at) => ({ ...input, output: names[at] ?? input.relative }))
  const reports = new Set(inputs.map(({ file }) => resolve(file)))
  const written = [...tables.map(({ file }) => file), ...jobs.map(({ output }) => join(out, output))]
  const own = written.find((file) => reports.has(resolve(file)))
  if (own === undefined) return jobs
  throw new BaoshuError('usage', 'this is one of the reports, and would be written over; name another folder', {
    file: own,
  })
}

function settingsOf({ out, format, reading, extracting, terms, version }: BatchOptions): ReportSettings {
  const settings = hashOf(JSON.stringify({ version, format, reading, extracting, terms }))
  return { out, format, reading, extracting, terms, settings }
}

function nothingFound(paths: readonly string[], { skipped }: Listing): BaoshuError {
  const others = skipped.length === 0 ? '' : ` (${skipped.length} other files; --include takes more)`
  return new BaoshuError('usage', `no report in ${paths.join(' ')}${others}`)
}

function unlisted({ file, code, message }: Failure & { readonly file: string }): Entry {
  return { file, output: null, outcome: { status: 'failed', code, message } }
}

function failuresOf(entries: readonly Entry[]): (Failure & { readonly file: string })[] {
  return entries.flatMap(({ file, outcome }) =>
    outcome?.status === 'failed' ? [{ file, code: outcome.code, message: outcome.message }] : [],
  )
}

function summaryOf(
  entries: readonly Entry[],
  { skipped }: Listing,
  removed: number,
  isComplete: boolean,
): BatchSummary {
  const kept = entries.filter(({ outcome }) => outcome?.status === 'done' && outcome.isKept).length
  const counts = countsOf(entries)
  return { ...counts, kept, removed, skipped: skipped.length, failures: failuresOf(entries), isComplete }
}
