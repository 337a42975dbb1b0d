import { timeAt } from '../../times/find.ts'

/** What a change is against, and the text without saying so: 投诉举报同比 → yoy, 投诉举报. */
export interface Basis {
  readonly basis: string
  /** One for each figure of a list that is told so: 分别比上月和上年同期低 → mom, yoy. */
  readonly each: readonly string[]
  readonly rest: string
}

const unnamed = { year: null, spoken: null, span: null }
const prices = /按(?:可比|当年|现行|不变)价格?计?算?(?:，)?(?:比上年)?/
/** Behind a time, and what else a change can be against: 比2012年底, 较“十三五”初期, 比年初预算, 比改革前 */
const suffix = /(?:度|同期|同月|[末底初]期?|时期|期间|水平|均值)*/y
const otherTime = /[^，。；、（）]{1,8}?(?:前|末|初|同期|预算|之初|以前)/y
const joint = /(?:和|、|及|与|以及)(?:比|较|与)?/y
const against = /(?<![同环对占])[比较与]/g

/** The basis that a change's words name; none where they name nothing. */
export function basisOf(text: string): Basis {
  if (!['比', '较', '与', '年', '价'].some((sign) => text.includes(sign))) return none(text)
  return byWord(text) ?? byReference(text) ?? byStretch(text) ?? none(text)
}

const none = (rest: string): Basis => ({ basis: 'none', each: [], rest })

const told = (text: string, each: readonly string[], start: number, end: number): Basis => ({
  basis: each[0] ?? 'none',
  each,
  rest: text.slice(0, start) + text.slice(end),
})

/** 同比, 环比, 同比和环比, 按可比价格计算 */
function byWord(text: string): Basis | null {
  const found = /(?:[同环]比)(?:(?:和|、|及|与)[同环]比)?/.exec(text) ?? prices.exec(text)
  if (found === null) return null
  const each = [...found[0].matchAll(/环|同|按/g)].map(([sign]) => (sign === '环' ? 'mom' : 'yoy'))
  return told(text, each, found.index, found.index + found[0].length)
}

/** 比上年, 较2012年末, 比上月和上年同期 */
function byReference(text: string): Basis | null {
  for (const { index } of text.matchAll(against)) {
    const each: string[] = []
    let end = index + 1
    for (let at = end; ; ) {
      const reference = referenceAt(text, at)
      if (reference === null) break
      each.push(nameOf(text.slice(at, reference)) ?? text.slice(index, index + 1) + text.slice(at, reference))
      end = reference
      joint.lastIndex = end
      const behind = joint.exec(text)?.[0].length
      if (behind === undefined) break
      at = end + behind
    }
    if (each.length > 0) return told(text, each, index, end + (text.startsWith('相比', end) ? 2 : 0))
  }
  return null
}

/** Where a time that is compared with ends: 5 of 上年同期高. */
function referenceAt(text: string, start: number): number | null {
  const time = timeAt(text, start, unnamed)
  if (time === null) {
    otherTime.lastIndex = start
    return otherTime.test(text) ? otherTime.lastIndex : null
  }
  suffix.lastIndex = time.end
  suffix.test(text)
  return suffix.lastIndex
}

function nameOf(reference: string): string | null {
  if (/^(?:去|上一?|前一)年度?(?:同[期月]|[末底])?$|^同期$/.test(reference)) return 'yoy'
  return /^(?:上[个一]?(?:月|季度?|周)|上期)[末底]?$/.test(reference) ? 'mom' : null
}

/** 年均; 五年来 right before the figure. */
function byStretch(text: string): Basis | null {
  const found =
    /年均|(?:(?<!\d)(?:[一二两三四五六七八九十]|\d{1,2}))?年平均(?=增|提|下|上|降|减|$)/.exec(text) ??
    /(?<!\d)(?:[一二三四五六七八九十两]|\d{1,2})年(?:来|间|以来)?(?:累计)?$/.exec(text)
  return found === null ? null : told(text, [found[0]], found.index, found.index + found[0].length)
}
