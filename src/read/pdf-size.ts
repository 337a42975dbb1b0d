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
    left -= isTangled(buffer, at) ? left + 1 : unpackedSize(buffer.subarray(start, end), left)
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
    const unpacked = inflateSync(packed, { maxOutputLength: Math.max(1, most) })
    // What was packed twice opens as a packed stream again
    return unpacked.length + (isPacked(unpacked) ? unpackedSize(unpacked, most - unpacked.length) : 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0
  }
}

function isPacked([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

/** Packed twice, and not only by deflate: a run of runs, [/RunLengthDecode /LZWDecode], grows beyond all counting. */
function isTangled(buffer: Buffer, at: number): boolean {
  const before = buffer.toString('latin1', Math.max(0, at - 600), at)
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
  const plain = dictionary.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  const filters = plain.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])/g) ?? []
  return filters.length > 1 && filters.some((filter) => !filter.startsWith('/Fl'))
}
