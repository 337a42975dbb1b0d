import { conceptOf } from '../concepts/index.ts'
import type { Claim } from '../types.ts'

/**
 * Claims as schema baoshu/1 had them, in today's fields: `of` held the whole as named as well as ids, 总销售收入 or c07.
 * What was not written then is null.
 */
export function fromVersion1(claims: readonly Claim[]): Claim[] {
  const begins = beginnings(claims)
  return claims.map((claim) => {
    const { of, source } = claim
    const isId = of !== null && /^c\d{2,}$/.test(of)
    return {
      ...claim,
      of: isId ? of : null,
      whole: isId ? null : of,
      reference: null,
      concept: conceptOf(claim.indicator),
      currency: null,
      indicatorSpans: [],
      actionSpan: null,
      source: { ...source, sentenceStart: begins.get(sentenceKey(claim)) ?? source.start, read: 'text' },
    }
  })
}

/** Where each sentence begins: by a figure that stands in it once, else by its first. */
function beginnings(claims: readonly Claim[]): Map<string, number> {
  const begins = new Map<string, number>()
  const sure = new Set<string>()
  for (const claim of claims) {
    const { raw, source } = claim
    const key = sentenceKey(claim)
    const at = source.sentence.indexOf(raw)
    const isOnce = at >= 0 && source.sentence.indexOf(raw, at + 1) < 0
    if (!sure.has(key) && (isOnce || !begins.has(key))) begins.set(key, source.start - Math.max(0, at))
    if (isOnce) sure.add(key)
  }
  return begins
}

/** The same sentence may stand twice in a report: the line tells them apart. */
function sentenceKey({ source }: Claim): string {
  return `${source.line}\n${source.sentence}`
}
