import { moneyNamedBehind, moneyNames } from './currencies.ts'
import { type Found, longest, type Trie, trieOf } from './trie.ts'

/** What a unit measures or counts. A namer counts behind figures alone: 12门, while 三门, 二期 and 两院 are names. */
export const unitKinds = [
  ...(['counter', 'namer', 'ratio', 'money', 'time', 'length', 'area', 'volume', 'mass', 'energy', 'other'] as const),
] as const
export type UnitKind = (typeof unitKinds)[number]

/** A unit as it is reported: 个百分点 → 百分点; 成 → ten times %. */
export interface Unit {
  readonly name: string
  readonly kind: UnitKind
  /** A power of ten to multiply by: 两成 is 20 %. */
  readonly power: number
}

/** Units that are reported as they are written, one family a line. */
export const units: Readonly<Record<UnitKind, string>> = {
  counter: `
    个 家 户 件 项 条 种 名 人 位 批次 批 起 宗 例 次 场次 场 人份 台套 台件 套件 标准箱 自然箱 标箱 标准集装箱 TEU
    盏 通 座 栋 幢 所 处 部 册 篇 张 份 枚 颗 台 套 辆 架 艘 列 间 床 盒 瓶 桶 箱 袋 组 类 笔 款 轮 样品 期次 宗次
    篇次 人次 户次 种次 张次 个次 个批次 枪 车次 班次 航次 架次 趟次 列次 件次 家次 台次 点次 项次 例次 辆次 艘次 样次 羽次 头次 款次 票次
    条次 节次 批组 组次 席位 课时 学时 学分 学位 岗位 车位 泊位 车道 床位 机位 铺位 样本 字节 比特 点位 条目 部门
    方面 企业 单位 机构 品种 品牌 县市区 县区 市县 网点 站点 场所 场馆 门店`,
  namer: `
    门 期 届 级 层 线 端 档 院 国 城 省 市 县 镇 乡 村 店 校 条线 字 页 行 步 面 道 段 站 口 顶 把 元素 曲 集 季
    幅 园区 街道 社区 环节 措 席 发 丛 桩 点 本 粒 支 只 头 羽 匹 株 棵 节 趟 副 包 片 队 对 双 单 票 卷 根 杯 尾 剂 孔
    具 则 里 丈 打 方 度 片区 部委 帧 捆 块 听 罐 锭 垛 盘 注`,
  ratio: '% ‰ 百分点 千分点 基点 倍 番',
  // Currencies stand in their own table
  money: '角 分 美分',
  time: '年 个月 周 星期 季度 天 日 昼夜 小时 分钟 秒 秒钟 毫秒 微秒 工作日 日历天 交易日 工时 机时 工日 人天 人年 学年 岁 周岁 自然日',
  length:
    '公里 千米 米 分米 公分 厘米 毫米 微米 纳米 海里 英里 英尺 英寸 尺 寸 km m cm mm KM CM MM μm nm 车公里 人公里 延米',
  area: `
    平方公里 平方千米 平方米 平方厘米 平方毫米 平方英尺 平方英里 平米 公顷 亩 顷 英亩 km² m² ㎡ 标亩`,
  volume: '立方米 立方厘米 立方分米 立方毫米 立方 升 毫升 微升 m³ m3 L ml mL 加仑 标方 标准立方米',
  mass: `
    吨 公斤 千克 克 毫克 微克 纳克 斤 两 担 磅 盎司 克拉 kg g mg μg 吨标准煤 吨标煤 吨油当量 吨二氧化碳当量 吨二氧化碳 吨公里 吨海里
    克标准煤 千克标准煤 载重吨 总吨 吨级`,
  energy: `
    千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 瓦时 瓦 千伏安 兆伏安 千伏 伏 安培 焦耳 千焦 兆焦 吉焦 焦 卡 大卡 千卡 马力 牛顿 帕 千帕 兆帕
    kW kWh kw kwh MW MWh GW GWh TWh kV kVA`,
  other: `
    ℃ ° ℉ 摄氏度 华氏度 分贝 dB 赫兹 赫 千赫 千赫兹 兆赫 兆赫兹 吉赫 Hz kHz MHz GHz 流明 勒克斯 欧姆 摩尔 毫摩尔 像素
    兆 兆字节 吉比特 兆比特 KB MB GB TB PB EB kbps Mbps Gbps P EFLOPS PFLOPS TFLOPS`,
}

/** Written one way and reported another. */
export const aliases: readonly (readonly [written: string, unit: Unit])[] = [
  ['成', { name: '%', kind: 'ratio', power: 1 }],
  ['折', { name: '%', kind: 'ratio', power: 1 }],
  ['个点', { name: '点', kind: 'ratio', power: 0 }],
  // 500强: how many are in the list
  ['强', { name: '', kind: 'namer', power: 0 }],
  // 百分百
  ['分百', { name: '%', kind: 'ratio', power: 0 }],
  ['圆', { name: '元', kind: 'money', power: 0 }],
  ['圆整', { name: '元', kind: 'money', power: 0 }],
  ['块钱', { name: '元', kind: 'money', power: 0 }],
  ['元钱', { name: '元', kind: 'money', power: 0 }],
  ['毛钱', { name: '角', kind: 'money', power: 0 }],
  ['毛', { name: '角', kind: 'money', power: 0 }],
  ['分钱', { name: '分', kind: 'money', power: 0 }],
  ['km2', { name: 'km²', kind: 'area', power: 0 }],
  ['hm2', { name: '公顷', kind: 'area', power: 0 }],
  ['hm²', { name: '公顷', kind: 'area', power: 0 }],
  ['cm2', { name: 'cm²', kind: 'area', power: 0 }],
  ['m2', { name: 'm²', kind: 'area', power: 0 }],
  ['°C', { name: '℃', kind: 'other', power: 0 }],
]
const moneyAliases: readonly (readonly [written: string, unit: Unit])[] = [...moneyNames, ...moneyNamedBehind].map(
  ([written, name]) => [written, { name, kind: 'money', power: 0 }],
)

