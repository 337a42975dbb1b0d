import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { readReport } from '../read/index.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import type { Extraction, Sector } from '../types.ts'
import { claimTable, claimTablesBySector, type OutputFormat, writers } from '../write/index.ts'
import { addCorrectionsOption, type CorrectingFlags, extractorFor } from './correcting.ts'
import { addExtractingOptions, type ExtractingFlags, extractingOf } from './extracting.ts'
import { extractFormats, formatFor, formatOption, tableFormat } from './formats.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { deliver, deliverTables, outputOption, refuseSameFile, screenFor } from './output.ts'
import { addFactOptions, addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tellMessages } from './tell.ts'

interface Flags extends ReadingFlags, ExtractingFlags, CorrectingFlags {
  readonly format?: string
  readonly output?: string
}

/** baoshu extract seeds/jilin-2020.txt */
export const define: Define = (program) => {
  const command = program
    .command('extract')
    .summary(words('help.extract'))
    .description(words('help.extract.long'))
    .argument('<report>', words('argument.report'))
    .addOption(formatOption(extractFormats, 'option.format.extract'))
    .addOption(outputOption())
    .allowExcessArguments()
  addReadingOptions(addExtractingOptions(addFactOptions(addCorrectionsOption(command)))).action(
    async (file: string) => {
      if (command.args.length > 1) throw new BaoshuError('usage', say('cli.several-reports'))
      await run(file, command.optsWithGlobals<Flags>())
    },
  )
}

async function run(file: string, flags: Flags): Promise<void> {
  const format = formatFor(flags.format, flags.output, extractFormats, process.stdout.isTTY ? 'table' : 'yaml')
  await refuseSameFile(file, flags.output)
  const options = await extractingOf(flags)
  const extractRight = await extractorFor(flags, options)
  const report = await readReport(file, readingOf(flags))
  tellMessages(report)
  const { sectors } = options.taxonomy ?? builtInTaxonomy()
  await deliverClaims(extractRight(report), sectors, format, flags.output)
}

async function deliverClaims(
  extraction: Extraction,
  sectors: readonly Sector[],
  format: string,
  file: string | undefined,
): Promise<void> {
  if (format in writers) return deliver(writers[format as OutputFormat].write(extraction), file)
  const found = tableFormat(format)
  if (found === null) {
    const { formatClaims } = await import('../write/claims-on-terminal.ts')
    return deliver(formatClaims(extraction, sectors, screenFor(file)), file)
  }
  const tables = found.name === 'xlsx' ? claimTablesBySector(extraction, sectors) : [claimTable(extraction, sectors)]
  await deliverTables(tables, found.name, file)
}
