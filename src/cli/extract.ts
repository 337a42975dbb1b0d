import { extract } from '../extract.ts'
import { readReport } from '../read/index.ts'
import { type OutputFormat, writers } from '../write/index.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { deliver, formatOption, outputFormat, outputOption, refuseSameFile } from './output.ts'
import { addFactOptions, addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tellMessages } from './tell.ts'

interface Flags extends ReadingFlags, ExtractingFlags {
  readonly format?: OutputFormat
  readonly output?: string
}

/** baoshu extract seeds/jilin-2020.txt */
export const define: Define = (program) => {
  const command = program
    .command('extract')
    .summary(words('help.extract'))
    .description(words('help.extract.long'))
    .argument('<report>', words('argument.report'))
    .addOption(formatOption())
    .addOption(outputOption())
  addReadingOptions(addExtractingOptions(addFactOptions(command))).action(async (file: string) => {
    await run(file, command.optsWithGlobals<Flags>())
  })
}

async function run(file: string, flags: Flags): Promise<void> {
  const format = outputFormat(flags.format, flags.output)
  await refuseSameFile(file, flags.output)
  const options = await extractingOf(flags)
  const report = await readReport(file, readingOf(flags))
  tellMessages(report)
  await deliver(writers[format].write(extract(report, options)), flags.output)
}
