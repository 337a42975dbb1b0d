import { auditReport, auditTable, formatAudit, toAuditRecord } from '../audit/index.ts'
import type { ReportOptions } from '../read/index.ts'
import { besideText } from './beside.ts'
import { formatFor, formatOption, resultFormats } from './formats.ts'
import type { Define } from './index.ts'
import { currentLanguage, words } from './language.ts'
import { outputOption, refuseSameFile } from './output.ts'
import { addFactOptions } from './reading.ts'
import { bomOption, deliverResult } from './results.ts'
import { addSideOptions, readSide, type SideFlags, sidesOf } from './sides.ts'

interface Flags extends SideFlags {
  readonly format?: string
  readonly output?: string
  readonly bom?: boolean
  readonly previous?: string
  readonly all?: boolean
}

/** baoshu audit 吉林-2020.txt --previous 吉林-2019.txt */
export const define: Define = (program, finish) => {
  const command = program
    .command('audit')
    .summary(words('help.audit'))
    .description(words('help.audit.long'))
    .argument('<report>', words('argument.audited'))
    .option('--all', words('option.all'))
    .option('--previous <report>', words('option.previous'))
    .addOption(formatOption(resultFormats, 'option.format.result'))
    .addOption(outputOption())
    .addOption(bomOption())
  addSideOptions(addFactOptions(command)).action(async (file: string) => {
    finish(await run(file, command.optsWithGlobals<Flags>()))
  })
}

async function run(file: string, flags: Flags): Promise<number> {
  const format = formatFor(flags.format, flags.output, resultFormats, 'text')
  await refuseSameFile(file, flags.output)
  const { minScore, previous: before, all = false } = flags
  const sides = await sidesOf(flags)
  const previous =
    before === undefined ? null : await readSide(before, { ...sides, reading: withoutFacts(sides.reading) })
  const report = await readSide(file, sides)
  const audit = auditReport(report, previous, {
    aliases: sides.aliases,
    all,
    ...(minScore === undefined ? {} : { minScore }),
  })
  const page = async () => {
    const { auditPage } = await import('../view/index.ts')
    const texts = [report, ...(previous === null ? [] : [previous])].map((one) => besideText(one, sides.reading))
    return auditPage(audit, await Promise.all(texts), sides.taxonomy, currentLanguage())
  }
  const result = { record: toAuditRecord(audit), table: auditTable(audit), text: formatAudit.bind(null, audit), page }
  await deliverResult(result, format, flags.output, { bom: flags.bom })
  return audit.findings.length > 0 ? 1 : 0
}

/** The year that was given is that of the report, not of the one before it. */
function withoutFacts({ year: _year, title: _title, ...rest }: ReportOptions): ReportOptions {
  return rest
}
