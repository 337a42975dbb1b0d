import { format, getFormatFromId } from 'numfmt'
import { walkPart } from './xlsx-part.ts'

/** The number formats of a workbook by the number of a style: 0.0%, #,##0. */
export function formatsOf(styles: string): string[] {
  const own = new Map<string, string>()
  const formats: string[] = []
  let inCells = false
  walkPart(styles, {
    open: (name, { numFmtId = '0', formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) own.set(numFmtId, formatCode)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) formats.push(own.get(numFmtId) ?? getFormatFromId(Number(numFmtId)) ?? 'General')
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

/** Excel takes none that is longer. */
const longestCode = 255

/** A number as the sheet shows it: 0.126 in 0.0% → 12.6%. */
export function shown(value: string, code: string): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number) || code.length > longestCode) return value
  try {
    return format(code, number, { throws: true }).trim()
  } catch {
    return value
  }
}
