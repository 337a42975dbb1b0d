import { type Interval, intervalOf, intervalsOf, meet } from '../compare/interval.ts'
import { dimensionOf } from '../compare/units.ts'
import { type Said, say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { type Identity, judged } from './identity.ts'
import { wholeOf } from './parts.ts'
import { areAlike, type Figure, figuresBefore, isAmount, type Passage } from './passages.ts'
import { plainSum, rounded, sumOf, sumText } from './sums.ts'

export type NameOf = (name: string) => string

/** 市场主体432.6万户，其中企业115.2万户，占26.6%: a share is its part by its whole. */
export function checkShares(passages: readonly Passage[], nameOf: NameOf): Identity[] {
  return passages.flatMap(({ figures }) => figures.flatMap((figure) => shareOf(figure, nameOf)))
}

function isShare({ kind, unit, status }: Claim): boolean {
  return kind === 'share' && unit === '%' && status === 'actual'
}

function shareOf(share: Figure, nameOf: NameOf): Identity[] {
  const before = figuresBefore(share)
  const told = wholeTold(share, before)
  if (!isShare(share.claim) && told === undefined) return []
  const part = told === undefined ? partOf(share, before, nameOf) : before.slice(1).find((one) => isPartOf(one, told))
  const whole = told ?? (part === undefined ? undefined : wholeFor(share, part, before, nameOf))
  if (part === undefined || whole === undefined || intervalOf(whole.claim).low <= 0) return []
  const [of, all] = intervalsOf([part.claim, whole.claim]) as [Interval, Interval]
  const fits = meet({ low: (of.low / all.high) * 100, high: (of.high / all.low) * 100 }, intervalOf(share.claim))
  const expected = rounded((part.claim.value / whole.claim.value) * 100)
  return [
    judged({
      check: 'share',
      claims: [whole.claim, part.claim, share.claim],
      sum: `${part.claim.raw} ÷ ${whole.claim.raw} = ${expected}%${fits ? '' : ` ≠ ${share.claim.raw}`}`,
      expected,
      fits,
      doubt: doubtOf(share, part, whole, told !== undefined),
    }),
  ]
}

/** A part that is more than its whole is rather of another, but for plans: 完成投资120亿元，占年度计划100亿元的120%. */
function doubtOf(share: Figure, part: Figure, whole: Figure, isTold: boolean): Said | null {
  if (whole.passage !== share.passage) return say('doubt.whole-elsewhere')
  return part.claim.value > whole.claim.value && !isTold ? say('doubt.whole-far') : null
}

/** 占年度计划100亿元的110%: the whole stands in the share. */
function wholeTold(share: Figure, before: readonly Figure[]): Figure | undefined {
  const [whole] = before
  const isTold = share.claim.unit === '%' && share.lead === '的' && whole?.passage === share.passage
  return isTold && isAmount(whole) && /(?:占|完成)[^，。；]*$/.test(whole.lead) ? whole : undefined
}

function isPartOf(part: Figure, whole: Figure): boolean {
  return part.passage === whole.passage && isAmount(part) && part.claim.unit === whole.claim.unit
}

/** The amount right before 占 or 占比, or the one of the share's name. */
function partOf(share: Figure, before: readonly Figure[], nameOf: NameOf): Figure | undefined {
  const amounts = before.filter((figure) => figure.passage === share.passage && isAmount(figure))
  const last = amounts[0]
  if (last !== undefined && /^[，、（(]?(?:占|所占|占比|比重|约占)[^，、。；]*$/.test(share.lead)) return last
  if (last !== undefined && last.claim.id === share.claim.of) return last
  return amounts.find(({ claim }) => nameOf(claim.indicator) === nameOf(share.claim.indicator))
}

/** The whole by its id or its name; where 占比 stands alone or of 总量, what the part is a part of. */
function wholeFor(share: Figure, part: Figure, before: readonly Figure[], nameOf: NameOf): Figure | undefined {
  const named = share.claim.whole ?? wholeName(share)
  if (named === '' || /^(?:总量|总数|全部|总额|总体|总计|其中)$/.test(named)) return wholeOf(part)
  const name = nameOf(named)
  return before.find(
    (figure) =>
      figure !== part &&
      isAmount(figure) &&
      dimensionOf(figure.claim.unit).name === dimensionOf(part.claim.unit).name &&
      figure.claim.unit === part.claim.unit &&
      (figure.claim.id === share.claim.of || isNamed(figure, name, nameOf)),
  )
}

function isNamed({ claim }: Figure, name: string, nameOf: NameOf): boolean {
  const known = nameOf(claim.indicator)
  return known === name || (name.length >= 3 && known.endsWith(name))
}

/** 占市场主体总量的26.6% → 市场主体总量; 占比26.6% → '' */
function wholeName({ lead }: Figure): string {
  const words =
    /(?:占|所占)(?!比)(?:全省|全市|全国|全部|整个)?([^，、。；]*?)(?:总数|总量|总额)?(?:的)?(?:比重|比例|比)?(?:为|达到?|约|超过|近)?$/.exec(
      lead,
    )
  return (words?.[1] ?? '').replace(/的$/, '')
}

/** Members of a whole that are all there is. */
const wholes: readonly (readonly RegExp[])[] = [
  [/一产|第一产业|一次产业/, /二产|第二产业/, /三产|第三产业/],
  [/出口/, /(?<!进)出口|进口/],
  [/城镇|城市/, /农村|乡村/],
  [/男/, /女/],
  [/优/, /良/, /中|一般/, /差/],
  [/(?<![不本])满意/, /基本满意|一般/, /不满意/],
  [/东部/, /中部/, /西部/],
  [/大/, /中/, /小/],
  [/投诉/, /举报/],
]

/** 一产占6.5%、二产占38.2%、三产占55.3%: shares of one whole come to 100, and never to more. */
export function checkShareSums(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) => {
    const lists = listsOf(figures).filter((list) => list.length >= 2)
    return [...lists.flatMap(sumOfShares), ...structureOf(figures)]
  })
}

