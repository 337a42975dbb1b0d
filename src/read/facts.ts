import { findRegions, type RegionMention } from './gazetteer.ts'
import { simplify } from './simplify.ts'

/** What a report says of itself: 苏州市2021年质量强市工作要览 → 苏州市, 2021. */
export interface Facts {
  readonly title: string | null
  readonly source: string | null
  readonly region: string | null
  readonly year: number | null
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
  const plainTitle = title === null ? null : simplify(title)
  const date = given.date ?? dateIn([...lines, signature(text)])
  const year =
    yearOfTitle(plainTitle, date) ?? yearOfHeading(plain) ?? given.year ?? yearOfText(plain, plainTitle, date)
  const region = regionOfTitle(plainTitle) ?? given.region ?? regionOfText(plain, head)
  return { title, source: given.source ?? sourceIn(text.slice(0, headCharacters)), region, year, date }
}

// 下载 打印 全屏 【字号：加大 还原 减小】 分享: 首页 > 当前位置
const furniture =
  /^(?:下载|打印|全屏|收藏|【?字号[：:]?|加大|还原|减小|[大中小]|[】>＞»|｜]|分享[：:]?|首页|当前位置.*|打印本页)$/
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
  const first = lines.findIndex((line) => line !== '' && !furniture.test(line))
  const line = lines[first]
  if (line === undefined || line.length > 60 || line.length < 4 || text.trimEnd() === line) return null
  if (sentenceEnd.test(line) || numbered.test(line) || /[。；\t]/.test(line)) return null
  if (/来源[：:]|^\d{4}[年-]\d+[月-]\d+/.test(line)) return null
  const next = lines.slice(first + 1).find((other) => other !== '') ?? ''
  const goesOn = /[的和与及暨]$/.test(line) || /^——(?!.*\d月)/.test(next)
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

const inauguralReport = /政府工作报告/

/** 2021年工作总结和2022年工作安排 → 2021; a 2026年政府工作报告 looks back on 2025. */
function yearOfTitle(title: string | null, date: string | null): number | null {
  if (title === null) return null
  const span = /(20\d\d)\s?年?\s?[—–\-~～至]+\s?(20\d\d)\s?年?(.{0,12})/.exec(title)
  if (span !== null) return Number(/计划|规划|方案|意见/.test(span[3] ?? '') ? span[1] : span[2])
  const named = /((?:19|20)\d\d|[一二]\s?[〇○零九]\s?[〇○零一二三四五六七八九]\s?[〇○零一二三四五六七八九])\s?年?/.exec(
    title,
  )?.[1]
  const year = named === undefined ? null : arabic(named)
  if (inauguralReport.test(title)) return (year ?? Number(date?.slice(0, 4) ?? Number.NaN)) - 1 || null
  return year
}

/** 二〇二一 → 2021 */
function arabic(digits: string): number {
  const plain = digits.replace(/\s/g, '').replace(/[〇○零]/g, '0')
  return Number(plain.replace(/[一二三四五六七八九]/g, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1)))
}

/** 一、2018年工作回顾 → 2018 */
function yearOfHeading(text: string): number | null {
  const found = /(20\d\d)\s?年(?:度)?(?:主要)?(?:质量)?工作(?:主要)?(?:回顾|总结|情况|概况)/.exec(text.slice(0, 6000))
  return found === null ? null : Number(found[1])
}

const mention = /((?:19|20)\d\d)(?:\s?[—–\-~～至]\s?(?:20\d\d))?\s?年/g

/** The year most spoken of, goals (到2025年) and references (比2012年) aside; a day of publishing counts last. */
function yearOfText(text: string, title: string | null, date: string | null): number | null {
  const counts = new Map<number, number>()
  for (const found of text.matchAll(mention)) {
    const before = text.charAt(found.index - 1)
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 2)
    if (/[比较自从到至于〔]/.test(before) || /^(?:以来|底前|版|修订)/.test(after)) continue
    const isDay = /^\s?\d/.test(after)
    const isOpening = /[\s\n。；“]|^$/.test(before) && /^[，,全度，]/.test(after)
    counts.set(Number(found[1]), (counts.get(Number(found[1])) ?? 0) + (isDay ? 0.4 : isOpening ? 4 : 1))
  }
  const reportDate = date === null ? null : Number(date.slice(0, 4))
  if (reportDate !== null && inauguralReport.test(`${title}`)) return reportDate - 1
  let best: number | null = null
  for (const [year, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = year
  return best ?? reportDate
}

// 2023年 · 二〇二三年 · 质量工作 · 市场监管局 · 人民政府: what follows the name of a place in a title
const afterPlace = '(?=20\\d\\d|二[〇○零]|年度|质量|市场监|产品|食品|人民政府|政府|国民经济)'
const ownPlace = new RegExp(`^(\\p{Script=Han}{2,6}?[市县区旗州盟])${afterPlace}`, 'u')
const placeWithin = new RegExp(`^(\\p{Script=Han}{1,5}?[市县区旗])${afterPlace}`, 'u')

/** The first place named in a title, and the one within it that follows: 江苏省苏州市2021年… → 苏州市, 广州市黄埔区 as it stands. */
function regionOfTitle(title: string | null): string | null {
  if (title === null) return null
  const [first, second] = findRegions(title)
  if (first === undefined) {
    // 昆山市2023年质量工作报告
    const county = ownPlace.exec(title)?.[1] ?? null
    if (county !== null) return county
    return /全国|总局|^(?:20\d\d年)?(?:国家|我国|中国)/.test(title) ? '全国' : null
  }
  const place = innermost(first, second)
  const isFull = title.slice(place.start, place.end) === place.name
  const within = isFull ? placeWithin.exec(title.slice(place.end))?.[1] : undefined
  if (within === undefined || /^(?:全|各|开发|高新|新)/.test(within)) return place.name
  return within.endsWith('市') ? within : place.name + within
}

function innermost(first: RegionMention, second: RegionMention | undefined): RegionMention {
  return second?.start === first.end && second.province === first.name ? second : first
}

/** The province that most mentions fall to, or the city where nearly all are its own. */
function regionOfText(text: string, head: string): string | null {
  if (/代表国务院|国务院总理/.test(head)) return '全国'
  const opening = /在(\p{Script=Han}{2,9}?[省市区州盟])第[一二三四五六七八九十]+届人民代表大会/u.exec(head)?.[1]
  const named = opening === undefined ? undefined : findRegions(opening).at(-1)
  if (named !== undefined) return named.name
  const mentions = findRegions(text)
  const province = mostOften(mentions.map(({ province }) => province))
  if (province === null || province.count * 2 <= mentions.length) return null
  const own = mentions.filter((region) => region.province === province.name)
  const written = own.some(({ name, start, end }) => name.length === end - start)
  if (province.count === 1 && !written) return null
  const city = mostOften(own.filter(({ level }) => level === 'prefecture').map(({ name }) => name))
  return city !== null && city.count > Math.max(1, own.length * 0.6) ? city.name : province.name
}

function mostOften(names: readonly string[]): { name: string; count: number } | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  let best: { name: string; count: number } | null = null
  for (const [name, count] of counts) if (best === null || count > best.count) best = { name, count }
  return best
}
