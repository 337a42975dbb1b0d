import { findRegions, type RegionMention } from './gazetteer.ts'

/** The place that a report is about: by its title, what the caller knows, its first lines, the places it names most. */
export function regionOf(
  { title, lines, text }: { readonly title: string | null; readonly lines: readonly string[]; readonly text: string },
  given: string | null,
): string | null {
  if (title !== null && company.test(title)) return given
  return regionOfTitle(title) ?? given ?? regionOfOpening(lines) ?? regionOfText(text)
}

/** A company is at home somewhere, and its figures are of no place. */
const company = /(?:公司|集团|银行|股份)(?:$|\d|（|二[〇零○])/

// 2023年 · 二〇二三年 · 质量工作 · 市场监管局 · 人民政府: what follows the name of a place in a title
const afterPlace = '(?=20\\d\\d|二[〇○零]|年度|质量|市场监|产品|食品|人民政府|政府|国民经济)'
const ownPlace = new RegExp(
  `^(?:20\\d\\d年)?((?!.{0,5}[全季半月])\\p{Script=Han}{1,6}?[省市县区旗州盟])${afterPlace}`,
  'u',
)
const placeWithin = new RegExp(`^(\\p{Script=Han}{1,5}?[市县区旗])${afterPlace}`, 'u')

/** The first place named in a title, and the one within it that follows: 江苏省苏州市2021年… → 苏州市, 广州市黄埔区 as it stands. */
function regionOfTitle(title: string | null): string | null {
  if (title === null) return null
  const [first, second] = findRegions(title)
  if (first === undefined) {
    // 昆山市2023年质量工作报告
    const county = ownPlace.exec(title)?.[1] ?? null
    if (county !== null && !/^[全我本各]/.test(county)) return county
    return /全国|总局|国务院|最高人民|中华人民共和国|^(?:20\d\d年)?(?:国家|我国|中国)/.test(title) ? '全国' : null
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

// 国务院总理 某某 · 国家统计局 · ——在第十四届全国人民代表大会第三次会议上
const national =
  /国务院|中华人民共和国|全国(?:人民代表大会|人大|政协)|最高人民|中国人民银行|中国政府网|^国家[^，。]{2,12}[局委部]|^(?:民政|教育|财政|公安|商务|农业农村|生态环境|交通运输|水利|文化和旅游|人力资源和?社会保障|住房和?城乡建设|工业和信息化|自然资源|应急管理|退役军人事务)部/

/** By short lines over the text: who speaks, and where. */
function regionOfOpening(lines: readonly string[]): string | null {
  const head = lines.filter((line) => line.length <= 60 && !/[。；]/.test(line)).join('\n')
  const opening = /在(\p{Script=Han}{2,9}?[省市区州盟])第[一二三四五六七八九十]+届人民代表大会/u.exec(head)?.[1]
  const named = opening === undefined ? undefined : findRegions(opening).at(-1)
  if (named !== undefined) return named.name
  const isNational =
    lines.some((line) => /代表国务院/.test(line)) || head.split('\n').some((line) => national.test(line))
  return isNational ? '全国' : null
}

/** The province that most mentions fall to, or the city where nearly all are its own. */
function regionOfText(text: string): string | null {
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
