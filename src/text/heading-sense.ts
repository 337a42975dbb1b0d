import { timeOfHeading } from '../times/headings.ts'
import { headingOf } from './table-headings.ts'

/** What a heading says of the figures under or beside it: 2023年 a period, 同比增长（%） a change, 抽查批次 an indicator. */
export interface HeadingSense {
  /** What is left to name the indicator: 产量增速 → 产量; `''` for 2023年, 数量, 合计. */
  readonly words: string
  readonly measure: 'level' | 'change' | 'share'
  readonly period: string | null
  readonly isTarget: boolean
  readonly direction: 'up' | 'down' | null
  readonly basis: string | null
  readonly of: string | null
}

// 比上年增长 · 较上年提高百分点 · 同比± · 年均增速 · 涨跌幅
// Each word one way only: 增减 is 增 and 减
const growth = '增长|增加|增|减|提高|提升|上升|下降|降低|减少|变化|变动|快|慢|升|涨|跌|降|±'
const change = new RegExp(
  `^(?<what>.*?)(?:(?<base>(?:比|较|与)(?:上年同[期月]末?|去年同[期月]末?|上年度?末|上年|去年|上月|上季度?|上期|前年|同期|(?:19|20)\\d\\d年)|同比|环比|年均|年平均|名义|定基)(?:相比)?(?:实际)?(?:${growth})*` +
    '|增长|增减|增加|增速|增幅|涨幅|降幅|涨跌幅?|升降幅?|变化|变动|下降|减少|提高|上升|±)(?:速度?|率|幅度?|百分点|点数?|量|额|数|情况|±)*$',
)
// 占比 · 占全省比重 · 所占份额 · 占规上工业总产值的比重
const share = /^(?<what>.*?)(?:所?占(?<whole>[^占]*?)的?(?:比重?|比例|份额|百分比)|比重|份额|构成)$/
const target =
  /^(?:预期|约束性|年度|全年|工作)?(?:目标|计划|任务|预算|预期)(?:值|数|量)?$|(?:预期)?目标值?$|(?:计划|任务|预算)数$/
const amount =
  /^(?:数量|总量|总数|数值|数额|数目|指标值?|绝对[数量值额]|金额|总额|规模|值|数|数据|结果|情况|现状|全年|年末|期末|年末数|期末数|年度|时期|累计|完成(?:情况|数|值|额)?|(?:本年|全年|累计|实际)?(?:实际|实绩|完成|累计)(?:完成)?[数值额]?)$/
const total = /(?:^|(?<=.))(?:合计|总计|小计|总和)$/
const whole = /^(?:全[国省市区县州盟旗]|总体|平均|全部|总)(?:合计|总计|平均|总体)?$/

/** The sense of one level of a heading, unit and numbering aside: 2023年目标 → a target for 2023年. */
export function senseOf(heading: string): HeadingSense {
  const { period, rest } = partsOf(headingOf(heading).words)
  const plain = {
    words: rest,
    measure: 'level',
    period,
    isTarget: false,
    direction: null,
    basis: null,
    of: null,
  } as const
  if (amount.test(rest) || whole.test(rest)) return { ...plain, words: '' }
  if (total.test(rest)) return { ...plain, words: rest.replace(total, '') }
  const grown = change.exec(rest)?.groups
  if (grown !== undefined) {
    const words = grown.what ?? ''
    return {
      ...plain,
      words,
      measure: 'change',
      direction: directionOf(rest.slice(words.length)),
      basis: basisOf(grown.base),
    }
  }
  const part = share.exec(rest)?.groups
  if (part !== undefined) return { ...plain, words: part.what ?? '', measure: 'share', of: wholeOf(part.whole) }
  if (target.test(rest)) return { ...plain, words: rest.replace(target, ''), isTarget: true }
  return plain
}

/** 2023年产量 → 2023年, 产量; 期末余额（2023年12月31日） → 2023年12月31日, 余额; 上年结转 is a name. */
function partsOf(words: string): { period: string | null; rest: string } {
  const bracket = /^(.*)[（(]([^（）()]+)[)）]$/.exec(words)
  const inside = timeOfHeading(bracket?.[2] ?? '')
  const isDated = inside !== null && inside.length === bracket?.[2]?.length
  const plain = isDated ? (bracket?.[1] ?? '') : words
  const time = /^上年(?:度)?(?:结转|结余|滚存)/.test(plain) ? null : timeOfHeading(plain)
  const rest = plain.slice(time?.length ?? 0).replace(/^的/, '')
  return { period: (isDated ? inside.text : time?.text) ?? null, rest }
}

function directionOf(words: string): 'up' | 'down' {
  return /^[^增涨升±]*(?:下降|降低|减少|降幅|减|慢)/.test(words) ? 'down' : 'up'
}

function basisOf(base = ''): string {
  if (/^同比|(?:上年|去年)度?(?:同[期月])?末?$|比同期/.test(base)) return 'yoy'
  if (/^环比|上[月期]|上季/.test(base)) return 'mom'
  return base === '名义' || base === '' ? 'none' : base
}

function wholeOf(words = ''): string | null {
  return words === '' || whole.test(words) || words === '总' ? null : words
}

/** The levels of a heading taken together: 出口额 over 同比增长 → 出口额, a change. */
export function senseOfLevels(levels: readonly string[]): HeadingSense {
  return levels.map(senseOf).reduce(withSense, senseOf(''))
}

/** Two senses that hold for the same figure, the second the nearer one. */
export function withSense(one: HeadingSense, other: HeadingSense): HeadingSense {
  const ratio = other.measure === 'level' ? one : other
  return {
    words: joined(one.words, other.words),
    measure: ratio.measure,
    period: joinedTime(one.period, other.period),
    isTarget: one.isTarget || other.isTarget,
    direction: ratio.direction,
    basis: ratio.basis,
    of: ratio.of,
  }
}

/** 粮食 and 粮食产量 → 粮食产量; 抽查合格率 and 合格率 → 抽查合格率. */
function joined(one: string, other: string): string {
  if (one.endsWith(other)) return one
  return other.startsWith(one) || other.endsWith(one) ? other : one + other
}

/** 2023年 over 1—12月 → 2023年1—12月. */
function joinedTime(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return other ?? one
  return /^\d{4}年?$/.test(one) && !/\d{4}/.test(other) ? one.replace(/年?$/, '年') + other : other
}
