import type { Claim } from '../types.ts'

/** Where a figure begins in its sentence, -1 where it cannot be found: of 国家标准12项，合计12项 the second is the second. */
export function placeIn({ raw, source: { sentence, start, sentenceStart } }: Claim): number {
  const at = start - sentenceStart
  return at >= 0 && sentence.startsWith(raw, at) ? at : sentence.indexOf(raw)
}

/** The words of a sentence from the last comma to the figure: 市场主体总量突破 */
export function wordsBefore(claim: Claim): string {
  const at = placeIn(claim)
  const words = at < 0 ? '' : claim.source.sentence.slice(Math.max(0, at - 24), at)
  return /[^，,、；;：:（(。]*$/.exec(words)?.[0] ?? ''
}

/** And from the figure to the next comma: 12项 工程获得鲁班奖和国家优质工程奖 */
export function wordsBehind(claim: Claim): string {
  const at = placeIn(claim)
  const from = at + claim.raw.length
  return /^[^，,、；;：:（(。]*/.exec(at < 0 ? '' : claim.source.sentence.slice(from, from + 24))?.[0] ?? ''
}

/** What stands between two figures of one sentence: 432.6万户，其中企业115.2万户 → ，其中企业 */
export function wordsBetween(one: Claim, other: Claim): string {
  const [from, to] = [placeIn(one), placeIn(other)]
  return from < 0 || to < 0 ? '' : other.source.sentence.slice(from + one.raw.length, to)
}
