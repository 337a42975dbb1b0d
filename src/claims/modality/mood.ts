import { tableOf } from '../../text/characters.ts'
import { longest, trieOf } from '../../tokens/trie.ts'
import type { Draft } from '../draft.ts'
import { isWill } from './plan-words.ts'

/**
 * Words that speak for a mood of a paragraph, how much each does, and signs of which a paragraph must hold one to have
 * such a word: they are looked for first. One that begins with another hides it. What `accepts` refuses, by what is behind
 * it, is none.
 */
type MoodWords = readonly [
  words: RegExp,
  weight: number,
  signs?: readonly string[],
  accepts?: (paragraph: string, behind: number) => boolean,
]

/** 今年 opens a plan unless it looks back. */
const aheadWords: readonly MoodWords[] = [
  [
    /力争|预期目标|拟按|主要目标|目标任务是|(?<![降升增高减加长低少缩扩涨跌展提达回压])到20[2-9]\d年(?!的\d)|到“?十[五六七]五”?末|新的一年|下一步|明年/g,
    3,
    ['力争', '目标', '拟按', '到20', '到“十', '到十', '新的一年', '下一步', '明年'],
  ],
  [/今年(?!以来|上半年|前|[一二三四]季度|1|首)/g, 1.5, ['今年']],
  [
    /(?:^|[，。；])(?:我们)?(?:要|将(?!近|.{1,12}(?:纳入|作为|列为|列入)))/g,
    1.5,
    ['要', '将'],
    (text, behind) => text[behind - 1] === '要' || isWill(text, behind),
  ],
  [/增长\d+(?:\.\d+)?%(?:左右|以上)/g, 1, ['%左右', '%以上']],
  [/增长\d+(?:\.\d+)?%[-—~至到]\d+(?:\.\d+)?%/g, 1.5, ['%-', '%—', '%~', '%至', '%到']],
  [/保持在[^，。；]{1,10}左右/g, 0.7, ['保持在']],
  [
    /争取|确保|拟|安排|不低于|大于|保持在.{1,12}以上/g,
    0.7,
    ['争取', '确保', '拟', '拟按', '安排', '不低于', '大于', '保持在'],
  ],
]
const pastWords: readonly MoodWords[] = [
  [
    /(?<!公)共(?=[计有]|受理|查|检|完成|建[设成]|培育|新|出动|实施|\d)|总共|去年|上年|过去|同比|环比|[一二三四五]年来|以来|年均|(?:截至|截止)/g,
    1.5,
  ],
  [
    /已|(?:启动|开展|实施|举办|进行|召开)了|圆满|成功|荣获|获批|获评|入选|居全国|全国第|位居|位列|首位|超额|历史性|创(?:历史)?新高|累计/g,
    1,
  ],
  [/成效|丰硕|新跃升|坚实步伐|新进展|新突破|明显|显著|稳中|持续增强|有力|得到|迈上|迈出|跃升/g, 1],
  [/完成(?!国家下达)|印发|吊销|查[办处]|检查|认定|新认证|受理|开发出|(?<!研发)投入|签约|拥有|处置/g, 1],
]
const kindsOfSign = new Map<string, number>()
for (const [kind, [, , signs = []]] of aheadWords.entries())
  for (const sign of signs) kindsOfSign.set(sign, (kindsOfSign.get(sign) ?? 0) | (1 << kind))
const planSigns = trieOf(kindsOfSign)
/** A clause that says what is to be done opens with it. */
const bidding =
  /(?:[一二三四五六七八九十]+是|（.{1,2}）|\d\.)?(?:加快|加强|推进|推动|深化|完善|健全|实施|开展|支持|鼓励|引导|强化|落实|优化|扩大|促进|提升|培育|打造|发展|建设|积极|大力|扎实|持续|坚持|着力|深入|全面|加大|抓好|做好|巩固|拓展|探索|办好|用好|制定|狠抓|统筹|严格|稳步|加力|坚决|合理|适度|提高|构建|搭建|聚焦|围绕|新建|新增|改造|启动|推广|举办|壮大|做优|做强|深耕|紧扣|突出|高水平|高质量|强力|提质)/y

