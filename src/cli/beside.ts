import { existsSync } from 'node:fs'
import { namesExtraction } from '../compare/index.ts'
import { type ReportOptions, readReport } from '../read/index.ts'
import type { Extraction } from '../types.ts'
import { sentencesText } from '../view/sentences-text.ts'

/** The text of a report beside its claims, for a page; where the report is not at hand any more, the sentences alone. */
export async function besideText(
  extraction: Extraction,
  reading: ReportOptions,
): Promise<{ readonly text: string; readonly extraction: Extraction }> {
  const { file } = extraction.report
  if (file === '-' || namesExtraction(file) || !existsSync(file)) return sentencesText(extraction)
  const { text } = await readReport(file, reading)
  const fits = extraction.claims.every(({ raw, source }) => text.startsWith(raw, source.start))
  return fits ? { text, extraction } : sentencesText(extraction)
}
