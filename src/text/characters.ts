/** Whether a character's code is one of these, 。！？; asked of every character, so looked up in a table. */
export function oneOf(chars: string): (code: number) => boolean {
  const known = new Uint8Array(0x10000)
  for (const char of chars) known[char.charCodeAt(0)] = 1
  return (code) => known[code] === 1
}
