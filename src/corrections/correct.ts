import { type Said, say } from '../messages/index.ts'
import type { Extraction } from '../types.ts'
import { applyCorrections } from './apply.ts'
import type { Correction, Misfit, ReportCorrections } from './correction.ts'

/**
 * An extraction as a person put it right, and what no longer fits. Claims less sure than `leastConfidence` are left out
 * afterwards: one that was accepted is sure.
 */
export function correctExtraction(
  extraction: Extraction,
  corrections: readonly Correction[],
  leastConfidence = 0,
): { extraction: Extraction; misfits: readonly Misfit[] } {
  const { claims, misfits } = applyCorrections(extraction.claims, corrections)
  return {
    extraction: { ...extraction, claims: claims.filter(({ confidence }) => confidence >= leastConfidence) },
    misfits,
  }
}

/** What a file says of one report: by the hash of its bytes, else by its name, wherever it lies now. */
export function correctionsFor(
  all: readonly ReportCorrections[],
  { file, sha256 }: Pick<Extraction['report'], 'file' | 'sha256'>,
): Correction[] {
  const isOf = (one: ReportCorrections) =>
    (one.file === null && one.sha256 === null) ||
    one.sha256 === sha256 ||
    (one.file !== null && nameOf(one.file) === nameOf(file))
  return all.filter(isOf).flatMap(({ corrections }) => corrections)
}

const messages = {
  gone: 'corrections.gone',
  several: 'corrections.several',
  'no-claim': 'corrections.no-claim',
} as const

/** “503 个” at 883 stands in the report no more */
export function misfitMessage({ correction, why }: Misfit): Said {
  const { raw, start, line } = correction
  const place = start !== null ? ` @${start}` : line !== null ? `:${line}` : ''
  return say(messages[why], `${raw}${place}`)
}

function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/, '').normalize('NFC')
}
