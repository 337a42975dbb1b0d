import type { Extraction, Place } from '../types.ts'

/**
 * A text for an extraction whose report is not at hand: its sentences, a line each, and its claims at their places in
 * them.
 */
export function sentencesText(extraction: Extraction): { readonly text: string; readonly extraction: Extraction } {
  let text = ''
  let last: { readonly sentence: string; readonly line: number; readonly at: number } | null = null
  const claims = extraction.claims.map((claim) => {
    const { sentence, line, start, sentenceStart } = claim.source
    if (last === null || last.sentence !== sentence || last.line !== line) {
      if (text !== '') text += '\n'
      last = { sentence, line, at: text.length }
      text += sentence
    }
    const own = sentence.startsWith(claim.raw, start - sentenceStart)
      ? start - sentenceStart
      : sentence.indexOf(claim.raw)
    const from = last.at + Math.max(0, own)
    const shift = last.at - sentenceStart
    const isInside = ([one, other]: Place) => one >= sentenceStart && other <= sentenceStart + sentence.length
    const moved = (place: Place): Place => [place[0] + shift, place[1] + shift]
    return {
      ...claim,
      indicatorSpans: claim.indicatorSpans.filter(isInside).map(moved),
      actionSpan: claim.actionSpan !== null && isInside(claim.actionSpan) ? moved(claim.actionSpan) : null,
      source: { ...claim.source, start: from, end: from + claim.raw.length, sentenceStart: last.at },
    }
  })
  return { text, extraction: { ...extraction, claims } }
}
