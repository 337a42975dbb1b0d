/** A name as it reads; false where its bytes are no UTF-8 and only they open the file. */
export interface FileName {
  readonly name: string
  readonly isText: boolean
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const gbk = new TextDecoder('gb18030', { fatal: true })

/** Old archives have names in GBK: the bytes C4 EA B1 A8 → 年报; what is neither, byte by byte: %FF.txt */
export function nameOf(bytes: Uint8Array): FileName {
  for (const decoder of [utf8, gbk]) {
    try {
      return { name: decoder.decode(bytes), isText: decoder === utf8 }
    } catch {}
  }
  const name = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[^ -~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return { name, isText: false }
}
