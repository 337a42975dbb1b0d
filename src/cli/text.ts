import { readReport } from '../read/index.ts'
import type { Define } from './index.ts'
import { deliver, outputOption, refuseSameFile } from './output.ts'
import { addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tellMessages } from './tell.ts'

/** baoshu text 年报.docx */
export const define: Define = (program) => {
  const command = program
    .command('text')
    .summary('the text of a report, as offsets point into it')
    .description('The text of one report as it was read; every claim’s source.start and source.end point into it.')
    .argument('<report>', 'a text, HTML, Word, PDF or Markdown file; - for standard input')
    .addOption(outputOption())
  addReadingOptions(command).action(async (file: string) => {
    const flags = command.optsWithGlobals<ReadingFlags & { readonly output?: string }>()
    await refuseSameFile(file, flags.output)
    const report = await readReport(file, readingOf(flags))
    tellMessages(report)
    await deliver(report.text, flags.output)
  })
}
