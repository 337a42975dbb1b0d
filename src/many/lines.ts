/** A line of a stream with its number from 1. */
export interface Line {
  readonly number: number
  /** The whole line; of one that is longer than was allowed, its beginning. */
  readonly bytes: Uint8Array
  readonly isWhole: boolean
}

const newline = 0x0a
/** Of a line that is too long: enough to see whose it is. */
const headBytes = 1024

/**
 * Lines as they arrive, cut at line ends alone (a U+2028 within JSON is no line end). Of a line beyond `most` bytes
 * only its beginning is kept, so memory stays flat whatever comes.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>, most: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let size = 0
  let number = 0
  const take = (part: Buffer) => {
    size += part.length
    if (size <= most || parts.length === 0) parts.push(part)
    else parts = [Buffer.concat(parts, Math.min(headBytes, size - part.length))]
  }
  const close = (): Line => {
    const isWhole = size <= most
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
    parts = []
    size = 0
    return { number: ++number, bytes: isWhole ? bytes : bytes.subarray(0, headBytes), isWhole }
  }
  for await (const chunk of input) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    let start = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      take(bytes.subarray(start, end))
      yield close()
      start = end + 1
    }
    if (start < bytes.length) take(bytes.subarray(start))
  }
  if (size > 0) yield close()
}
