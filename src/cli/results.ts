import { Option } from 'commander'
import type { Screen } from '../compare/index.ts'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type Table, type TableFormat, type TableFormatName, tableFormats, writeWhole } from '../write/index.ts'
import { coloursFor } from './colour.ts'
import { words } from './language.ts'
import { deliver } from './output.ts'

/** What a command has found out, in the three shapes that it can be written in. */
export interface Result {
  /** For JSON and YAML. */
  readonly record: object
  /** For CSV, Excel, Markdown … */
  readonly table: Table
  /** For a person at a terminal. */
  readonly text: (screen: Screen) => string
}

export type ResultFormat = 'text' | 'json' | 'yaml' | TableFormatName

const tables: Readonly<Record<string, TableFormat>> = tableFormats
const endings: Readonly<Record<string, readonly string[]>> = {
  text: ['.txt'],
  json: ['.json'],
  yaml: ['.yaml', '.yml'],
  ...Object.fromEntries(Object.entries(tables).map(([name, format]) => [name, format.endings])),
}

/** -f text|json|yaml|csv|… */
export function resultFormatOption(): Option {
  return new Option('-f, --format <format>', words('option.format.result')).choices(Object.keys(endings))
}

/** The format that was asked for, else the one that the file's ending names: 对比.xlsx → xlsx. */
export function resultFormat(format: ResultFormat | undefined, file: string | undefined): ResultFormat {
  if (format !== undefined) return format
  if (file === undefined || file === '-') return 'text'
  const ending = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? ''
  const found = Object.entries(endings).find(([, known]) => known.includes(ending))
  if (found !== undefined) return found[0] as ResultFormat
  const known = Object.values(endings).flat().join(', ')
  throw new BaoshuError('usage', say('cli.ending', ending, known), { file })
}

/** Writes a result to a file, or to standard output in the colours that it has. */
export async function deliverResult(result: Result, format: ResultFormat, file: string | undefined): Promise<void> {
  const isToFile = file !== undefined && file !== '-'
  if (format === 'json') return deliver(`${JSON.stringify(result.record, null, 2)}\n`, file)
  if (format === 'yaml') {
    const { stringify } = await import('yaml')
    return deliver(stringify(result.record, { aliasDuplicateObjects: false, lineWidth: 0 }), file)
  }
  if (format === 'text') {
    const colours = coloursFor(isToFile ? {} : process.stdout, isToFile ? {} : process.env)
    return deliver(result.text({ width: widthOf(isToFile), colours }), file)
  }
  const write = await tables[format]?.load()
  const pieces = write?.([result.table], {}) ?? []
  if (isToFile) return writeWhole(file, pieces as AsyncIterable<string | Uint8Array>)
  for await (const piece of pieces) process.stdout.write(piece)
}

const widest = 160

/** That of the terminal; elsewhere as wide as the rows are, within reason. */
function widthOf(isToFile: boolean): number {
  const { columns } = process.stdout
  if (!isToFile && process.stdout.isTTY && columns > 0) return columns
  const said = Number(process.env.COLUMNS)
  return said > 0 ? said : widest
}
