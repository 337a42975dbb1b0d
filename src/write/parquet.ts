import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { bundlesOf, type Cell, type Column, type ColumnType, dayNumber, type TableWriter } from './table.ts'

/** Rows in a group: as many are in memory at once. */
const groupRows = 20_000

/** Apache Parquet with days as dates and text as UTF-8, compressed with Snappy: DuckDB, Spark, pandas and R read it. */
export const writeParquet: TableWriter = async function* ([table]) {
  if (table === undefined) return
  const { columns } = table
  const bytes = new ByteWriter()
  const schema: SchemaElement[] = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)]
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'baoshu' })
  for await (const rows of bundlesOf(table, groupRows)) {
    const columnData = columns.map(({ name, type }, at) => ({
      name,
      data: rows.map((row) => storedValue(row[at], type)),
    }))
    await file.write({ columnData, rowGroupSize: groupRows })
    yield taken(bytes)
  }
  await file.finish()
  yield taken(bytes)
}

const types: Readonly<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  share: { type: 'DOUBLE' },
  day: { type: 'INT32', converted_type: 'DATE' },
  year: { type: 'INT32' },
}

function elementOf({ name, type }: Column): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...types[type] }
}

function storedValue(cell: Cell | undefined, type: ColumnType): Cell {
  return type === 'day' ? dayNumber(cell ?? null) : (cell ?? null)
}

/** What has been written so far, which then begins anew; `offset` goes on, since the footer needs it. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice()
  bytes.index = 0
  return piece
}
