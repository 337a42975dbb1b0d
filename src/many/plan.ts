import { basename, join, relative, resolve, sep } from 'node:path'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type TableFile, tableFormatOf, writers } from '../write/index.ts'
import type { BatchOptions } from './batch.ts'
import { type Listing, listInputs } from './inputs.ts'
import { outputNames } from './names.ts'
import { isWithin } from './paths.ts'
import { indexName, pageOf, type ReportJob } from './report-job.ts'

/** What a batch will do: every report and where its result goes, the tables, and what is left. */
export interface Plan extends Listing {
  readonly jobs: readonly ReportJob[]
  readonly tables: readonly PlannedTable[]
  readonly packages: readonly PlannedPackage[]
}

export interface PlannedTable {
  readonly file: string
  /** From the output folder, with / between; null where it lies elsewhere. */
  readonly inside: string | null
}

/** A data package, and the tables that it describes. */
export interface PlannedPackage {
  readonly file: string
  readonly tables: readonly TableFile[]
}

/** Looks at everything before anything is written; what cannot be done as a whole is an error here. */
export async function planBatch(paths: readonly string[], options: BatchOptions): Promise<Plan> {
  const { out, format } = options
  const tables = tablesOf(options)
  const packages = packagesOf(tables, out)
  const listing = await listInputs(paths, { ...options, except: [out, ...tables.map(({ file }) => file)] })
  if (listing.inputs.length + listing.failures.length === 0) throw nothingFound(paths, listing)
  const relatives = listing.inputs.map((input) => input.relative)
  const reserved = ['manifest.json', 'datapackage.json', ...tables.flatMap(({ inside }) => inside ?? [])]
  const names = outputNames(relatives, writers[format].endings[0], reserved)
  const jobs = listing.inputs.map((input, at) => ({ ...input, output: names[at] ?? input.relative }))
  const written = [...tables, ...packages].map(({ file }) => file)
  written.push(join(out, 'manifest.json'), ...jobs.map(({ output }) => join(out, output)))
  if (options.view != null)
    written.push(...[indexName, ...jobs.map(({ output }) => pageOf(output))].map((page) => join(out, page)))
  const own = new Set(written.map((file) => resolve(file)))
  const over = jobs.find(({ file }) => own.has(resolve(file)))
  if (over === undefined) {
    const skipped = listing.skipped.filter(({ file }) => !own.has(resolve(file)))
    return { ...listing, skipped, jobs, tables, packages }
  }
  throw new BaoshuError('usage', say('batch.written-over'), over)
}

/** A name alone lies in the output folder, any other path where it says. */
function tablesOf({ tables, out }: BatchOptions): PlannedTable[] {
  const files = tables.map((table) => (/[/\\]/.test(table) ? table : join(out, table)))
  if (new Set(files.map((file) => resolve(file))).size < files.length) {
    throw new BaoshuError('usage', say('batch.two-tables'))
  }
  files.forEach(tableFormatOf)
  return files.map((file) => ({
    file,
    inside: isWithin(resolve(out), resolve(file)) ? relative(out, file).split(sep).join('/') : null,
  }))
}

/** One beside the manifest for the tables there, and one beside each table elsewhere. */
function packagesOf(tables: readonly PlannedTable[], out: string): PlannedPackage[] {
  const within = tables.flatMap(({ file, inside }) =>
    inside === null ? [] : [{ path: inside, format: tableFormatOf(file) }],
  )
  const elsewhere = tables
    .filter(({ inside }) => inside === null)
    .map(({ file }) => ({
      file: `${file}.datapackage.json`,
      tables: [{ path: basename(file), format: tableFormatOf(file) }],
    }))
  return [...(within.length > 0 ? [{ file: join(out, 'datapackage.json'), tables: within }] : []), ...elsewhere]
}

function nothingFound(paths: readonly string[], { skipped }: Listing): BaoshuError {
  const others = skipped.length === 0 ? '' : say('batch.others', skipped.length)
  return new BaoshuError('usage', say('batch.no-report', paths.join(' '), others))
}
