import { inLanguage } from '../messages/index.ts'
import type { Extraction, Sector } from '../types.ts'
import {
  type Column,
  claimColumns,
  claimColumnsWith,
  claimRows,
  type Row,
  type Table,
  type TableOptions,
  tableFormatOf,
  tableFormats,
  writeWhole,
} from '../write/index.ts'
import { type Failure, failureOf } from './outcome.ts'
import { readExtraction } from './store.ts'

/** One table of a batch: its file, and what goes into it. */
export interface TableJob extends TableOptions {
  readonly file: string
  /** Where it is until it is whole, if not beside. */
  readonly folder?: string
  /** The reports that are done, in order, by their relative paths. */
  readonly reports: readonly string[]
  readonly failures: readonly (Failure & { readonly file: string })[]
  readonly sectors: readonly Sector[]
}

/** The table of all claims without its rows. */
export const claimsTable = { name: 'claims', title: '指标', columns: claimColumns } as const

/** Writes a table of all claims, a report in memory at a time; gives the number of its rows, or why there is none. */
export async function writeTable(job: TableJob, out: string): Promise<number | Failure> {
  try {
    return await writeRows(job, out)
  } catch (error) {
    return failureOf(error)
  }
}

async function writeRows(job: TableJob, out: string): Promise<number> {
  const { file, folder, bom = false, language } = job
  const format = tableFormats[tableFormatOf(file)]
  const write = await format.load()
  const tally = new Map<string, SectorTally>()
  const columns = claimColumnsWith(job.sectors)
  const claims: Table = { ...claimsTable, columns, rows: rowsOf(job, out, tally) }
  const tables = format.hasSheets ? [claims, sectorTable(job, tally), errorTable(job)] : [claims]
  await writeWhole(file, write(tables, { bom, language }), folder === undefined ? {} : { folder })
  return [...tally.values()].reduce((sum, { claims }) => sum + claims, 0)
}

interface SectorTally {
  reports: number
  claims: number
  readonly kinds: Record<string, number>
}

async function* rowsOf({ reports }: TableJob, out: string, tally: Map<string, SectorTally>): AsyncGenerator<Row> {
  for (const relative of reports) {
    const extraction = readExtraction(out, relative)
    count(extraction, tally)
    yield* claimRows(extraction)
  }
}

function count({ claims }: Extraction, tally: Map<string, SectorTally>): void {
  const seen = new Set<string>()
  for (const { sector, kind } of claims) {
    const entry = tally.get(sector) ?? { reports: 0, claims: 0, kinds: {} }
    tally.set(sector, entry)
    entry.claims++
    if (!seen.has(sector)) entry.reports++
    seen.add(sector)
    entry.kinds[kind] = (entry.kinds[kind] ?? 0) + 1
  }
}

const kinds = [
  ['level', '总量'],
  ['change', '变化'],
  ['share', '占比'],
  ['gap', '差距'],
  ['rank', '位次'],
] as const

/** A line a sector of how much was found; made only when the claims have been written. */
function sectorTable({ sectors }: TableJob, tally: ReadonlyMap<string, SectorTally>): Table {
  const columns: Column[] = [
    { name: 'sector', title: '行业', type: 'text', description: 'A sector of the taxonomy.', width: 22 },
    { name: 'name', title: '名称', type: 'text', description: 'Its first name.', width: 22 },
    { name: 'reports', title: '报告数', type: 'integer', description: 'Reports that have a claim of it.' },
    { name: 'claims', title: '指标数', type: 'integer', description: 'Its claims.' },
    ...kinds.map(([name, title]): Column => ({ name, title, type: 'integer', description: `Of kind ${name}.` })),
  ]
  function* rows(): Generator<Row> {
    const known = sectors.map(({ id }) => id)
    const others = [...tally.keys()].filter((id) => !known.includes(id)).sort()
    for (const id of [...known, ...others]) {
      const {
        reports,
        claims,
        kinds: counts,
      } = tally.get(id) ?? { reports: 0, claims: 0, kinds: {} as Record<string, number> }
      const name = sectors.find((sector) => sector.id === id)?.names[0] ?? null
      yield [id, name, reports, claims, ...kinds.map(([kind]) => counts[kind] ?? 0)]
    }
  }
  return { name: 'sectors', title: '行业', columns, rows: { [Symbol.iterator]: rows } }
}

function errorTable({ failures, language = 'zh' }: TableJob): Table {
  const columns: Column[] = [
    { name: 'file', title: '文件', type: 'text', description: 'The input.', width: 40 },
    { name: 'code', title: '错误代码', type: 'text', description: 'The kind of error.' },
    { name: 'message', title: '错误说明', type: 'text', description: 'What it is, and what to do.', width: 80 },
  ]
  return {
    name: 'errors',
    title: '错误',
    columns,
    rows: failures.map(({ file, code, message, said = message }) => [file, code, inLanguage(said, language)]),
  }
}
