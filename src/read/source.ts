import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { BaoshuError, type ErrorCode } from '../errors.ts'
import { limits, type ReadOptions } from './document.ts'

/** A file's bytes, or one clear error: 年报.txt: no such file. */
export async function readFileBytes(file: string, options: ReadOptions = {}): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    handle = await open(file)
    const about = await handle.stat()
    if (about.isDirectory()) throw refusals.EISDIR(file)
    if (about.size > most(options)) throw tooLarge(file, options)
    const bytes = await collect(handle.createReadStream({ autoClose: false }), file, options)
    const { size, mtimeMs } = await handle.stat()
    if (about.isFile() && (size !== about.size || mtimeMs !== about.mtimeMs)) throw changed(file)
    return bytes
  } catch (cause) {
    throw asRefusal(cause, file)
  } finally {
    await handle?.close()
  }
}

/** The same at once, for a thread that has nothing else to do; `path` where the name on the disk is no text. */
export function readFileNow(file: string, options: ReadOptions = {}, path: string | Uint8Array = file): Uint8Array {
  let handle: number | undefined
  try {
    handle = openSync(typeof path === 'string' ? path : Buffer.from(path), 'r')
    const before = fstatSync(handle)
    if (before.isDirectory()) throw refusals.EISDIR(file)
    if (before.size > most(options)) throw tooLarge(file, options)
    const bytes = collectNow(handle, before.size, file, options)
    const { size, mtimeMs } = fstatSync(handle)
    // Half of the old one and half of the new one would be a report that never was
    if (before.isFile() && (size !== before.size || mtimeMs !== before.mtimeMs)) throw changed(file)
    return bytes
  } catch (cause) {
    throw asRefusal(cause, file)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** To its end, which may be further away than was said: files grow, and some have none. */
function collectNow(handle: number, size: number, file: string, options: ReadOptions): Uint8Array {
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(65_536, total === 0 ? size + 1 : 0))
    const count = readSync(handle, chunk)
    if (count === 0) return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    total += count
    if (total > most(options)) throw tooLarge(file, options)
    chunks.push(chunk.subarray(0, count))
  }
}

function changed(file: string): BaoshuError {
  return new BaoshuError('unreadable', 'it was changed while it was read; run this again when it is whole', { file })
}

/** Standard input to its end. */
export async function readInputBytes(options: ReadOptions = {}): Promise<Uint8Array> {
  return collect(process.stdin, '-', options)
}

async function collect(stream: AsyncIterable<Buffer>, file: string, options: ReadOptions): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most(options)) throw tooLarge(file, options)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function most(options: ReadOptions): number {
  return options.maxBytes ?? limits.maxBytes
}

function tooLarge(file: string, options: ReadOptions): BaoshuError {
  const megabytes = Math.round(most(options) / 1e6)
  return new BaoshuError('too-large', `the file is larger than ${megabytes} MB; raise the limit with --max-bytes`, {
    file,
  })
}

const refusals = {
  ENOENT: refusal('not-found', 'no such file'),
  ENOTDIR: refusal('not-found', 'no such file'),
  EISDIR: refusal('folder', 'a folder and no report; name a file in it, or use `baoshu batch` for a whole folder'),
  EACCES: refusal('unreadable', 'no permission to read it'),
  EPERM: refusal('unreadable', 'no permission to read it'),
  ENAMETOOLONG: refusal('not-found', 'no file can have so long a name'),
  EMFILE: refusal('unreadable', 'too many files are open on this system; run fewer programs or --jobs at a time'),
  ENFILE: refusal('unreadable', 'too many files are open on this system; run fewer programs or --jobs at a time'),
} as const

function refusal(code: ErrorCode, message: string): (file: string, cause?: unknown) => BaoshuError {
  return (file, cause) => new BaoshuError(code, message, { file, cause })
}

function asRefusal(cause: unknown, file: string): unknown {
  if (cause instanceof BaoshuError || !(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  const known = Object.entries(refusals).find(([name]) => name === code)?.[1]
  return known?.(file, cause) ?? new BaoshuError('unreadable', `cannot be read (${cause.message})`, { file, cause })
}
