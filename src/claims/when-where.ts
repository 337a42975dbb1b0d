import { regionAt } from '../read/gazetteer.ts'
import type { Claim, Period, Report, Sentence } from '../types.ts'
import type { Draft } from './draft.ts'
import { findTimes, type TimeMention } from './times/period.ts'

/** The time and the place that a claim is for. */
export type WhenWhere = Pick<Claim, 'period' | 'region'>

/** From the sentence, else its paragraph, else the report: 今年以来，全省累计新登记市场主体20.71万户. Asked in order of places. */
export function whenWhere(report: Pick<Report, 'year' | 'region'>): (draft: Draft) => WhenWhere {
  let paragraph = -1
  let sentence: Sentence | null = null
  let inSentence: readonly TimeMention[] = []
  let before: Period | null = null
  let place: string | null = null
  return ({ slot, status }) => {
    const { cell } = slot.sentence
    if (slot.sentence !== sentence) {
      if (slot.sentence.paragraph !== paragraph) before = null
      else before = inSentence.findLast(({ isFormer }) => !isFormer)?.period ?? before
      paragraph = slot.sentence.paragraph
      sentence = slot.sentence
      inSentence = findTimes(sentence.reading, report.year)
      place = regionOf(sentence.reading)
    }
    const region = cell?.region ?? place ?? report.region
    if (cell !== null) return { period: periodOfText(cell.period, report.year), region }
    const own = inSentence.findLast(
      ({ end, isFormer }) => end <= slot.quantity.start && (!isFormer || status === 'baseline'),
    )
    return { period: own?.period ?? before ?? periodOfHeading(slot.sentence, report.year), region }
  }
}

/** 一、2020年工作回顾, else the report's year. */
function periodOfHeading({ sections }: Sentence, year: number | null): Period | null {
  const heading = sections.findLast((name) => /\d年/.test(name))
  return (heading === undefined ? null : findTimes(heading, year)[0]?.period) ?? yearOf(year)
}

const yearOf = (year: number | null): Period | null =>
  year === null ? null : { text: `${year}年`, from: `${year}-01-01`, to: `${year}-12-31` }

function periodOfText(text: string | null, year: number | null): Period | null {
  if (text === null) return yearOf(year)
  const asYear = /^\d{4}$/.test(text) ? `${text}年` : text
  const days = findTimes(asYear, year)[0]?.period
  return { text, from: days?.from ?? null, to: days?.to ?? null }
}

/** A place that opens the sentence: 全国12315平台…, 苏州市新登记… */
function regionOf(reading: string): string | null {
  const comma = reading.slice(0, 13).indexOf('，')
  const lead = reading.slice(0, comma + 1)
  const opening = /[年月度前来]/.test(lead) ? reading.slice(lead.length) : reading
  if (/^全国(?!重点|文明|首|性|先进|工商|人大|政协|统一)/.test(opening)) return '全国'
  const first = regionAt(opening, 0)
  if (first === null) return null
  const last = regionAt(opening, first.end) ?? first
  return /^[、和与]/.test(opening.slice(last.end)) ? null : last.name
}
