import { bundlesOf, type TableWriter } from './table.ts'

/** A JSON object a line, every field in each: {"file":"年报.txt","value":503} */
export const writeNdjson: TableWriter = async function* ([table]) {
  if (table === undefined) return
  const names = table.columns.map(({ name }) => name)
  for await (const rows of bundlesOf(table)) {
    yield rows
      .map((row) => `${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))}\n`)
      .join('')
  }
}
