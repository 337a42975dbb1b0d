import type { Claim, Extraction } from '../types.ts'
import type { TargetRow } from './comparison.ts'
import { flowOf } from './flow.ts'
import { lastDigit } from './interval.ts'
import { actualClaims, type MatchOptions, matchClaims } from './match.ts'

/** A goal is seldom told in the words of its result, but 评价性抽检 is not 监督抽检. */
const minScore = 0.75

/** The goals of the old report, each with the figure that shows what became of it: 150个左右 → 148个, met. */
export function followTargets(old: Extraction, news: Extraction, options: MatchOptions = {}): TargetRow[] {
  const targets = old.claims.filter(({ status }) => status === 'target')
  const asActual = targets.map((claim): Claim => ({ ...claim, status: 'actual' }))
  const pairs = matchClaims(asActual, actualClaims(news), [old.report.region, news.report.region], {
    minScore,
    ...options,
  })
  const byTarget = new Map(pairs.map((pair) => [pair.old.id, pair]))
  return targets.map((target) => {
    const pair = byTarget.get(target.id)
    const result = pair?.new ?? null
    const { indicator, sector } = target
    return { indicator, sector, target, new: result, score: pair?.score ?? null, met: isMet(target, result) }
  })
}

/** Less is better: 时间, 死亡率, 不合格率, 能耗, 浓度, 排放 … */
const lessIsBetter = /时间|时限|死亡|不合格|不良|失业|能耗|浓度|排放|事故|成本|杠杆|赤字|涨幅|价格|投诉/

/** 98%以上 → 98.9%, met; 下降3% → 下降2.5%, missed; a goal of 新增40家 is not judged by a total. */
function isMet(target: Claim, result: Claim | null): boolean | null {
  if (result === null || (flowOf(target) === 'flow' && flowOf(result) !== 'flow' && result.kind === 'level'))
    return null
  const value = target.direction === 'down' || result.direction === 'down' ? along(target, result) : result.value
  const wantsLess = target.direction !== 'down' && (target.qualifier === 'under' || lessIsBetter.test(target.indicator))
  const slack = target.qualifier === 'about' ? lastDigit(target.value) : 0
  const isMet = wantsLess ? value <= (target.high ?? target.value) + slack : value >= target.value - slack
  return isMet || result.qualifier === 'exact' ? isMet : null
}

/** A result in the direction of its goal: of 下降3%, a fall of 2.5% is 2.5 and a rise -2.5. */
function along(target: Claim, result: Claim): number {
  return target.direction === result.direction ? result.value : -result.value
}
