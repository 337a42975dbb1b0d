import { type Command, Option } from 'commander'
import type { MessageId } from '../messages/index.ts'
import type { ReportOptions } from '../read/index.ts'
import { words } from './language.ts'
import { parseCount, parseSize, parseYear } from './options.ts'

/** Where the options of reading stand on the command line. */
export interface ReadingFlags {
  readonly from?: string
  readonly encoding?: string
  readonly selector?: string
  readonly title?: string
  readonly year?: number
  readonly region?: string
  readonly maxBytes?: number
  readonly maxExpanded?: number
  readonly maxPages?: number
  readonly maxElements?: number
  readonly maxDepth?: number
}

/** The options that say how a report is read, for every command that reads one. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--from <format>', words('option.from'))
    .option('--encoding <name>', words('option.encoding'))
    .option('--selector <css>', words('option.selector'))
    .addOption(limitOption('--max-bytes <size>', 'option.max-bytes', parseSize))
    .addOption(limitOption('--max-expanded <size>', 'option.max-expanded', parseSize))
    .addOption(limitOption('--max-pages <number>', 'option.max-pages', parseCount))
    .addOption(limitOption('--max-elements <number>', 'option.max-elements', parseCount))
    .addOption(limitOption('--max-depth <number>', 'option.max-depth', parseCount))
}

/** An option that raises a limit, in a group of its own. */
export function limitOption(flags: string, help: MessageId, parse: (value: string) => number): Option {
  return new Option(flags, words(help)).argParser(parse).helpGroup(words('commander.limits'))
}

/** The options that stand in for what a report does not say of itself. */
export function addFactOptions(command: Command): Command {
  return command
    .option('--year <year>', words('option.year'), parseYear)
    .option('--region <name>', words('option.region'))
    .option('--title <text>', words('option.title'))
}

/** The flags as the reader wants them. */
export function readingOf(flags: ReadingFlags): ReportOptions {
  const { from, encoding, selector, title, year, region, maxBytes, maxExpanded, maxPages, maxElements, maxDepth } =
    flags
  const known = {
    format: from,
    encoding,
    selector,
    title,
    year,
    region,
    maxBytes,
    maxExpanded,
    maxPages,
    maxElements,
    maxDepth,
  }
  const given: ReportOptions = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return process.stderr.isTTY ? { ...given, onPage: tellPage } : given
}

const manyPages = 20

/** A long PDF takes a while: page 120 of 300. */
function tellPage(done: number, total: number): void {
  if (total < manyPages) return
  process.stderr.write(done < total ? `\r${words('cli.page', done, total)}` : '\r\u001b[K')
}
