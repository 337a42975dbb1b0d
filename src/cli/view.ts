import { readReport } from '../read/index.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import { addCorrectionsOption, type CorrectingFlags, correctionsOf, tellMisfits } from './correcting.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import type { Define } from './index.ts'
import { currentLanguage, words } from './language.ts'
import { deliver, refuseSameFile } from './output.ts'
import { addFactOptions, addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tellMessages } from './tell.ts'

interface Flags extends ReadingFlags, ExtractingFlags, CorrectingFlags {
  readonly output: string
}

/** baoshu view seeds/jilin-2020.txt -o 吉林.html */
export const define: Define = (program) => {
  const command = program
    .command('view')
    .summary(words('help.view'))
    .description(words('help.view.long'))
    .argument('<report...>', words('argument.viewed'))
    .requiredOption('-o, --output <file>', words('option.output.page'))
  addReadingOptions(addExtractingOptions(addFactOptions(addCorrectionsOption(command)))).action(
    async (files: string[]) => {
      await run(files, command.optsWithGlobals<Flags>())
    },
  )
}

async function run(files: readonly string[], flags: Flags): Promise<void> {
  for (const file of files) await refuseSameFile(file, flags.output)
  const options = await extractingOf(flags)
  const corrections = await correctionsOf(flags, options)
  const { reviewPage, viewedOf } = await import('../view/index.ts')
  const reports = []
  for (const file of files) {
    const report = await readReport(file, readingOf(flags))
    tellMessages(report)
    const viewed = viewedOf(report, options, corrections)
    tellMisfits(report, viewed.misfits)
    reports.push(viewed)
  }
  await deliver(reviewPage(reports, options.taxonomy ?? builtInTaxonomy(), currentLanguage()), flags.output)
}
