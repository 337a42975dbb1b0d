import { spanInReport } from '../text/sentences.ts'
import type { Place, Report } from '../types.ts'
import type { Piece } from './naming/name.ts'

/** Where a piece stands in the report's text. */
export function placeOf({ sentence, start, end }: Piece): Place {
  const span = spanInReport(sentence, start, end)
  return [span.start, span.end]
}

/**
 * Words as the report has them, for they were read in Simplified characters and with Chinese marks: 质量强市 → 質量強市,
 * 检测中心（站） → 检测中心(站). `pieces` are where they were read.
 */
export function asWritten(text: string, pieces: readonly Piece[], report: Pick<Report, 'text'>): string {
  if (pieces.every((piece) => isAsRead(piece, report))) return text
  const read: string[] = []
  const written: string[] = []
  for (const { sentence, start, end } of pieces) {
    for (let at = start; at < end; at++) {
      read.push(sentence.reading.charAt(at))
      written.push(report.text.charAt(spanInReport(sentence, at, at + 1).start))
    }
  }
  let next = 0
  return [...text]
    .map((char) => {
      const found = read.indexOf(char, next)
      const at = found < 0 ? read.indexOf(char) : found
      if (at < 0) return char
      next = at + 1
      return written[at] ?? char
    })
    .join('')
}

const isAsRead = ({ sentence, start, end }: Piece, { text }: Pick<Report, 'text'>): boolean =>
  sentence.at === null
    ? text.startsWith(sentence.reading.slice(start, end), sentence.start + start)
    : !Array.from({ length: end - start }).some(
        (_, index) => text.charAt(sentence.at?.[start + index] ?? -1) !== sentence.reading.charAt(start + index),
      )
