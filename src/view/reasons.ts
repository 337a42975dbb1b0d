import type { ExplainedQuantity } from '../claims/explain.ts'
import type { Claim } from '../types.ts'
import type { Reason } from './page-data.ts'
import type { Words } from './words.ts'

/** How a claim was made: its quantity, the words around it, the pattern that took it and those that refused it. */
export function reasonsOf({ quantity, names, tried }: ExplainedQuantity, words: Words): Reason[] {
  const amount = quantity.high === null ? `${quantity.value}` : `${quantity.value}–${quantity.high}`
  const reasons: Reason[] = [
    [words.reasonQuantity, [`${quantity.raw} = ${amount} ${quantity.unit} · ${quantity.rule}`]],
    [
      words.reasonNames,
      names.map(({ names: some, chance, by }) => `${some.join('、')} ${Math.round(100 * chance)}% · ${by}`),
    ],
    [words.reasonWhy, (names[0]?.reasons ?? []).map(({ trait, weight }) => `${trait} ${weight}`)],
    [words.reasonTook, tried.filter(({ took }) => took).map(({ rule, why }) => `${rule}: ${why}`)],
    [words.reasonRefused, refusals(tried)],
  ]
  return reasons.map(([title, lines]): Reason => [title, lines.filter((line) => line !== '')]).filter(hasLines)
}

/** The other names that a figure may have, the most likely first: 市场主体 beside 新登记市场主体. */
export function candidatesOf({ names, claim }: ExplainedQuantity): readonly Partial<Claim>[] {
  const [taken, ...others] = names
  if (taken === undefined || claim === null) return []
  // Of a list each figure has its own
  const member = Math.max(0, taken.names.indexOf(claim.indicator))
  const found = others.map((other) => other.names[Math.min(member, other.names.length - 1)] ?? '')
  return [...new Set(found)].filter((name) => name !== claim.indicator).map((indicator) => ({ indicator }))
}

const hasLines = ([, lines]: Reason): boolean => lines.length > 0

/** The patterns that refused, by reason. */
function refusals(tried: ExplainedQuantity['tried']): string[] {
  const byReason = new Map<string, string[]>()
  for (const { rule, took, why } of tried) if (!took) byReason.set(why, [...(byReason.get(why) ?? []), rule])
  return [...byReason].map(([why, rules]) => `${rules.join(', ')}: ${why}`)
}
