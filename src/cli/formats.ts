import { Option } from 'commander'
import { BaoshuError } from '../errors.ts'
import { type MessageId, say } from '../messages/index.ts'
import { type TableFormat, type TableFormatName, tableFormats, writers } from '../write/index.ts'
import { words } from './language.ts'

/** Formats by their names, each with the endings of its files. */
export type Formats = Readonly<Record<string, readonly string[]>>

const tables: Readonly<Record<string, TableFormat>> = tableFormats
const tableEndings: Formats = Object.fromEntries(Object.entries(tables).map(([name, format]) => [name, format.endings]))

/** What `extract` writes: the claims in full, or as a table. */
export const extractFormats: Formats = {
  yaml: writers.yaml.endings,
  json: writers.json.endings,
  table: [],
  ...tableEndings,
}

/** What the commands write that compare. */
export const resultFormats: Formats = {
  text: ['.txt'],
  html: ['.html', '.htm'],
  json: ['.json'],
  yaml: ['.yaml', '.yml'],
  ...tableEndings,
}

/** Where there is no page to look at. */
export const plainFormats: Formats = Object.fromEntries(
  Object.entries(resultFormats).filter(([name]) => name !== 'html'),
)

const shortNames: Readonly<Record<string, string>> = { md: 'markdown' }

/** -f FORMAT, any of these or a short name of one. */
export function formatOption(formats: Formats, help: MessageId & `option.${string}`): Option {
  const short = Object.keys(shortNames).filter((name) => (shortNames[name] ?? '') in formats)
  return new Option('-f, --format <format>', words(help)).choices([...Object.keys(formats), ...short])
}

/** The format that was asked for, else the one that the file's ending names, else the usual one: 对比.xlsx → xlsx. */
export function formatFor(
  asked: string | undefined,
  file: string | undefined,
  formats: Formats,
  usual: string,
): string {
  const format = asked === undefined ? undefined : (shortNames[asked] ?? asked)
  if (file === undefined || file === '-') return refuseBinary(format ?? usual)
  const ending = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? ''
  const named = Object.keys(formats).find((name) => formats[name]?.includes(ending))
  if (format === undefined && named === undefined) {
    const known = Object.values(formats).flat().join(', ')
    throw new BaoshuError('usage', say('cli.ending', ending, known), { file })
  }
  if (format !== undefined && named !== undefined && format !== named) {
    throw new BaoshuError('usage', say('cli.against-ending', format, ending, named), { file })
  }
  return format ?? named ?? usual
}

/** The table format of that name, null where it is none. */
export function tableFormat(name: string): { readonly name: TableFormatName; readonly format: TableFormat } | null {
  const format = tables[name]
  return format === undefined ? null : { name: name as TableFormatName, format }
}

/** Bytes on a terminal help nobody. */
function refuseBinary(format: string): string {
  if (!process.stdout.isTTY || tables[format]?.isBinary !== true) return format
  throw new BaoshuError('usage', say('cli.binary', format))
}
