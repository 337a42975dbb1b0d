import { findRegions } from '../read/gazetteer.ts'
import { timeAt } from '../times/find.ts'
import type { Cell } from '../types.ts'
import { type HeadingSense, withSense } from './heading-sense.ts'

/** What the headings of a cell make of its figure. */
export type CellSense = Pick<
  Cell,
  'indicator' | 'measure' | 'period' | 'status' | 'direction' | 'basis' | 'of' | 'region'
>

/** A heading's sense, and the place that it is about. */
interface Said {
  readonly sense: HeadingSense
  readonly region: string | null
}

/** The row's and the column's sense taken together: 粮食 beside 同比增长 → 粮食, a change. `subject`, of the caption, is for where both say nothing. */
export function cellSense(row: Said, column: Said, subject: HeadingSense, unit: string): CellSense {
  const isOwner = owner.test(column.sense.words) && !owner.test(row.sense.words)
  const own = isOwner ? withSense(column.sense, row.sense) : withSense(row.sense, column.sense)
  const isPart = own.measure === 'level' && subject.measure !== 'level' && /^(?:[%％‰]|个?百分点)?$/.test(unit)
  const { measure, direction, basis, of } = isPart ? subject : own
  const indicator = own.words === '' ? subject.words : own.words
  const status = own.isTarget ? 'target' : 'actual'
  return { indicator, measure, period: own.period, status, direction, basis, of, region: row.region ?? column.region }
}

/** Whose figure it is stands first: 甲公司 over 营业收入 → 甲公司营业收入. */
const owner = /(?:公司|集团|银行|医院|学校|大学|学院|[厂局]|中心)$/

/** A heading that is a place and nothing else: 沈阳 → 沈阳市, 昆山市 as it stands; null for 高标准农田 or 示范区. */
export function placeOf(words: string): string | null {
  if (words === '全国') return words
  const [first, second] = findRegions(words)
  const last = second?.start === first?.end ? second : first
  if (first?.start === 0 && last?.end === words.length) return last.name
  const isCounty =
    /^\p{Script=Han}{1,5}(?:省|市|县|自治旗)$/u.test(words) &&
    !/城市$|超市|都市|上市|门市|[各县本地全]市|[各全]县|[全各本我外]省/.test(words)
  return isCounty ? words : null
}

// 表1 · 附表2： · 图3-1
const number = /^附?[表件图]\s?[\d一二三四五六七八九十]*(?:[-—.．]\d+)*[：:、.\s]*/
const genre = /(?:(?:基本)?情况|统计|汇总|一览|完成|数据)*表?(?:[（(].*[)）])?$/

/** What a caption says a table counts: 表1 2023年全省主要农产品产量 → 主要农产品产量; `''` where it only says 主要指标. */
export function subjectOf(caption: string | null): string {
  if (caption === null || /指标(?:完成情况|情况|表|一览表)*$/.test(caption.replace(/[（(].*$/, '').trim())) return ''
  const plain = caption
    .replace(/\s+/g, ' ')
    .replace(number, '')
    .replace(/(?:(?:19|20)\d\d[—–\-~～至])?(?:19|20)\d\d年?度?|\d{1,2}[—–\-~～至]\d{1,2}月份?/g, '')
    .replace(genre, '')
  const [place] = findRegions(plain)
  const rest = place?.start === 0 ? plain.slice(place.end) : plain
  if (/^(?:主要|重点)?分(?:季度?|月度?|年度?|类别?|项|地区|行业)$/.test(rest)) return ''
  return rest.replace(/^(?:全[国省市区县]|各[省市县区州盟、]+|分[省市地区县]+|我[省市县区])/, '').replace(/\s/g, '')
}

/** The time in a caption: 2023年全省主要指标 → 2023年. */
export function periodOf(caption: string | null): string | null {
  const text = (caption ?? '').replace(/\s+/g, ' ').replace(number, '').replace(/\s/g, '')
  for (let start = 0; start < text.length; start++) {
    const time = timeAt(text, start, { year: null, spoken: null, span: null })
    if (time !== null && !time.isVague && /\d/.test(time.text)) return time.text
  }
  return null
}
