import type { Days, Now } from '../types.ts'
import { day, months, monthsBefore, numberOf, spanOf, spelledYear, unknown, wholeYear, yearBefore } from './days.ts'

/** Groups of an expression's match. */
export type Groups = Readonly<Record<string, string | undefined>>

/** A way to say a time. */
export interface TimeExpression {
  /** Sticky, where a time may begin. */
  readonly pattern: RegExp
  readonly read: (found: Groups, now: Now) => Days
  /** In a report of 2021. */
  readonly examples: readonly [text: string, from: string | null, to: string | null][]
  /** It tells no time that a figure could be for: 每年, 9日. */
  readonly isVague?: true
  /** It says how long, and may be a figure itself: 三个月, 5年. */
  readonly isLength?: true
  /** Texts that it takes nothing of. */
  readonly never?: readonly string[]
}

const sticky = (source: string): RegExp => new RegExp(source, 'y')
const dash = '(?:[—–\\-~～至到]|——)'
const until = '(?:截至|截止到?|到|至)'
/** 下降到2021年的2.8‰ names no time to come. */
const noDeadline = '(?<![降升增减高低加长短少缩扩涨跌展提达回]至?)'
const Y =
  '(?:(?<year>(?:19|20)\\d\\d)(?:年度?|(?=[上下]半年|第?[一二三四]季度|前[二三]季度))|(?<spelled>[一二][零一二三四五六七八九]{3})年度?|(?<named>[今去上前明本当]|上一|下一)年度?)'
const spelledMonth = '十[一二]?|[一二三四五六七八九]'
const month = (name: string): string => `(?<${name}>(?<!\\d)\\d{1,2}|(?<![一二三四五六七八九十第])(?:${spelledMonth}))`
const date = (name: string): string => `(?<${name}>\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]`
/** 7、8月, and no numbering: 一、9月 */
const oneBehindAnother = Array.from({ length: 11 }, (_, at) => `(?<!\\d)${at + 1}(?:月份?)?[、和及]${at + 2}`).join('|')
const few = '[一二两三四五六七八九十]'

const shifts: Readonly<Record<string, number>> = { 去: -1, 上: -1, 上一: -1, 前: -2, 明: 1, 下一: 1 }

/** The year that is named, 去年 from when the report is spoken; else the report's. */
function yearIn({ year, spelled, named }: Groups, now: Now): number | null {
  if (year !== undefined) return Number(year)
  if (spelled !== undefined) return spelledYear(spelled)
  const isSaid = named !== undefined && /[今去前明]|下一/.test(named)
  const from = isSaid ? (now.spoken ?? now.year) : now.year
  return from === null ? null : from + (shifts[named ?? ''] ?? 0)
}

const fourDigits = '(?:19|20)\\d\\d'
const quarter = (year: number | null, first: string | undefined, last: string | undefined): Days =>
  months(year, numberOf(first ?? '') * 3 - 2, numberOf(last ?? '') * 3)

