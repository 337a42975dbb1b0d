import { simplify } from '../read/simplify.ts'

/** Full-width signs that Chinese text uses as marks of its own: they stay. */
const marks = new Set('（），：；！？［］｛｝｜＜＞＝＂＇'.split(''))
/** Other ways to write a sign that rules look for. */
const others: Readonly<Record<string, string>> = {
  '−': '-',
  '﹣': '-',
  '﹪': '%',
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

/**
 * A copy of equal length for the rules to read: Simplified, digits, letters and % half-width, the marks ，；：（） as
 * they are. １７１項 → 171项
 */
export function fold(text: string): string {
  const plain = simplify(text)
  let folded = ''
  let from = 0
  for (let index = 0; index < plain.length; index++) {
    const code = plain.charCodeAt(index)
    const as = foldedOf[code] as number
    if (as === code) continue
    folded += plain.slice(from, index) + String.fromCharCode(as)
    from = index + 1
  }
  return from === 0 ? plain : folded + plain.slice(from)
}
