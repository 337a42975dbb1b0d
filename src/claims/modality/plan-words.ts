import { longest, trieOf } from '../../tokens/trie.ts'
import { adverbs, prepositions, softVerbs, strongVerbs } from '../../tokens/verbs.ts'

/** Words that make the figures behind them in their sentence targets. */
export interface PlanWord {
  /** One of these begins it; none begins another, and they alone are looked for everywhere. */
  readonly signs: readonly [string, ...string[]]
  /** What it must be, sticky where the sign begins, of the text up to the figure; the sign alone where nothing is said. */
  readonly pattern?: RegExp
  /** Beyond the pattern: is the sign what it seems, by what stands behind it? */
  readonly accepts?: (text: string, behind: number) => boolean
  /** What stands before a figure. */
  readonly examples: readonly [string, ...string[]]
  readonly never?: readonly string[]
}

export const planWords: readonly PlanWord[] = [
  {
    signs: ['力争', '预期目标', '不得', '务必', '明年', '下一年', '新的一年', '下一步', '下阶段', '接下来'],
    examples: ['力争合格率达到', '预期目标：增长', '化肥使用量不得高于', '明年，新建学校', '下一步，培育企业'],
  },
  { signs: ['来年'], pattern: /(?<!年)来年/y, examples: ['来年新建学校'], never: ['近三年来年均增长'] },
  { signs: ['争取'], pattern: /争取(?:达到|实现|突破|完成|使)/y, examples: ['争取突破'], never: ['争取资金'] },
  { signs: ['拟'], pattern: /拟(?:按|安排|新|于)/y, examples: ['拟新建泵站'], never: ['模拟演练'] },
  { signs: ['目标'], pattern: /目标(?:是|为|[：:])/y, examples: ['目标是新增标准'], never: ['目标人群'] },
  {
    signs: ['计划'],
    pattern: /计划(?:新|建|到|完成|再|安排(?!，))|(?<!按)计划[^，。；的]{2,20}(?:达到|超过|提高到)/y,
    examples: ['计划新建学校', '本市计划每万人口发明专利拥有量达到'],
    never: ['营养改善计划惠及学生', '按抽查计划安排，抽查产品'],
  },
  { signs: ['确保'], pattern: /(?<!以)确保/y, examples: ['确保合格率保持在'], never: ['以确保安全为先，检查企业'] },
  { signs: ['努力'], pattern: /努力(?:实现|达到|完成|使)/y, examples: ['努力实现增长'], never: ['努力推进，新增'] },
  {
    signs: ['将'],
    pattern:
      /(?<=(?:^|[，；。：])(?:我们|全省|全市|[^，；。年]{2,6}(?:省|市|县))?)将(?!近|[^。；]{1,60}(?:纳入|作为|列为|列入))|将(?:(?:初步|全面|基本)?(?:建成|推动|实现|实施|开展|启动|完成|新增)|(?:达到?|超过|突破)(?=\d|约|$))/y,
    accepts: isWill,
    examples: ['全省将培育企业', '检测机构数量将达', '二期工程将新增床位', '将抽检', '全市将全面推广'],
    never: ['将近', '将小作坊纳入监管，检查企业', '某地将企业分为', '将企业开办时间压缩到', '将省定事项下放，办理'],
  },
  {
    signs: ['要'],
    pattern: /(?<![主只])要(?:达到|实现|完成|建成|新增)/y,
    examples: ['合格率要达到'],
    never: ['主要农产品合格率', '主要完成'],
  },
  {
    signs: ['预计'],
    pattern: /预计(?![^，]*，(?:已|共(?!同)|[^，]{2,}同比))/y,
    examples: ['预计完成投资'],
    never: ['预计总投资5.5亿元，共硬化道路', '预计超过100家，利润同比增长'],
  },
  { signs: ['预测'], pattern: /预测(?!准确|预报|预警|模型|能力)/y, examples: ['预测增长'], never: ['预测准确率达'] },
  { signs: ['未来'], pattern: /未来(?:[一二三四五十]{1,2}|\d)年(?=[，将要内])/y, examples: ['未来五年，建成车间'] },
  {
    signs: ['今年'],
    pattern: /今年(?:再(?=[压减新增完建退])|[^，。；]{0,15}(?:安排|预算)|[^。；]{0,16}要)/y,
    examples: ['今年再压减产能', '今年中央预算内投资安排', '今年粮食产量要达到'],
    never: ['今年新认证'],
  },
  { signs: ['全年'], pattern: /全年再(?=[压减新增完建退])/y, examples: ['全年再压减产能'], never: ['全年新登记'] },
  {
    signs: ['到20'],
    // 下降到2031年的 is where it came to
    pattern: /(?<![降升增高减加长低少缩扩涨跌展提达回压])到20(?:2[5-9]|[3-9]\d)年(?!的$)/y,
    examples: ['到2030年，普及率达到'],
    never: ['到2020年，普及率达到', '检出率从2030年的3.2‰下降到2031年的'],
  },
  {
    signs: ['十四五', '十五五', '十六五'],
    pattern: /十[四五六]五”?时期[^。]{0,40}(?:增长|达到|提高到)\d[\d.]*%(?:左右|以上)/y,
    examples: ['“十五五”时期，产值年均增长6%左右，企业达到'],
    never: ['“十四五”时期，产值增长6%，企业达到'],
  },
]

/**
 * 将 means will before a verb, 将培育企业; before a noun it means to take it, 将企业开办时间压缩到1天, as most reviews do. A
 * noun that opens with a verb, 将审批事项下放, passes for one.
 */
export function isWill(text: string, behind: number): boolean {
  return longest(verbsAndAdverbs, text, behind) !== null
}
const verbsAndAdverbs = trieOf(
  [...strongVerbs, ...softVerbs, ...adverbs, ...prepositions, '重点', '优先', '超过', '使', '让'].map(
    (word) => [word, true] as const,
  ),
)

const bySign = trieOf(planWords.flatMap((word) => word.signs.map((sign) => [sign, word] as const)))

/** How far before its figure a word can make it a target. */
const reach = 400

/** Where signs stand in the sentence asked for last: its other figures follow at once, in order. */
let last: { readonly reading: string; readonly signs: readonly number[]; first: number } = {
  reading: '',
  signs: [],
  first: 0,
}

function signsIn(reading: string): readonly number[] {
  const signs: number[] = []
  for (let at = 0; at < reading.length; at++) if (longest(bySign, reading, at) !== null) signs.push(at)
  return signs
}

/** Where the first words of a plan stand before the figure that begins at `end`, -1 where none do: 力争达到90% → 0. */
export function planBefore(reading: string, end: number): number {
  if (last.reading !== reading) last = { reading, signs: signsIn(reading), first: 0 }
  const { signs } = last
  const from = Math.max(0, end - reach)
  if ((signs[last.first - 1] ?? -1) >= from) last.first = 0
  while ((signs[last.first] ?? end) < from) last.first++
  for (let next = last.first; (signs[next] ?? end) < end; next++) {
    const at = signs[next] as number
    const word = longest(bySign, reading, at)
    if (word === null || word.end > end) continue
    const { pattern, accepts } = word.value
    if (pattern !== undefined) pattern.lastIndex = at - from
    if (pattern?.test(reading.slice(from, end)) !== false && accepts?.(reading, word.end) !== false) return at
  }
  return -1
}
