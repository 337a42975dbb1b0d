import { streamClaims } from '../many/stream.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import type { Define } from './index.ts'
import { parseSize } from './options.ts'
import { addFactOptions, type ReadingFlags } from './reading.ts'
import { tell } from './tell.ts'

interface Flags extends ExtractingFlags, Pick<ReadingFlags, 'year' | 'region' | 'title'> {
  readonly quantities?: boolean
  readonly maxLine?: number
}

/** baoshu stream < 记录.ndjson */
export const define: Define = (program, finish) => {
  const command = program
    .command('stream')
    .summary('JSON lines in, JSON lines out')
    .description(
      'Reads a JSON object a line, {"id": "a1", "text": "…", "year": 2020, "region": "吉林省"}, and writes one a line, ' +
        '{"id": "a1", "claims": […]}, in the same order. A bad line gives {"id": null, "line": 17, "error": "…"} and ' +
        'the stream goes on; the exit status is then 1.',
    )
    .option('--quantities', 'every quantity in the text, claim or not, instead of the claims')
    .option('--max-line <size>', 'the longest line that is read, 64MB if not given', parseSize)
  addExtractingOptions(addFactOptions(command)).action(async () => {
    const flags = command.optsWithGlobals<Flags>()
    const { quantities, maxLine, year, region, title } = flags
    const known = { quantities, maxLine, year, region, title }
    const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
    const options = { ...(await extractingOf(flags)), ...given }
    const { done, failed } = await streamClaims(process.stdin, process.stdout, options)
    if (failed === 0) return
    tell(`${failed} of ${done + failed} lines could not be read; each has its “error” in the output`)
    finish(1)
  })
}
