import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { BaoshuError, type ErrorCode } from '../errors.ts'
import { type Said, say } from '../messages/index.ts'

/** What is written: at once, or piece by piece as it is made. */
export type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>

/** Where the file is until it is whole, and whether to wait until the disk has it. */
export interface WriteOptions {
  /** A folder on the same disk; beside the file where none is given. */
  readonly folder?: string
  /** True where not given; without, a power failure may lose what was written last. */
  readonly durable?: boolean
}

/** Writes a file whole or not at all: beside it first, then in its place. 结果.yaml */
export async function writeWhole(file: string, content: Content, options: WriteOptions = {}): Promise<void> {
  try {
    const target = await realpath(file).catch(() => file)
    const about = await stat(target).catch(() => null)
    if (about?.isDirectory()) throw refusal('folder', say('write.folder'), file)
    // A pipe or /dev/null has no other in its place
    if (about !== null && !about.isFile()) return await writePieces(await open(target, 'w'), content, false)
    await writeBeside(target, content, about?.mode, options)
  } catch (cause) {
    throw asRefusal(cause, file)
  }
}

let begunFiles = 0

/**
 * The same at once, for a file among thousands that a thread has for its own: begun in a folder of this process on the
 * same disk, and not waited for until the disk has it. Twenty calls to a pool of threads take more time than the writing.
 */
export function writeWholeNow(file: string, content: string | Uint8Array, folder: string): void {
  const begun = join(folder, `${threadId}-${begunFiles++}.tmp`)
  try {
    writeFileSync(begun, content, { flag: 'wx' })
    renameSync(begun, file)
  } catch (cause) {
    rmSync(begun, { force: true })
    throw asRefusal(cause, file)
  }
}

async function writeBeside(
  target: string,
  content: Content,
  mode: number | undefined,
  { folder = dirname(target), durable = true }: WriteOptions,
): Promise<void> {
  const name = `.${basename(target).slice(0, 40)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  const beside = join(folder, name)
  try {
    await writePieces(await open(beside, 'wx', mode ?? 0o666), content, durable)
    await rename(beside, target)
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause
  }
}

async function writePieces(handle: FileHandle, content: Content, durable: boolean): Promise<void> {
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content)
    else for await (const piece of content) await handle.writeFile(piece)
    if (durable) await handle.sync()
  } finally {
    await handle.close()
  }
}

const messages: Readonly<Record<string, Said>> = {
  ENOENT: say('write.no-folder'),
  ENOTDIR: say('write.no-folder'),
  EACCES: say('write.permission'),
  EPERM: say('write.permission'),
  EFBIG: say('write.too-large'),
  EDQUOT: say('write.quota'),
  EROFS: say('write.read-only'),
  ENOSPC: say('write.full'),
  ENAMETOOLONG: say('write.long-name'),
  EMFILE: say('write.many-open'),
  ENFILE: say('write.many-open'),
}

function asRefusal(cause: unknown, file: string): unknown {
  if (cause instanceof BaoshuError || !(cause instanceof Error)) return cause
  if (!('code' in cause)) return cause
  return refusal('write', writeTrouble(cause), file, cause)
}

/** Why something could not be written: ENOSPC → no space left on the disk */
export function writeTrouble(cause: Error): Said {
  const code = 'code' in cause ? String(cause.code) : ''
  return messages[code] ?? say('write.failed', cause.message)
}

function refusal(code: ErrorCode, message: Said, file: string, cause?: unknown): BaoshuError {
  return new BaoshuError(code, message, { file, cause })
}
