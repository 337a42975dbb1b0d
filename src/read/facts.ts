import type { Now } from '../types.ts'
import { regionOf } from './report-region.ts'
import { nowOf } from './report-year.ts'
import { simplify } from './simplify.ts'

/** What a report says of itself: 苏州市2021年质量强市工作要览 → 苏州市, 2021. */
export interface Facts extends Now {
  readonly title: string | null
  readonly source: string | null
  readonly region: string | null
  /** 2022-01-20 */
  readonly date: string | null
}

/** What the caller knows; it stands in for what neither title nor headings say. */
export interface Given {
  readonly title?: string | null
  readonly source?: string | null
  readonly region?: string | null
  readonly year?: number | null
  readonly date?: string | null
  /** The title that the format itself marks, as a page does; it wins over the first line. */
  readonly markedTitle?: string | null
}

/** What a text says of itself it says early: the rest is not looked at. */
const mostCharacters = 20_000
const headCharacters = 1500
const headLines = 16

/** Title, source, region, year and date from the text itself, else from what the caller knows. */
export function factsOf(text: string, given: Given = {}): Facts {
  const plain = simplify(text.slice(0, mostCharacters))
  const head = plain.slice(0, headCharacters)
  const lines = head.split(/\r\n|\r|\n/, headLines).map((line) => line.trim())
  const title = given.markedTitle ?? titleIn(text, plain, lines) ?? given.title ?? null
  const date = given.date ?? dateIn([...lines, signature(text)])
  const opening = { title: title === null ? null : simplify(title), date, text: plain, lines }
  const source = given.source ?? sourceIn(text.slice(0, headCharacters))
  return { title, source, date, region: regionOf(opening, given.region ?? null), ...nowOf(opening, given.year ?? null) }
}

// 下载 打印 全屏 【字号：加大 还原 减小】 分享: 首页 > 当前位置
const furniture =
  /^(?:下载|打印|全屏|收藏|【?字号[：:]?|加大|还原|减小|[大中小]|[】>＞»|｜]|分享[：:]?|首页|当前位置.*|打印本页)$/
// 公司代码：600000 公司简称：甲电气 · 新华社北京3月17日电 · 文号 · 索引号
const pageHead =
  /^[（(]?(?:计量|金额|数据)?单位[：:]|^(?:公司|股票|证券|债券|基金)(?:代码|简称)|^(?:索引号|文号|发文字号|信息分类|发布机构|主题分类|成文日期|公开类别|密级)|^.{0,14}\d{1,2}月\d{1,2}日(?:电|讯)/
const numbered =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]|——|【|第[一二三四五六七八九十]+[章节部])/
const sentenceEnd = /[。；;，,：:、！？]$/

/** The title as it is written, found on the Simplified lines. */
function titleIn(text: string, plain: string, lines: readonly string[]): string | null {
  const found = titleLines(lines, plain)
  if (found === null) return null
  const written = found.map((line) => text.slice(plain.indexOf(line), plain.indexOf(line) + line.length))
  return written.join('')
}

/** The first line that reads as a title, with a second half after ——: 加快质量强省建设——吉林综述. */
function titleLines(lines: readonly string[], text: string): string[] | null {
  const first = lines.findIndex(
    (line) => line.length >= 4 && !/^[\d\s:：.-]+$/.test(line) && !furniture.test(line) && !pageHead.test(line),
  )
  const line = lines[first]
  if (line === undefined || line.length > 60 || text.trimEnd() === line) return null
  if (sentenceEnd.test(line) || numbered.test(line) || /[。；\t]/.test(line)) return null
  if (/来源[：:]|^\d{4}[年-]\d+[月-]\d+/.test(line)) return null
  const next = lines.slice(first + 1).find((other) => other !== '') ?? ''
  const isCompany = /公司$/.test(line) && /\d{4}\s?年.*报告/.test(next)
  const goesOn = isCompany || /[的和与及暨]$/.test(line) || /^——(?!.*(?:\d月|会议上|大会上))/.test(next)
  const joins = goesOn && next.length <= 40 && !sentenceEnd.test(next) && !/[。；：]/.test(next)
  return joins ? [line, next] : [line]
}

// 信息来源：中国质量报　　2021年2月9日
const sourceLine = /(?:信息来源|文章来源|稿件来源|来源|稿源)[：:][ \t　]*([^\s　|｜【（(]{2,30})/

/** 信息来源：中国质量报 → 中国质量报 */
export function sourceIn(head: string): string | null {
  const found = sourceLine.exec(simplify(head))
  const name = found?.[1]
  if (found === null || name === undefined) return null
  const end = found.index + found[0].length
  return head.slice(end - name.length, end)
}

const day = /((?:19|20)\d\d)[年\-/.](1[0-2]|0?[1-9])[月\-/.](3[01]|[12]\d|0?[1-9])(?:日|(?!\d))/

/** The day in the first short line that has one, 发布时间：2022年2月17日 → 2022-02-17. */
export function dateIn(lines: readonly string[]): string | null {
  const dated = lines.find((line) => line.length <= 80 && !line.includes('。') && day.test(line))
  const found = dated === undefined ? null : day.exec(dated)
  if (found === null) return null
  const [, year = '', month = '', dayOfMonth = ''] = found
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
}

/** The last line where it is no more than a day: 2022年1月20日 */
function signature(text: string): string {
  const last =
    text
      .slice(-60)
      .trim()
      .split(/[\r\n]+/)
      .at(-1) ?? ''
  return last.length <= 16 ? last : ''
}
