import { isDigit } from '../text/characters.ts'

/** What a character does in a numeral; `counted` is 个 in 两个亿. */
export type Role = 'digit' | 'score' | 'ten' | 'myriad' | 'counted' | 'vague' | 'point'

const table = new Map<string, readonly [role: Role, number: number]>([
  ['廿', ['score', 20]],
  ['卅', ['score', 30]],
  ['十', ['ten', 1]],
  ['拾', ['ten', 1]],
  ['百', ['ten', 2]],
  ['佰', ['ten', 2]],
  ['千', ['ten', 3]],
  ['仟', ['ten', 3]],
  ['万', ['myriad', 4]],
  ['亿', ['myriad', 8]],
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

/** 十 百 千 万 亿 */
export function isMagnitude(char: string | undefined): boolean {
  const role = char === undefined ? undefined : roles.get(char)?.[0]
  return role === 'ten' || role === 'myriad'
}

/** Where the figure ends that begins at `at`: 1,100.5 in 1,100.5万. */
export function literalEnd(text: string, at: number, limit: number): number {
  let end = digitsEnd(text, at, limit)
  if (end - at <= 3) {
    while ((text[end] === ',' || text[end] === '，') && digitsEnd(text, end + 1, Math.min(limit, end + 5)) === end + 4)
      end += 4
  }
  if (text[end] === '.') {
    const after = digitsEnd(text, end + 1, limit)
    if (after > end + 1) end = after
  }
  return end
}

function digitsEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}
