import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
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
    return await collect(handle.createReadStream({ autoClose: false }), file, options)
  } catch (cause) {
    throw asRefusal(cause, file)
  } finally {
    await handle?.close()
  }
}

/** The same at once, for a thread that has nothing else to do. */
export function readFileNow(file: string, options: ReadOptions = {}): Uint8Array {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    const about = fstatSync(handle)
    if (about.isDirectory()) throw refusals.EISDIR(file)
    if (about.size > most(options)) throw tooLarge(file, options)
    return readFileSync(handle)
  } catch (cause) {
    throw asRefusal(cause, file)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
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
