import type { Span } from '../types.ts'
import { startsUnit } from './units.ts'

/** A form of text whose numerals are no quantity. `#` among `begins` stands for a run of digits, `A` for one of letters. */
export interface NoiseRule {
  readonly reason: string
  readonly begins: string
  /** Sticky, and of bounded length, so that all of them together take linear time. */
  readonly pattern: RegExp
  /** Only where no unit follows: 12315平台, but 12315家. */
  readonly beforeNoUnit?: true
  readonly examples: readonly [string, ...string[]]
  readonly never: readonly string[]
}

const spelled = '零〇一二两三四五六七八九十百千'

export const noiseRules: readonly NoiseRule[] = [
  {
    reason: 'span of years',
    begins: '#',
    pattern: /(?:19|20)\d\d(?:年度?)?(?:[-—–~～至到、/]|——)(?:(?:19|20)\d\d年?|\d\d年|(?:19|20)\d\d(?!\d))(?:间|度)?/y,
    examples: ['2020-2022年', '2021—2025年', '2016至2020年', '2020—2022'],
    never: ['2000至3000家'],
  },
  {
    reason: 'date',
    begins: '#',
    pattern:
      /(?:(?:19|20)\d\d年(?:度|底|末|初|以来)?(?:\d{1,2}月(?:份|底|末|初)?)?(?:\d{1,2}[日号])?|(?:19|20)\d\d(?:[-/.]\d{1,2}){1,2}(?![\d.%万亿个])|\d{1,2}(?:日|月\d{1,2}日)?[-—–~～至到、]\d{1,2}(?:月份?|日)(?!内)|\d{1,2}月(?:份|底|末|初|中旬|上旬|下旬)?(?:\d{1,2}[日号])?|(?:[12]?\d|3[01])日(?![内均])(?:前|起)?)/y,
    examples: ['2020年', '2021年2月9日', '2021-02-09', '1—11月', '3月5日', '12月底', '1至9月份', '9日'],
    never: ['20年', '3个月', '15日内', '日均'],
  },
  {
    reason: 'time',
    begins: '#',
    pattern: /\d{1,2}(?:时(?:\d{1,2}分)?|[:：]\d\d|点(?:\d{1,2}分|半|钟|整))(?![\d%])/y,
    examples: ['10时30分', '10:30', '9点30分'],
    never: ['1.2小时'],
  },
  {
    reason: 'stretch of time',
    begins: `#${spelled}`,
    pattern:
      /(?:(?<=连续|近|最近|过去|未来|今后|往后|此后|历时|历经|用|前|后|头|时隔|上)(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个?季度|多?年多?(?![限龄])|个?月(?![报度]))(?:以?来|间)?|(?:\d{1,3}|[一二两三四五六七八九十几]{1,3})多?年(?:以?来|之?间|行动|规划|计划|攻坚|任务|倍增|大|前|后|期间)|(?<!(?:延长|缩短|超过|达到|不少于|寿命|期限|平均|为期|有效期|满|达|超|约|减|增加|年限|保质期|质保期|工期)[为至到了]?)[一二两三四五六七八九十]{1,3}年(?![限龄半])|\d{1,2}年(?=[^，。；、）)以左之的期半\d—至到~多余内-])|[1-4一二三四]季度)/y,
    examples: ['5年来', '三年行动', '四季度', '十多年来'],
    never: ['3年', '20年', '延长三年', '20年以上'],
  },
  {
    reason: 'spelled date',
    begins: '一二三四五六七八九十廿',
    pattern:
      /(?:[一二][零〇一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?|[一二三四五六七八九十]{1,2}月(?:份|底|末|初|[一二三四五六七八九十]{1,3}日)?|(?:十[一二三四五]|[二三]?十)五(?=期间|规划|时期|末|初|以来|开局|收官|目标|发展|前|[”、，。]))/y,
    examples: ['二〇二一年', '十二月', '八月一日', '⟦十四五⟧期间'],
    never: ['三个月'],
  },
  {
    reason: 'ordinal',
    begins: '第',
    pattern:
      /第(?:\d{1,6}|[零〇一二三四五六七八九十百千两]{1,8})(?:(?:批次?|届|次|期|个(?:五年(?:规划|计划)?)?|轮|款|条|章|节|类|代|产业|三方|年|季度|号|场|方阵|书记|颗|台|艘|架|项|家|例|梯队|组|部|套|辆)|(?<!(?:居|列|位|名|升至|升到|跃升|跃至|排|进至|移至|全国|全省|全市|全区|全球|世界|东部|中部|西部|地区|省份|省|国内|保持|为)第(?:\d{1,6}|[零〇一二三四五六七八九十百千两]{1,8}))(?:位|名)?)/y,
    examples: ['第四批', '第三十二条', '第十四个五年规划', '第五次', '第一产业'],
    never: ['居全国第7位', '列第3'],
  },
  {
    reason: 'document number',
    begins: '〔[（(#',
    pattern: /(?:[〔[（(]\d{4}[〕\]）)]第?\d{1,5}号?|\d{1,5}号(?:文件?|令|公告|线|楼|院|机|店|馆|台风|岛|煤|门|星)?)/y,
    examples: ['〔2021〕12号', '12号', '1号线'],
    never: [],
  },
  {
    reason: 'numbering',
    begins: '（(#①②③④⑤⑥⑦⑧⑨⑩',
    pattern:
      /(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑩]|(?<=^|[\n。；：])\d{1,2}(?:\.\d{1,2}){0,3}[.、)）](?=[^\d.、]))/y,
    examples: ['（三）', '(1)', '①', '⟦3.⟧加快', '⟦3、⟧加快'],
    never: ['3.5', '3、5和8个'],
  },
  {
    reason: 'section number',
    begins: '#',
    pattern: /(?<=^|\n)\d{1,2}(?:\.\d{1,2}){1,3}(?=[^\d.%‰、和至到余多万亿千百])(?=\p{Script=Han})/uy,
    beforeNoUnit: true,
    examples: ['⟦1.2⟧质量'],
    never: ['1.2', '20.71万户', '3.5个'],
  },
  {
    reason: 'standard or model',
    begins: 'A',
    pattern:
      /[A-Za-z]{1,12}(?:[/·-][A-Za-z]{1,8}){0,2}[-—–_]?\d{1,8}(?:\.\d{1,4})?(?![\d.,，]{0,12}(?:[%‰个家户件元项万亿千]|\d))(?:[A-Za-z]{1,6}\d{0,4}|[-—:]\d{2,4}){0,3}/y,
    examples: ['GB/T19001—2016', 'ISO9001', 'PM2.5', 'V2.0', 'H7N9', 'GB/T19001-2016'],
    never: ['GDP5%', 'CPI2.1%'],
  },
  {
    reason: 'generation or class',
    begins: '#',
    pattern: /(?:[2-6]\.?5?G|[248]K|3C|[4-6]S|[2-5]A(?:级)?|[23]D|2[BC]|\dR)(?![A-Za-z])\+?/y,
    examples: ['5G', '4K', '3C', '6S', '5A级'],
    never: ['5GW', '3GB'],
  },
  {
    reason: 'version',
    begins: '#',
    pattern: /[1-9]\.[05](?=版|时代|产业|工程|行动|改革|平台|模式|升级)版?/y,
    examples: ['2.0版'],
    never: ['2.0%'],
  },
  {
    reason: 'telephone',
    begins: '#',
    pattern:
      /(?:0\d{2,3}[-—]\d{7,8}|400-?\d{3}-?\d{4}|1[3-9]\d{9}|123\d\d|12[0-9]{3}|9[56]\d{3,4}|1[12][0-9](?=报警|急救|火警|热线))(?![\d.万亿%余多]|[,，]\d{3})/y,
    beforeNoUnit: true,
    examples: ['12315', '96333', '0431-82752468', '13812345678'],
    never: ['12315家', '12345.6万元'],
  },
  {
    reason: 'sum in a name',
    begins: '#',
    pattern:
      /(?:\d{1,3}\+(?:\d{1,3}|[NXn])(?:\+(?:\d{1,3}|[NXn])){0,4}|\d{1,3}[×xX*]\d{1,4}(?:小时)?|\d{1,3}[:：]\d{1,3}(?!\d))/y,
    examples: ['1+N', '4+2', '7×24小时'],
    never: ['300+'],
  },
  {
    reason: 'title',
    begins: '《“',
    pattern: /(?:《[^《》]{0,60}》|“(?=[^“”]{0,12}[0-9零一二两三四五六七八九十百千万])[^“”，。；]{1,13}”)/y,
    examples: ['《三年行动方案（2020-2022年）》', '“三品一标”', '“十大工程”'],
    never: [],
  },
  {
    reason: 'name',
    begins: '一二两三四五六七八九',
    pattern:
      /[一二两三四五六七八九][^，。、；：0-9零一二两三四五六七八九十百千万亿个家户项件名人成倍分点元角](?:[一二两三四五六七八九](?![万亿千百十成倍个家户项件名分点])[^，。、；：0-9]){1,3}/y,
    examples: ['三品一标', '一区三园', '两免一补', '一企一策'],
    never: ['三个', '两成', '三分之二', '五万四千'],
  },
  {
    reason: 'idiom',
    begins: '两三四五六七八九十',
    pattern:
      /(?:[两三四五六七八九十]个(?:最|一|“|全面|意识|自信|维护|确立|毫不|健康|责任|清单|服务|转变|大局|代表))|三角(?:洲|形|债|区|地)?/y,
    examples: ['四个最', '两个健康', '三角洲'],
    never: ['三个', '三个工作日'],
  },
  {
    reason: 'anniversary',
    begins: '#一二三四五六七八九十',
    pattern: /(?:\d{1,3}|[一二三四五六七八九十百]{1,4})周年/y,
    examples: ['70周年', '七十周年'],
    never: ['70周'],
  },
  {
    reason: 'half-year',
    begins: '半',
    pattern: /(?<=[上下前后])半(?:年|月|期|场|段|程|叶)/y,
    examples: ['上⟦半年⟧'],
    never: ['半个月'],
  },
]

