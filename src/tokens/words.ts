import type { Qualifier } from '../types.ts'
import { backwards, longest, longestBefore, trieOf } from './trie.ts'

export type Hedge = Exclude<Qualifier, 'exact' | 'range'>

/** Said directly before a number: 不低于95%. */
export const hedgesBefore: Readonly<Record<Hedge, string>> = {
  about: '约 大约 约为 约合 约占 约达 约有 大概 近 将近 接近 近乎 逼近 临近 几近 差不多 ≈ 大致',
  over: '超 跨越 超过 超过了 超了 已超 逾 已逾 不低于 不少于 不小于 不下 不下于 至少 最少 起码 高于 多于 大于 > ≥ ＞ 达到或超过 大于等于 大于或等于 大于或者等于',
  under:
    '不足 不到 低于 少于 小于 未满 不满 不超过 不高于 不多于 不大于 未超过 至多 最多 不及 未达 未达到 小于等于 小于或等于 小于或者等于 < ≤ ＜',
}

/** Verbs of passing a mark: over in 突破4万亿元, none where things are their object (突破12项关键技术). */
export const passings = '突破 突破了 站上 迈上 登上 跨上 攀上 迈过 跨过 越过 冲破'

/** Say something of a magnitude alone: 上千家, 数亿人, 过百亿元, 几十万. */
export const magnitudeHedges = '上 过 破 数 几 好几'

/** End like a hedge and are none: 节约3亿元, 签约35个, 人数百万. */
const notBefore = `
  节约 签约 履约 预约 违约 特约 合约 条约 契约 集约 邀约 续约 订约 附近 最近 亲近 贴近 靠近 相近 远近 走近 就近 邻近 抵近 新近 反超 赶超 高超
  通过 经过 打破 侦破 爆破 攻破 以上 线上 网上 向上 会上 路上 身上 之上 早上 晚上 加上
  总数 人数 户数 件数 次数 天数 指数 参数 系数 基数 倍数 分数 个数 家数 台数 点数 位数 函数 岁数 项数 种数 张数 辆数 例数 起数 股数 床数 字数`

/** Said directly after it: 5%以上, 3天以内, 15个左右; 多 of 增长2倍多. */
export const hedgesAfter: Readonly<Record<Hedge, string>> = {
  about: '左右 上下 前后 开外',
  over: '以上 及以上 之上 和以上 或以上 或者以上 或者更多 （含）以上 (含)以上 余 多 有余 出头 还多 多一点 挂零 +',
  under: '以下 及以下 以内 之内 之下 或以下 以里 （含）以下 (含)以下',
}

/** Begin like a hedge and are none: 3项多举措, 5亿元余额. */
const notAfter = `
  余额 余人 余下 余量 余热 余缺 余款 余粮 多举措 多措 多元 多种 多样 多个 多项 多地 多家 多年 多次 多人 多户 多部门 多层 多方 多边 多点 多式 多晶
  多功能 多领域 多处 多维 多品 多高层 多层次 前后端`

const words = (lines: string): string[] => lines.split(/\s+/).filter(Boolean)
const entries = (table: Readonly<Record<Hedge, string>>): (readonly [string, Hedge])[] =>
  (Object.entries(table) as [Hedge, string][]).flatMap(([hedge, lines]) =>
    words(lines).map((word) => [word, hedge] as const),
  )

type Before = Hedge | 'passing' | 'of-magnitude' | null

const beforeTrie = trieOf<Before>([
  ...entries(hedgesBefore).map(([word, hedge]) => [backwards(word), hedge] as const),
  ...words(passings).map((word) => [backwards(word), 'passing'] as const),
  ...words(magnitudeHedges).map((word) => [backwards(word), 'of-magnitude'] as const),
  ...words(notBefore).map((word) => [backwards(word), null] as const),
])
const afterTrie = trieOf<Hedge | null>([
  ...entries(hedgesAfter),
  ...words(notAfter).map((word) => [word, null] as const),
])

/** What a number begins with or counts, where a hedge before it depends on that. */
export interface Hedged {
  /** 千家, 万亿元 */
  readonly magnitude: boolean
  /** 12项关键技术 */
  readonly things: boolean
}

/** The hedge that ends at `end`: 超过 before 95.2%. */
export function hedgeBefore(text: string, end: number, { magnitude, things }: Hedged): Hedge | null {
  const found = longestBefore(beforeTrie, text, end)?.value ?? null
  if (found === 'passing') return things ? null : 'over'
  if (found === 'of-magnitude') return magnitude ? 'over' : null
  return found
}

/** Where the hedge begins that ends at `end`; `end` where there is none. */
export function hedgeStart(text: string, end: number): number {
  const found = longestBefore(beforeTrie, text, end)
  return found === null || found.value === null || found.value === 'of-magnitude' ? end : found.end
}

/** What 内 sets an end to. */
export const ofTime = /(?:天|日|小时|分钟|秒|月|年|周|公里|米)$/

/** The hedge that begins at `start`: 以上 after 95%. */
export function hedgeAfter(text: string, start: number): Hedge | null {
  // 3个工作日内; but 5家内资企业
  if (text[start] === '内' && ofTime.test(text.slice(Math.max(0, start - 2), start))) return 'under'
  return longest(afterTrie, text, start)?.value ?? null
}
