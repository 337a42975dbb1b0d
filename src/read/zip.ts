import { inflateRawSync } from 'node:zlib'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { limits, type ReadOptions } from './document.ts'

/** The parts of a packed document, unpacked one by one and never beyond the limit: word/document.xml. */
export interface Zip {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  readonly read: (name: string) => Buffer
}

interface Entry {
  readonly packed: boolean
  readonly locked: boolean
  readonly size: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50

/** Opens a zip by its table of contents; sizes that it states are not believed. */
export function openZip(bytes: Uint8Array, options: ReadOptions): Zip {
  const file = options.file ?? null
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(buffer, file)
  let left = options.maxExpanded ?? limits.maxExpanded
  const read = (name: string): Buffer => {
    const entry = entries.get(name)
    if (entry === undefined) throw new BaoshuError('corrupt', say('read.part-missing', name), { file })
    const part = unpack(buffer, entry, name, left, options)
    left -= part.length
    return part
  }
  return { names: [...entries.keys()], has: (name) => entries.has(name), read }
}

function entriesOf(buffer: Buffer, file: string | null): Map<string, Entry> {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const cut = new BaoshuError('corrupt', say('read.cut'), { file })
  if (end === -1 || end + 22 > buffer.length || buffer.readUInt32LE(end) !== endMark) throw cut
  const entries = new Map<string, Entry>()
  let at = buffer.readUInt32LE(end + 16)
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== entryMark) throw cut
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.set(buffer.toString('utf8', at + 46, at + 46 + nameLength), {
      packed: buffer.readUInt16LE(at + 10) === 8,
      locked: (buffer.readUInt16LE(at + 8) & 1) === 1,
      size: buffer.readUInt32LE(at + 20),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(buffer: Buffer, entry: Entry, name: string, left: number, options: ReadOptions): Buffer {
  const file = options.file ?? null
  if (entry.locked) throw new BaoshuError('encrypted', say('read.locked'), { file })
  if (entry.offset + 30 > buffer.length) throw new BaoshuError('corrupt', say('read.part-damaged', name), { file })
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  const packed = buffer.subarray(start, start + entry.size)
  const most = Math.max(1, left)
  try {
    const part = entry.packed ? inflateRawSync(packed, { maxOutputLength: most }) : packed
    if (part.length <= most) return part
  } catch (cause) {
    const tooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    if (!tooLarge) throw new BaoshuError('corrupt', say('read.part-damaged', name), { file, cause })
  }
  const megabytes = Math.round((options.maxExpanded ?? limits.maxExpanded) / 1e6)
  throw new BaoshuError('too-large', say('read.unpacked', megabytes), { file })
}
