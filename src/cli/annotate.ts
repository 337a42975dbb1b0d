import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { readReport } from '../read/index.ts'
import { labelingConfig, toLabelStudio } from '../write/index.ts'
import { addCorrectionsOption, type CorrectingFlags, extractorFor } from './correcting.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { deliver, outputOption, refuseSameFile } from './output.ts'
import { addFactOptions, addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tellMessages } from './tell.ts'
import { version } from './version.ts'

interface Flags extends ReadingFlags, ExtractingFlags, CorrectingFlags {
  readonly output?: string
  readonly interface?: boolean
}

/** baoshu annotate seeds/jilin-2020.txt -o tasks.json */
export const define: Define = (program) => {
  const command = program
    .command('annotate')
    .summary(words('help.annotate'))
    .description(words('help.annotate.long'))
    .argument('[report...]', words('argument.viewed'))
    .option('--interface', words('option.interface'))
    .addOption(outputOption())
  addReadingOptions(addExtractingOptions(addFactOptions(addCorrectionsOption(command)))).action(
    async (files: string[]) => {
      const flags = command.optsWithGlobals<Flags>()
      if (flags.interface === true) await deliver(labelingConfig, flags.output)
      else if (files.length === 0) throw new BaoshuError('usage', say('cli.no-report'))
      else await run(files, flags)
    },
  )
}

async function run(files: readonly string[], flags: Flags): Promise<void> {
  for (const file of files) await refuseSameFile(file, flags.output)
  const extractRight = await extractorFor(flags, await extractingOf(flags))
  const reports = []
  for (const file of files) {
    const report = await readReport(file, readingOf(flags))
    tellMessages(report)
    reports.push({ text: report.text, extraction: extractRight(report) })
  }
  await deliver(toLabelStudio(reports, version()), flags.output)
}
