import type { Claim } from '../types.ts'

/** What a unit measures, and how much of the first unit of its family it is: 公顷 → area, 10000 (平方米). */
export interface Dimension {
  readonly name: string
  readonly factor: number
}

/** Families of measures, each unit with its size; families of counters, whose members are the same size. */
const measures: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  percent: { '%': 1, '‰': 0.1 },
  point: { 百分点: 1, 基点: 0.01 },
  money: { 元: 1, 人民币: 1, 元人民币: 1, 块钱: 1 },
  dollar: { 美元: 1 },
  area: {
    平方米: 1,
    '㎡': 1,
    'm²': 1,
    平方公里: 1e6,
    平方千米: 1e6,
    公顷: 1e4,
    亩: 2000 / 3,
  },
  mass: { 克: 1, 千克: 1e3, 公斤: 1e3, 吨: 1e6, 毫克: 1e-3, 微克: 1e-6, 斤: 500 },
  length: { 米: 1, 公里: 1e3, 千米: 1e3, 厘米: 1e-2, 毫米: 1e-3 },
  volume: { 立方米: 1, 升: 1e-3, 立方: 1, 'm³': 1 },
  power: { 瓦: 1, 千瓦: 1e3, 兆瓦: 1e6, 吉瓦: 1e9, KW: 1e3, MW: 1e6 },
  energy: { 千瓦时: 1, 度: 1, 兆瓦时: 1e3, 吉瓦时: 1e6, KWH: 1 },
  coal: { 吨标准煤: 1, 吨标煤: 1 },
  time: { 秒: 1, 秒钟: 1, 分钟: 60, 小时: 3600, 个小时: 3600, 天: 86400, 日: 86400 },
  workday: { 工作日: 1, 个工作日: 1 },
  month: { 月: 1, 个月: 1, 年: 12 },
  times: { 倍: 1 },
}
const counters: Readonly<Record<string, readonly string[]>> = {
  body: ['家', '户', '所', '座', '处', '店'],
  thing: ['件', '项', '条', '种', '类', '起', '宗', '例', '篇', '首'],
  person: ['人', '名', '位'],
  visit: ['人次', '人份'],
  batch: ['批次', '批', '批件'],
  machine: ['台', '套', '部', '辆', '台套', '台件', '架', '艘'],
  paper: ['张', '份', '本', '册', '枚'],
  event: ['次', '场', '场次', '期', '届'],
  train: ['列', '班', '班次', '列次', '趟'],
}

const sizes = new Map<string, Dimension>(
  Object.entries(measures).flatMap(([name, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, { name, factor }] as const),
  ),
)
const families = new Map<string, string>(
  Object.entries(counters).flatMap(([name, units]) => units.map((unit) => [unit, name] as const)),
)

/** 亩 → area; 户, 个 and a bare index → count, since reports change them freely; 元/吨 → itself. */
export function dimensionOf(unit: string): Dimension {
  const known = sizes.get(unit) ?? sizes.get(unit.toUpperCase())
  if (known !== undefined) return known
  return unit.includes('/') ? { name: unit, factor: 1 } : count
}

const count: Dimension = { name: 'count', factor: 1 }

/** What a unit counts, more closely than its dimension: 家 and 户 → body, 个 → 个. */
export function countedBy(unit: string): string {
  const { name } = dimensionOf(unit)
  return name === 'count' ? (families.get(unit) ?? unit) : name
}

/** Whether a unit counts whole things, so that 503 is 503 and no rounding of 503.4. */
export function countsThings(unit: string): boolean {
  return unit !== '' && unit !== '分' && dimensionOf(unit).name === 'count'
}

/** How well two units of one dimension go together: 户 and 户 1, 家 and 户 0.97, 件 and 个 0.93, 件 and 批次 0. */
export function unitLikeness(one: string, other: string): number {
  if (one === other) return 1
  const [dimension, there] = [dimensionOf(one).name, dimensionOf(other).name]
  if (dimension !== there) return 0.5
  if (dimension !== 'count') return 0.99
  if (one === '' || other === '') return 0.9
  const family = families.get(one)
  if (family !== undefined && family === families.get(other)) return 0.97
  return one === '个' || other === '个' ? (family === 'batch' || families.get(other) === 'batch' ? 0 : 0.93) : 0
}

/** A claim's value in another unit of its dimension, signed: 下降0.3% is -0.3, 118公顷 in 亩 is 1770. */
export function valueIn(claim: Claim | null, unit: string): number | null {
  if (claim === null) return null
  const [from, to] = [dimensionOf(claim.unit), dimensionOf(unit)]
  const value = claim.direction === 'down' ? -claim.value : claim.value
  return from.factor === to.factor ? value : Number(((value * from.factor) / to.factor).toPrecision(12))
}
