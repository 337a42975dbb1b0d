import { realpath } from 'node:fs/promises'
import { Option } from 'commander'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { type OutputFormat, type Writer, writers, writeWhole } from '../write/index.ts'
import { words } from './language.ts'

/** -f json|yaml, the choices being the writers there are. */
export function formatOption(): Option {
  const help = words('option.format.extract')
  return new Option('-f, --format <format>', help).choices(Object.keys(writers))
}

/** -o FILE */
export function outputOption(): Option {
  return new Option('-o, --output <file>', words('option.output'))
}

/** The format that was asked for, else the one that the file's ending names: 结果.json → json. */
export function outputFormat(format: OutputFormat | undefined, file: string | undefined): OutputFormat {
  if (format !== undefined) return format
  if (file === undefined || file === '-') return 'yaml'
  const ending = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? ''
  const known: [string, Writer][] = Object.entries(writers)
  const found = known.find(([, { endings }]) => endings.includes(ending))
  if (found !== undefined) return found[0] as OutputFormat
  const endings = known.flatMap(([, writer]) => writer.endings).join(', ')
  throw new BaoshuError('usage', say('cli.ending', ending, endings), { file })
}

/** A result to a file, or to standard output. */
export async function deliver(text: string, file: string | undefined): Promise<void> {
  if (file === undefined || file === '-') process.stdout.write(text)
  else await writeWhole(file, text)
}

/** A report must not be replaced by what was read in it. */
export async function refuseSameFile(input: string, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-' || input === '-') return
  const [one, other] = await Promise.all([input, output].map((file) => realpath(file).catch(() => null)))
  if (one !== null && one === other) {
    throw new BaoshuError('usage', say('cli.same-file'), { file: output })
  }
}
