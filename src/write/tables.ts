import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { TableWriter } from './table.ts'

/** A table format: the endings of its files, whether it has sheets and is binary, its media type, and its writer, loaded when asked for. */
export interface TableFormat {
  readonly endings: readonly string[]
  readonly hasSheets: boolean
  /** Of no use on a terminal. */
  readonly isBinary: boolean
  readonly mediaType: string
  readonly load: () => Promise<TableWriter>
}

/** The table formats that are written. A new one is its file and one entry here. */
export const tableFormats = {
  csv: {
    endings: ['.csv'],
    hasSheets: false,
    isBinary: false,
    mediaType: 'text/csv',
    load: async () => (await import('./csv.ts')).writeCsv,
  },
  ndjson: {
    endings: ['.ndjson', '.jsonl'],
    hasSheets: false,
    isBinary: false,
    mediaType: 'application/x-ndjson',
    load: async () => (await import('./ndjson.ts')).writeNdjson,
  },
  markdown: {
    endings: ['.md', '.markdown'],
    hasSheets: true,
    isBinary: false,
    mediaType: 'text/markdown',
    load: async () => (await import('./markdown.ts')).writeMarkdown,
  },
  xlsx: {
    endings: ['.xlsx'],
    hasSheets: true,
    isBinary: true,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async () => (await import('./xlsx.ts')).writeXlsx,
  },
  parquet: {
    endings: ['.parquet'],
    hasSheets: false,
    isBinary: true,
    mediaType: 'application/vnd.apache.parquet',
    load: async () => (await import('./parquet.ts')).writeParquet,
  },
  sqlite: {
    endings: ['.sqlite', '.sqlite3', '.db'],
    hasSheets: true,
    isBinary: true,
    mediaType: 'application/vnd.sqlite3',
    load: async () => (await import('./sqlite.ts')).writeSqlite,
  },
} as const satisfies Record<string, TableFormat>

export type TableFormatName = keyof typeof tableFormats

/** The format that a file's ending names: 指标.xlsx → xlsx. */
export function tableFormatOf(file: string): TableFormatName {
  const ending = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? ''
  const known: [string, TableFormat][] = Object.entries(tableFormats)
  const found = known.find(([, { endings }]) => endings.includes(ending))
  if (found !== undefined) return found[0] as TableFormatName
  const endings = known.flatMap(([, format]) => format.endings).join(', ')
  throw new BaoshuError('usage', say('write.ending', ending, endings), { file })
}
