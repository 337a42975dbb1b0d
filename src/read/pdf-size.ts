import { inflateSync } from 'node:zlib'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { limits, type ReadOptions } from './document.ts'

/** A PDF whose streams unpack to more than the limit is refused before it is opened: 300 KB may hold 300 MB of blanks. */
export function refuseBombs(bytes: Uint8Array, options: ReadOptions): void {
  const most = options.maxExpanded ?? limits.maxExpanded
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = most
  let at = buffer.indexOf('stream')
  while (at !== -1 && left >= 0) {
    const start = at + (buffer[at + 6] === carriageReturn ? 8 : 7)
    const end = buffer.indexOf('endstream', start)
    if (end === -1) return
    left -= unpackedSize(buffer.subarray(start, end), left)
    at = buffer.indexOf('stream', end + 9)
  }
  if (left >= 0) return
  const megabytes = Math.round(most / 1e6)
  throw new BaoshuError('too-large', say('read.unpacked', megabytes), {
    file: options.file ?? null,
  })
}

const carriageReturn = 0x0d

/** Bytes of a packed stream when unpacked, one more than `most` where it has more; 0 for what is packed otherwise. */
function unpackedSize(packed: Uint8Array, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0
  }
}
