import { regionAt } from '../read/gazetteer.ts'
import type { Claim, Report, ReportPart, Sentence } from '../types.ts'
import type { Draft } from './draft.ts'
import { periodFinder } from './times/period-of.ts'

/** The time and the place that a claim is for. */
export type WhenWhere = Pick<Claim, 'period' | 'region'>

/** From its own words, else from the report that it stands in, of several in one file. Asked in order of places. */
export function whenWhere({ parts }: Pick<Report, 'parts'>): (draft: Draft) => WhenWhere {
  let at = 0
  let sentence: Sentence | null = null
  let place: string | null = null
  const periodOf = periodFinder()
  return ({ slot, status }) => {
    while ((parts[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= slot.sentence.start) at++
    const part = parts[at] as ReportPart
    const { cell } = slot.sentence
    if (slot.sentence !== sentence) {
      sentence = slot.sentence
      place = regionOf(sentence.reading)
    }
    return {
      period: periodOf(slot.sentence, slot.quantity, status, part),
      region: cell?.region ?? place ?? part.region,
    }
  }
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
