import type { Command } from 'commander'
import type { Config } from '../config.ts'
import type { ExtractOptions } from '../extract.ts'
import { say } from '../messages/index.ts'
import type { Taxonomy } from '../types.ts'
import { words } from './language.ts'
import { parseShare } from './options.ts'
import { tellOnce } from './tell.ts'

/** Where the options of extracting stand on the command line. */
export interface ExtractingFlags {
  readonly taxonomy?: string
  readonly minConfidence?: number
  readonly simplify?: boolean
  readonly config?: string
  readonly quiet?: boolean
}

/** The options that say how claims are made, for every command that makes some. */
export function addExtractingOptions(command: Command): Command {
  return command
    .option('--taxonomy <file>', words('option.taxonomy'))
    .option('--min-confidence <number>', words('option.min-confidence'), parseShare)
    .option('--simplify', words('option.simplify'))
}

/** The flags as the extractor wants them, the files they name read, the user's terms known to the segmenter. */
export async function extractingOf(flags: ExtractingFlags): Promise<ExtractOptions> {
  const { minConfidence, simplify } = flags
  const config = await configOf(flags)
  if (config !== null && config.terms.length > 0) (await import('../tokens/segment.ts')).addTerms(config.terms)
  const taxonomy = flags.taxonomy === undefined ? config?.taxonomy : await ownTaxonomy(flags.taxonomy)
  const given = {
    taxonomy: taxonomy ?? undefined,
    patterns: config?.patterns.length ? config.patterns : undefined,
    units: config?.units.length ? config.units : undefined,
    minConfidence,
    simplify,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** The user's terms, for other threads, which each have a segmenter of their own. */
export async function termsOf(flags: ExtractingFlags): Promise<readonly string[]> {
  return (await configOf(flags))?.terms ?? []
}

async function ownTaxonomy(file: string): Promise<Taxonomy> {
  return (await import('../sectors/index.ts')).loadTaxonomy(file)
}

/** The baoshu.yaml that was named, else the nearest one from the working folder upwards; which one is said once. */
export async function configOf({ config, quiet }: ExtractingFlags): Promise<Config | null> {
  const { findConfig, loadConfig } = await import('../config.ts')
  const file = config ?? findConfig(process.cwd())
  if (file === null) return null
  const loaded = loadConfig(file)
  if (!quiet) tellOnce(say('cli.config-used', file))
  return loaded
}
