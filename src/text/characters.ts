/** A table in which these characters' codes are 1: `stops[text.charCodeAt(at)] === 1` is asked of every character. */
export function tableOf(chars: string): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const char of chars) table[char.charCodeAt(0)] = 1
  return table
}

export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
export const isDigit = (code: number): boolean => code >= 48 && code <= 57
export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
