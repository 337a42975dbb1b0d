import type { Claim } from '../types.ts'

/** The words of a sentence from the last comma to the figure: 市场主体总量突破 */
export function wordsBefore({ source: { sentence }, raw }: Claim): string {
  const at = sentence.indexOf(raw)
  return /[^，,、；;：:（(。]*$/.exec(at < 0 ? '' : sentence.slice(Math.max(0, at - 24), at))?.[0] ?? ''
}

/** And from the figure to the next comma: 12项 工程获得鲁班奖和国家优质工程奖 */
export function wordsBehind({ source: { sentence }, raw }: Claim): string {
  const at = sentence.indexOf(raw)
  const from = at + raw.length
  return /^[^，,、；;：:（(。]*/.exec(at < 0 ? '' : sentence.slice(from, from + 24))?.[0] ?? ''
}

/** What stands between two figures of one sentence: 432.6万户，其中企业115.2万户 → ，其中企业 */
export function wordsBetween(one: Claim, other: Claim): string {
  const { sentence } = other.source
  const end = sentence.indexOf(other.raw)
  return end < 0 ? '' : sentence.slice(Math.max(0, end - (other.source.start - one.source.end)), end)
}
