import { findTimes } from '../times/find.ts'
import type { Now, Period } from '../types.ts'

/** What is known of a report before its year: its title and date line, and its first lines. */
export interface Opening {
  readonly title: string | null
  /** 2022-01-20 */
  readonly date: string | null
  /** All of its text that is looked at. */
  readonly text: string
  readonly lines: readonly string[]
}

/** The times that a report is of, and speaks in: title and headings first, then what the caller knows, then a count. */
export function nowOf(opening: Opening, given: number | null): Now {
  const spokenOn = dayOfSpeech(opening)
  const year =
    yearOfTitle(opening, spokenOn) ??
    yearOfSpeech(opening, spokenOn) ??
    yearOfHeading(opening.text) ??
    given ??
    yearOfText(opening)
  return { year, spoken: year === null ? null : yearSpoken(opening, year, spokenOn), span: spanOfTitle(opening) }
}

// 政府工作报告 · 2025年国民经济和社会发展计划执行情况与2026年计划草案的报告 · 人民法院工作报告
const speech =
  /政府工作报告|(?:计划|预算)(?:执行|完成)?情况.*草案|(?:人民)?(?:法院|检察院)工作报告|(?:人大|人民代表大会)?常务?委员?会工作报告/
// ——2026年1月20日在某省第十四届人民代表大会第四次会议上
const congress = /^[—–\-（(\s]*((?:19|20)\d\d)年(\d{1,2})月(?:\d{1,2}日)?在.{2,30}(?:代表大会|政协|委员会).{0,20}$/m

interface SpokenOn {
  readonly year: number
  readonly month: number
}

/** The day on which a report was spoken to a congress. */
function dayOfSpeech({ lines, date, title }: Opening): SpokenOn | null {
  const said = congress.exec(lines.join('\n'))
  if (said !== null) return { year: Number(said[1]), month: Number(said[2]) }
  if (date === null || !speech.test(`${title}`)) return null
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
}

/** In autumn and at the end of a year a speech is of that very year. */
const isLate = ({ month }: SpokenOn): boolean => month >= 10

/** 2021年工作总结和2022年工作安排 → 2021; a 2026年政府工作报告 looks back on 2025. */
function yearOfTitle({ title, lines }: Opening, spokenOn: SpokenOn | null): number | null {
  if (title === null) return null
  const span = /(20\d\d)\s?年?\s?[—–\-~～至]+\s?(20\d\d)\s?年?(.{0,12})/.exec(title)
  if (span !== null) return Number(/计划|规划|方案|意见/.test(span[3] ?? '') ? span[1] : span[2])
  const year = yearIn(title) ?? (isOrganisation(title) ? yearIn(lineBehind(lines, title)) : null)
  if (year === null || !/政府工作报告/.test(title)) return year
  return spokenOn !== null && spokenOn.year < year ? spokenOn.year : year - 1
}

/** 甲电气股份有限公司 over 2018年第一季度报告: a name alone is no title. */
const isOrganisation = (title: string): boolean =>
  /(?:公司|集团|银行|[局厅委部]|委员会|政府|中心|医院|大学|学院)$/.test(title)
const lineBehind = (lines: readonly string[], title: string): string =>
  lines.slice(lines.indexOf(title) + 1).find((line) => line !== '' && line.length <= 40 && !/[。；，]/.test(line)) ?? ''

function yearIn(title: string): number | null {
  const named =
    /((?:19|20)\d\d|[一二]\s?[〇○零九]\s?[〇○零一二三四五六七八九]\s?[〇○零一二三四五六七八九])\s?(?:年|(?=\D|$))/.exec(
      title,
    )?.[1]
  return named === undefined ? null : arabic(named)
}

/** 二〇二一 → 2021 */
function arabic(digits: string): number {
  const plain = digits.replace(/\s/g, '').replace(/[〇○零]/g, '0')
  return Number(plain.replace(/[一二三四五六七八九]/g, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1)))
}

function yearOfSpeech({ title }: Opening, spokenOn: SpokenOn | null): number | null {
  if (spokenOn === null || !speech.test(`${title}`)) return null
  return isLate(spokenOn) ? spokenOn.year : spokenOn.year - 1
}

/** 今年 in a speech on 2025 of January 2026 is 2026; elsewhere it is the report's own year. */
function yearSpoken({ title }: Opening, year: number, spokenOn: SpokenOn | null): number {
  if (spokenOn !== null) return spokenOn.year > year + 1 ? year : Math.max(year, spokenOn.year)
  return speech.test(`${title}`) ? year + 1 : year
}

/** 一、2018年工作回顾 → 2018 */
function yearOfHeading(text: string): number | null {
  const found = /(20\d\d)\s?年(?:度)?(?:主要)?(?:质量)?工作(?:主要)?(?:回顾|总结|情况|概况)/.exec(text.slice(0, 6000))
  return found === null ? null : Number(found[1])
}

const mention = /((?:19|20)\d\d)(?:\s?[—–\-~～至]\s?(?:20\d\d))?\s?年/g

/**
 * The year most spoken of, goals (到2025年) and references (比2012年) aside: what is published in a year is of that
 * year or of the one before.
 */
function yearOfText(opening: Opening): number | null {
  const counts = countsIn(opening.text)
  const published = publishedOn(opening)
  if (published === null) return mostOften(counts)
  const near = [published.year - 1, published.year].filter((year) => counts.has(year))
  const year = mostOften(new Map(near.map((year) => [year, counts.get(year) ?? 0])))
  return year ?? (published.month <= 3 ? published.year - 1 : published.year)
}

/** 发布时间：2022年2月17日, or a line that is no more than 2018年04月. */
function publishedOn({ date, lines }: Opening): SpokenOn | null {
  const [year, month] =
    date?.split('-') ??
    lines.map((line) => /^((?:19|20)\d\d)年(\d{1,2})月$/.exec(line)?.slice(1)).find((found) => found !== undefined) ??
    []
  return year === undefined || month === undefined ? null : { year: Number(year), month: Number(month) }
}

function countsIn(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  for (const found of text.matchAll(mention)) {
    const before = text.charAt(found.index - 1)
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 2)
    if (/[比较自从到至于〔]/.test(before) || /^(?:以来|底前|版|修订)/.test(after)) continue
    const isDay = /^\s?\d/.test(after)
    const isOpening = /[\s\n。；“]|^$/.test(before) && /^[，,全度，]/.test(after)
    counts.set(Number(found[1]), (counts.get(Number(found[1])) ?? 0) + (isDay ? 0.4 : isOpening ? 4 : 1))
  }
  return counts
}

function mostOften(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null
  for (const [year, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = year
  return best
}

/** 2018年第一季度报告, 2025年7月份运行情况: less than the year that they name. */
function spanOfTitle({ title, lines }: Opening): Period | null {
  if (title === null) return null
  const said = [title, isOrganisation(title) ? lineBehind(lines, title) : '']
  const times = said.flatMap((text) => findTimes(text.replace(/\s/g, ''), { year: null, spoken: null, span: null }))
  const found = times.find(({ period }) => /季度|半年|月/.test(period.text) && period.from !== null)?.period
  return found === undefined || found.from === found.to ? null : found
}
