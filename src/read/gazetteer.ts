import type { Span } from '../types.ts'
import { notAfter, regionNames, wordsToo } from './gazetteer-names.ts'

/** A province or prefecture by its full name: 吉林 → 吉林省, province. */
export interface Region {
  readonly name: string
  readonly level: 'province' | 'prefecture'
  /** Of a prefecture: the province that it belongs to. */
  readonly province: string
}

/** A region as it stands in a text: “苏州市” at 0 to 3. */
export interface RegionMention extends Span, Region {}

interface Alias {
  readonly alias: string
  readonly region: Region
}

const regions: readonly Region[] = regionNames.flatMap((line) => {
  const [province = '', ...prefectures] = line.split(' ')
  return [
    { name: province, level: 'province' as const, province },
    ...prefectures.map((name) => ({ name, level: 'prefecture' as const, province })),
  ]
})

const byName: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.name, region]))

// 延边朝鲜族自治州 → 延边, 博尔塔拉蒙古自治州 → 博尔塔拉
const ethnicEnding =
  /(?:(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古)族|蒙古|柯尔克孜|哈萨克)+自治州$/
const provinceEnding = /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市)$/
const prefectureEnding = /(?:地区|市|盟)$/

/** Written forms of one region: 广西壮族自治区, 广西; 恩施土家族苗族自治州, 恩施州, 恩施. */
function aliasesOf({ name, level }: Region): string[] {
  if (level === 'province') return [name, name.replace(provinceEnding, '')]
  const short = name.replace(ethnicEnding, '').replace(prefectureEnding, '')
  const middle = ethnicEnding.test(name) ? [`${short}州`] : []
  const clear = !wordsToo.has(short) && !provinceNames.has(short)
  return clear ? [name, ...middle, short] : [name, ...middle]
}

const provinceNames: ReadonlySet<string> = new Set(
  regions.filter(({ level }) => level === 'province').map(({ name }) => name.replace(provinceEnding, '')),
)

/** One bit for each character that a name can start with: most characters are settled by it. */
const startsName = new Uint8Array(65_536)
const byFirst = new Map<number, Alias[]>()

for (const region of regions) {
  for (const alias of aliasesOf(region)) {
    const first = alias.charCodeAt(0)
    startsName[first] = 1
    byFirst.set(first, [...(byFirst.get(first) ?? []), { alias, region }])
  }
}
for (const aliases of byFirst.values()) aliases.sort((one, other) => other.alias.length - one.alias.length)

/** Every province and prefecture named in a text, longest first: 江苏省苏州市 gives 江苏省 and 苏州市. */
export function findRegions(text: string): RegionMention[] {
  const mentions: RegionMention[] = []
  for (let start = 0; start < text.length; start++) {
    const found = regionAt(text, start)
    if (found === null) continue
    mentions.push(found)
    start = found.end - 1
  }
  return mentions
}

/** The longest name of a region that begins at `start`: 苏州市 at 3 of 江苏省苏州市. */
export function regionAt(text: string, start: number): RegionMention | null {
  if (startsName[text.charCodeAt(start)] === 0) return null
  const found = byFirst.get(text.charCodeAt(start))?.find(({ alias }) => standsAt(text, alias, start))
  return found === undefined ? null : { start, end: start + found.alias.length, ...found.region }
}

function standsAt(text: string, alias: string, start: number): boolean {
  if (!text.startsWith(alias, start)) return false
  const before = notAfter[alias]
  return before === undefined || start === 0 || !before.includes(text.charAt(start - 1))
}

/** The province of a region by its full name: 苏州市 → 江苏省, 吉林省 → 吉林省, else null. */
export function provinceOf(name: string): string | null {
  return byName.get(name)?.province ?? null
}
