import type { Command } from 'commander'
import { loadExtraction, loadExtractions, namesExtraction, namesMany } from '../compare/index.ts'
import { type Aliases, builtInAliases, withAliases } from '../concepts/index.ts'
import { BaoshuError } from '../errors.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { say } from '../messages/index.ts'
import { type ReportOptions, readReport } from '../read/index.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import type { Extraction, Taxonomy } from '../types.ts'
import { addExtractingOptions, configOf, type ExtractingFlags, extractingOf } from './extracting.ts'
import { words } from './language.ts'
import { parseShare } from './options.ts'
import { addReadingOptions, type ReadingFlags, readingOf } from './reading.ts'
import { tellMessages } from './tell.ts'

/** Where the options of commands that compare stand on the command line. */
export interface SideFlags extends ReadingFlags, ExtractingFlags {
  readonly minScore?: number
}

/** How the sides of a comparison are read, and how like each other two indicators must be. */
export interface Sides {
  readonly reading: ReportOptions
  readonly extracting: ExtractOptions
  readonly aliases: Aliases
  readonly taxonomy: Taxonomy
}

/** The options of every command that puts reports side by side. */
export function addSideOptions(command: Command): Command {
  command.option('--min-score <number>', words('option.min-score'), parseShare)
  return addReadingOptions(addExtractingOptions(command))
}

export async function sidesOf(flags: SideFlags): Promise<Sides> {
  const config = await configOf(flags)
  const extracting = await extractingOf(flags)
  return {
    reading: readingOf(flags),
    extracting,
    taxonomy: extracting.taxonomy ?? builtInTaxonomy(),
    aliases: withAliases(config?.aliases ?? [], builtInAliases()),
  }
}

/** One side: an extraction in JSON or YAML is loaded, a report read and extracted. */
export async function readSide(file: string, { reading, extracting }: Sides, year?: number): Promise<Extraction> {
  if (namesMany(file)) throw new BaoshuError('usage', say('cli.many-reports'), { file })
  if (namesExtraction(file)) return loadExtraction(file)
  const report = await readReport(file, year === undefined ? reading : { ...reading, year })
  tellMessages(report)
  return extract(report, extracting)
}

/** Both sides where both hold many reports; null where each is one. */
export function readManySides(old: string, news: string): [Extraction[], Extraction[]] | null {
  const many = [old, news].map(namesMany)
  if (many[0] !== many[1]) {
    const file = many[0] ? old : news
    throw new BaoshuError('usage', say('cli.one-and-many'), { file })
  }
  return many[0] ? [loadExtractions(old), loadExtractions(news)] : null
}
