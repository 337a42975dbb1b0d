import { readReport } from '../read/index.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { deliver, outputOption, refuseSameFile } from './output.ts'
import { addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tellMessages } from './tell.ts'

/** baoshu text 年报.docx */
export const define: Define = (program) => {
  const command = program
    .command('text')
    .summary(words('help.text'))
    .description(words('help.text.long'))
    .argument('<report>', words('argument.report'))
    .addOption(outputOption())
  addReadingOptions(command).action(async (file: string) => {
    const flags = command.optsWithGlobals<ReadingFlags & { readonly output?: string }>()
    await refuseSameFile(file, flags.output)
    const report = await readReport(file, readingOf(flags))
    tellMessages(report)
    await deliver(report.text, flags.output)
  })
}
