import type { Command } from 'commander'
import type { ReportOptions } from '../read/index.ts'
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
    .option('--from <format>', 'the format of the report, where its name does not say: txt, html, docx …')
    .option('--encoding <name>', 'the encoding of the report, where detection is wrong: gb18030, big5 …')
    .option('--selector <css>', 'where the article is in a web page: div.content')
    .option('--max-bytes <size>', 'the largest file that is read, 64MB if not given', parseSize)
    .option('--max-expanded <size>', 'the same for what is packed in a .docx, 256MB if not given', parseSize)
    .option('--max-pages <number>', 'the most pages of a PDF, 2000 if not given', parseCount)
    .option('--max-elements <number>', 'the most elements of a page or document, 300000 if not given', parseCount)
    .option('--max-depth <number>', 'the deepest nesting in a page or document, 400 if not given', parseCount)
}

/** The options that stand in for what a report does not say of itself. */
export function addFactOptions(command: Command): Command {
  return command
    .option('--year <year>', 'the year that 今年 and 全年 mean, where the report does not say', parseYear)
    .option('--region <name>', 'the place that 全省 and 全市 mean, where the report does not say')
    .option('--title <text>', 'its title, where the report has none')
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
  process.stderr.write(done < total ? `\rpage ${done} of ${total}` : '\r\u001b[K')
}
