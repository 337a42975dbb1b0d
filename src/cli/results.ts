import { Option } from 'commander'
import type { Screen } from '../write/aligned.ts'
import type { Table } from '../write/index.ts'
import { tableFormat } from './formats.ts'
import { words } from './language.ts'
import { deliver, deliverTables, screenFor } from './output.ts'

/** What a command has found out, in the shapes that it can be written in. */
export interface Result {
  /** For JSON and YAML. */
  readonly record: object
  /** For CSV, Excel, Markdown … */
  readonly table: Table
  /** For a person at a terminal. */
  readonly text: (screen: Screen) => string
  /** For a person at a browser. */
  readonly page?: () => Promise<string>
}

/** --bom */
export function bomOption(): Option {
  return new Option('--bom', words('option.bom'))
}

/** Writes a result to a file, or to standard output in the colours that it has. */
export async function deliverResult(
  result: Result,
  format: string,
  file: string | undefined,
  options: { readonly bom?: boolean | undefined } = {},
): Promise<void> {
  if (format === 'json') return deliver(`${JSON.stringify(result.record, null, 2)}\n`, file)
  if (format === 'yaml') {
    const { stringify } = await import('yaml')
    return deliver(stringify(result.record, { aliasDuplicateObjects: false, lineWidth: 0 }), file)
  }
  if (format === 'html' && result.page !== undefined) return deliver(await result.page(), file)
  const found = tableFormat(format)
  if (found === null) return deliver(result.text(screenFor(file)), file)
  return deliverTables([result.table], found.name, file, options)
}
