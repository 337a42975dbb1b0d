import type { Word } from '../../tokens/segment.ts'
import { attributeEnding, attributesAtEnd, endsInAttribute } from './attributes.ts'
import { cleanName } from './names.ts'

/** Words that tell a thing apart and are none: what they belong to stands behind the last of a list. */
const attributive =
  /^(?:城镇|农村|城市|乡村|国内|国外|国际|境内|境外|男性?|女性?|进口|出口|刑事|治安|民事|行政|省级|国家级|市级|县级|部级|公办|民办|第一|第二|第三|一|二|三|高新技术|专业|大型|中型|小型|存|贷|线上|线下|省内|省外|对外|水上|陆上|内资|外资|一般|特殊|重大|较大|春|夏|秋|冬|新建|改建|扩建|传统|新兴|直接|间接)产?$/

/** A name that stands for two: 存贷款余额 → 存款余额, 贷款余额. */
const pairs: readonly (readonly [RegExp, string, string])[] = [
  [/存贷款/, '存款', '贷款'],
  [/进出口/, '进口', '出口'],
  [/中小型/, '中型', '小型'],
  [/大中型/, '大型', '中型'],
  [/城乡居民/, '城镇居民', '农村居民'],
  [/城乡/, '城镇', '农村'],
  [/产销量/, '产量', '销量'],
  [/产销/, '产量', '销量'],
  [/客货运/, '客运', '货运'],
  [/供排水/, '供水', '排水'],
]

/** What all members of a list begin with, said once: 限额以上通讯器材、家用电器零售额. */
const sharedBeginning =
  /^(?:限额以上(?:单位)?|规模以上|规上|全社会|对|国家级|省级|全口径|国内|金融机构(?:本外币|人民币)?)$/

/**
 * The names in a list that n numbers are for, what they share written out:
 * 城镇和农村居民人均可支配收入 → 城镇居民人均可支配收入, 农村居民人均可支配收入. Null where it is no list of n.
 */
export function splitList(words: readonly Word[], n: number): string[] | null {
  for (const separator of [/^(?:[、和与及]|以及)$/, /^、$/, /^(?:[和与及]|以及)$/]) {
    const members = membersOf(words, separator)
    if (members.length === n) return writtenOut(members).map(cleanName)
  }
  if (n !== 2) return null
  const name = cleanName(words.map(({ text }) => text).join(''))
  const pair = pairs.find(([both]) => both.test(name))
  return pair === undefined ? null : [name.replace(pair[0], pair[1]), name.replace(pair[0], pair[2])]
}

function membersOf(words: readonly Word[], separator: RegExp): Word[][] {
  const members: Word[][] = [[]]
  let quoted = 0
  for (const word of words) {
    if (word.text === '“' || word.text === '（') quoted++
    if (word.text === '”' || word.text === '）') quoted--
    if (quoted <= 0 && separator.test(word.text)) members.push([])
    else members.at(-1)?.push(word)
  }
  return members.filter((member) => member.length > 0)
}

function writtenOut(members: readonly Word[][]): string[] {
  const first = members[0] as Word[]
  const last = members.at(-1) as Word[]
  const tail = sharedEnding(first, last, members)
  const head =
    sharedBeginning.test(first[0]?.text ?? '') && first.length > 1
      ? (first[0]?.text ?? '')
      : (/^每[百千万十]+[人户]口?/.exec(text(first))?.[0] ?? '')
  return members.map((member, index) => {
    const own = text(member)
    const isLast = index === members.length - 1
    if (index > 0 && member.length > 0 && isAllAttribute(member) && !isAllAttribute(first)) return ownPart(first) + own
    return `${index > 0 && !own.startsWith(head) ? head : ''}${own}${isLast ? '' : tail}`
  })
}

/** Words that belong to the attribute behind them: 抽检 of 抽检合格率. */
const middle =
  /^(?:人均|可支配|年均|平均|总|产品|销售|营业|业务|主营业务|参保|保险|缴费|累计|种植|养殖|出栏|存栏|零售|批发|生产|产销|出口|进口|面积|保有|使用|综合|抽检|抽查|监督抽查|监督抽检|检测|监测|检验|水质|投诉)$/

