import { streamClaims } from '../many/stream.ts'
import { say } from '../messages/index.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { parseSeconds, parseSize } from './options.ts'
import { addFactOptions, limitOption, type ReadingFlags } from './reading.ts'
import { tell } from './tell.ts'

interface Flags extends ExtractingFlags, Pick<ReadingFlags, 'year' | 'region' | 'title'> {
  readonly quantities?: boolean
  readonly maxLine?: number
  readonly timeout?: number
}

/** baoshu stream < 记录.ndjson */
export const define: Define = (program, finish) => {
  const command = program
    .command('stream')
    .summary(words('help.stream'))
    .description(words('help.stream.long'))
    .option('--quantities', words('option.quantities'))
    .addOption(limitOption('--max-line <size>', 'option.max-line', parseSize))
    .addOption(limitOption('--timeout <seconds>', 'option.timeout.stream', parseSeconds).default(60))
  addExtractingOptions(addFactOptions(command)).action(async () => {
    const flags = command.optsWithGlobals<Flags>()
    const { quantities, maxLine, timeout, year, region, title } = flags
    const known = { quantities, maxLine, timeout, year, region, title }
    const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
    const options = { ...(await extractingOf(flags)), ...given }
    const { done, failed } = await streamClaims(process.stdin, process.stdout, options)
    if (failed === 0) return
    tell(say('stream.failed', failed, done + failed))
    finish(1)
  })
}
