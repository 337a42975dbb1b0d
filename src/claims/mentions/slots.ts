import { wholeUnit } from '../../quantities/named-unit.ts'
import { tableOf } from '../../text/characters.ts'
import { currencyBefore, currencyOf } from '../../tokens/currencies.ts'
import { ofTime } from '../../tokens/words.ts'
import type { Quantity, Sentence } from '../../types.ts'
import { isKindOfNext, isModifier } from './modifiers.ts'

/** A quantity in its clause, and what stands around it: [全省累计新登记市场主体] 20.71万户 [] */
export interface Slot {
  readonly sentence: Sentence
  /** Its offsets are those of the sentence's reading. */
  readonly quantity: Quantity
  /** From the clause's beginning, or the quantity before, to the number; words such as 约 and 超过 left off. */
  readonly left: string
  /** Where `left` begins in the reading. */
  readonly leftStart: number
  /** To the clause's end, or the next number; words such as 以上 and 左右 left off. */
  readonly right: string
  /** 规上工业总产值 of 规上工业总产值：4.13万亿元，同比+17.2%; '' where there is none. */
  readonly label: string
  /** Where its clause begins, or the quantity before ends. */
  readonly from: number
  /** Where the quantity before ends; 0 for the first. */
  readonly previousEnd: number
  /** Only 、 or 和 parts it from the quantity before: 4.3%、5.5% */
  readonly joins: boolean
  /** No mark parts its clause from the quantity before: 17个重点传统制造业增加值增长5.3% */
  readonly follows: boolean
  /** No mark parts it from the next number. */
  readonly runsOn: boolean
}

// 约 of 节约 and 合约 is no hedge
const hedgeBefore =
  /(?:(?<![节合签集特预条违契])约(?:为|达|合)?|大约|大概|将近|接近|(?<![附最临邻靠])近|超过了?|超出?|突破了?|逾|高达|多达|不低于|不少于|不高于|不超过|不多于|不?[大小]于|不足|不到|不及|不下|未超过|未达到?|未满|不满|至少|至多|起码|最少|最多|最高|最低|近乎|逼近|临近|几近|差不多|大致|跨越|≥|≤|>|<|＞|＜|－|[-+−±])+$/
/** 每人每月 of 提高到每人每月720元 says of what, not how much of what. */
const perHead = /(?:每(?:人|月|年|户|亩|天|日|个|家|次|吨|件|颗|辆|千人|万人|平方米|学年|学期|工作日)+)+$/
const hedgeBehind = /^(?:及?以上|及?以下|以内|之内|左右|上下|出头|之多|之间|多|余|不等|还多|多一点|的?水平)/
const separator = /^(?:[、和与及,]|以及|并|且)/
// 2.技术改造投资 · 【药品】 · 一是 · 台（套）、
const numbering =
  /^(?:【[^】]*】|——|[●■◆★▲·•>○□◎]|\d{1,2}[.．、](?!\d)|[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）]|[一二三四五六七八九十]{1,3}(?:、|是|要)|（[套次条个家]）[、，]?)+/
const between = /^(?:[、和与及,]|以及)$/
/** （含分支机构） behind the number before. */
const asideBehind = /^（[^）]{1,20}）/
/** In characters, what is done included. */
const longestName = 240
const marks = tableOf('，；。：:！？（）()｜\n;!?')
const stops = tableOf('；。;')

/** No hedge is longer, said twice and all. */
const longestHedge = 40

/** What hedges, 每人每月 and numbering can end or begin with: most texts are settled by that character. */
const beginsHedge = tableOf('及以之左上出多余不还的水')
const beginsNumbering = tableOf('【—●■◆★▲·•>○□◎（(一二三四五六七八九十0123456789')
const hedgeEnd =
  /(?:约[为达合]?|大概|近|超|过|[过破]了|[超高多]?[出达]|突破|逾|于|不足|[不达]到|不[及下]|[未不]满|未达|近乎|起码|不多|大致|跨越|[至不最]少|[至不最]多|最[高低]|[≥≤><＞＜－\-+−±])$/
