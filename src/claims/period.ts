import type { Period } from '../types.ts'

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

const Y = '(?:(?<year>(?:19|20)\\d\\d)年|(?<named>[今去上前明本当])年)'
/** The longer before the shorter; a new way to say a time is one line here. */
const expressions: readonly (readonly [RegExp, Read])[] = [
  // 2016—2020年, 2016年至2020年
  [
    /(?<first>(?:19|20)\d\d)年?[—–\-~～至到](?<last>(?:19|20)\d\d)年/,
    ({ first, last }) => ({ from: `${first}-01-01`, to: `${last}-12-31` }),
  ],
  // 截至2021年11月底, 截至12月末
  [
    new RegExp(`(?:截至|截止|到|至)(?:${Y})?(?<month>\\d{1,2})月(?:底|末|份)?`),
    (found, year) => ({ ...months(yearOf(found, year), Number(found.month), Number(found.month)), from: null }),
  ],
  [
    new RegExp(`(?:${Y})?(?<first>\\d{1,2})月?[—–\\-~～至到](?<last>\\d{1,2})月份?`),
    (found, year) => months(yearOf(found, year), Number(found.first), Number(found.last)),
  ],
  [
    new RegExp(`(?:${Y})?(?<!\\d)(?<half>[上下])半年`),
    (found, year) => (found.half === '上' ? months(yearOf(found, year), 1, 6) : months(yearOf(found, year), 7, 12)),
  ],
  [
    new RegExp(`(?:${Y})?前(?<count>[二三])季度`),
    (found, year) => months(yearOf(found, year), 1, numberOf(found.count ?? '') * 3),
  ],
  [
    new RegExp(`(?:${Y})?第?(?<quarter>[一二三四])季度`),
    (found, year) =>
      months(yearOf(found, year), numberOf(found.quarter ?? '') * 3 - 2, numberOf(found.quarter ?? '') * 3),
  ],
  [
    new RegExp(`${Y}(?<month>\\d{1,2})月(?:份|底|末|\\d{1,2}日)?`),
    (found, year) => months(yearOf(found, year), Number(found.month), Number(found.month)),
  ],
  [
    /“?十(?<plan>[一二三四五六])五”?(?:时期|期间|以来|规划期)?/,
    ({ plan }) => ({
      from: `${1951 + numberOf(plan ?? '') * 5 + 50}-01-01`,
      to: `${1955 + numberOf(plan ?? '') * 5 + 50}-12-31`,
    }),
  ],
  // 到2025年, 截至2021年底
  [
    new RegExp(`(?:截至|截止|到|至)${Y}(?:底|末|年底)?`),
    (found, year) => ({ from: null, to: months(yearOf(found, year), 1, 12).to }),
  ],
  [new RegExp(`${Y}以来`), (found, year) => ({ from: months(yearOf(found, year), 1, 1).from, to: null })],
  [
    /(?<!\d)近?(?<count>[一二两三四五六七八九十]|\d{1,2})年(?:来|间)/,
    ({ count }, year) =>
      year === null ? unknown : { from: `${year - numberOf(count ?? '') + 1}-01-01`, to: `${year}-12-31` },
  ],
  [new RegExp(`${Y}(?:度|全年|末|底)?`), (found, year) => months(yearOf(found, year), 1, 12)],
  [/(?:全年|年内|年末|年底)/, (_, year) => months(year, 1, 12)],
  [/(?<!\d)(?<month>\d{1,2})月份?(?!\d|日)/, ({ month }, year) => months(year, Number(month), Number(month))],
  [/(?:截至)?目前/, () => unknown],
]
const wholes = expressions.map(([{ source }, read]) => [new RegExp(`^(?:${source})$`), read] as const)
const any = new RegExp(expressions.map(([{ source }]) => source.replace(/\(\?<\w+>/g, '(?:')).join('|'), 'g')

/** No time begins further before the first sign of one: 截至2021年, 2016—2020年. */
const farthest = 16

/** The times that a sentence names, those it only compares with left out: 今年以来 → from 2020-01-01; 比2012年 is none. */
export function findTimes(reading: string, year: number | null): TimeMention[] {
  const mentions: TimeMention[] = []
  const sign = reading.search(/[年月]|季度|目前|十[一二三四五六]五/)
  if (sign < 0) return mentions
  any.lastIndex = Math.max(0, sign - farthest)
  for (const found of reading.matchAll(any)) {
    const text = found[0]
    const start = found.index
    const end = start + text.length
    const before = reading.charAt(start - 1)
    const behind = reading.slice(end, end + 4)
    if (/[比较与同]/.test(before) || /^(?:同期|计划|规划|行动|方案|版|度?质量奖)/.test(behind)) continue
    const known = wholes.find(([whole]) => whole.test(text))
    if (known === undefined) continue
    const isFormer = /[从由自]/.test(before) && /^(?:的|\d)/.test(behind)
    mentions.push({ start, end, isFormer, period: { text, ...known[1](known[0].exec(text)?.groups ?? {}, year) } })
  }
  return mentions
}
