import type { Now, Period } from '../types.ts'
import { expressions } from './expressions.ts'

/** A time as it stands in a sentence, and the days that it means. */
export interface TimeMention {
  readonly start: number
  readonly end: number
  readonly period: Period
  /** 2019年 of 从2019年的18.2%: for the next number alone. */
  readonly isFormer: boolean
}

/** All of them at one place, and behind each an empty group that tells which it was. */
const any = new RegExp(
  expressions.map(({ pattern }) => `(?:${pattern.source.replace(/\(\?<\w+>/g, '(?:')})()`).join('|'),
  'y',
)

const tableOf = (characters: string): Uint8Array => {
  const table = new Uint8Array(0x10000)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** What a time begins with, and what stands behind that: no expression is tried elsewhere. */
const begins = tableOf('截到至今去上前明本当下第一二两三四五六七八九十近过刚最“全年期报目每同中几二')
const second = tableOf(
  '0123456789千止至今去上前明本当目年半零一二两三四五六七八九十季内末底初个期告近刚月下报去、每前同',
)
const behindDigits = tableOf('年月季日号—–-~～至到、上下第前一二三四')
const behindYears = tableOf('./')

function mayBegin(reading: string, at: number): boolean {
  const code = reading.charCodeAt(at)
  if (begins[code] === 1) return second[reading.charCodeAt(at + 1)] === 1
  if (!isDigit(code) || isDigit(reading.charCodeAt(at - 1))) return false
  let end = at + 1
  while (isDigit(reading.charCodeAt(end))) end++
  const behind = reading.charCodeAt(end)
  return behindDigits[behind] === 1 || (end - at === 4 && behindYears[behind] === 1)
}

/** A time at a place, whatever stands around it. */
export interface FoundTime extends Period {
  readonly end: number
  /** 每年 and 近年来 tell no time that a figure could be for. */
  readonly isVague: boolean
  /** 三个月 says how long. */
  readonly isLength: boolean
}

/** The time that begins at a place, by whatever stands around it: 2019年12月31日 at 2 of 截至2019年12月31日. */
export function timeAt(reading: string, start: number, now: Now): FoundTime | null {
  if (!mayBegin(reading, start)) return null
  any.lastIndex = start
  const expression = expressions[(any.exec(reading)?.indexOf('', 1) ?? 0) - 1]
  if (expression === undefined) return null
  const { pattern, read, isVague = false, isLength = false } = expression
  pattern.lastIndex = start
  const { 0: text = '', groups = {} } = pattern.exec(reading) ?? {}
  return { text, end: start + text.length, isVague, isLength, ...read(groups, now) }
}

/** No time begins further before the first sign of one: 截至2021年, 2016—2020年. */
const farthest = 16
const signs = /[年月期]|季度|目前|十[一二三四五六七]五|\d{4}[-/.—–]\d/

/** A year or quarter that is only compared with, or that is part of a name: 比2012年, 2025年计划, 去年同期增长. */
const isCompared = (before: string, behind: string): boolean =>
  /[比较与同]$|(?<![同环对占])[比较][^，。；]{1,8}[和、及与]$/.test(before) ||
  /^(?:同期|规划|计划(?![实完开新检建培组再安投])|行动|方案|版|度?质量奖|(?:水平)?的?[\d.]+倍|相比|持平)/.test(behind)

/** The times that a sentence names, those it only compares with left out: 今年以来 → from 2020-01-01; 比2012年 is none. */
export function findTimes(reading: string, now: Now): TimeMention[] {
  const mentions: TimeMention[] = []
  const sign = reading.search(signs)
  if (sign < 0) return mentions
  for (let start = Math.max(0, sign - farthest); start < reading.length; start++) {
    const found = timeAt(reading, start, now)
    if (found === null) continue
    const { end, text, from, to } = found
    const before = reading.slice(Math.max(0, start - 12), start)
    const behind = reading.slice(end, end + 8)
    const isFormer = /[从由自]$/.test(before) && /^(?:的|\d)/.test(behind)
    if (!found.isVague && !found.isLength && !isCompared(before, behind))
      mentions.push({ start, end, isFormer, period: { text, from, to } })
    start = end - 1
  }
  return mentions
}
