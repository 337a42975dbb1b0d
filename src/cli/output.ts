import { realpath } from 'node:fs/promises'
import { Option } from 'commander'
import { BaoshuError } from '../errors.ts'
import { type OutputFormat, type Writer, writers, writeWhole } from '../write/index.ts'

/** -f json|yaml, the choices being the writers there are. */
export function formatOption(): Option {
  const help = 'yaml is easy to read, json is for other programs (default: by the ending of -o, else yaml)'
  return new Option('-f, --format <format>', help).choices(Object.keys(writers))
}

/** -o FILE */
export function outputOption(): Option {
  return new Option('-o, --output <file>', 'write to a file, whole or not at all, instead of standard output')
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
  throw new BaoshuError('usage', `no format ends in “${ending}” (known: ${endings}); name one with --format`, { file })
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
    throw new BaoshuError('usage', 'this is the report itself; write to another file', { file: output })
  }
}
