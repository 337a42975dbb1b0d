import { isDigit, isLetter, tableOf } from '../text/characters.ts'
import { timeAt } from '../times/find.ts'
import type { Span } from '../types.ts'
import { type NoiseRule, noisePattern, noiseRules } from './noise-rules.ts'
import { startsNumeral } from './numeral-characters.ts'
import { builtInUnits, startsUnit, type Units } from './units.ts'

/** Rules that begin alike. */
interface RuleList {
  readonly rules: readonly NoiseRule[]
  /** What one of them matches: most figures are settled by it alone. Compiling it pays off after some hundred of them. */
  any: RegExp | null
  asked: number
}
const fewFigures = 500

/** The rules by what a text may begin with, and which of them each character asks for. */
const lists: RuleList[] = [{ rules: [], any: null, asked: 0 }]
const listOf = new Uint8Array(0x10000)
for (const first of new Set(noiseRules.flatMap(({ begins }) => [...begins]))) {
  const codes = { '#': codesBetween('0', '9'), A: [...codesBetween('A', 'Z'), ...codesBetween('a', 'z')] }[first]
  for (const code of codes ?? [first.charCodeAt(0)]) listOf[code] = lists.length
  lists.push({ rules: noiseRules.filter(({ begins }) => begins.includes(first)), any: null, asked: 0 })
}

function codesBetween(from: string, to: string): number[] {
  const start = from.charCodeAt(0)
  return Array.from({ length: to.charCodeAt(0) - start + 1 }, (_, i) => start + i)
}

/** What hides numerals: 2020年, 第四批, “三品一标”, 12315; in order, never overlapping. */
export function findNoise(reading: string, units: Units = builtInUnits): readonly Noise[] {
  const found: Noise[] = []
  for (let at = 0; at < reading.length; at++) {
    const code = reading.charCodeAt(at)
    const list = listOf[code] as number
    const time = opensTime[code] === 1 ? spanAt(reading, at) : null
    if ((list === 0 && time === null) || isInside(reading, at)) continue
    const noise = longer(time, list === 0 ? null : longestNoise(lists[list] as RuleList, reading, at, units))
    if (noise === null) continue
    found.push(noise)
    at = noise.end - 1
  }
  return found
}

type Noise = Span & { readonly reason: string }

function spanAt(reading: string, at: number): Noise | null {
  const time = timeAt(reading, at, unnamed)
  return time === null || time.isLength || !holdsNumeral.test(time.text)
    ? null
    : { start: at, end: time.end, reason: 'time' }
}

/** What stands before the numerals of a time, 今年 in 今年3月, hides nothing itself; 上 of 上半年 does. */
const opensTime = tableOf('0123456789零一二两三四五六七八九十第上下')
/** 上年 hides nothing. */
const holdsNumeral = /[\d零一二两三四五六七八九十半]/

const longer = (one: Noise | null, other: Noise | null): Noise | null =>
  one === null || (other !== null && other.end > one.end) ? other : one

const unnamed = { year: null, spoken: null, span: null }

/** A figure, a spelled numeral or a word of letters is one thing: 5日 does not begin in 2.5日, 十年 not in 二十年. */
function isInside(reading: string, at: number): boolean {
  const [code, before] = [reading.charCodeAt(at), reading.charCodeAt(at - 1)]
  if (isDigit(code))
    return isDigit(before) || ((before === POINT || before === COMMA) && isDigit(reading.charCodeAt(at - 2)))
  // The m3 of 35m3, 微克/m3 and μg/m3 is a unit, the T of DB22/T is none
  if (code < 128)
    return isLetter(code) && (isLetter(before) || isDigit(before) || isMicro[before] === 1 || isVolume(reading, at))
  return startsNumeral(code) && startsNumeral(before)
}

const POINT = 46
const COMMA = 44
const isMicro = tableOf('μµ')
const isVolume = (reading: string, at: number): boolean =>
  reading.startsWith('/m3', at - 1) || reading.startsWith('/m2', at - 1)

/** 20.71万户, 95%: these behind digits no rule hides; 2020公报 and 12315公众号 are hidden, so other units are no sign. */
const counts = tableOf('%％‰万亿')

function isCount(reading: string, at: number): boolean {
  let end = at
  while (isDigit(reading.charCodeAt(end)) || reading.charCodeAt(end) === POINT) end++
  return end > at && counts[reading.charCodeAt(end)] === 1
}

function mayMatch(list: RuleList, reading: string, at: number): boolean {
  if (isCount(reading, at)) return false
  if (list.rules.length === 1 || ++list.asked < fewFigures) return true
  list.any ??= noisePattern(list.rules.map((rule) => rule.pattern.source).join('|'))
  list.any.lastIndex = at
  return list.any.test(reading)
}

function longestNoise(list: RuleList, reading: string, at: number, units: Units): Noise | null {
  if (!mayMatch(list, reading, at)) return null
  let end = at
  let reason = ''
  for (const rule of list.rules) {
    rule.pattern.lastIndex = at
    if (!rule.pattern.test(reading) || rule.pattern.lastIndex <= end) continue
    if (rule.beforeNoUnit && startsUnit(reading, rule.pattern.lastIndex, units)) continue
    end = rule.pattern.lastIndex
    reason = rule.reason
  }
  return end === at ? null : { start: at, end, reason }
}
