import { simplify } from '../read/simplify.ts'
import { isDigit, isHan, isLetter } from './characters.ts'
import { withPlainForms } from './plain-forms.ts'

/** Full-width signs that Chinese text uses as marks of its own: they stay. */
const marks = new Set('（），：；！？［］｛｝｜＜＞＝＂＇'.split(''))
/** Other ways to write a sign that rules look for. */
const others: Readonly<Record<string, string>> = {
  '−': '-',
  '﹣': '-',
  '﹪': '%',
  '℅': '%',
  '•': '·',
  '∶': ':',
  〇: '零',
  '○': '零',
}

const foldedOf = new Uint16Array(65_536)
for (let code = 0; code < foldedOf.length; code++) foldedOf[code] = code
for (let code = 0xff01; code <= 0xff5e; code++) {
  if (!marks.has(String.fromCharCode(code))) foldedOf[code] = code - 0xfee0
}
for (const [sign, plain] of Object.entries(others)) foldedOf[sign.charCodeAt(0)] = plain.charCodeAt(0)

/** Marks that many web pages type in ASCII among Chinese words, full-width as rules look for them: 增长8.79%,其中 */
export const typed: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '.': '。',
}
for (const [mark, wide] of Object.entries(typed)) foldedOf[mark.charCodeAt(0)] = wide.charCodeAt(0)

/** 二○二一年, and no bullet. */
const isZero = (text: string, index: number): boolean =>
  /[零〇○一二三四五六七八九十]/.test(text.slice(Math.max(0, index - 1), index) + text.slice(index + 1, index + 2))
const RING = '○'.charCodeAt(0)

const isNumbered = (text: string, index: number): boolean =>
  /(?:^|\n)\s*[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, index - 8), index))

/** 分别增长10%,20%: another figure of a list. */
const isListed = (text: string, index: number): boolean =>
  /^,\d[\d.]{0,8}[%‰万亿]{0,2}[\u4e00-\u9fff]{0,2}(?:[,，、和及。；;.\n]|$)/.test(text.slice(index, index + 18))

/** Does an ASCII mark stand for the Chinese one? Not in 1,234 and 12:30 and 3.5, nor in words of letters. */
function isTyped(text: string, index: number): boolean {
  const [before, after] = [text.charCodeAt(index - 1), text.charCodeAt(index + 1)]
  switch (text[index]) {
    case '.':
      // 一.食品安全 is numbered
      return isHan(before) && (isHan(after) || after <= 32 || Number.isNaN(after)) && !isNumbered(text, index)
    case ',':
      // 20, 300 and 450: a comma with a blank behind it parts a list
      if (after <= 32 && /[\d０-９]/.test(text.charAt(index + 2))) return true
      return isHan(after) || (!(isDigit(before) || isLetter(before)) && !isListed(text, index))
    case ':':
      return isHan(after) || (!(isDigit(before) || isLetter(before)) && !isListed(text, index))
    default:
      return true
  }
}

/**
 * A copy of equal length for the rules to read: Simplified, without radicals and marks of vertical text, digits, letters
 * and % half-width, the marks ，；：（） full-width. １７１項,其中 → 171项，其中
 */
export function fold(text: string): string {
  const plain = simplify(withPlainForms(text))
  let folded = ''
  let from = 0
  for (let index = 0; index < plain.length; index++) {
    const code = plain.charCodeAt(index)
    const as = foldedOf[code] as number
    if (as === code || (code < 128 && !isTyped(plain, index)) || (code === RING && !isZero(plain, index))) continue
    folded += plain.slice(from, index) + String.fromCharCode(as)
    from = index + 1
  }
  return from === 0 ? plain : folded + plain.slice(from)
}
