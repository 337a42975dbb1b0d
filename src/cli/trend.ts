import {
  formatTrend,
  loadExtractions,
  namesMany,
  toTrendRecord,
  traceIndicators,
  trendTable,
} from '../compare/index.ts'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { formatFor, formatOption, resultFormats } from './formats.ts'
import type { Define } from './index.ts'
import { currentLanguage, words } from './language.ts'
import { parseCount } from './options.ts'
import { outputOption, refuseSameFile } from './output.ts'
import { bomOption, deliverResult } from './results.ts'
import { addSideOptions, readSide, type SideFlags, sidesOf } from './sides.ts'

interface Flags extends SideFlags {
  readonly format?: string
  readonly output?: string
  readonly bom?: boolean
  readonly minYears?: number
}

/** baoshu trend 吉林-2018.txt 吉林-2019.txt 吉林-2020.txt */
export const define: Define = (program) => {
  const command = program
    .command('trend')
    .summary(words('help.trend'))
    .description(words('help.trend.long'))
    .argument('<report...>', words('argument.reports'))
    .option('--min-years <number>', words('option.min-years'), parseCount)
    .addOption(formatOption(resultFormats, 'option.format.result'))
    .addOption(outputOption())
    .addOption(bomOption())
  addSideOptions(command).action((files: string[]) => run(files, command.optsWithGlobals<Flags>()))
}

async function run(files: readonly string[], flags: Flags): Promise<void> {
  const format = formatFor(flags.format, flags.output, resultFormats, 'text')
  const sides = await sidesOf(flags)
  const extractions = []
  for (const file of files) {
    await refuseSameFile(file, flags.output)
    extractions.push(...(namesMany(file) ? loadExtractions(file) : [await readSide(file, sides)]))
  }
  if (extractions.length < 2) throw new BaoshuError('usage', say('cli.trend-few'))
  const { minScore, minYears } = flags
  const trend = traceIndicators(extractions, {
    aliases: sides.aliases,
    ...(minScore === undefined ? {} : { minScore }),
    ...(minYears === undefined ? {} : { minYears }),
  })
  const page = async () => (await import('../view/index.ts')).trendPage(trend, sides.taxonomy, currentLanguage())
  const result = { record: toTrendRecord(trend), table: trendTable(trend), text: formatTrend.bind(null, trend), page }
  await deliverResult(result, format, flags.output, { bom: flags.bom })
}