/** The longer before the shorter; a new way to say a time is one entry here. */
export const expressions: readonly TimeExpression[] = [
  {
    pattern: sticky(
      `(?<first>(?:19|20)\\d\\d)年?度?${dash}(?<last>(?:19|20)\\d\\d(?!\\d)|\\d\\d(?=年))(?:年(?:度|${few}年间|间)?)?(?!\\d{1,2}月)`,
    ),
    read: ({ first = '', last = '' }) => ({ from: `${first}-01-01`, to: `${last.padStart(4, first)}-12-31` }),
    examples: [
      ['2016—2020年', '2016-01-01', '2020-12-31'],
      ['2016年至2020年', '2016-01-01', '2020-12-31'],
      ['2016—20年', '2016-01-01', '2020-12-31'],
      ['2020—2022', '2020-01-01', '2022-12-31'],
    ],
  },
  {
    pattern: sticky(
      `(?<first>${fourDigits})(?:年度?)?(?:、${fourDigits}(?:年度?)?){0,9}(?:、|和|及|与)(?<last>${fourDigits})年度?(?!\\d{1,2}月)`,
    ),
    read: ({ first, last }) => ({ from: `${first}-01-01`, to: `${last}-12-31` }),
    examples: [
      ['2019、2020年', '2019-01-01', '2020-12-31'],
      ['2018年、2019年和2020年', '2018-01-01', '2020-12-31'],
      ['2019年度和2020年度', '2019-01-01', '2020-12-31'],
    ],
  },
  {
    pattern: sticky(
      `(?:${until})?${Y}${month('month')}月${date('date')}止(?<count>\\d{1,2}|${spelledMonth})个月(?:期间)?`,
    ),
    read: (found, now) => {
      const { to } = dayIn(found, now)
      return { from: to === null ? null : monthsBefore(to, numberOf(found.count ?? '')), to }
    },
    examples: [['截至2021年3月31日止三个月', '2021-01-01', '2021-03-31']],
  },
  {
    pattern: sticky(
      `(?:${Y})?${month('month')}月${date('date')}${dash}(?:(?<until>${fourDigits})年)?(?:${month('end')}月)?${date('last')}`,
    ),
    read: (found, now) => {
      const year = found.until === undefined ? yearIn(found, now) : Number(found.until)
      const last = day(year, numberOf(found.end ?? found.month ?? ''), numberOf(found.last ?? ''))
      return { from: dayIn(found, now).from, to: last.to }
    },
    examples: [
      ['2020年1月1日至6月30日', '2020-01-01', '2020-06-30'],
      ['5月20日至25日', '2021-05-20', '2021-05-25'],
    ],
  },
  {
    pattern: sticky(`${until}(?:${Y})?${month('month')}月(?:${date('date')}|底|末|份)?`),
    read: (found, now) => {
      const at = numberOf(found.month ?? '')
      const days = found.date === undefined ? months(yearIn(found, now), at, at) : dayIn(found, now)
      return { ...days, from: null }
    },
    examples: [
      ['截至2020年11月底', null, '2020-11-30'],
      ['截至12月末', null, '2021-12-31'],
      ['截至2020年6月10日', null, '2020-06-10'],
    ],
  },
  {
    pattern: sticky(
      `(?<year>(?:19|20)\\d\\d)年(?<first>\\d{1,2})月?${dash}(?<until>(?:19|20)\\d\\d)年(?<last>\\d{1,2})月份?`,
    ),
    read: ({ year, first, until, last }) => ({
      from: months(Number(year), Number(first), Number(first)).from,
      to: months(Number(until), Number(last), Number(last)).to,
    }),
    examples: [['2020年10月至2021年3月', '2020-10-01', '2021-03-31']],
  },
  {
    pattern: sticky(
      `(?:${Y})?(?:${month('first')}月?${dash}|(?=${oneBehindAnother})(?<start>\\d{1,2})(?:月份?)?(?:、\\d{1,2}(?:月份?)?){0,11}[、和及])${month('last')}月份?(?!\\d{1,2}[日号])`,
    ),
    read: (found, now) =>
      months(yearIn(found, now), numberOf(found.first ?? found.start ?? ''), numberOf(found.last ?? '')),
    examples: [
      ['1—9月', '2021-01-01', '2021-09-30'],
      ['一至九月', '2021-01-01', '2021-09-30'],
      ['7月、8月和9月', '2021-07-01', '2021-09-30'],
      ['2020年3月至5月份', '2020-03-01', '2020-05-31'],
    ],
  },
  {
    pattern: sticky(`(?:${month('month')}月)?\\d{1,2}日?(?:${dash}|、)\\d{1,2}[日号](?!内|历天)`),
    read: () => unknown,
    isVague: true,
    examples: [
      ['20日至25日', null, null],
      ['5月20日、21日', null, null],
    ],
  },
  {
    pattern: sticky(`(?:${Y})?前(?<last>\\d{1,2}|两|${spelledMonth})个?月(?!度)`),
    read: (found, now) => months(yearIn(found, now), 1, numberOf(found.last ?? '')),
    examples: [
      ['前11个月', '2021-01-01', '2021-11-30'],
      ['今年前五个月', '2021-01-01', '2021-05-31'],
    ],
  },
  {
    pattern: sticky(`(?:(?:${Y}|(?<!\\d))(?<half>[上下])半年|(?<year2>${fourDigits})年半年度)`),
    read: (found, now) =>
      found.half === '下'
        ? months(yearIn(found, now), 7, 12)
        : months(Number(found.year2 ?? yearIn(found, now) ?? Number.NaN) || null, 1, 6),
    examples: [
      ['上半年', '2021-01-01', '2021-06-30'],
      ['去年下半年', '2020-07-01', '2020-12-31'],
      ['2020年半年度', '2020-01-01', '2020-06-30'],
      ['2020上半年', '2020-01-01', '2020-06-30'],
    ],
  },
  {
    pattern: sticky(`(?:${Y})?前(?<count>[二三两23])个?季度`),
    read: (found, now) => months(yearIn(found, now), 1, numberOf(found.count ?? '') * 3),
    examples: [
      ['前三季度', '2021-01-01', '2021-09-30'],
      ['2020年前3季度', '2020-01-01', '2020-09-30'],
    ],
  },
  {
    pattern: sticky(
      `(?:${Y})?第?(?<first>[一二三四1-4])(?:季度)?(?:、[二三1-4](?:季度)?){0,2}(?:${dash}|[、和及])(?<last>[一二三四2-4])季度`,
    ),
    read: (found, now) => quarter(yearIn(found, now), found.first, found.last),
    examples: [
      ['一至三季度', '2021-01-01', '2021-09-30'],
      ['1—3季度', '2021-01-01', '2021-09-30'],
      ['一、二、三季度', '2021-01-01', '2021-09-30'],
    ],
  },
  {
    pattern: sticky(`(?:${Y}|(?<!\\d))第?(?<quarter>[一二三四1-4])季度`),
    read: (found, now) => quarter(yearIn(found, now), found.quarter, found.quarter),
    examples: [
      ['一季度', '2021-01-01', '2021-03-31'],
      ['2020年第四季度', '2020-10-01', '2020-12-31'],
      ['1季度', '2021-01-01', '2021-03-31'],
    ],
    never: ['21季度'],
  },
  {
    pattern: sticky(`${Y}${month('month')}月${date('date')}`),
    read: dayIn,
    examples: [
      ['2020年2月9日', '2020-02-09', '2020-02-09'],
      ['二零二零年十二月三十一日', '2020-12-31', '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`${Y}${month('month')}月(?:份|底|末|初|[上中下]旬)?`),
    read: (found, now) => months(yearIn(found, now), numberOf(found.month ?? ''), numberOf(found.month ?? '')),
    examples: [
      ['今年2月份', '2021-02-01', '2021-02-28'],
      ['2020年11月末', '2020-11-01', '2020-11-30'],
    ],
  },
  {
    pattern: /“?十(?<plan>[一二三四五六七])五”?(?:时期|期间|以来|规划期|前?[一二三四]年)?(?!个)/y,
    read: ({ plan }) => fiveYears(2001 + numberOf(plan ?? '') * 5),
    examples: [
      ['“十四五”时期', '2021-01-01', '2025-12-31'],
      ['十三五期间', '2016-01-01', '2020-12-31'],
    ],
    never: ['十五个'],
  },
  {
    pattern: sticky(`${noDeadline}${until}${Y}(?:年底|底|末)?(?!的[\\d.]|年?(?:\\d{1,2}|${spelledMonth})月)`),
    read: (found, now) => ({ from: null, to: wholeYear(yearIn(found, now)).to }),
    examples: [
      ['到2025年', null, '2025-12-31'],
      ['截至2020年底', null, '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`(?:${Y}(?:年?初)?|年初)(?:以来|至今|起(?![步点草来源伏诉]))`),
    read: (found, now) => ({ from: wholeYear(yearIn(found, now)).from, to: null }),
    examples: [
      ['今年以来', '2021-01-01', null],
      ['2012年以来', '2012-01-01', null],
      ['年初以来', '2021-01-01', null],
      ['2019年起', '2019-01-01', null],
    ],
  },
  {
    pattern: sticky(`(?<!\\d)(?:近|过去|最近)?(?<count>${few}|\\d{1,2})年(?:来|间)`),
    read: ({ count }, { year }) => yearsUntil(year, numberOf(count ?? '')),
    examples: [
      ['近五年来', '2017-01-01', '2021-12-31'],
      ['3年间', '2019-01-01', '2021-12-31'],
    ],
  },
  {
    pattern: sticky(`(?:过去的?|刚刚过去的|近)(?<count>${few}|\\d{1,2})年`),
    read: ({ count }, { year }) => yearsUntil(year, numberOf(count ?? '')),
    examples: [
      ['过去一年', '2021-01-01', '2021-12-31'],
      ['过去五年', '2017-01-01', '2021-12-31'],
    ],
  },
  {
    pattern: /(?:去年|上一?年|上一?年度)同[期月]|上期(?!末)/y,
    read: (_, now) => yearBefore(spanOf(now)),
    examples: [
      ['去年同期', '2020-01-01', '2020-12-31'],
      ['上年同期', '2020-01-01', '2020-12-31'],
    ],
  },
  {
    pattern: sticky(`${Y}(?:全年|年?末|年?底|年?初)?`),
    read: (found, now) => wholeYear(yearIn(found, now)),
    examples: [
      ['2020年度', '2020-01-01', '2020-12-31'],
      ['上年末', '2020-01-01', '2020-12-31'],
      ['明年', '2022-01-01', '2022-12-31'],
      ['二零二零年', '2020-01-01', '2020-12-31'],
    ],
  },
  {
    pattern: /[两二]千零(?<ones>[一二三四五六七八九十]{1,3})年/y,
    read: ({ ones }) => wholeYear(2000 + numberOf(ones ?? '')),
    examples: [['两千零十年', '2010-01-01', '2010-12-31']],
    never: ['两千年', '两千零八家'],
  },
  {
    pattern: /全年|年内|年末|年底/y,
    read: (_, now) => wholeYear(now.year),
    examples: [['全年', '2021-01-01', '2021-12-31']],
  },
  {
    pattern: sticky(`${month('month')}月${date('date')}`),
    read: dayIn,
    examples: [['11月30日', '2021-11-30', '2021-11-30']],
  },
  {
    pattern: sticky(`${month('month')}月(?:份|底|末|初|[上中下]旬)?(?!\\d)`),
    read: (found, now) => months(yearIn(found, now), numberOf(found.month ?? ''), numberOf(found.month ?? '')),
    examples: [
      ['11月份', '2021-11-01', '2021-11-30'],
      ['3月末', '2021-03-01', '2021-03-31'],
      ['十二月', '2021-12-01', '2021-12-31'],
    ],
    never: ['第三月'],
  },
  {
    pattern: /(?:本?报告期|本期|本季度?)[内末]?|期末/y,
    read: (_, now) => spanOf(now),
    examples: [
      ['本报告期', '2021-01-01', '2021-12-31'],
      ['期末', '2021-01-01', '2021-12-31'],
    ],
  },
  {
    pattern: /(?:报告期|期)初/y,
    read: (_, now) => ({ from: spanOf(now).from, to: spanOf(now).from }),
    examples: [['期初', '2021-01-01', '2021-01-01']],
  },
  {
    pattern: /(?:截至)?目前|(?:截至)?当前/y,
    read: () => unknown,
    examples: [
      ['目前', null, null],
      ['截至目前', null, null],
    ],
  },
  {
    pattern: sticky(
      `(?<year>${fourDigits})[-/.](?<month>1[0-2]|0?[1-9])[-/.](?<date>3[01]|[12]\\d|0?[1-9])(?:[012]\\d:\\d\\d(?::\\d\\d)?)?(?![\\d.%万亿个])`,
    ),
    read: dayIn,
    examples: [
      ['2021-02-09', '2021-02-09', '2021-02-09'],
      ['2021.2.9', '2021-02-09', '2021-02-09'],
      ['2021-02-0909:20', '2021-02-09', '2021-02-09'],
    ],
  },
  {
    pattern: sticky(`(?<year>${fourDigits})[-/.](?<month>1[0-2]|0?[1-9])(?![\\d.%‰万亿个])`),
    read: (found, now) => months(yearIn(found, now), numberOf(found.month ?? ''), numberOf(found.month ?? '')),
    examples: [['2021/02', '2021-02-01', '2021-02-28']],
    never: ['2021.5%', '2021.12万元'],
  },
  {
    pattern: /(?<!\d)(?:[12]?\d|3[01])日(?![内均]|历天)[前起]?/y,
    read: () => unknown,
    isVague: true,
    examples: [
      ['9日', null, null],
      ['30日前', null, null],
    ],
    never: ['15日内', '365日', '30日历天'],
  },
  {
    pattern: sticky(
      '每年|近(?:几年|年)来?|近期|历年|同期|当[月季日]|本[月周旬]|上[个一]?(?:月|季度?|周)|前一年|[上中下]旬|年度(?!投资)|年初',
    ),
    read: () => unknown,
    isVague: true,
    examples: [
      ['每年', null, null],
      ['近年来', null, null],
      ['当月', null, null],
    ],
  },
  {
    pattern: sticky(`(?<!\\d)(?:近|近来|最近|前)?(?:${few}{1,3}|\\d{1,3})(?:多|余)?(?:个月|年)(?:来|间|以来|内|期间)?`),
    read: () => unknown,
    isLength: true,
    examples: [
      ['近三个月', null, null],
      ['5年', null, null],
    ],
  },
]

function dayIn(found: Groups, now: Now): Days {
  return day(yearIn(found, now), numberOf(found.month ?? ''), numberOf(found.date ?? ''))
}

function fiveYears(first: number): Days {
  return { from: `${first}-01-01`, to: `${first + 4}-12-31` }
}

function yearsUntil(year: number | null, count: number): Days {
  return year === null ? unknown : { from: `${year - count + 1}-01-01`, to: `${year}-12-31` }
}
