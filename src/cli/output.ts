import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { Option } from 'commander'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Screen } from '../write/aligned.ts'
import { type Table, type TableFormatName, tableFormats, writeWhole } from '../write/index.ts'
import { coloursFor } from './colour.ts'
import { askedLanguage, currentLanguage, words } from './language.ts'

/** -o FILE */
export function outputOption(): Option {
  return new Option('-o, --output <file>', words('option.output'))
}

/** A result to a file, or to standard output. */
export async function deliver(text: string, file: string | undefined): Promise<void> {
  if (file === undefined || file === '-') process.stdout.write(text)
  else await writeWhole(file, text)
}

/** Tables in a format for tables; its words are Chinese unless --lang says otherwise, whatever the locale. */
export async function deliverTables(
  tables: readonly Table[],
  format: TableFormatName,
  file: string | undefined,
  options: { readonly bom?: boolean | undefined } = {},
): Promise<void> {
  const write = await tableFormats[format].load()
  const pieces = write(tables, { language: askedLanguage() ?? 'zh', bom: options.bom ?? false })
  if (file !== undefined && file !== '-') return writeWhole(file, pieces)
  for await (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
}

/** The terminal, or a file as wide as its rows are, within reason. */
export function screenFor(file: string | undefined): Screen {
  const isToFile = file !== undefined && file !== '-'
  const colours = coloursFor(isToFile ? {} : process.stdout, isToFile ? {} : process.env)
  return { width: widthOf(isToFile), colours, language: currentLanguage() }
}

const widest = 160

function widthOf(isToFile: boolean): number {
  const { columns } = process.stdout
  if (!isToFile && process.stdout.isTTY && columns > 0) return columns
  const said = Number(process.env.COLUMNS)
  return said > 0 ? said : widest
}

/** A report must not be replaced by what was read in it. */
export async function refuseSameFile(input: string, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-' || input === '-') return
  const [one, other] = await Promise.all([input, output].map((file) => realpath(file).catch(() => null)))
  if (one !== null && one === other) {
    throw new BaoshuError('usage', say('cli.same-file'), { file: output })
  }
}
