import type { Command } from 'commander'
import { correctExtraction, correctionsFor, misfitMessage } from '../corrections/correct.ts'
import type { Misfit, ReportCorrections } from '../corrections/correction.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { builtInTaxonomy } from '../sectors/index.ts'
import type { Extraction, Report } from '../types.ts'
import { inWords, words } from './language.ts'
import { tell } from './tell.ts'

/** Where the option of corrections stands on the command line. */
export interface CorrectingFlags {
  readonly corrections?: string
}

/** --corrections FILE, for every command that makes claims to keep. */
export function addCorrectionsOption(command: Command): Command {
  return command.option('--corrections <file>', words('option.corrections'))
}

/** What the file says; nothing where none was named. */
export async function correctionsOf(
  { corrections: file }: CorrectingFlags,
  { taxonomy = builtInTaxonomy() }: ExtractOptions,
): Promise<readonly ReportCorrections[]> {
  if (file === undefined) return []
  return (await import('../corrections/load.ts')).loadCorrectionsFile(file, taxonomy.sectors)
}

/** Extracts as the options say, and puts right what the file of corrections says; what no longer fits is told. */
export async function extractorFor(
  flags: CorrectingFlags,
  options: ExtractOptions,
): Promise<(report: Report) => Extraction> {
  const { corrections: file } = flags
  if (file === undefined) return (report) => extract(report, options)
  const all = await correctionsOf(flags, options)
  return (report) => {
    const own = correctionsFor(all, report)
    if (own.length === 0) tell(`${report.file}: ${words('corrections.none', file)}`)
    const whole = extract(report, { ...options, minConfidence: 0 })
    const { extraction, misfits } = correctExtraction(whole, own, options.minConfidence)
    tellMisfits(report, misfits)
    return extraction
  }
}

export function tellMisfits({ file }: Report, misfits: readonly Misfit[]): void {
  for (const misfit of misfits) tell(`${file}: ${inWords(misfitMessage(misfit))}`)
}
