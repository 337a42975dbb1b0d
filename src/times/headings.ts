import { day } from './days.ts'
import { timeAt } from './find.ts'

/** A way to write a time in figures, which is one only where a heading or a cell holds nothing else. */
interface WrittenTime {
  readonly pattern: RegExp
  readonly read: (found: readonly string[]) => string | null
  readonly examples: readonly [text: string, words: string][]
  readonly never?: readonly string[]
}

const Y = '((?:19|20)\\d\\d)'
const clock = '(?:[T ]?\\d{1,2}:\\d\\d(?::\\d\\d)?)?'
const whole = (source: string): RegExp => new RegExp(`^${source}$`)

const ofDay = (year: string, month: string, date: string): string | null =>
  day(Number(year), Number(month), Number(date)).from === null ? null : `${year}年${Number(month)}月${Number(date)}日`
const ofMonth = (year: string, month: string): string | null =>
  Number(month) >= 1 && Number(month) <= 12 ? `${year}年${Number(month)}月` : null

export const writtenTimes: readonly WrittenTime[] = [
  { pattern: whole(Y), read: ([, year = '']) => `${year}年`, examples: [['2023', '2023年']], never: ['1234'] },
  {
    pattern: whole(`${Y}[—–\\-~～至/](?:${Y}|(\\d\\d))`),
    read: ([, first = '', last, short = '']) => {
      const until = last ?? first.slice(0, 2) + short
      // 2023-08 is a month
      return last === undefined && Number(short) <= 12 ? ofMonth(first, short) : `${first}—${until}年`
    },
    examples: [
      ['2016-2020', '2016—2020年'],
      ['2025-08', '2025年8月'],
    ],
  },
  {
    pattern: whole(`${Y}[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\\d|3[01])${clock}`),
    read: ([, year = '', month = '', date = '']) => ofDay(year, month, date),
    examples: [
      ['20231231', '2023年12月31日'],
      ['2025-08-01', '2025年8月1日'],
      ['2025-08-01 00:00:00', '2025年8月1日'],
    ],
    never: ['20231331'],
  },
  {
    pattern: whole(`${Y}[-/.](\\d{1,2})[-/.](\\d{1,2})${clock}`),
    read: ([, year = '', month = '', date = '']) => ofDay(year, month, date),
    examples: [['2025/8/1', '2025年8月1日']],
  },
  {
    pattern: whole(`${Y}[-/.]?(0[1-9]|1[0-2])`),
    read: ([, year = '', month = '']) => ofMonth(year, month),
    examples: [
      ['202507', '2025年7月'],
      ['2025.07', '2025年7月'],
    ],
    never: ['202513'],
  },
  {
    pattern: whole(`${Y}[-/](\\d{1,2})`),
    read: ([, year = '', month = '']) => ofMonth(year, month),
    examples: [['2025/7', '2025年7月']],
  },
  {
    // As tables from English programs write it, the month first
    pattern: whole(`(\\d{1,2})/(\\d{1,2})/${Y}${clock}`),
    read: ([, first = '', second = '', year = '']) =>
      Number(first) > 12 ? ofDay(year, second, first) : ofDay(year, first, second),
    examples: [
      ['10/1/2025', '2025年10月1日'],
      ['31/12/2024', '2024年12月31日'],
    ],
  },
  {
    pattern: whole(`(\\d{1,2})/${Y}`),
    read: ([, month = '', year = '']) => ofMonth(year, month),
    examples: [['9/2025', '2025年9月']],
  },
  {
    pattern: whole(`(?:${Y}年?[-.]?Q([1-4])|Q([1-4])[-/. ]?${Y})`),
    read: ([, before, one, other, behind]) => `${before ?? behind}年第${'一二三四'[Number(one ?? other) - 1]}季度`,
    examples: [
      ['2024Q3', '2024年第三季度'],
      ['Q1 2024', '2024年第一季度'],
    ],
  },
]

/** What a cell of figures alone says as a time: 20231231 → 2023年12月31日; null where it is none. */
export function writtenTime(cell: string): string | null {
  if (!/^[\dQ]/.test(cell) || cell.length > 20) return null
  for (const { pattern, read } of writtenTimes) {
    const found = pattern.exec(cell)
    const words = found === null ? null : read([...found].map((part) => part as string))
    if (words !== null) return words
  }
  return null
}

const unnamed = { year: null, spoken: null, span: null }

/** The time that a heading opens with, as it is to be said, and how much of the heading it is: 2023年产量 → 2023年, 5. */
export function timeOfHeading(heading: string): { readonly text: string; readonly length: number } | null {
  const written = writtenTime(heading)
  if (written !== null) return { text: heading.length === 4 ? heading : written, length: heading.length }
  const time = timeAt(heading, 0, unnamed)
  if (time === null || time.isLength || (time.isVague && !/^(?:本月|当月|上月|年初)/.test(time.text))) return null
  if (/^[\d.,%个]/.test(heading.slice(time.end))) return null
  return { text: time.text, length: time.end }
}
