import { Option } from 'commander'
import { type StreamOptions, streamClaims } from '../many/stream.ts'
import { say } from '../messages/index.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf, termsOf } from './extracting.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { parseCount, parseSeconds, parseSize } from './options.ts'
import { addFactOptions, addReadingOptions, limitOption, type ReadingFlags, readingOf } from './reading.ts'
import { tell } from './tell.ts'

interface Flags extends ExtractingFlags, ReadingFlags {
  readonly quantities?: boolean
  readonly rows?: boolean
  readonly jobs: number
  readonly maxLine?: number
  readonly timeout?: number
  readonly exitZero?: boolean
}

/** baoshu stream < 记录.ndjson */
export const define: Define = (program, finish) => {
  const command = program
    .command('stream')
    .summary(words('help.stream'))
    .description(words('help.stream.long'))
    .addOption(new Option('--rows', words('option.rows')).conflicts('quantities'))
    .option('--quantities', words('option.quantities'))
    .option('--jobs <number>', words('option.jobs.stream'), parseCount, 1)
    .addOption(limitOption('--max-line <size>', 'option.max-line', parseSize))
    .addOption(limitOption('--timeout <seconds>', 'option.timeout.stream', parseSeconds).default(60))
    .option('--exit-zero', words('option.exit-zero'))
  addReadingOptions(addExtractingOptions(addFactOptions(command))).action(async () => {
    const flags = command.optsWithGlobals<Flags>()
    const { done, failed } = await streamClaims(process.stdin, process.stdout, await optionsOf(flags))
    if (failed === 0) return
    tell(say('stream.failed', failed, done + failed))
    if (!flags.exitZero) finish(1)
  })
}

async function optionsOf(flags: Flags): Promise<StreamOptions> {
  const { title, year, region, onPage: _, ...reading } = readingOf(flags)
  const { quantities, rows, jobs, maxLine, timeout } = flags
  const known = { title, year, region, quantities, rows, jobs, maxLine, timeout }
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return { ...(await extractingOf(flags)), ...given, reading, terms: await termsOf(flags) }
}
