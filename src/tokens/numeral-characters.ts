import { isDigit, tableOf } from '../text/characters.ts'
import { readUnit, startsMoney } from './units.ts'

/** What a character does in a numeral; `counted` is 个 in 两个亿, `short` the k of 15k元. */
export type Role = 'digit' | 'score' | 'ten' | 'myriad' | 'short' | 'counted' | 'vague' | 'point'

const table = new Map<string, readonly [role: Role, number: number]>([
  ['廿', ['score', 20]],
  ['卅', ['score', 30]],
  ['卌', ['score', 40]],
  ['十', ['ten', 1]],
  ['拾', ['ten', 1]],
  ['百', ['ten', 2]],
  ['佰', ['ten', 2]],
  ['千', ['ten', 3]],
  ['仟', ['ten', 3]],
  ['万', ['myriad', 4]],
  ['亿', ['myriad', 8]],
  ['兆', ['short', 12]],
  ['k', ['short', 3]],
  ['K', ['short', 3]],
  ['w', ['short', 4]],
  ['W', ['short', 4]],
  ['个', ['counted', 0]],
  ['余', ['vague', 0]],
  ['多', ['vague', 0]],
  ['几', ['vague', 0]],
  ['来', ['vague', 0]],
  ['+', ['vague', 0]],
  ['点', ['point', 0]],
])
const digits = ['零〇', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
for (const [digit, forms] of digits.entries()) for (const form of forms) table.set(form, ['digit', digit])

/** What each character of a numeral does, and with which number: 百 multiplies by ten to the second. */
export const roles: ReadonlyMap<string, readonly [role: Role, number: number]> = table

const starts = new Uint8Array(0x10000)
for (const char of '0123456789负') starts[char.charCodeAt(0)] = 1
for (const [char, [role]] of roles)
  if (['digit', 'score', 'ten', 'myriad'].includes(role)) starts[char.charCodeAt(0)] = 1

/** Whether a numeral may begin with this character: 3, 三, 百, 负. */
export const startsNumeral = (code: number): boolean => starts[code] === 1

/** Capitals of amounts that stand in everyday words too, each with what they make a word with: 大陆, 登陆, 队伍, 收拾. */
const inWords: Readonly<Record<string, string>> = { 陆: '大登着内水海商', 伍: '队入退落行配', 拾: '收捡俯' }
const isCapital = tableOf('壹贰叁肆伍陆柒捌玖拾佰仟')

/** Is a capital here part of a word? 登陆台风, 陆家嘴, 伍家岗区; alone it counts only money and parts, 陆元, 伍分之壹. */
export function isInWord(text: string, start: number, end: number): boolean {
  if (isCapital[text.charCodeAt(start)] === 0) return false
  if (start > 0 && inWords[text.charAt(start)]?.includes(text.charAt(start - 1)) === true) return true
  return (
    end === start + 1 &&
    !startsMoney(text, end) &&
    !/[之又]/.test(text.charAt(start - 1)) &&
    !/^(?:分之|又|折|成)/.test(text.slice(end, end + 2))
  )
}

/** 十 百 千 万 亿 */
export function isMagnitude(char: string | undefined): boolean {
  const role = char === undefined ? undefined : roles.get(char)?.[0]
  return role === 'ten' || role === 'myriad'
}

/** Where the figure ends that begins at `at`: 1,100.5 in 1,100.5万, .5 in 增长.5%. */
export function literalEnd(text: string, at: number, limit: number): number {
  let end = digitsEnd(text, at, limit)
  if (end > at && end - at <= 3) end = groupsEnd(text, at, end, limit)
  if (text[end] === '.') {
    const after = digitsEnd(text, end + 1, limit)
    if (after > end + 1) end = after
  }
  return end
}

/** Where the thousands end that commas set off; a full-width comma may as well part clauses and lists. */
function groupsEnd(text: string, at: number, first: number, limit: number): number {
  let end = first
  let wide = true
  while ((text[end] === ',' || text[end] === '，') && digitsEnd(text, end + 1, Math.min(limit, end + 5)) === end + 4) {
    wide &&= text[end] === '，'
    end += 4
  }
  return end > first && wide && !isOneFigure(text, at, end) ? first : end
}

const listBefore = /分别|依次|各[为有达]|[两二三四五六七八九十\d](?:种|个|家|类|项|县|市|区|省|地|级|年|档)[^，。；]*$/
const clauseBehind = /^(?:[余多]|以上|以下|左右)?(?:[，。；：（）()]|$)/

/** 207，100户 is one, 企业120，360人受益 and 分别为20，300，450元 are not. */
function isOneFigure(text: string, at: number, end: number): boolean {
  if (listBefore.test(text.slice(Math.max(0, at - 16), at))) return false
  const point = text[end] === '.' ? digitsEnd(text, end + 1, text.length) : end
  const behind = readUnit(text, point)?.end ?? point
  return clauseBehind.test(text.slice(behind, behind + 4))
}

function digitsEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}
