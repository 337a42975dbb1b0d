import type { Days, Now } from '../types.ts'

export const unknown: Days = { from: null, to: null }

const pad = (number: number): string => String(number).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** From the first month to the last day of another: 2021, 1, 9 → 2021-01-01 to 2021-09-30. */
export function months(year: number | null, first: number, last: number): Days {
  if (year === null || first < 1 || last > 12 || first > last) return unknown
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${lastDay(year, last)}` }
}

/** 2020, 2, 9 → 2020-02-09; what no calendar has is not known. */
export function day(year: number | null, month: number, date: number): Days {
  if (year === null || month < 1 || month > 12 || date < 1 || date > lastDay(year, month)) return unknown
  const text = `${year}-${pad(month)}-${pad(date)}`
  return { from: text, to: text }
}

export const wholeYear = (year: number | null): Days => months(year, 1, 12)

/** What 本期 and 报告期 mean. */
export const spanOf = ({ span, year }: Now): Days =>
  span === null ? wholeYear(year) : { from: span.from, to: span.to }

/** The same days of the year before: 2024-02-29 → 2023-02-28. */
export function yearBefore({ from, to }: Days): Days {
  const shift = (text: string | null): string | null => {
    if (text === null) return null
    const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
    return `${year - 1}-${pad(month)}-${pad(Math.min(date, lastDay(year - 1, month)))}`
  }
  const end = shift(to)
  const isMonthsEnd = to !== null && Number(to.slice(8)) === lastDay(Number(to.slice(0, 4)), Number(to.slice(5, 7)))
  const last = end === null ? 0 : lastDay(Number(end.slice(0, 4)), Number(end.slice(5, 7)))
  return { from: shift(from), to: end !== null && isMonthsEnd ? `${end.slice(0, 8)}${last}` : end }
}

const digits = '零一二三四五六七八九'

/** 9, 九, 十二, 二十一 and 两 as numbers. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 : 0
  return ten + (ones === '' ? 0 : ones === '两' ? 2 : digits.indexOf(ones ?? ''))
}

/** 二零二一 → 2021 */
export function spelledYear(text: string): number {
  return Number([...text].map((digit) => digits.indexOf(digit === '〇' || digit === '○' ? '零' : digit)).join(''))
}

/** The first day of so many months that end with a day: 2021-03-31, 3 → 2021-01-01. */
export function monthsBefore(end: string, count: number): string {
  const [year = 0, month = 0] = end.split('-').map(Number)
  return new Date(Date.UTC(year, month - count, 1)).toISOString().slice(0, 10)
}
