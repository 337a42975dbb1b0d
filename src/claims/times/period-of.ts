import { wholeYear } from '../../times/days.ts'
import { findTimes, type TimeMention, timeAt } from '../../times/find.ts'
import { membersOf } from '../../times/members.ts'
import type { Now, Period, Quantity, Sentence, Status } from '../../types.ts'

/** The time that a figure of a sentence is for; asked in order of places. */
export type PeriodOf = (sentence: Sentence, quantity: Quantity, status: Status, now: Now) => Period | null

/** By the sentence, else by its paragraph, else by the heading over it, else by the report: 今年以来，全省累计新登记… */
export function periodFinder(): PeriodOf {
  let paragraph = -1
  let sentence: Sentence | null = null
  let times = noTimes
  let before: Period | null = null
  return (asked, quantity, status, report) => {
    const now = nowUnder(asked.sections, report)
    if (asked.cell !== null) return periodOfCell(asked.cell.period, now) ?? yearOf(now, status)
    if (asked !== sentence) {
      before = asked.paragraph === paragraph ? (times.last() ?? before) : null
      paragraph = asked.paragraph
      sentence = asked
      times = timesOf(asked.reading, now)
    }
    const known = times.at(quantity, status) ?? before
    if (known !== null && !(status !== 'target' && isToCome(known, now))) return known
    return periodOfHeading(asked.sections, now) ?? yearOf(now, status)
  }
}

/** 到2025年 over what is done already. */
const isToCome = ({ from, to }: Days, { year }: Now): boolean =>
  from === null && to !== null && year !== null && Number(to.slice(0, 4)) > year

type Days = Pick<Period, 'from' | 'to'>

/** The times of a sentence as its figures ask for them. */
interface Times {
  readonly at: (quantity: Quantity, status: Status) => Period | null
  /** What holds for the next sentence. */
  readonly last: () => Period | null
}
const noTimes: Times = { at: () => null, last: () => null }

/** A time with the end of the bracket that it holds in. */
interface Scoped extends TimeMention {
  readonly until: number
}

function timesOf(reading: string, now: Now): Times {
  const mentions = findTimes(reading, now)
  if (mentions.length === 0) return noTimes
  const scoped = mentions.map((mention): Scoped => ({ ...mention, until: bracketEnd(reading, mention) }))
  let said = 0
  let list: Scoped | null = null
  let lastEnd = 0
  return {
    at: ({ start, end }, status) => {
      const behind = timeBehind(reading, end, mentions)
      const own = scoped.findLast(
        (time) => time.end <= start && time.until >= start && (!time.isFormer || status === 'baseline'),
      )
      if (behind !== null || own === undefined) return behind
      const distributed = /分别|依次/.test(reading.slice(Math.max(own.end, own === list ? lastEnd : 0), start))
      if (own !== list || distributed) [said, list] = [0, own]
      lastEnd = end
      const members = /分别|依次/.test(reading.slice(own.end, start)) ? membersOf(own.period.text) : []
      const member = members[Math.min(said++, members.length - 1)]
      const isSum = /(?:合计|总计|共计?|累计)[^，；]{0,6}$/.test(reading.slice(own.end, start))
      return member === undefined || isSum ? own.period : (timeAt(member, 0, now) ?? own.period)
    },
    last: () =>
      scoped.findLast(({ isFormer, until }) => !isFormer && until === Number.POSITIVE_INFINITY)?.period ?? null,
  }
}

/** A bracket's time holds within it where it holds a figure too: （上年度为3.2亿元）; （截至2021年底） holds on. */
function bracketEnd(reading: string, { start, end }: TimeMention): number {
  const open = reading.lastIndexOf('（', start)
  if (open < 0 || reading.lastIndexOf('）', start) > open) return Number.POSITIVE_INFINITY
  const close = reading.indexOf('）', end)
  return close < 0 || !/\d/.test(reading.slice(end, close)) ? Number.POSITIVE_INFINITY : close
}

/** 12亿元（2018年）: the bracket behind a figure says its time. */
function timeBehind(reading: string, end: number, mentions: readonly TimeMention[]): Period | null {
  if (reading[end] !== '（') return null
  return mentions.find((time) => time.start === end + 1 && reading[time.end] === '）')?.period ?? null
}

/** 全年 under 二、2016年重点工作 is 2016. */
function nowUnder(sections: readonly string[], now: Now): Now {
  const { from, to } = periodOfHeading(sections, now) ?? { from: null, to: null }
  const year =
    from?.endsWith('-01-01') && to?.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)
      ? Number(to.slice(0, 4))
      : now.year
  return year === now.year ? now : { ...now, year, span: null }
}

/** 一、2020年工作回顾, 二、今年工作安排 */
function periodOfHeading(sections: readonly string[], now: Now): Period | null {
  const heading = sections.findLast((name) => /[\d今明去]年|五”?(?:时期|期间|目标|主要)/.test(name))
  return heading === undefined ? null : (findTimes(heading, now)[0]?.period ?? null)
}

/** What a report is about where no words say; a speech's plans are for the year in which it is spoken. */
function yearOf({ year, spoken, span }: Now, status: Status): Period | null {
  if (status === 'target' && spoken !== null && spoken !== year) return { text: `${spoken}年`, ...wholeYear(spoken) }
  if (span !== null) return span
  return year === null ? null : { text: `${year}年`, ...wholeYear(year) }
}

function periodOfCell(text: string | null, now: Now): Period | null {
  if (text === null) return null
  const said = /^\d{4}$/.test(text) ? `${text}年` : text
  const days = timeAt(said, 0, now) ?? findTimes(said, now)[0]?.period
  return { text, from: days?.from ?? null, to: days?.to ?? null }
}
