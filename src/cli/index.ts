import type { Command, CommanderError } from 'commander'
import { languages } from '../messages/index.ts'
import { speak } from './commander-words.ts'
import { addExamples } from './examples.ts'
import { settleLanguage, words } from './language.ts'
import { watchStreams } from './streams.ts'
import { forgetTold, tellError } from './tell.ts'
import { version } from './version.ts'

/** Adds a command to the program; `finish` takes the exit status where it is not 0. */
export type Define = (program: Command, finish: (status: number) => void) => void

interface CommandFile {
  readonly load: () => Promise<{ readonly define: Define }>
  /** The exit status of an error where 1 means something else: diff(1) has 2 for trouble. */
  readonly trouble?: number
  /** Needs the other commands to be there. */
  readonly looksAtAll?: boolean
}

/** The commands, in the order of the help. A new one is its file and one line here. */
const commands: Readonly<Record<string, CommandFile>> = {
  extract: { load: () => import('./extract.ts') },
  view: { load: () => import('./view.ts') },
  batch: { load: () => import('./batch.ts') },
  stream: { load: () => import('./stream.ts') },
  diff: { load: () => import('./diff.ts'), trouble: 2 },
  audit: { load: () => import('./audit.ts'), trouble: 2 },
  trend: { load: () => import('./trend.ts') },
  annotate: { load: () => import('./annotate.ts') },
  regions: { load: () => import('./regions.ts') },
  text: { load: () => import('./text.ts') },
  explain: { load: () => import('./explain.ts') },
  patterns: { load: () => import('./patterns.ts') },
  taxonomy: { load: () => import('./taxonomy.ts') },
  schema: { load: () => import('./schema.ts') },
  // Last, since it looks at all that are there
  completion: { load: () => import('./completion.ts'), looksAtAll: true },
}

/** Runs one command line and gives its exit status: main(['extract', 'seeds/jilin-2020.txt']) */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${version()}\n`)
    return 0
  }
  settleLanguage(argv)
  const name = argv.find((word) => !word.startsWith('-')) ?? ''
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  forgetTold()
  watchStreams(command?.trouble)
  let status = 0
  try {
    const wanted = command === undefined || command.looksAtAll ? Object.values(commands) : [command]
    const program = await programWith(wanted, (other) => (status = other))
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (isOfCommander(error)) return error.exitCode === 0 && argv.length > 0 ? 0 : 2
    return tellError(error, argv.includes('--debug'), command?.trouble)
  }
}

/** The program with all its commands, to be described. */
export function wholeProgram(): Promise<Command> {
  return programWith(Object.values(commands), () => {})
}

async function programWith(files: readonly CommandFile[], finish: (status: number) => void): Promise<Command> {
  const program = await bareProgram()
  for (const { load } of files) (await load()).define(program, finish)
  addExamples(program)
  return program
}

async function bareProgram(): Promise<Command> {
  const { Command, Option } = await import('commander')
  const program = new Command('baoshu')
    .description(words('program'))
    .version(version(), '-V, --version', words('option.version'))
    .helpOption('-h, --help', words('option.help'))
    .option('--config <file>', words('option.config'))
    .option('--debug', words('option.debug'))
    .addOption(new Option('--lang <language>', words('option.lang')).choices(languages))
    .exitOverride()
  return speak(program)
}

function isOfCommander(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}
