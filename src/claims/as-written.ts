import { hasTraditional } from '../read/simplify.ts'
import { fold, typed } from '../text/fold.ts'
import type { Claim, Report } from '../types.ts'

/** How far around its figure a claim's words are looked for. */
const reach = 300

/** The ASCII marks that were read as Chinese ones: ( for （. */
const asTyped = new Map(Object.entries(typed).map(([mark, wide]) => [wide, mark]))
const holdsTyped = /[（），：；]/

/**
 * Claims with their words as the report has them, for they were read in Simplified characters and with Chinese marks:
 * 质量强市 → 質量強市, 检测中心（站） → 检测中心(站).
 */
export function asWritten(claims: readonly Claim[], report: Report): readonly Claim[] {
  const isTraditional = hasTraditional(report.text)
  const differs = (words: string | null): boolean => words !== null && (isTraditional || holdsTyped.test(words))
  if (!isTraditional && !Object.keys(typed).some((mark) => mark !== '.' && report.text.includes(mark))) return claims
  if (
    !isTraditional &&
    !claims.some(({ indicator, action, whole, reference }) => [indicator, action, whole, reference].some(differs))
  )
    return claims
  const folded = fold(report.text)
  const characters = isTraditional ? charactersOf(report.text, folded) : new Map<string, string>()
  return claims.map((claim) => {
    const { indicator, action, whole, reference, source } = claim
    if (![indicator, action, whole, reference, source.section].some(differs)) return claim
    const from = Math.max(0, source.start - reach)
    const near = folded.slice(from, source.end + reach)
    const write = (words: string): string => {
      const at = near.lastIndexOf(words, source.end - from)
      if (at !== -1) return report.text.slice(from + at, from + at + words.length)
      const said = report.text.slice(from, source.end + reach)
      return words
        .replace(/\p{Script=Han}/gu, (char) => characters.get(char) ?? char)
        .replace(/[（），：；]/g, (mark) => (said.includes(mark) ? mark : (asTyped.get(mark) ?? mark)))
    }
    const section = source.section === null ? null : write(source.section)
    return {
      ...claim,
      indicator: write(indicator),
      action: write(action),
      whole: whole === null ? null : write(whole),
      reference: reference === null ? null : write(reference),
      source: { ...source, section },
    }
  })
}

/** For each Simplified character how the report writes it where it comes first: 质 → 質. */
function charactersOf(text: string, plain: string): Map<string, string> {
  const characters = new Map<string, string>()
  for (let at = 0; at < text.length; at++) {
    const char = plain.charAt(at)
    if (char !== text.charAt(at) && !characters.has(char)) characters.set(char, text.charAt(at))
  }
  return characters
}
