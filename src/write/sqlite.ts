import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { bundlesOf, type ColumnType, type Table, type TableWriter } from './table.ts'

/** What is used of node:sqlite, which came with Node 22. */
interface Sqlite {
  readonly DatabaseSync: new (file: string) => Database
}
interface Database {
  exec(sql: string): void
  prepare(sql: string): { run(...values: readonly unknown[]): unknown }
  close(): void
}

/** A database with a table a table: SELECT indicator, value FROM claims WHERE status = 'target' */
export const writeSqlite: TableWriter = async function* (tables) {
  const { DatabaseSync } = loadSqlite()
  const folder = await mkdtemp(join(tmpdir(), 'baoshu-'))
  const file = join(folder, 'tables.sqlite')
  try {
    const database = new DatabaseSync(file)
    try {
      // The file is thrown away where this fails, so nothing has to be undone
      database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
      for (const table of tables) await fill(database, table)
    } finally {
      database.close()
    }
    yield* createReadStream(file) as AsyncIterable<Uint8Array>
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const types: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  share: 'REAL',
  day: 'TEXT',
  year: 'INTEGER',
}

async function fill(database: Database, table: Table): Promise<void> {
  const columns = table.columns.map(({ name, type }) => `${quoted(name)} ${types[type]}`)
  database.exec(`CREATE TABLE ${quoted(table.name)} (${columns.join(', ')}); BEGIN`)
  const marks = table.columns.map(() => '?').join(', ')
  const insert = database.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${marks})`)
  for await (const rows of bundlesOf(table)) {
    for (const row of rows) insert.run(...table.columns.map((_, at) => row[at] ?? null))
  }
  database.exec('COMMIT')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function loadSqlite(): Sqlite {
  // Node 22 warns that its SQLite may change, which concerns this file and not its user
  const { emitWarning } = process
  process.emitWarning = () => {}
  const found = process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined
  process.emitWarning = emitWarning
  if (found !== undefined) return found
  throw new BaoshuError('usage', say('write.no-sqlite', process.versions.node))
}
