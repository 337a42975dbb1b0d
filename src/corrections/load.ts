import { readCsvRows } from '../read/csv.ts'
import { readFileNow } from '../read/source.ts'
import { readSheets } from '../read/xlsx.ts'
import type { Sector } from '../types.ts'
import type { ReportCorrections } from './correction.ts'
import { readCorrectionsFile } from './file.ts'
import { correctionsOfTable, isClaimTable } from './table.ts'

/** A person's corrections, from the file that a page exported or a person wrote, or from an edited table of claims. */
export function loadCorrectionsFile(file: string, sectors: readonly Sector[]): ReportCorrections[] {
  const options = { file, maxElements: mostCells }
  if (/\.(?:csv|tsv)$/i.test(file)) return correctionsOfTable(readCsvRows(readFileNow(file), options), sectors, file)
  if (!/\.xlsx$/i.test(file)) return readCorrectionsFile(file)
  const [first = [], ...sheets] = readSheets(readFileNow(file), options)
  return [first, ...sheets.filter(isClaimTable)].flatMap((rows) => correctionsOfTable(rows, sectors, file))
}

/** A table of all claims is larger than a report. */
const mostCells = 20_000_000