/** What the last member of a list has for all: 产量 of 新能源汽车、集成电路、工业机器人产量. */
function sharedEnding(first: readonly Word[], last: readonly Word[], members: readonly Word[][]): string {
  if (isAllAttribute(last)) return ''
  const beginning = last[0]?.text ?? ''
  // 大、中、小型企业 · 东、中、西部地区
  if (text(first).length === 1 && beginning.length === 2) return beginning.slice(1) + text(last.slice(1))
  if (attributive.test(text(first)) && last.length > 1) return text(last.slice(1))
  // 国际、国家、行业标准
  if (first.length === 1 && last.length === 1 && text(first).length === 2 && beginning.length === 4)
    return beginning.slice(2)
  const others = members.slice(0, -1)
  const endsOwn = (member: readonly Word[]) =>
    endsInAttribute(member.at(-1)?.text ?? '') || /^(?:出栏|存栏|上市|备案|开工|竣工)$/.test(member.at(-1)?.text ?? '')
  if (others.some(endsOwn)) return ''
  if (
    last.length > 1 &&
    first.length === 2 &&
    sharedBeginning.test(first[0]?.text ?? '') &&
    last[0]?.text.length === first[1]?.text.length &&
    last.length === 2
  )
    return text(last.slice(1))
  let from = last.length
  while (from > 1 && endsInAttribute((last[from - 1] as Word).text)) from--
  const isMiddle = (word: Word | undefined): boolean => middle.test(word?.text ?? '')
  const hasOwn = others.some((member) => isMiddle(member.at(-1)))
  while (!hasOwn && from > 1 && from < last.length && isMiddle(last[from - 1])) from--
  if (from < last.length) return from === last.length - 1 ? endingOf(last, first) : text(last.slice(from))
  const lastWord = last.at(-1)?.text ?? ''
  // 清洁能源、食品轻纺、先进材料产业
  const isKind =
    /^(?:产业|行业|企业|地区|项目|机构|产品|市场|领域|案件|事故|专业|学校|医院|服务|景区|社区|证书|园区|基地|平台)$/.test(
      lastWord,
    )
  if (
    isKind &&
    last.length > 1 &&
    others.every((member) => !text(member).endsWith(lastWord) && !/业$/.test(text(member)))
  )
    return lastWord
  const own = sharedBeginning.test(first[0]?.text ?? '') ? first.slice(1) : first
  if (own.length === 1 && last.length === 2 && own[0]?.text.length === last[0]?.text.length) return lastWord
  return first.length < last.length &&
    !text(first).endsWith(lastWord) &&
    first.length === 1 &&
    text(first).length <= 3 &&
    last.length === 2
    ? lastWord
    : ''
}

/** 投资 of 工业、工业技改投资, though one word says 技改投资. */
function endingOf(last: readonly Word[], first: readonly Word[]): string {
  const word = last.at(-1)?.text ?? ''
  const repeats = last.length > 1 && text(last.slice(0, -1)).startsWith(text(first))
  return repeats ? (attributeEnding(word) ?? word) : word
}

/** 总花费, 死亡人数: of what the first member says. */
const attributeWord =
  /^(?:总|申请|授权|注册|登记|拥有|保有|办结|受理|成交|交易|栽培|播种|种植|收获|人均|平均|年均|日均|死亡|受伤|从业|参保|购物|营业|销售|总花)?(?:.{0,1}(?:率|额|量|值|数)|收入|支出|投资|利润|规模|面积|里程|时间|余额|花费|人数|人次|起数|金额|消费)$/
const isAllAttribute = (member: readonly Word[]): boolean => attributeWord.test(text(member))

function ownPart(member: readonly Word[]): string {
  let to = member.length
  while (to > 1 && endsInAttribute((member[to - 1] as Word).text)) to--
  // 事故 of the one word 事故起数
  const removed = member[to]?.text ?? ''
  const stem = removed.slice(0, removed.length - attributesAtEnd(removed).length)
  return (text(member.slice(0, to)) + stem).replace(
    /(?<=.{2})(?:[起件例户家宗]数?|种植|播种|栽培|养殖|申请|授权|注册|登记)$/,
    '',
  )
}

const text = (words: readonly Word[]): string => words.map((word) => word.text).join('')
