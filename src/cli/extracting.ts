import type { Command } from 'commander'
import type { ExtractOptions } from '../extract.ts'
import { parseShare } from './options.ts'

/** Where the options of extracting stand on the command line. */
export interface ExtractingFlags {
  readonly taxonomy?: string
  readonly minConfidence?: number
  readonly config?: string
}

/** The options that say how claims are made, for every command that makes some. */
export function addExtractingOptions(command: Command): Command {
  return command
    .option('--taxonomy <file>', 'your own sectors in YAML; `baoshu taxonomy show` prints the built-in ones')
    .option('--min-confidence <number>', 'leave out claims less sure than this, from 0 to 1', parseShare)
}

/** The flags as the extractor wants them, the files they name read. */
export async function extractingOf(flags: ExtractingFlags): Promise<ExtractOptions> {
  const { taxonomy, minConfidence } = flags
  const own = taxonomy === undefined ? {} : { taxonomy: (await import('../sectors/index.ts')).loadTaxonomy(taxonomy) }
  return minConfidence === undefined ? own : { ...own, minConfidence }
}
