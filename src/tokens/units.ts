import { longest, type Trie, trieOf } from './trie.ts'

/** What a unit measures or counts. A namer counts behind figures alone: 12门, while 三门, 二期 and 两院 are names. */
export type UnitKind =
  | 'counter'
  | 'namer'
  | 'ratio'
  | 'money'
  | 'time'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'energy'
  | 'other'

/** A unit as it is reported: 个百分点 → 百分点; 成 → ten times %. */
export interface Unit {
  readonly name: string
  readonly kind: UnitKind
  /** A power of ten to multiply by: 两成 is 20 %. */
  readonly power: number
}

/** Units that are reported as they are written, one family a line; 个 may stand before most of them. */
export const units: Readonly<Record<UnitKind, string>> = {
  counter: `
    个 家 户 件 项 条 种 名 人 位 批次 批 起 宗 例 次 场次 场 人份 台套 台件 套件 标准箱 自然箱 标箱 标准集装箱 TEU
    座 栋 幢 所 处 部 册 篇 张 份 枚 颗 台 套 辆 架 艘 列 间 床 盒 瓶 桶 箱 袋 组 类 笔 款 轮 样品 期次 年次 宗次
    篇次 人次 户次 车次 班次 航次 架次 趟次 列次 件次 家次 台次 点次 项次 例次 辆次 艘次 样次 羽次 头次 款次 票次
    条次 节次 批组 组次 席位 课时 学时 学分 学位 岗位 车位 泊位 车道 床位 机位 铺位 样本 字节 比特 点位 条目 部门
    方面 企业 品种 品牌 县市区 县区 市县 网点 站点`,
  namer: `
    门 期 届 级 层 线 端 档 院 国 城 省 市 县 镇 乡 村 店 校 条线 字 页 行 步 面 道 段 站 口 顶 把 元素 曲 集 季
    幅 园区 街道 社区 环节 措 席 发 丛 桩 本 粒 支 只 头 羽 匹 株 棵 节 趟 副 包 片 队 对 双 单 票 卷 根 杯 尾 剂 孔
    具 则 帧 捆 块 副 听 罐 锭 垛 盘 注`,
  ratio: '% ‰ 百分点 千分点 基点 倍 番 点',
  money: `
    元 美元 港元 港币 欧元 日元 日圆 英镑 澳元 加元 新加坡元 新台币 台币 韩元 卢布 法郎 瑞士法郎 泰铢 越南盾 卢比 澳门元 人民币 美金
    角 分 美分`,
  time: '年 个月 周 星期 季度 天 日 昼夜 小时 分钟 秒 秒钟 毫秒 微秒 工作日 日历天 交易日 工时 机时 工日 人天 人年 学年 年头 岁 周岁 自然日',
  length:
    '公里 千米 米 分米 公分 厘米 毫米 微米 纳米 海里 英里 英尺 英寸 丈 尺 寸 里 km m cm mm KM CM MM μm nm 车公里 人公里 延米',
  area: `
    平方公里 平方千米 平方米 平方厘米 平方毫米 平方英尺 平方英里 平米 公顷 亩 顷 英亩 km² m² ㎡ 标亩`,
  volume: '立方米 立方厘米 立方分米 立方毫米 立方 方 升 毫升 微升 m³ m3 L ml mL 加仑 标方 标准立方米',
  mass: `
    吨 公斤 千克 克 毫克 微克 纳克 斤 两 担 磅 盎司 克拉 kg g mg μg 吨标准煤 吨标煤 吨油当量 吨二氧化碳当量 吨二氧化碳 吨公里 吨海里
    克标准煤 千克标准煤 载重吨 总吨 吨级`,
  energy: `
    千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 瓦时 瓦 度 千伏安 兆伏安 千伏 伏 安培 焦耳 千焦 兆焦 吉焦 焦 卡 大卡 千卡 马力 牛顿 帕 千帕 兆帕
    kW kWh kw kwh MW MWh GW GWh TWh kV kVA kVA`,
  other: `
    ℃ ° ℉ 摄氏度 华氏度 分贝 dB 赫兹 赫 千赫 千赫兹 兆赫 兆赫兹 吉赫 Hz kHz MHz GHz 流明 勒克斯 欧姆 摩尔 毫摩尔 像素
    兆 兆字节 吉比特 兆比特 KB MB GB TB PB EB kbps Mbps Gbps P EFLOPS PFLOPS TFLOPS`,
}

/** Written one way and reported another. */
export const aliases: readonly (readonly [written: string, unit: Unit])[] = [
  ['成', { name: '%', kind: 'ratio', power: 1 }],
  ['折', { name: '%', kind: 'ratio', power: 1 }],
  // 500强: how many are in the list
  ['强', { name: '', kind: 'namer', power: 0 }],
  ['圆', { name: '元', kind: 'money', power: 0 }],
  ['块钱', { name: '元', kind: 'money', power: 0 }],
  ['元钱', { name: '元', kind: 'money', power: 0 }],
  ['元人民币', { name: '元', kind: 'money', power: 0 }],
  ['毛钱', { name: '角', kind: 'money', power: 0 }],
  ['毛', { name: '角', kind: 'money', power: 0 }],
  ['分钱', { name: '分', kind: 'money', power: 0 }],
]

