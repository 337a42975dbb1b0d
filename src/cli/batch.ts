import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import { BaoshuError } from '../errors.ts'
import { type BatchSummary, runBatch } from '../many/batch.ts'
import { say } from '../messages/index.ts'
import { readInputBytes } from '../read/source.ts'
import { type OutputFormat, writers } from '../write/index.ts'
import { addCorrectionsOption, type CorrectingFlags, correctionsOf } from './correcting.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf, termsOf } from './extracting.ts'
import type { Define } from './index.ts'
import { currentLanguage, words } from './language.ts'
import { parseCount, parseSeconds } from './options.ts'
import { type ProgressKind, progressKinds, showProgress, timeOf } from './progress.ts'
import { addFactOptions, addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tell } from './tell.ts'
import { version } from './version.ts'

interface Flags extends ReadingFlags, ExtractingFlags, CorrectingFlags {
  readonly output: string
  readonly format: OutputFormat
  readonly table: readonly string[]
  readonly bom?: boolean
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly jobs?: number
  readonly timeout: number
  readonly failFast?: boolean
  readonly progress?: ProgressKind
  readonly quiet?: boolean
  readonly view?: boolean
}

/** baoshu batch 报告/ -o 结果 --table claims.xlsx */
export const define: Define = (program, finish) => {
  const command = program
    .command('batch')
    .summary(words('help.batch'))
    .description(words('help.batch.long'))
    .argument('<path...>', words('argument.paths'))
    .requiredOption('-o, --output <folder>', words('option.batch.output'))
  addBatchOptions(command)
  addReadingOptions(addExtractingOptions(addFactOptions(addCorrectionsOption(command)))).action(
    async (paths: string[]) => {
      finish(await run(paths, command.optsWithGlobals<Flags>()))
    },
  )
}

function addBatchOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-f, --format <format>', words('option.format.batch')).choices(Object.keys(writers)).default('json'),
    )
    .option('--table <file>', words('option.table'), collect, [])
    .option('--view', words('option.view'))
    .option('--bom', words('option.bom'))
    .option('--include <glob>', words('option.include'), collect, [])
    .option('--exclude <glob>', words('option.exclude'), collect, [])
    .option('--jobs <number>', words('option.jobs'), parseCount)
    .option('--timeout <seconds>', words('option.timeout'), parseSeconds, 120)
    .option('--fail-fast', words('option.fail-fast'))
    .addOption(new Option('--progress <kind>', words('option.progress')).choices(progressKinds))
    .option('--quiet', words('option.quiet'))
}

async function run(given: readonly string[], flags: Flags): Promise<number> {
  const { output: out, format, table: tables, bom, include, exclude, timeout, failFast, quiet = false } = flags
  const { onPage: _, ...reading } = readingOf(flags)
  const [paths, extracting, terms] = [await pathsOf(given), await extractingOf(flags), await termsOf(flags)]
  const corrections = await correctionsOf(flags, extracting)
  const kind = quiet ? 'none' : (flags.progress ?? (process.stderr.isTTY ? 'bar' : 'none'))
  const { onEvent, end } = showProgress(kind, process.stderr)
  const interrupt = listenForInterrupt()
  const start = performance.now()
  try {
    const summary = await runBatch(paths, {
      ...{ out, format, tables, include, exclude, reading, extracting, corrections, terms, timeout, onEvent },
      ...{ view: flags.view === true ? currentLanguage() : null },
      ...{ bom, failFast, version: version(), jobs: flags.jobs ?? availableParallelism(), signal: interrupt.signal },
    })
    end()
    tellSummary(summary, flags, kind, (performance.now() - start) / 1000)
    return interrupt.status() ?? (summary.failed > 0 ? 1 : 0)
  } catch (error) {
    end()
    throw error
  } finally {
    interrupt.ignore()
  }
}

/** Ctrl-C and kill stop the batch in good order; a second time they end it at once. */
function listenForInterrupt(): { signal: AbortSignal; status: () => number | null; ignore: () => void } {
  const controller = new AbortController()
  let status: number | null = null
  const stopWith = (number: number) => () => {
    if (status !== null) process.exit(number)
    status = number
    controller.abort()
  }
  const listeners = [['SIGINT', stopWith(130)] as const, ['SIGTERM', stopWith(143)] as const]
  for (const [name, listener] of listeners) process.on(name, listener)
  return {
    signal: controller.signal,
    status: () => status,
    ignore: () => listeners.forEach(([name, listener]) => void process.off(name, listener)),
  }
}

/** The paths as given; - stands for those on standard input. */
async function pathsOf(given: readonly string[]): Promise<string[]> {
  if (!given.includes('-')) return [...given]
  const text = Buffer.from(await readInputBytes()).toString('utf8')
  const listed = (text.includes('\0') ? text.split('\0') : text.split(/\r?\n/)).filter((line) => line !== '')
  if (listed.length === 0 && given.length === 1)
    throw new BaoshuError('usage', say('batch.nothing-listed'), { file: '-' })
  return given.flatMap((path) => (path === '-' ? listed : [path]))
}

const mostErrors = 10

function tellSummary(
  summary: BatchSummary,
  { output, quiet, failFast }: Flags,
  kind: ProgressKind,
  seconds: number,
): void {
  const { files, done, failed, kept, removed, skipped, claims, pending, failures, isComplete } = summary
  if (kind === 'json') {
    const { failures: _, ...counts } = summary
    process.stderr.write(`${JSON.stringify({ event: 'end', seconds: Number(seconds.toFixed(3)), ...counts })}\n`)
    return
  }
  for (const { file, message } of failures.slice(0, mostErrors)) tell(`${file}: ${message}`)
  if (failures.length > mostErrors)
    tell(say('batch.more-errors', failures.length - mostErrors, `${output}/manifest.json`))
  if (quiet) return
  const parts = [
    words('batch.done', number(done), number(files)),
    ...(kept === 0 ? [] : [words('batch.kept', number(kept))]),
    ...(failed === 0 ? [] : [words('batch.failed', number(failed))]),
    words('batch.claims', number(claims)),
    ...(skipped === 0 ? [] : [words('batch.skipped', number(skipped))]),
    ...(removed === 0 ? [] : [words('batch.removed', number(removed))]),
    words('batch.time', timeOf(seconds)),
  ]
  tell(parts.join(words('list.comma')))
  const why = say(failFast && failed > 0 ? 'batch.stopped-at-error' : 'batch.stopped')
  if (!isComplete) tell(say('batch.go-on', why, pending))
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value]
}
