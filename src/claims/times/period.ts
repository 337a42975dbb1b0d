import { isDigit, tableOf } from '../../text/characters.ts'
import type { Period } from '../../types.ts'

/** A time as it stands in a sentence, and the days that it means. */
export interface TimeMention {
  readonly start: number
  readonly end: number
  readonly period: Period
  /** 2019年 of 从2019年的18.2%: for the next number alone. */
  readonly isFormer: boolean
}

type Days = Pick<Period, 'from' | 'to'>
/** Groups of the expression's match; `year` is what 今年 means, null where nothing says. */
type Read = (found: Readonly<Record<string, string | undefined>>, year: number | null) => Days

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const numberOf = (text: string): number => digits[text] ?? Number(text)
const pad = (number: number): string => String(number).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const unknown: Days = { from: null, to: null }

function months(year: number | null, first: number, last: number): Days {
  if (year === null || first < 1 || last > 12 || first > last) return unknown
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${lastDay(year, last)}` }
}

const yearOf = (found: Readonly<Record<string, string | undefined>>, year: number | null): number | null => {
  if (found.year !== undefined) return Number(found.year)
  if (found.named === undefined) return year
  const shift = { 去: -1, 上: -1, 前: -2, 明: 1 }[found.named] ?? 0
  return year === null ? null : year + shift
}

const sticky = (source: string): RegExp => new RegExp(source, 'y')
const Y = '(?:(?<year>(?:19|20)\\d\\d)年|(?<named>[今去上前明本当])年)'
/** A way to say a time. */
interface TimeExpression {
  /** Sticky, where a time may begin. */
  readonly pattern: RegExp
  readonly read: Read
  /** In a report of 2021. */
  readonly examples: readonly [text: string, from: string | null, to: string | null][]
}

/** The longer before the shorter; a new way to say a time is one entry here. */
export const expressions: readonly TimeExpression[] = [
  {
    pattern: /(?<first>(?:19|20)\d\d)年?[—–\-~～至到](?<last>(?:19|20)\d\d)年/y,
    read: ({ first, last }) => ({ from: `${first}-01-01`, to: `${last}-12-31` }),
    examples: [
      ['2016—2020年', '2016-01-01', '2020-12-31'],
      ['2016年至2020年', '2016-01-01', '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`(?:截至|截止|到|至)(?:${Y})?(?<month>\\d{1,2})月(?:底|末|份)?`),
    read: (found, year) => ({ ...months(yearOf(found, year), Number(found.month), Number(found.month)), from: null }),
    examples: [
      ['截至2020年11月底', null, '2020-11-30'],
      ['截至12月末', null, '2021-12-31'],
    ],
  },
  {
    pattern: sticky(`(?:${Y})?(?<first>\\d{1,2})月?[—–\\-~～至到](?<last>\\d{1,2})月份?`),
    read: (found, year) => months(yearOf(found, year), Number(found.first), Number(found.last)),
    examples: [
      ['1—9月', '2021-01-01', '2021-09-30'],
      ['2020年3月至5月份', '2020-03-01', '2020-05-31'],
    ],
  },
  {
    pattern: sticky(`(?:${Y})?(?<!\\d)(?<half>[上下])半年`),
    read: (found, year) =>
      found.half === '上' ? months(yearOf(found, year), 1, 6) : months(yearOf(found, year), 7, 12),
    examples: [
      ['上半年', '2021-01-01', '2021-06-30'],
      ['去年下半年', '2020-07-01', '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`(?:${Y})?前(?<count>[二三])季度`),
    read: (found, year) => months(yearOf(found, year), 1, numberOf(found.count ?? '') * 3),
    examples: [['前三季度', '2021-01-01', '2021-09-30']],
  },
  {
    pattern: sticky(`(?:${Y})?第?(?<quarter>[一二三四])季度`),
    read: (found, year) =>
      months(yearOf(found, year), numberOf(found.quarter ?? '') * 3 - 2, numberOf(found.quarter ?? '') * 3),
    examples: [
      ['一季度', '2021-01-01', '2021-03-31'],
      ['2020年第四季度', '2020-10-01', '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`${Y}(?<month>\\d{1,2})月(?:份|底|末|\\d{1,2}日)?`),
    read: (found, year) => months(yearOf(found, year), Number(found.month), Number(found.month)),
    examples: [
      ['今年2月份', '2021-02-01', '2021-02-28'],
      ['2020年2月9日', '2020-02-01', '2020-02-29'],
    ],
  },
  {
    pattern: /“?十(?<plan>[一二三四五六])五”?(?:时期|期间|以来|规划期)?/y,
    read: ({ plan }) => ({
      from: `${2001 + numberOf(plan ?? '') * 5}-01-01`,
      to: `${2005 + numberOf(plan ?? '') * 5}-12-31`,
    }),
    examples: [
      ['“十四五”时期', '2021-01-01', '2025-12-31'],
      ['十三五期间', '2016-01-01', '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`(?:截至|截止|到|至)${Y}(?:底|末|年底)?`),
    read: (found, year) => ({ from: null, to: months(yearOf(found, year), 1, 12).to }),
    examples: [
      ['到2025年', null, '2025-12-31'],
      ['截至2020年底', null, '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`${Y}以来`),
    read: (found, year) => ({ from: months(yearOf(found, year), 1, 1).from, to: null }),
    examples: [
      ['今年以来', '2021-01-01', null],
      ['2012年以来', '2012-01-01', null],
    ],
  },
  {
    pattern: /(?<!\d)近?(?<count>[一二两三四五六七八九十]|\d{1,2})年(?:来|间)/y,
    read: ({ count }, year) =>
      year === null ? unknown : { from: `${year - numberOf(count ?? '') + 1}-01-01`, to: `${year}-12-31` },
    examples: [
      ['近五年来', '2017-01-01', '2021-12-31'],
      ['3年间', '2019-01-01', '2021-12-31'],
    ],
  },
  {
    pattern: sticky(`${Y}(?:度|全年|末|底)?`),
    read: (found, year) => months(yearOf(found, year), 1, 12),
    examples: [
      ['2020年度', '2020-01-01', '2020-12-31'],
      ['上年末', '2020-01-01', '2020-12-31'],
      ['明年', '2022-01-01', '2022-12-31'],
    ],
  },
  {
    pattern: /(?:全年|年内|年末|年底)/y,
    read: (_, year) => months(year, 1, 12),
    examples: [['全年', '2021-01-01', '2021-12-31']],
  },
  {
    pattern: /(?<!\d)(?<month>\d{1,2})月份?(?!\d|日)/y,
    read: ({ month }, year) => months(year, Number(month), Number(month)),
    examples: [['11月份', '2021-11-01', '2021-11-30']],
  },
  {
    pattern: /(?:截至)?目前/y,
    read: () => unknown,
    examples: [
      ['目前', null, null],
      ['截至目前', null, null],
    ],
  },
]

/** All of them at one place, and behind each an empty group that tells which it was. */
const any = sticky(expressions.map(({ pattern }) => `(?:${pattern.source.replace(/\(\?<\w+>/g, '(?:')})()`).join('|'))

/** What a time begins with, and what stands behind that: no expression is tried elsewhere. */
const [begins, second] = [
  tableOf('截到至今去上前明本当下第一二两三四五六七八九十近“全年目'),
  tableOf('0123456789止至今去上前明本当目年半一二两三四五六七八九十季内末底'),
]
const behindDigits = tableOf('年月—–-~～至到')

function mayBegin(reading: string, at: number): boolean {
  const code = reading.charCodeAt(at)
  if (begins[code] === 1) return second[reading.charCodeAt(at + 1)] === 1
  if (!isDigit(code) || isDigit(reading.charCodeAt(at - 1))) return false
  let end = at + 1
  while (isDigit(reading.charCodeAt(end))) end++
  return behindDigits[reading.charCodeAt(end)] === 1
}

/** No time begins further before the first sign of one: 截至2021年, 2016—2020年. */
const farthest = 16

/** The times that a sentence names, those it only compares with left out: 今年以来 → from 2020-01-01; 比2012年 is none. */
export function findTimes(reading: string, year: number | null): TimeMention[] {
  const mentions: TimeMention[] = []
  const sign = reading.search(/[年月]|季度|目前|十[一二三四五六]五/)
  if (sign < 0) return mentions
  for (let start = Math.max(0, sign - farthest); start < reading.length; start++) {
    if (!mayBegin(reading, start)) continue
    any.lastIndex = start
    const expression = expressions[(any.exec(reading)?.indexOf('', 1) ?? 0) - 1]
    if (expression === undefined) continue
    const { pattern, read } = expression
    pattern.lastIndex = start
    const { 0: text = '', groups = {} } = pattern.exec(reading) ?? {}
    const end = start + text.length
    const before = reading.charAt(start - 1)
    const behind = reading.slice(end, end + 4)
    const isCompared = /[比较与同]/.test(before) || /^(?:同期|计划|规划|行动|方案|版|度?质量奖)/.test(behind)
    const isFormer = /[从由自]/.test(before) && /^(?:的|\d)/.test(behind)
    if (!isCompared) mentions.push({ start, end, isFormer, period: { text, ...read(groups, year) } })
    start = end - 1
  }
  return mentions
}