/** Does a paragraph speak of what is to come? By its words, its bidding clauses, its round figures. */
export function looksAhead(paragraph: string, figures: readonly Draft[]): boolean {
  const plan = plansIn(paragraph)
  const roundness = roundnessOf(figures)
  // 农产品质量方面，… is how what was done is told, sector by sector
  const isReview = /^(?:在)?[^，。]{2,16}(?:方面|领域)[，：]/.test(paragraph)
  const most = plan + roundness + (isReview ? 0 : mostBids) - 1
  if (most <= 0) return false
  // Plans are made in round figures, but budgets are precise
  const precision = Math.min(plan >= 4 ? 1.5 : 4.5, sum(figures.map(({ slot }) => precisionOf(slot.quantity.raw))))
  if (most <= precision) return false
  const { bids, isBidding } = bidsIn(paragraph, figures)
  // Round figures alone are no plan: 小学200所，教师5000人，学生80000人
  const hasPlan = roundness > 0 && (plan > 0 || isBidding || (paragraph.match(/以上/g)?.length ?? 0) > 1)
  let mood = plan + (hasPlan ? roundness : 0) + (isReview ? 0 : bids) - 1 - precision
  for (const words of pastWords) if (mood > 0) mood -= weightOf(words, paragraph)
  return mood > 0
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** What words of one kind in a paragraph say, three times at most. */
function weightOf([words, weight, , accepts]: MoodWords, paragraph: string): number {
  const found = [...paragraph.matchAll(words)]
  const all =
    accepts === undefined ? found : found.filter(({ 0: text, index }) => accepts(paragraph, index + text.length))
  return Math.min(3, all.length) * weight
}

/** How much the words of a plan in a paragraph say. */
function plansIn(paragraph: string): number {
  let kinds = 0
  for (let at = 0; at < paragraph.length; at++) kinds |= longest(planSigns, paragraph, at)?.value ?? 0
  if (kinds === 0) return 0
  return sum(aheadWords.map((words, kind) => (kinds & (1 << kind) ? weightOf(words, paragraph) : 0)))
}

const clauseEnds = tableOf('，。；：')
const STOP = '。'.charCodeAt(0)

const mostBids = 4

/** How much a paragraph bids, `mostBids` at most, by the share of its clauses and of its sentences that do so: 加快…，推进…。 */
function bidsIn(paragraph: string, figures: readonly Draft[]): { bids: number; isBidding: boolean } {
  const clauses = { all: 0, bidding: 0 }
  const sentences = { all: 0, bidding: 0 }
  const opening = { start: 0, bids: false }
  let start = 0
  for (let at = 0; at <= paragraph.length; at++) {
    const code = at < paragraph.length ? paragraph.charCodeAt(at) : STOP
    if (clauseEnds[code] === 0) continue
    bidding.lastIndex = start
    const bids = at - start > 1 && bidding.test(paragraph)
    if (at - start > 1) clauses.all++
    if (bids) clauses.bidding++
    if (start === opening.start) opening.bids = bids
    start = at + 1
    if (code !== STOP) continue
    if (at - opening.start > 1 && !endsInField(paragraph, at)) {
      sentences.all++
      if (opening.bids) sentences.bidding++
    }
    opening.start = start
  }
  const bounds = Math.min(2, 0.5 * figures.filter(({ slot }) => /^(?:以上|左右|以内)/.test(behind(slot))).length)
  const share = clauses.all < 4 ? 0 : clauses.bidding / clauses.all
  const openings = sentences.bidding / Math.max(1, sentences.all)
  const mood = share >= 0.6 ? 3 : share >= 0.4 ? 1.5 : 0
  return { bids: Math.max(mood, openings >= 0.6 && sentences.all > 1 ? 2 + bounds : 0), isBidding: clauses.bidding > 0 }
}

/** 农产品质量方面。 */
const endsInField = (paragraph: string, end: number): boolean =>
  paragraph.startsWith('方面', end - 2) || paragraph.startsWith('领域', end - 2)

/** 300家、1500家、10000家以上、65%: who counts what was done seldom gets round figures alone. */
function roundnessOf(figures: readonly Draft[]): number {
  // 100% is as often what was reached
  const raws = figures.map(({ slot }) => slot.quantity.raw).filter((raw) => raw !== '100%')
  if (raws.length < 3) return 0
  const share = raws.filter((raw) => /^(?:[1-9]\d?0+|\d?50*)(?![\d.])/.test(raw)).length / raws.length
  return share < 0.8 ? 0 : raws.length < 5 ? 1 : raws.length < 8 ? 2 : 3
}

/** What stands right behind a figure: 以上. */
const behind = ({ sentence, quantity }: Draft['slot']): string => sentence.reading.slice(quantity.end, quantity.end + 2)

/** 10% and 5500亿元 were planned, 103.1% was counted. */
function precisionOf(raw: string): number {
  const number = /[\d,]+(?:\.\d+)?/.exec(raw)?.[0].replaceAll(',', '') ?? ''
  const digits = number.replace('.', '').replace(/^0+|0+$/g, '').length
  if (digits >= 4 || (digits === 3 && number.includes('.'))) return 1.2
  return digits === 3 ? 0.5 : 0
}