const endsLikeHedge = (text: string): boolean => hedgeEnd.test(text.slice(-2))
const perHeadEnds = tableOf('人月年户亩天日个家次吨件颗辆米期')
const endsPerHead = (text: string): boolean => perHeadEnds[text.charCodeAt(text.length - 1)] === 1

/** The text without what it ends in; only its end is looked at, since a pattern is tried at every character. */
function withoutEnd(text: string, pattern: RegExp, mayEnd: (text: string) => boolean): string {
  if (!mayEnd(text)) return text
  if (text.length <= longestHedge) return text.replace(pattern, '')
  return text.slice(0, -longestHedge) + text.slice(-longestHedge).replace(pattern, '')
}

/** The quantities of a sentence that may be claims, each in its slot. */
export function slotsOf(sentence: Sentence, quantities: readonly Quantity[]): Slot[] {
  const { reading } = sentence
  const kept = quantities.filter(
    (quantity, index) => !isModifier(reading, quantity) && !isKindOfNext(reading, quantity, quantities[index + 1]),
  )
  const asides = bracketsWithout(reading, kept)
  const slots: Slot[] = []
  let label = ''
  let before = 0
  kept.forEach((quantity, index) => {
    const opens = clauseStart(reading, before, quantity.start, asides)
    // No name is so long: what a clause without end costs grows with its length alone
    const from = Math.max(opens, quantity.start - longestName)
    label =
      labelBefore(reading, before, from, asides) ?? (before <= from && hasStop(reading, before, from) ? '' : label)
    const next = kept[index + 1]?.start ?? reading.length
    const end = Math.min(clauseEnd(reading, quantity.end, next, asides), quantity.end + longestName)
    const previous = kept[index - 1]
    const gap = reading.slice(Math.max(previous?.end ?? 0, quantity.start - longestHedge), quantity.start)
    const follows = previous !== undefined && from === previous.end
    const around =
      aroundAside(reading, previous, kept[index - 2]?.end ?? 0, quantity.start, asides) ??
      leftOf(reading, from, quantity.start, follows)
    slots.push({
      sentence,
      quantity,
      left: withoutUnit(around.left, quantity),
      leftStart: around.leftStart,
      right: withoutHedgeBehind(
        reading.slice(
          reading[quantity.end] === '内' && ofTime.test(quantity.raw) ? quantity.end + 1 : quantity.end,
          end,
        ),
      ),
      label: withoutUnit(label, quantity),
      from,
      previousEnd: previous?.end ?? 0,
      joins: previous !== undefined && joins(gap),
      follows,
      runsOn: end === next && next < reading.length,
    })
    before = quantity.end
  })
  return slots
}

/** 较全国平均水平高出 of 较全国平均水平（93.29%）高出0.29个百分点: the figure in brackets parts nothing; null elsewhere. */
function aroundAside(
  reading: string,
  aside: Quantity | undefined,
  before: number,
  to: number,
  asides: Asides,
): Left | null {
  if (aside === undefined || reading[aside.start - 1] !== '（' || reading[aside.end] !== '）') return null
  const behind = reading.slice(aside.end + 1, to)
  if (!/^(?:分别)?(?:高|低|快|慢|多|少|增|降|提|下|上|减|回)[^，。；]{0,8}$/.test(behind)) return null
  const { left, leftStart } = leftOf(
    reading,
    clauseStart(reading, before, aside.start - 1, asides),
    aside.start - 1,
    false,
  )
  return { left: left + withoutHedge(behind), leftStart }
}

const withoutHedgeBehind = (text: string): string =>
  beginsHedge[text.charCodeAt(0)] === 1 ? text.replace(hedgeBehind, '') : text

/** Is nothing but 、 or 和 between two numbers? 4.3%以上、约5.5% */
const joins = (gap: string): boolean =>
  /[、和与及,]/.test(gap) && between.test(withoutHedgeBehind(gap).replace(hedgeBefore, ''))