/** Words that begin like a unit, stand behind a bare number and are none: 由84.7升至89.6, 3500亿位居第二, 十五期间. */
const others = `
  本计划 本项目 本次 本年 本月 本季 本期 本市 本省 本县 本区 本级 本地 本公司 本企业 本集团 本行业 本报告 本办法 本科 本部 本人 本工程 度假
  打击 打造 打赢 打通 打好 打响 打破 打开 打假 打非 打黑 打拐 打工 打卡 打包 打印 打官司 打分 打捞 打掉 打牢 打了 打个 打基 打井 打桩
  担当 担任 担保 担责 升至 升到 升级 升高 升幅 位居 位列 位于 列入 列为 分之 分别 分布 分列 分类 分局 分行 分支 分公司 分店 分院 分校 分厂 分会 分所 分中心 方案 方式 方法 方可 方能 里程 期间 期末 期限 期货
  成为 成立 成果 成功 成效 成员 成本 成品 成交 成长 成年 成都 成绩 成型 成熟 折合 折旧 折扣 折叠 元旦 元宇宙 支持 支出 支付 家庭
  行动 行业 国际 国家 国内 强化 强调 强省 强市 强县 城市 城乡 城镇 城区 通过 通报 通知 通车 通航 通道 通信 通用 通行 通关 通告 通州 通化 通辽 市场 市民 省级 村级 乡村 院校 店铺 端午 发展 发布 档案 线上 线下 措施 集团 季度末 字号 面积 面向 人口 人均 户籍 户均 条例 台湾`

/** What a measure may be of, beside units: 元/吨, 次/人·年. */
const divisors =
  '月 季 千人 万人 百人 百万人 十万人 百毫升 百平方米 平方公里 百平方公里 万平方公里 人·年 人·月 人·天 h d s 股 间夜 人·夜 间·夜 标准煤'

const words = (lines: string): string[] => lines.split(/\s+/).filter(Boolean)

const known: readonly (readonly [string, Unit])[] = [
  ...(Object.entries(units) as [UnitKind, string][]).flatMap(([kind, lines]) =>
    [...new Set(words(lines))].map((name) => [name, { name, kind, power: 0 }] as const),
  ),
  ...aliases,
  ...moneyAliases,
]
/** 个百分点 is 百分点, but 个方 in 四个方面 is no 方. */
const withCounter = known
  .filter(([written, { kind }]) => (kind === 'time' && written.length > 1) || (kind === 'ratio' && /点$/.test(written)))
  .map(([written, unit]) => [`个${written}`, unit] as const)

/** A unit of a user's own, and how it is written: 车皮; 提 may be reported as 包. */
export interface OwnUnit extends Unit {
  readonly written: string
}

/** The units there are, to be looked up; null for a word that begins like one and is none. */
export interface Units {
  readonly after: Trie<Unit | null>
  /** What may stand behind / and 每. */
  readonly per: Trie<Unit>
}

/** The built-in units, and a user's own over them. */
function joinUnits(own: readonly OwnUnit[]): Units {
  const added = own.map(({ written, ...unit }) => [written, unit] as const)
  return {
    after: trieOf<Unit | null>([
      ...words(others).map((word) => [word, null] as const),
      ...withCounter,
      ...known,
      ...added,
    ]),
    per: trieOf([
      ...known,
      ...words(divisors).map((name) => [name, { name, kind: 'other', power: 0 } as Unit] as const),
      ...added,
    ]),
  }
}

export const builtInUnits: Units = joinUnits([])
const joined = new WeakMap<readonly OwnUnit[], Units>()

/** The same, made once for each list of units. */
export function unitsWith(own: readonly OwnUnit[]): Units {
  if (own.length === 0) return builtInUnits
  const units = joined.get(own) ?? joinUnits(own)
  joined.set(own, units)
  return units
}

/** A unit at one place of a text. */
export interface UnitFound {
  readonly unit: Unit
  readonly end: number
}

/** The unit that begins at `at`, with what it is measured by: 家, 微克/立方米, 元每吨; 个百分点 → 百分点. */
export function readUnit(text: string, at: number, { after, per: divisors }: Units = builtInUnits): UnitFound | null {
  const found = longest(after, text, at)
  if (found === null || found.value === null) return null
  const { value: unit, end } = found
  const per = text[end] === '/' || (text[end] === '每' && !['counter', 'namer', 'time', 'ratio'].includes(unit.kind))
  let last = per ? longest(divisors, text, end + 1) : null
  if (last === null) return { unit, end }
  // 元/平方米·月, 元/吨/公里
  for (let next: Found<Unit> | null = last; next !== null; ) {
    last = next
    next = '/·'.includes(text[last.end] ?? ' ') ? longest(divisors, text, last.end + 1) : null
  }
  return { unit: { ...unit, name: unit.name + text.slice(end, last.end) }, end: last.end }
}

/** What a unit measures: counter for 户; null for one that is not known. */
export const kindOfUnit = (name: string, { after }: Units = builtInUnits): UnitKind | null =>
  longest(after, name, 0)?.value?.kind ?? null

/** Does money follow, and no unit that begins alike? 元 of 15k元 */
export function startsMoney(text: string, at: number, units: Units = builtInUnits): boolean {
  return longest(units.after, text, at)?.value?.kind === 'money' || text[at] === '块'
}

export const startsUnit = (text: string, at: number, { after }: Units = builtInUnits): boolean =>
  longest(after, text, at)?.value != null
