import type { Claim, Extraction } from '../types.ts'
import { toClaimRecord } from '../write/index.ts'
import type { PageClaim, PageReport } from './page-data.ts'

/** A report as a page holds it. */
export function pageReport({ report, claims }: Extraction, text: string): PageReport {
  return { facts: report, claims: claims.map((claim) => pageClaim(claim, text)) }
}

function pageClaim(claim: Claim, text: string): PageClaim {
  const { source, ...fields } = toClaimRecord(claim)
  const { sentence, ...place } = source
  return { ...fields, source: place, sentence: sentencePlace(claim, text) }
}

/** Where a claim's sentence stands in the text: line ends and white space may have been left out of it. */
function sentencePlace({ source }: Claim, text: string): readonly [number, number] {
  const { start, end, sentence, sentenceStart } = source
  const at = text.startsWith(sentence, sentenceStart) ? sentenceStart : text.lastIndexOf(sentence, start)
  if (at !== -1 && at <= start && at + sentence.length >= end) return [at, at + sentence.length]
  const before = /[^。！？；\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0
  const behind = /^[^。！？；\n]*[。！？；]?/.exec(text.slice(end))?.[0].length ?? 0
  return [start - before, end + behind]
}
