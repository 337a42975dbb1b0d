import { timeOfHeading } from '../times/headings.ts'

/** A heading's words and the unit in it: 检验检测机构（家） → 检验检测机构, 家. */
export interface Heading {
  readonly words: string
  /** With its magnitude, 万吨; `''` where nothing says. */
  readonly unit: string
}

const measures =
  '元|美元|欧元|日元|英镑|港元|股|吨|千克|公斤|克|毫克|微克|米|公里|千米|里|亩|公顷|平方米|平方公里|平方千米|立方米|升|人|人次|人年|户|户次|家|家次|个|件|' +
  '项|批|批次|次|起|台|台次|套|辆|列|艘|架|只|头|羽|张|份|篇|部|条|种|类|所|座|栋|处|间|天|日|小时|分钟|秒|个?工作日|分|倍|千瓦|千瓦时|' +
  '吨标准煤|标准箱|标箱|TEU|度|位|名|场|组|对|例|宗|册|株|公斤|瓦|兆瓦|伏|℃|dB|分贝|个?百分点|%|％|‰|床|张床|盏|项次|件次|款|枚|期|亿|万|年|月'
const measure = `[十百千万亿]{0,3}(?:${measures})`
const unit = new RegExp(`^(?:${measure})(?:[/／每]${measure})*$`)

/** Is it a unit and nothing else? 亿元, 微克/立方米, %. */
export function isUnit(text: string): boolean {
  return unit.test(text)
}

/** What a heading is called, numbering, 其中 and footnote marks aside: 1.其中：发明专利（件） → 发明专利, 件. */
export function headingOf(text: string): Heading {
  const plain = text
    .replace(/\s+/g, '')
    .replace(/[①-⑳*＊]+$|\[\d+\]$/g, '')
    .replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|[#＃•·]+)/, '')
    .replace(/^(?:其中|#)[：:]?(?=.)/, '')
  const bracket = /^(.*)[（(](?:单位[：:])?([^（）()]{1,10})[)）]$/.exec(plain)
  const bracketed = plainUnit(bracket?.[2] ?? '')
  if (isUnit(bracketed)) return { words: bracket?.[1] ?? '', unit: bracketed }
  const comma = /^(.+)[,，/]([^,，/]{1,6})$/.exec(plain)
  if (comma?.[2] !== undefined && isUnit(comma[2])) return { words: comma[1] ?? '', unit: comma[2] }
  const percent = /^(.*[^\d０-９个])(个?百分点|[%％‰])$/.exec(plain)
  return percent === null ? { words: plain, unit: '' } : { words: percent[1] ?? '', unit: percent[2] ?? '' }
}

// 单位：亿元、% · 金额单位均为人民币千元 · （以人民币百万元列示） · 人民币百万元，百分比除外
const statedUnits = [
  /(?<!编制|填报|制表|主办|发布)(?:计量|数量|金额|货币|数据)?单位(?:均|皆|统一)?[：:为]\s*([^\s）)】]{1,24})/,
  /^[（(]?(?:[^，。；]{0,16}[，,])?(?:金额|数据|本表)?(?:均|皆)?以?(人民币[十百千万亿]{0,3}元)(?:列示|计|为单位|填列)?(?:[，,、].{0,20})?[）)]?$/,
]

/** The units of a line over a table: 单位：亿元、% → 亿元, %. */
export function unitsOfLine(line: string): string[] {
  if (!/单位|人民币/.test(line) || line.length > 80) return []
  const plain = line
    .replace(/([：:])\s+/g, '$1')
    .replace(/\s*币种[：:]?\s*(?:人民币)?/g, ' ')
    .trim()
  const stated = statedUnits.map((pattern) => pattern.exec(plain)?.[1]).find((found) => found !== undefined) ?? ''
  return stated
    .split(/[、，,；;]/)
    .map(plainUnit)
    .filter(isUnit)
}

/** 人民币百万元 → 百万元, 元／股 → 元/股 */
function plainUnit(text: string): string {
  return text.replace(/[（(]?人民币[)）]?/, '').replace(/／/g, '/')
}

/** Does a column give a growth or a part, for which % stands where two units are named? 比上年增长, 占比, 合格率. */
export function isRatio(words: string): boolean {
  return /增长|增速|增幅|涨幅|降幅|同比|环比|比重|占比|率$|比上年|比上月|份额/.test(words)
}

/** Is a bare number under it always one of a hundred? 同比增长, 增速, 占比; not 增减 or 比上年, which may count. */
export function isPercentage(words: string): boolean {
  return /(?:增长率?|增速|增幅|涨幅|降幅|涨跌幅?度?|增减幅度?|比重|占比|份额|构成)$/.test(words)
}

/** The time that a heading starts with: 2023年产量 → 2023年; null for 2023 before more digits, and where there is none. */
export function timeAtStart(heading: string): string | null {
  return timeOfHeading(heading)?.text ?? null
}

/** Does a heading start with a time? 2023年产量, 1—12月累计. */
export function isTime(text: string): boolean {
  return timeOfHeading(text.replace(/\s+/g, '')) !== null
}

const number = '[\\d０-９]+(?:[,，][\\d０-９]{3})*(?:[.．][\\d０-９]+)?'
const sign = '[+\\-−－＋±↑↓▲▼]?\\s?'
const figure = new RegExp(
  `^[（(]?${sign}(?:约|近|超|逾|达)?\\s?${number}(?:[—–\\-~～至]${number})?\\s?(?:余|多)?(?:${measure}(?:[/／]${measure})*)?(?:以上|以下|以内|左右|余|多)?[)）]?$`,
)

/** Is a cell a figure and nothing else? +12.6%, 1,042项, （30.5）, −9; 2023年 is none, nor 5A级. */
export function isFigure(text: string): boolean {
  const plain = text.trim()
  return plain.length <= 30 && figure.test(plain) && !isTime(plain)
}
