import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import {
  type Comparison,
  compareByRegion,
  compareReports,
  type DiffOptions,
  diffTable,
  formatComparison,
  formatSummary,
  loadCorrections,
  proposeCorrections,
  type RegionalComparison,
  type RowOrder,
  type RowStatus,
  type Selection,
  selectRows,
  sumOf,
  toComparisonRecord,
  toRegionalRecord,
} from '../compare/index.ts'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import { writeWhole } from '../write/index.ts'
import { diffPage } from './diff-page.ts'
import { formatFor, formatOption, resultFormats } from './formats.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { parseAmount, parseYear } from './options.ts'
import { outputOption, refuseSameFile } from './output.ts'
import { bomOption, deliverResult, type Result } from './results.ts'
import { addSideOptions, readManySides, readSide, type SideFlags, type Sides, sidesOf } from './sides.ts'
import { tell } from './tell.ts'

interface Flags extends SideFlags {
  readonly format?: string
  readonly output?: string
  readonly bom?: boolean
  readonly threshold?: number
  readonly sector?: readonly string[]
  readonly only?: readonly (RowStatus | 'inconsistent')[]
  readonly sort?: RowOrder
  readonly targets?: boolean
  readonly matchFile?: string
  readonly oldYear?: number
  readonly newYear?: number
}

/** baoshu diff 吉林-2019.txt 吉林-2020.txt */
export const define: Define = (program, finish) => {
  const command = program
    .command('diff')
    .summary(words('help.diff'))
    .description(words('help.diff.long'))
    .argument('<old>', words('argument.old'))
    .argument('<new>', words('argument.new'))
    .addOption(formatOption(resultFormats, 'option.format.result'))
    .addOption(outputOption())
    .addOption(bomOption())
  addSelection(command)
  addSideOptions(command).action(async (old: string, news: string) => {
    finish(await run(old, news, command.optsWithGlobals<Flags>()))
  })
}

const statuses = ['changed', 'unchanged', 'added', 'removed', 'inconsistent']

function addSelection(command: Command): void {
  command
    .option('--threshold <percent>', words('option.threshold'), parseAmount)
    .option('--sector <id...>', words('option.sector'))
    .addOption(new Option('--only <status...>', words('option.only')).choices(statuses))
    .addOption(
      new Option('--sort <order>', words('option.sort')).choices(['report', 'change', 'sector', 'indicator', 'score']),
    )
    .option('--targets', words('option.targets'))
    .option('--match-file <file>', words('option.match-file'))
    .option('--old-year <year>', words('option.old-year'), parseYear)
    .option('--new-year <year>', words('option.new-year'), parseYear)
}

async function run(old: string, news: string, flags: Flags): Promise<number> {
  const format = formatFor(flags.format, flags.output, resultFormats, 'text')
  for (const side of [old, news]) await refuseSameFile(side, flags.output)
  const sides = await sidesOf(flags)
  refuseUnknownSectors(flags.sector, sides)
  const many = readManySides(old, news)
  const options = optionsOf(flags, { aliases: sides.aliases })
  const pair =
    many === null
      ? ([await readSide(old, sides, flags.oldYear), await readSide(news, sides, flags.newYear)] as const)
      : null
  const result = pair === null ? compareByRegion(...(many ?? [[], []]), options) : compareReports(...pair, options)
  await beginMatchFile(flags.matchFile, result)
  tellOddities(result)
  const { sector: sectors, threshold, only, sort } = flags
  const selected = select(result, {
    ...(sectors === undefined ? {} : { sectors }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(only === undefined ? {} : { only }),
    ...(sort === undefined ? {} : { sort }),
  })
  const page = () => diffPage(selected, pair, sides)
  await deliverResult({ ...resultOf(selected), page }, format, flags.output, { bom: flags.bom })
  const { changed, added, removed } = selected.summary
  const alone = 'alone' in selected ? selected.alone.old.length + selected.alone.new.length : 0
  return changed + added + removed + alone > 0 ? 1 : 0
}

function optionsOf({ minScore, targets, matchFile }: Flags, base: DiffOptions): DiffOptions {
  return {
    ...base,
    ...(minScore === undefined ? {} : { minScore }),
    ...(targets === undefined ? {} : { targets }),
    ...(matchFile !== undefined && existsSync(matchFile) ? { corrections: loadCorrections(matchFile) } : {}),
  }
}

type AnyComparison = Comparison | RegionalComparison

/** A match file that is not there is begun with the matches that were made by likeness. */
async function beginMatchFile(file: string | undefined, result: AnyComparison): Promise<void> {
  if (file === undefined || existsSync(file)) return
  await writeWhole(file, proposeCorrections('comparisons' in result ? result.comparisons : [result]))
  tell(`${file}: ${words('cli.match-begun')}`)
}

/** What speaks against comparing two reports: the same year, the years exchanged, other places. */
function tellOddities(result: AnyComparison): void {
  for (const { old, new: news } of 'comparisons' in result ? result.comparisons : [result]) {
    if (old.sha256 === news.sha256 || old.file === news.file) continue
    const [before, after] = [old.year, news.year]
    if (before !== null && before === after) tell(say('cli.same-year', old.file, news.file, before))
    if (before !== null && after !== null && before > after) tell(say('cli.exchanged', old.file, news.file))
    if (old.region !== null && news.region !== null && old.region !== news.region)
      tell(say('cli.other-place', old.file, old.region, news.file, news.region))
  }
}

/** Rows of a sector that nobody knows are none at all. */
function refuseUnknownSectors(wanted: readonly string[] | undefined, { extracting }: Sides): void {
  const known = (extracting.taxonomy ?? builtInTaxonomy()).sectors.map(({ id }) => id)
  const unknown = wanted?.find((id) => !known.includes(id))
  if (unknown !== undefined) throw new BaoshuError('usage', say('cli.no-sector', unknown, known.join(', ')))
}

function select(result: AnyComparison, selection: Selection): AnyComparison {
  if (!('comparisons' in result)) return selectRows(result, selection)
  const comparisons = result.comparisons.map((comparison) => selectRows(comparison, selection))
  return { ...result, comparisons, summary: sumOf(comparisons.map(({ summary }) => summary)) }
}

function resultOf(result: AnyComparison): Omit<Result, 'page'> {
  const table = diffTable(result)
  if (!('comparisons' in result)) {
    return { record: toComparisonRecord(result), table, text: (screen) => formatComparison(result, screen) }
  }
  const { comparisons, alone, summary } = result
  const lonely = [...alone.old, ...alone.new].map(({ file }) => `${words('cli.alone', file)}\n`)
  return {
    record: toRegionalRecord(result),
    table,
    text: (screen) =>
      [
        ...comparisons.map((one) => formatComparison(one, screen)),
        ...lonely,
        `${formatSummary(summary, screen.language)}\n`,
      ].join('\n'),
  }
}
