import { explain } from '../extract.ts'
import { reportOf } from '../read/index.ts'
import { readInputBytes } from '../read/source.ts'
import { coloursFor } from './colour.ts'
import { formatExplanation } from './explanation.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { addFactOptions, type ReadingFlags } from './reading.ts'

type Flags = ExtractingFlags & Pick<ReadingFlags, 'year' | 'region' | 'title'>

/** baoshu explain '新认证“三品一标”503个' */
export const define: Define = (program) => {
  const command = program
    .command('explain')
    .summary(words('help.explain'))
    .description(words('help.explain.long'))
    .argument('<text>', words('argument.text'))
  addExtractingOptions(addFactOptions(command)).action(async (text: string) => {
    const flags = command.optsWithGlobals<Flags>()
    const { year, region, title } = flags
    const given = Object.fromEntries(Object.entries({ year, region, title }).filter(([, value]) => value !== undefined))
    const content = text === '-' ? Buffer.from(await readInputBytes()).toString('utf8') : text
    const sentences = explain(reportOf(content, given), await extractingOf(flags))
    process.stdout.write(formatExplanation(sentences, coloursFor(process.stdout)))
  })
}
