import { intervalOf } from '../compare/interval.ts'
import { wordsBefore } from '../compare/places.ts'
import type { Claim } from '../types.ts'
import { type Identity, judged } from './identity.ts'
import type { Passage } from './passages.ts'

/** Rates of a whole; 完成率, 毛入学率, 产销率 may be more. */
const ofWhole =
  /(?:不?合格率|满意率|满意度|覆盖率|普及率|达标率|优良率|优良比例|检出率|参保率|失业率|城镇化率|抽检合格率|通过率|处置率|整改率)$/

/** More than a plan may be done: 占调整后预算102.15%. */
const ofPlan = /预算|计划|目标|任务|序时|上年|同期/

/** 占比105%: of a whole there is no more than the whole. */
export function checkBounds(claims: readonly Claim[]): Identity[] {
  return claims.flatMap((claim) => {
    if (ofPlan.test(`${claim.whole ?? ''}${wordsBefore(claim)}`)) return []
    const isBound =
      claim.unit === '%' && (claim.kind === 'share' || (claim.kind === 'level' && ofWhole.test(claim.indicator)))
    if (!isBound) return []
    const fits = intervalOf(claim).low <= 100 && claim.value >= 0
    return [
      judged({
        check: 'bound',
        claims: [claim],
        sum: `${claim.raw} ${fits ? '≤' : '>'} 100%`,
        expected: null,
        fits,
        doubt: null,
      }),
    ]
  })
}

/** 突破6万亿元大关，达到62661亿元: what was passed is less than what was reached. */
export function checkThresholds(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.slice(1).flatMap((reached, at) => {
      const passed = figures[at]
      if (passed === undefined || passed.claim.qualifier !== 'over' || passed.claim.kind !== 'level') return []
      const isReached = /^(?:大关|台阶|关口)?[，、](?:达到?|至|为)$/.test(reached.lead)
      const isOne =
        reached.claim.unit === passed.claim.unit &&
        reached.claim.kind === 'level' &&
        reached.claim.status === passed.claim.status
      if (!isReached || !isOne) return []
      const fits = intervalOf(reached.claim).high >= intervalOf(passed.claim).low
      return [
        judged({
          check: 'threshold',
          claims: [passed.claim, reached.claim],
          sum: `${reached.claim.raw} ${fits ? '≥' : '<'} ${passed.claim.raw}`,
          expected: null,
          fits,
          doubt: null,
        }),
      ]
    }),
  )
}
