import { backwards, longestBefore, trieOf } from './trie.ts'

/** A currency: its unit as it is reported, its ISO 4217 code, its other names and signs. */
type Row = readonly [unit: string, code: string, names: string]

/** A new currency is one row here. */
const table: readonly Row[] = [
  ['元', 'CNY', '人民币 RMB CNY ￥ ¥'],
  ['美元', 'USD', '美金 美刀 US$ USD $'],
  ['港元', 'HKD', '港币 港幣 HK$ HKD'],
  ['欧元', 'EUR', 'EUR €'],
  ['日元', 'JPY', '日圆 日币 JPY'],
  ['英镑', 'GBP', 'GBP £ ￡'],
  ['新台币', 'TWD', '台币 NT$ TWD'],
  ['澳门元', 'MOP', '澳门币 葡币 MOP'],
  ['澳元', 'AUD', '澳币 AUD'],
  ['加元', 'CAD', '加币 CAD'],
  ['新加坡元', 'SGD', '新元 新币 坡币 SGD'],
  ['新西兰元', 'NZD', '纽元 NZD'],
  ['韩元', 'KRW', '韩圆 韩币 KRW'],
  ['瑞士法郎', 'CHF', 'CHF'],
  ['卢布', 'RUB', '俄罗斯卢布'],
  ['泰铢', 'THB', '泰币'],
  ['越南盾', 'VND', ''],
  ['印尼盾', 'IDR', '印尼卢比'],
  ['卢比', 'INR', '印度卢比'],
  ['林吉特', 'MYR', '马币 令吉'],
  ['比索', 'PHP', '菲律宾比索'],
  ['雷亚尔', 'BRL', '巴西雷亚尔'],
  ['里拉', 'TRY', '土耳其里拉'],
  ['兰特', 'ZAR', '南非兰特'],
  ['迪拉姆', 'AED', ''],
  ['坚戈', 'KZT', ''],
  ['奈拉', 'NGN', ''],
  ['瑞典克朗', 'SEK', ''],
  ['挪威克朗', 'NOK', ''],
  ['丹麦克朗', 'DKK', ''],
]

/** Words for units that are no currency of their own, or of several lands. */
const others = '法郎'

const words = (list: string): string[] => list.split(' ').filter(Boolean)
const isHan = (name: string): boolean => /^\p{Script=Han}/u.test(name)

/** Every Chinese name of a currency and the unit that it is reported as: 港币 → 港元, 日圆 → 日元. */
export const moneyNames: readonly (readonly [written: string, unit: string])[] = [
  ...table.flatMap(([unit, , names]) => [unit, ...words(names).filter(isHan)].map((name) => [name, unit] as const)),
  [others, others],
]

/** Named behind 元 or 块: 9000元日币 is in yen, 三块美金 in dollars. */
export const moneyNamedBehind: readonly (readonly [written: string, unit: string])[] = moneyNames
  .filter(([name]) => name !== '元')
  .flatMap(([name, unit]) => [`元${name}`, `块${name}`, `圆${name}`].map((written) => [written, unit] as const))

const before = trieOf(
  table.flatMap(([unit, , names]) =>
    [...(unit === '元' ? [] : [unit]), ...words(names)].map((name) => [backwards(name), unit] as const),
  ),
)

/** The currency named directly before a number, and where: 港币 before 8亿元, $ before 2.5亿. */
export function currencyBefore(text: string, end: number): { readonly unit: string; readonly start: number } | null {
  const found = longestBefore(before, text, end)
  if (found === null) return null
  const start = found.end
  // ICBCNY300 is no amount
  return /[A-Za-z]/.test(text.charAt(start)) && /[A-Za-z]/.test(text.charAt(start - 1))
    ? null
    : { unit: found.value, start }
}

const codes = new Map<string, string>([
  ...table.map(([unit, code]) => [unit, code] as const),
  ['角', 'CNY'],
  ['分', 'CNY'],
  ['美分', 'USD'],
])

/** The ISO 4217 code of an amount of money, and of a price by its money: 港元 → HKD, 元/吨 → CNY; null for 户. */
export const currencyOf = (unit: string): string | null =>
  codes.get(unit) ?? (/[/每]/.test(unit) ? (codes.get(unit.replace(/[/每].*$/, '')) ?? null) : null)