const lists: (readonly NoiseRule[] | undefined)[] = []
const classes = [...noiseRules].flatMap((rule) => [...rule.begins])
for (const first of new Set(classes)) {
  const rules = noiseRules.filter(({ begins }) => begins.includes(first))
  const codes =
    first === '#' ? range('0', '9') : first === 'A' ? [...range('A', 'Z'), ...range('a', 'z')] : [first.charCodeAt(0)]
  for (const code of codes) lists[code] = rules
}

function range(from: string, to: string): number[] {
  const start = from.charCodeAt(0)
  return Array.from({ length: to.charCodeAt(0) - start + 1 }, (_, i) => start + i)
}

/** What hides numerals: 2020年, 第四批, “三品一标”, 12315; in order, never overlapping. */
export function findNoise(reading: string): readonly (Span & { readonly reason: string })[] {
  const found: (Span & { reason: string })[] = []
  let inside = 0
  for (let at = 0; at < reading.length; at++) {
    const code = reading.charCodeAt(at)
    const rules = lists[code]
    // A run of digits or letters is one thing: only its beginning counts
    const run = code < 128 ? (code <= 57 && code >= 48 ? 1 : code >= 65 ? 2 : 0) : 0
    const begins = run === 0 || run !== inside
    inside = run
    if (rules === undefined || !begins) continue
    const noise = longestNoise(rules, reading, at)
    if (noise === null) continue
    found.push(noise)
    at = noise.end - 1
    inside = 0
  }
  return found
}

function longestNoise(rules: readonly NoiseRule[], reading: string, at: number): (Span & { reason: string }) | null {
  let best: (Span & { reason: string }) | null = null
  for (const { pattern, reason, beforeNoUnit } of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(reading)
    if (match === null) continue
    const end = at + match[0].length
    if (beforeNoUnit && startsUnit(reading, end)) continue
    if (best === null || end > best.end) best = { start: at, end, reason }
  }
  return best
}
