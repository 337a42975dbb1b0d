import type { Quantity, Sentence } from '../types.ts'

/** A quantity in its clause, and what stands around it: [全省累计新登记市场主体] 20.71万户 [] */
export interface Slot {
  readonly sentence: Sentence
  /** Its offsets are those of the sentence's reading. */
  readonly quantity: Quantity
  /** From the clause's beginning, or the quantity before, to the number; words such as 约 and 超过 left off. */
  readonly left: string
  /** To the clause's end, or the next number; words such as 以上 and 左右 left off. */
  readonly right: string
  /** 规上工业总产值 of 规上工业总产值：4.13万亿元，同比+17.2%; '' where there is none. */
  readonly label: string
  /** Where `left` begins in the reading. */
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
  /(?:(?<![节合签集特预条违契])约(?:为|达|合)?|大约|大概|将近|接近|(?<![附最临邻靠])近|超过了?|超出?|突破了?|逾|高达|多达|不低于|不少于|不高于|不超过|不多于|不足|不到|未超过|至少|最多|最高|最低|≥|≤|>|<|＞|＜|－|[-+−±])+$/
/** 每人每月 of 提高到每人每月720元 says of what, not how much of what. */
const perHead = /(?:每(?:人|月|年|户|亩|天|日|个|家|次|吨|件|颗|辆|千人|万人|平方米|人次|学年|学期|工作日)+)+$/
const hedgeBehind = /^(?:及?以上|及?以下|以内|之内|左右|上下|出头|之多|之间|多|余|不等|还多|多一点|的?水平)/
const separator = /^(?:[、和与及,]|以及|并|且)/
// 2.技术改造投资 · 【药品】 · 一是 · 台（套）、
const numbering =
  /^(?:【[^】]*】|——|[●■◆★▲·•>]|\d{1,2}[.．、](?!\d)|[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）]|[一二三四五六七八九十]{1,3}(?:、|是|要)|（[套次条个家]）[、，]?)+/
const between = /^(?:[、和与及,]|以及)$/
const isMark = (char: string): boolean => '，；。：:！？（）()｜\n;!?'.includes(char)

/** The quantities of a sentence that may be claims, each in its slot. */
export function slotsOf(sentence: Sentence, quantities: readonly Quantity[]): Slot[] {
  const { reading } = sentence
  const kept = quantities.filter((quantity) => !isModifier(reading, quantity))
  const asides = bracketsWithout(reading, kept)
  const slots: Slot[] = []
  let label = ''
  let before = 0
  kept.forEach((quantity, index) => {
    const from = clauseStart(reading, before, quantity.start, asides)
    label =
      labelBefore(reading, before, from, asides) ?? (before <= from && hasStop(reading, before, from) ? '' : label)
    const next = kept[index + 1]?.start ?? reading.length
    const end = clauseEnd(reading, quantity.end, next, asides)
    const previous = kept[index - 1]
    const gap = previous === undefined ? '' : reading.slice(previous.end, quantity.start).replace(hedgeBehind, '')
    const follows = previous !== undefined && from === previous.end
    slots.push({
      sentence,
      quantity,
      left: reading
        .slice(from, quantity.start)
        .replace(follows ? hedgeBehind : /^$/, '')
        .replace(separator, '')
        .replace(numbering, '')
        .replace(hedgeBefore, '')
        .replace(perHead, ''),
      right: reading.slice(quantity.end, end).replace(hedgeBehind, ''),
      label,
      from,
      previousEnd: previous?.end ?? 0,
      joins: previous !== undefined && between.test(gap.replace(hedgeBefore, '')),
      follows,
      runsOn: end === next && next < reading.length,
    })
    before = quantity.end
  })
  return slots
}

/** Does a number only describe the noun behind it? 亿元以上案件, 万元生产总值, 500强企业 */
function isModifier(reading: string, { start, end, raw, unit }: Quantity): boolean {
  // 九成以上行政村 is a share of them
  if (unit === '%') return false
  const behind = reading.slice(end, end + 6)
  // 省直5部门分3批
  if ((unit === '批' && reading[start - 1] === '分') || (unit === '部门' && /^[分联]/.test(behind))) return true
  if (/^(?:强|级)/.test(behind)) return true
  if (
    /^(?:及?以上|及?以下|以内)的?[\u4e00-\u9fff“]/.test(behind) &&
    !/^(?:及?以上|及?以下|以内)(?:和|及|与|的?水平)/.test(behind)
  )
    return true
  const bare = /^[十百千万亿]/.test(raw) && !/[\d一二三四五六七八九两]/.test(raw)
  if (bare && /^[\u4e00-\u9fff]/.test(behind)) return !hedgeBefore.test(reading.slice(Math.max(0, start - 4), start))
  return reading[start - 1] === '每' && /^[\u4e00-\u9fff]/.test(behind) && bare
}

/** （低碳） in 绿色（低碳）工厂150家: brackets without a number cut no clause. */
function bracketsWithout(reading: string, quantities: readonly Quantity[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let open = reading.indexOf('（'); open >= 0; open = reading.indexOf('（', open + 1)) {
    const close = reading.indexOf('）', open)
    if (close < 0) break
    if (close - open <= 30 && !quantities.some(({ start }) => start > open && start < close)) found.push([open, close])
    open = close
  }
  return found
}

const isAside = (asides: readonly (readonly [number, number])[], at: number): boolean =>
  asides.some(([open, close]) => at >= open && at <= close)

type Asides = ReturnType<typeof bracketsWithout>

function clauseStart(reading: string, from: number, to: number, asides: Asides): number {
  for (let at = to - 1; at >= from; at--) {
    if (isMark(reading.charAt(at)) && !isAside(asides, at)) return at + 1
    if (reading.startsWith('——', at)) return at + 2
  }
  return from
}

function clauseEnd(reading: string, from: number, to: number, asides: Asides): number {
  for (let at = from; at < to; at++) if (isMark(reading.charAt(at)) && !isAside(asides, at)) return at
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
  for (let at = from; at < to; at++) if ('；。;'.includes(reading.charAt(at))) return true
  return false
}