type Left = Pick<Slot, 'left' | 'leftStart'>

function leftOf(reading: string, from: number, to: number, follows: boolean): Left {
  const text = reading.slice(from, to)
  // 和美乡村 opens a clause, 、和 goes on in one
  const said = text.includes('）') ? withoutAsides(text) : text
  const own = follows ? withoutHedgeBehind(said).replace(asideBehind, '').replace(separator, '') : said
  const plain = beginsNumbering[own.charCodeAt(0)] === 1 ? own.replace(numbering, '') : own
  const start = plain.trimStart()
  return { left: withoutHedge(start), leftStart: from + Math.max(0, said.length - start.length) }
}

const withoutHedge = (text: string): string =>
  withoutEnd(withoutEnd(text, hedgeBefore, endsLikeHedge), perHead, endsPerHead)

/** 指数（上年=100）为101.2 is 指数为101.2, and 出口增长（与去年同期相比，下同）0.8% 与去年同期相比出口增长0.8%. */
function withoutAsides(text: string): string {
  const plain = text.replace(/（[^（）]{0,12}[=＝]100）/g, '')
  const basis = /^(?<before>.*)（(?<basis>[^（）\d]{1,16}?)，下同）$/.exec(plain)?.groups
  return basis === undefined ? plain : `${basis.basis}${basis.before}`
}

/** 发行总额（亿元）：10.00 and 港币约8亿元: the unit that stands before a number names nothing; 检测中心（站）36个 does. */
function withoutUnit(text: string, { unit, raw }: Quantity): string {
  const isOwn = unit === '' || raw.endsWith(unit.slice(-1))
  const plain = text.endsWith('）')
    ? text.replace(/（([^（）]{1,8})）$/, (brackets, written: string) =>
        wholeUnit(written) !== null && (!isOwn || /^[十百千万亿%‰元]/.test(written)) ? '' : brackets,
      )
    : text
  const money = currencyBefore(plain, plain.length)
  return money === null || currencyOf(unit) === null ? plain : plain.slice(0, money.start)
}

/** The places of （低碳） in 绿色（低碳）工厂150家: brackets without a number cut no clause. */
function bracketsWithout(reading: string, quantities: readonly Quantity[]): ReadonlySet<number> {
  const found = new Set<number>()
  let next = 0
  for (let open = reading.indexOf('（'); open >= 0; open = reading.indexOf('（', open + 1)) {
    const close = reading.indexOf('）', open)
    if (close < 0) break
    while ((quantities[next]?.start ?? reading.length) <= open) next++
    const isAside = close - open <= 30 && (quantities[next]?.start ?? reading.length) >= close
    for (let at = open; isAside && at <= close; at++) found.add(at)
    open = close
  }
  return found
}

type Asides = ReturnType<typeof bracketsWithout>

const DASH = '—'.charCodeAt(0)

function clauseStart(reading: string, from: number, to: number, asides: Asides): number {
  for (let at = to - 1; at >= from; at--) {
    const code = reading.charCodeAt(at)
    if (marks[code] === 1 && !asides.has(at)) return at + 1
    if (code === DASH && reading.charCodeAt(at + 1) === DASH) return at + 2
  }
  return from
}

function clauseEnd(reading: string, from: number, to: number, asides: Asides): number {
  for (let at = from; at < to; at++) if (marks[reading.charCodeAt(at)] === 1 && !asides.has(at)) return at
  return to
}

/** What stands before the colon that opens this clause; null where no colon does. */
function labelBefore(reading: string, before: number, from: number, asides: Asides): string | null {
  if (from === 0 || !'：:'.includes(reading.charAt(from - 1))) return null
  const text = reading.slice(clauseStart(reading, before, from - 1, asides), from - 1)
  return text.length > 24 || /(?:是|为|其中|答|问|如下|目标|任务|指出|表示|介绍)$/.test(text) ? '' : text
}

/** A colon's label holds up to the next ； or 。 */
function hasStop(reading: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (stops[reading.charCodeAt(at)] === 1) return true
  return false
}