/** Shares in a row, of one whole: 满意占60%、基本满意占30%、不满意占10%. */
function listsOf(figures: readonly Figure[]): Figure[][] {
  const lists: Figure[][] = []
  for (const figure of figures) {
    if (!isShare(figure.claim)) continue
    const list = lists.at(-1)
    const last = list?.at(-1)
    const goesOn =
      last !== undefined && figure.order === last.order + 1 && areAlike(last.claim, figure.claim) && isListed(figure)
    if (goesOn) list?.push(figure)
    else lists.push([figure])
  }
  return lists
}

function isListed({ lead }: Figure): boolean {
  return /^[，、和；]?[^，；。]{0,14}$/.test(lead) && !/其中|同比|比上年/.test(lead)
}

function sumOfShares(list: readonly Figure[]): Identity[] {
  const claims = list.map(({ claim }) => claim)
  const sum = sumOf(claims)
  const isAll = wholes.some((words) => words.length === list.length && areMembers(list, words))
  const is100 = sum.low <= 100 && sum.high >= 100 && list.length > 2
  const isParted =
    list.every(({ claim, lead }) => claim.of !== null || claim.whole !== null || /占/.test(lead)) && isOneWhole(list)
  if (!isAll && !is100 && !(isParted && sum.low > 100)) return []
  const fits = sum.low <= 100 && (sum.high >= 100 || !isAll)
  return [
    judged({
      check: 'share',
      claims,
      sum: `${sumText(claims)}${fits ? '' : ' ≠ 100%'}`,
      expected: 100,
      stated: plainSum(claims),
      fits,
      doubt: isAll ? null : say('doubt.overlap'),
    }),
  ]
}

/** By their own words, or in order before 分别: 东部、中部、西部地区分别占76.4%、15.6%、8.1%. */
function areMembers(list: readonly Figure[], words: readonly RegExp[]): boolean {
  const first = list[0] as Figure
  const names = /([^、，。；]*(?:、[^、，。；]*)+)分别[^，。；]*$/
    .exec(first.passage.text.slice(0, first.at).replace(/，(?=[^，]*分别)/, ''))?.[1]
    ?.split(/[、和]/)
  return words.every((word, at) => {
    const said = list.some(({ lead, claim }) => word.test(lead.slice(-8) + claim.indicator))
    return said || (names?.length === words.length && word.test(names[at] ?? ''))
  })
}

/** 三次产业结构为6.5:38.2:55.3 */
function structureOf(figures: readonly Figure[]): Identity[] {
  const passage = figures[0]?.passage
  const found =
    /产业[^，。；]{0,10}(?:结构|比例|比重)[^，。；]{0,12}?(?<a>\d+(?:\.\d+)?)\s*[:：∶]\s*(?<b>\d+(?:\.\d+)?)\s*[:：∶]\s*(?<c>\d+(?:\.\d+)?)/.exec(
      passage?.text ?? '',
    )
  const within = figures.filter(({ at }) => found !== null && at >= found.index && at < found.index + found[0].length)
  if (found === null || within.length === 0) return []
  const members = [found.groups?.a, found.groups?.b, found.groups?.c].map((text) => text ?? '')
  const sum = rounded(members.reduce((total, text) => total + Number(text), 0))
  const decimals = Math.min(...members.map((text) => text.split('.')[1]?.length ?? 0))
  const fits = Math.abs(sum - 100) <= 1.5 * 10 ** -decimals + 1e-9
  return [
    judged({
      check: 'share',
      claims: within.map(({ claim }) => claim),
      sum: `${members.join(' + ')} = ${sum}${fits ? '' : ' ≠ 100'}`,
      expected: 100,
      stated: sum,
      unit: '%',
      fits,
      doubt: null,
    }),
  ]
}

function isOneWhole(list: readonly Figure[]): boolean {
  return new Set(list.map(({ claim }) => `${claim.of} ${claim.whole}`)).size === 1
}
