import type { ChangesByLevel } from '../compare/growth.ts'
import { checkGrowth, impliedBase } from '../compare/growth.ts'
import { intervalOf, meet } from '../compare/interval.ts'
import { wordsBefore } from '../compare/places.ts'
import { countsThings, dimensionOf } from '../compare/units.ts'
import { say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { growthTold } from './growths.ts'
import { type Identity, judged } from './identity.ts'
import { between, type Figure, figuresBehind, ofYearBefore, type Passage } from './passages.ts'
import type { NameOf } from './shares.ts'
import { amountText, rounded } from './sums.ts'

const upWords = /(?:提高|提升|增加|增长|上升|扩大|跃升|拓展|壮大|攀升|扩展|[增升])(?:到|至)/
const downWords = /(?:降低|下降|减少|压缩|压减|缩短|缩小|缩减|收窄|[降减缩])(?:到|至|为)/

/** 从61家增加到82家，增长34.4%: the way is that of the verb, the change that is told the one from the first to the second. */
export function checkFromTo(passages: readonly Passage[], changes: ChangesByLevel, nameOf: NameOf): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.flatMap((base) => {
      const level = targetOf(base, nameOf)
      if (level === undefined) return []
      const told = (changes.get(level.claim.id) ?? []).filter((change) => isOf(change, base))
      return [...directionOf(base, level), ...told.map((change) => changeOf(base.claim, level.claim, change))]
    }),
  )
}

/** The new value of an old one: the next figure of its unit, under its name. */
function targetOf(base: Figure, nameOf: NameOf): Figure | undefined {
  const { status, kind, unit, indicator } = base.claim
  if (status !== 'baseline' || kind === 'change' || kind === 'gap') return undefined
  return figuresBehind(base)
    .slice(0, 2)
    .find(
      ({ claim, lead }) =>
        claim.kind === kind &&
        claim.status !== 'baseline' &&
        claim.unit === unit &&
        (nameOf(claim.indicator) === nameOf(indicator) || upWords.test(lead) || downWords.test(lead)),
    )
}

function directionOf(base: Figure, level: Figure): Identity[] {
  const words = between(base, level)
  const [isUp, isDown] = [upWords.test(words), downWords.test(words)]
  if (isUp === isDown || base.claim.qualifier === 'range') return []
  const [from, to] = [intervalOf(base.claim), intervalOf(level.claim)]
  // From the 11th place to the 7th is up
  const goesUp = (base.claim.kind === 'rank') !== isUp
  const fits = goesUp ? to.high > from.low : to.low < from.high
  const verb = (isUp ? upWords : downWords).exec(words)?.[0] ?? ''
  return [
    judged({
      check: 'change',
      claims: [base.claim, level.claim],
      sum: `${base.claim.raw}${verb}${level.claim.raw}${fits ? '' : `: ${goesUp ? `${level.claim.raw} < ${base.claim.raw}` : `${level.claim.raw} > ${base.claim.raw}`}`}`,
      expected: null,
      fits,
      doubt: null,
    }),
  ]
}

/** 同比 after 从2015年的61家 is another base, 年均 another sum. */
function isOf(change: Claim, base: Figure): boolean {
  const { text } = base.passage
  const isOfYears = /\d{4}年|五年|年初|年底|年末|十[二三四五]五/.test(text.slice(0, base.at))
  if (change.basis === 'none' || change.basis === null) return !/年均|平均每年/.test(text)
  return change.basis === 'yoy' && !isOfYears
}

function changeOf(base: Claim, level: Claim, change: Claim): Identity {
  const { consistent, stated } = checkGrowth(change, base, level)
  return judged({
    check: 'change',
    claims: [base, level, change],
    ...growthTold(`${base.raw} → ${level.raw}`, stated.computed, change, consistent !== false),
    doubt: consistent === null ? say('doubt.constant-prices') : null,
  })
}

/** 55条，比上年增加13条、增长31%: two changes of one amount tell of one base, and no base is less than nothing. */
export function checkChanges(claims: readonly Claim[], changes: ChangesByLevel): Identity[] {
  const sums = claims.flatMap((level) => {
    const told = (changes.get(level.id) ?? []).filter(({ basis }) => basis === 'yoy' || basis === 'none')
    const amount = told.find(({ unit }) => unit === level.unit && countsThings(unit))
    const rate = told.find(({ unit }) => dimensionOf(unit).name === 'percent')
    return amount === undefined || rate === undefined ? [] : [twoChanges(level, amount, rate)]
  })
  const bases = claims.flatMap((level) => (changes.get(level.id) ?? []).flatMap((change) => baseOf(level, change)))
  return [...sums.filter((identity) => identity !== null), ...bases]
}

function twoChanges(level: Claim, amount: Claim, rate: Claim): Identity | null {
  const value = impliedBase(amount, level)
  if (value === null || value <= 0 || dimensionOf(level.unit).name === 'percent') return null
  const [now, by] = [intervalOf(level), intervalOf(amount)]
  const half = (now.high - now.low + by.high - by.low) / 2
  const base: Claim = { ...level, raw: `${value + half}`, value, qualifier: half > 0 ? 'about' : 'exact' }
  const { consistent, stated } = checkGrowth(rate, base, level)
  const [low, high] = stated.between ?? [stated.value, stated.value]
  const isNear = meet({ low: low - 1, high: high + 1 }, { low: stated.value, high: stated.value })
  const fits = consistent !== false || isNear
  return judged({
    check: 'change',
    indicator: level.indicator,
    claims: [level, amount, rate],
    ...growthTold(`${amount.raw} ÷ ${amountText(value, [level])}`, stated.computed, rate, fits),
    doubt: null,
  })
}

/** 通用机场增加11个、达到25个; 提高15个百分点，达到65%: what was before is no less than nothing, of a share no more than all. */
function baseOf(level: Claim, change: Claim): Identity[] {
  const isPoints = dimensionOf(change.unit).name === 'point' && dimensionOf(level.unit).name === 'percent'
  const isOwn = change.unit === level.unit && dimensionOf(level.unit).name !== 'percent'
  if ((!isPoints && !isOwn) || level.qualifier === 'range' || change.qualifier === 'range' || level.value < 0) return []
  if (ofYearBefore.test(wordsBefore(level))) return []
  const base = level.value - (change.direction === 'down' ? -change.value : change.value)
  const most = isPoints && /占比|比重|合格率|覆盖率|满意/.test(level.indicator) ? 100 : Infinity
  const fits = base >= -1e-9 && (base <= most + 1e-9 || level.value > most)
  const text = isPoints ? `${rounded(base)}%` : amountText(base, [level])
  return [
    judged({
      check: 'change',
      indicator: level.indicator,
      claims: [level, change],
      sum: `${level.raw} ${change.direction === 'down' ? '+' : '-'} ${change.raw} = ${text}`,
      expected: null,
      fits,
      doubt: null,
    }),
  ]
}
