import { hasTraditional, simplify } from '../read/simplify.ts'
import type { Claim, Report } from '../types.ts'

/** How far around its figure a claim's words are looked for. */
const reach = 300

/**
 * Claims with their words as the report has them, for they were read in Simplified characters and with Chinese marks:
 * 质量强市 → 質量強市.
 */
export function asWritten(claims: readonly Claim[], report: Report): readonly Claim[] {
  if (!hasTraditional(report.text)) return claims.map((claim) => withTypedMarks(claim, report))
  const plain = simplify(report.text)
  const characters = charactersOf(report.text, plain)
  return claims.map((claim) => {
    const from = Math.max(0, claim.source.start - reach)
    const near = plain.slice(from, claim.source.end + reach)
    const write = (words: string) => {
      const at = near.indexOf(words)
      if (at !== -1) return report.text.slice(from + at, from + at + words.length)
      return words.replace(/\p{Script=Han}/gu, (char) => characters.get(char) ?? char)
    }
    const { indicator, action, of, source } = claim
    const section = source.section === null ? null : write(source.section)
    return {
      ...claim,
      indicator: write(indicator),
      action: write(action),
      of: of === null ? null : write(of),
      source: { ...source, section },
    }
  })
}

const marks: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':', '；': ';' }

/** 场（厂）内专用机动车辆 with the marks that the report has: 场(厂)内专用机动车辆. */
function withTypedMarks(claim: Claim, { text }: Report): Claim {
  const { indicator, of, source } = claim
  if (!/[（），：；]/.test(indicator) && (of === null || !/[（），：；]/.test(of))) return claim
  const near = text.slice(Math.max(0, source.start - reach), source.end + reach)
  const write = (words: string) =>
    words.replace(/[（），：；]/g, (mark) => (near.includes(mark) ? mark : (marks[mark] ?? mark)))
  return { ...claim, indicator: write(indicator), of: of === null ? null : write(of) }
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
