import { checkGrowth } from '../compare/growth.ts'
import { intervalOf, meet } from '../compare/interval.ts'
import { say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { growthTold } from './growths.ts'
import { type Identity, judged } from './identity.ts'
import { type Figure, figuresBefore, figuresBehind, isAmount, ofYearBefore, type Passage } from './passages.ts'
import { rounded } from './sums.ts'

/** 合格率98.2%，比上年的97.1%提高1.1个百分点: the change from a base that is told beside it. */
export function checkBases(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) => figures.flatMap(fromBase))
}

function fromBase(base: Figure): Identity[] {
  const year = ofYearBefore.exec(base.lead)
  const before = figuresBefore(base)
  const level = year === null ? undefined : before.find((figure) => isLevelOf(figure, base))
  if (level === undefined || !isYearBefore(year?.groups?.year, level.claim)) return []
  const [next] = figuresBehind(base)
  const isNext = next?.claim.kind === 'change' && /^[）)，]?[^，。；]{1,8}$/.test(next.lead)
  const between = before.slice(0, before.indexOf(level)).find(({ claim }) => isYearly(claim))
  const change = isNext ? next : between
  if (change === undefined) return []
  const { consistent, stated } = checkGrowth(change.claim, base.claim, level.claim)
  return [
    judged({
      check: 'change',
      claims: [level.claim, base.claim, change.claim],
      ...growthTold(`${base.claim.raw} → ${level.claim.raw}`, stated.computed, change.claim, consistent !== false),
      doubt: level.passage === base.passage || change.passage === level.passage ? null : say('doubt.base-far'),
    }),
  ]
}

function isLevelOf({ claim, lead }: Figure, base: Figure): boolean {
  return (
    claim.kind === 'level' && claim.status === 'actual' && claim.unit === base.claim.unit && !ofYearBefore.test(lead)
  )
}

function isYearly({ kind, basis }: Claim): boolean {
  return kind === 'change' && (basis === 'yoy' || basis === 'none')
}

/** 2020 beside a figure of 2021. */
function isYearBefore(year: string | undefined, { period }: Claim): boolean {
  const now = period?.to?.slice(0, 4) ?? period?.from?.slice(0, 4)
  return year === undefined || now === undefined || Number(now) - Number(year) === 1
}

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** 五年累计新增专利1200件，年均240件: so much a year comes to the total. */
export function checkYearly(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.slice(1).flatMap((yearly, at) => {
      const total = figures[at] as Figure
      const said =
        /(?<years>[两三四五六七八九十]|\d)年(?:来|间)?[^，。；年]{0,12}$/.exec(total.lead)?.groups?.years ?? ''
      const years = numerals.indexOf(said) > 0 ? numerals.indexOf(said) : Number(said)
      const isPair =
        /^[，、](?:年均|平均每年)[^，。；\d]{0,6}$/.test(yearly.lead) && yearly.claim.unit === total.claim.unit
      if (!isPair || !(years > 1) || yearly.claim.kind !== total.claim.kind || !isAmount(total)) return []
      const { low, high } = intervalOf(total.claim)
      const expected = rounded(total.claim.value / years)
      const fits = meet({ low: low / years, high: high / years }, widened(yearly.claim))
      const sum = `${total.claim.raw} ÷ ${years} = ${expected}${total.claim.unit}${fits ? '' : ` ≠ ${yearly.claim.raw}`}`
      return [judged({ check: 'sum', claims: [total.claim, yearly.claim], sum, expected, fits, doubt: null })]
    }),
  )
}

/** A count a year is rounded, 240.4 is told as 240. */
function widened(claim: Claim) {
  const { low, high } = intervalOf(claim)
  return { low: low - 0.5, high: high + 0.5 }
}

/** 进出口增长8%，其中出口增长12%，进口增长5%: the growth of a whole lies between those of its parts. */
export function checkBetween(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) => {
    const growths = figures.filter(({ claim }) => isYearly(claim) && claim.unit === '%')
    const whole = growths.find(({ claim }) => /进出口/.test(claim.indicator))
    const [out, into] = [/(?<!进)出口/, /进口/].map((word) => growths.find((one) => one !== whole && isOnly(one, word)))
    if (whole === undefined || out === undefined || into === undefined) return []
    const parts = [out.claim, into.claim]
    if (parts.some(({ basis, period }) => basis !== whole.claim.basis || period?.to !== whole.claim.period?.to))
      return []
    const bounds = parts.map(signed)
    const [low, high] = [Math.min(...bounds.map((one) => one.low)), Math.max(...bounds.map((one) => one.high))]
    const fits = meet({ low, high }, signed(whole.claim))
    const sum = `${parts.map(({ raw }) => raw).join(', ')}: ${whole.claim.raw} ${fits ? 'lies between' : 'does not lie between'}`
    return [judged({ check: 'change', claims: [...parts, whole.claim], sum, expected: null, fits, doubt: null })]
  })
}

function isOnly({ claim }: Figure, word: RegExp): boolean {
  return word.test(claim.indicator) && !/进出口/.test(claim.indicator) && claim.indicator.length <= 6
}

function signed(claim: Claim) {
  const { low, high } = intervalOf(claim)
  return claim.direction === 'down' ? { low: -high, high: -low } : { low, high }
}
