import { explain } from '../extract.ts'
import { reportOf } from '../read/index.ts'
import { readInputBytes } from '../read/source.ts'
import { coloursFor } from './colour.ts'
import { formatExplanation } from './explanation.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import type { Define } from './index.ts'
import { addFactOptions, type ReadingFlags } from './reading.ts'

type Flags = ExtractingFlags & Pick<ReadingFlags, 'year' | 'region' | 'title'>

/** baoshu explain '新认证“三品一标”503个' */
export const define: Define = (program) => {
  const command = program
    .command('explain')
    .summary('how a text is read: words, quantities, which pattern took or refused each')
    .description(
      'How each sentence of a text is read: what hides numerals, its quantities, the words around each, the patterns ' +
        'that refused it and the one that took it, and the claim that came of it.',
    )
    .argument('<text>', 'a sentence or more; - for standard input')
  addExtractingOptions(addFactOptions(command)).action(async (text: string) => {
    const flags = command.optsWithGlobals<Flags>()
    const { year, region, title } = flags
    const given = Object.fromEntries(Object.entries({ year, region, title }).filter(([, value]) => value !== undefined))
    const content = text === '-' ? Buffer.from(await readInputBytes()).toString('utf8') : text
    const sentences = explain(reportOf(content, given), await extractingOf(flags))
    process.stdout.write(formatExplanation(sentences, coloursFor(process.stdout)))
  })
}
