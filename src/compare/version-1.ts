import type { Claim } from '../types.ts'

/**
 * A claim as schema baoshu/1 had it, in today's fields: its `of` held the whole as named as well as ids, 总销售收入 or c07.
 * What was not written then is null; where its sentence begins is unknown, and said to be where the figure is.
 */
export function fromVersion1(claim: Claim): Claim {
  const { of, source } = claim
  const isId = of !== null && /^c\d{2,}$/.test(of)
  return {
    ...claim,
    of: isId ? of : null,
    whole: isId ? null : of,
    reference: null,
    concept: null,
    currency: null,
    indicatorSpans: [],
    actionSpan: null,
    source: { ...source, sentenceStart: source.start - Math.max(0, source.sentence.indexOf(claim.raw)), read: 'text' },
  }
}