/** Words that begin like a unit and are none: 3部署, 15项目标, 二级市场. */
const others = `
  部分 部署 部长 部队 部委 部级 部件 部位 家庭 家居 家电 家具 家属 家校 家装 家园 户外 户籍 户型 户均 件均 条件 条例 条约 项目 种植 种子 种业 种粮 种养
  名单 名牌 名录 名校 名师 名优 人均 人才 人工 人口 人民 人大 人社 人员 人力 人类 人身 位于 位居 位列 位置 批准 批发 批复 批量 批示 例如 例外 次年 次日 次要 次数 次生
  场所 场地 场景 场馆 场外 座谈 所有 所属 所在 所得 所需 所以 处理 处置 处罚 处于 处方 处分 处长 处级 本省 本市 本年 本级 本地 本月 本科 本土 本次 本届 份额 支持 支出 支付 支撑 支柱 支部 支队 支农
  只有 只要 只能 头部 头顶 头雁 头条 台账 台风 套餐 套利 套牌 辆均 架构 列入 列为 列车 列席 节能 节约 节水 节日 节点 节假 节气 节目 节省 间接 间距 间隔 床位费 门诊 门店 门户 门槛 门类 门禁 门口 包括 包含 包装 包容
  片区 段落 组织 组成 组建 组团 组合 组长 队伍 类型 类似 类别 对外 对口 对标 对接 对象 对策 对比 对于 对应 对照 对全 对企 双随机 双创 双碳 双减 双向 双方 双边 单位 单项 单独 单个 单价 单一 单体 单元 票据 票房
  款项 款式 道路 道德 根据 根本 面积 面向 面对 面临 面上 把握 把关 期间 期末 期初 期限 期货 期满 期刊 口岸 口径 口腔 口味 口碑 尾气 层次 层面 层级 层出 站在 站点 轮训 轮岗 轮胎 级别 级联 级以 级数
  店铺 村级 村民 校园 校企 院士 院校 国家 国际 国内 国企 国有 国债 城市 城乡 城镇 城区 省级 省内 省外 省市 省直 市场 市级 市县 市区 市民 县级 县域 县城 镇级 乡村 乡镇 强化 强调 强国 强省 强市 强县 端午 线上 线下 线路 线索 档案 措施 字号 页面 行业 行动 行政 行为 行程 行驶 步伐 步入 通过 通道 通报 通知 通用 通关 声音 打造 打击 打好 打通 块链 听取 发展 发布 发现 发生 发放 发电 发明 发出 首次 首批 首个 首位 首创 首台 首席 首家 集中 集群 集聚 集团 集体 集成 季度末 季节 盘活
  倍增 番茄 番禺 点击 点评 点亮 点多 点位 点以 元旦 元素 元宇宙 分别 分类 分行 分局 分级 分散 分析 分布 分配 分公司 分支 分钟级 分数 分之 角度 角色
  年度 年底 年末 年初 年均 年内 年中 年产 年报 年来 年级 年份 年代 年终 年检 年轻 年龄 年前 年后 月份 月底 月末 月初 月均 月度 周边 周期 天然 天津 天地 天下 日均 日前 日常 日产 秒杀 秒批 年间
  米线 米粉 米制 里程 里面 里程碑 方案 方面 方便 方式 方向 方米 升级 升至 升到 升高 升幅 升温 升值 顷刻 亩均 克服 克难 克隆 两端 两岸 两化 两会 担保 担任 担当 担心 吨钢 度假 度过 瓦斯 安全 焦点 卡口 牛羊 P2P 兆头 成为 成立 成果 成功 成效 成员 成本 成品 成交 成长 成年 成都 成绩 成型 成熟 成套 折合 折旧 折扣 折叠 折射 毛利 毛入 百分百`

/** What a measure may be of, beside units: 元/吨, 次/人·年. */
const divisors = '月 季 千人 万人 百人 百万人 十万人 百毫升 百平方米 人·年 人·月 人·天 h d'

const words = (lines: string): string[] => lines.split(/\s+/).filter(Boolean)

const known: readonly (readonly [string, Unit])[] = [
  ...(Object.entries(units) as [UnitKind, string][]).flatMap(([kind, lines]) =>
    [...new Set(words(lines))].map((name) => [name, { name, kind, power: 0 }] as const),
  ),
  ...aliases,
]
/** 个百分点 is 百分点, but 个方 in 四个方面 is no 方. */
const withCounter = known
  .filter(([written, { kind }]) => (kind === 'time' && written.length > 1) || (kind === 'ratio' && /点$/.test(written)))
  .map(([written, unit]) => [`个${written}`, unit] as const)

const trie: Trie<Unit | null> = trieOf<Unit | null>([
  ...words(others).map((word) => [word, null] as const),
  ...withCounter,
  ...known,
])
const divisorTrie = trieOf([
  ...known,
  ...words(divisors).map((name) => [name, { name, kind: 'other', power: 0 }] as const),
])

/** A unit at one place of a text. */
export interface UnitFound {
  readonly unit: Unit
  readonly end: number
}

/** The unit that begins at `at`, with what it is measured by: 家, 微克/立方米, 元每吨; 个百分点 → 百分点. */
export function readUnit(text: string, at: number): UnitFound | null {
  const found = longest(trie, text, at)
  if (found === null || found.value === null) return null
  const { value: unit, end } = found
  const per = text[end] === '/' || (text[end] === '每' && !['counter', 'namer', 'time', 'ratio'].includes(unit.kind))
  const divisor = per ? longest(divisorTrie, text, end + 1) : null
  if (divisor === null) return { unit, end }
  return { unit: { ...unit, name: unit.name + text.slice(end, divisor.end) }, end: divisor.end }
}

export const startsUnit = (text: string, at: number): boolean => longest(trie, text, at)?.value != null
