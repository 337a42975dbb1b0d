import { existsSync } from 'node:fs'
import {
  compareRegions,
  formatRegions,
  loadCorrections,
  loadExtractions,
  namesMany,
  regionSources,
  regionsTable,
  toRegionsRecord,
} from '../compare/index.ts'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { formatFor, formatOption, plainFormats } from './formats.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { parseCount, parseYear } from './options.ts'
import { outputOption, refuseSameFile } from './output.ts'
import { bomOption, deliverResult } from './results.ts'
import { addSideOptions, readSide, type SideFlags, sidesOf } from './sides.ts'

interface Flags extends SideFlags {
  readonly format?: string
  readonly output?: string
  readonly ofYear?: number
  readonly minRegions?: number
  readonly matchFile?: string
  readonly sources?: boolean
  readonly bom?: boolean
}

/** baoshu regions 山东.txt 浙江.txt 湖北.txt */
export const define: Define = (program) => {
  const command = program
    .command('regions')
    .summary(words('help.regions'))
    .description(words('help.regions.long'))
    .argument('<report...>', words('argument.reports'))
    .option('--of-year <year>', words('option.of-year'), parseYear)
    .option('--min-regions <number>', words('option.min-regions'), parseCount)
    .option('--sources', words('option.sources'))
    .option('--match-file <file>', words('option.match-file.same'))
    .addOption(formatOption(plainFormats, 'option.format.result'))
    .addOption(outputOption())
    .addOption(bomOption())
  addSideOptions(command).action((files: string[]) => run(files, command.optsWithGlobals<Flags>()))
}

async function run(files: readonly string[], flags: Flags): Promise<void> {
  const format = formatFor(flags.format, flags.output, plainFormats, 'text')
  const sides = await sidesOf(flags)
  const extractions = []
  for (const file of files) {
    await refuseSameFile(file, flags.output)
    extractions.push(...(namesMany(file) ? loadExtractions(file) : [await readSide(file, sides)]))
  }
  if (extractions.length < 2) throw new BaoshuError('usage', say('cli.regions-few'))
  const { ofYear, minRegions, matchFile, sources = false, bom } = flags
  if (matchFile !== undefined && !existsSync(matchFile)) {
    throw new BaoshuError('not-found', say('own.not-found', say('what.match')), { file: matchFile })
  }
  const table = compareRegions(extractions, {
    aliases: sides.aliases,
    ...(ofYear === undefined ? {} : { year: ofYear }),
    ...(minRegions === undefined ? {} : { minRegions }),
    ...(matchFile === undefined ? {} : { corrections: loadCorrections(matchFile) }),
  })
  const result = {
    record: toRegionsRecord(table),
    table: sources ? regionSources(table) : regionsTable(table),
    text: formatRegions.bind(null, table),
  }
  await deliverResult(result, format, flags.output, { bom })
}
