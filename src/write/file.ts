import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BaoshuError, type ErrorCode } from '../errors.ts'

/** Writes a file whole or not at all: beside it first, then in its place. 结果.yaml */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  try {
    const target = await realpath(file).catch(() => file)
    const about = await stat(target).catch(() => null)
    if (about?.isDirectory()) throw refusal('folder', 'a folder; name a file in it', file)
    // A pipe or /dev/null has no other in its place
    if (about !== null && !about.isFile()) return await writeFile(target, content)
    await writeBeside(target, content, about?.mode)
  } catch (cause) {
    throw asRefusal(cause, file)
  }
}

async function writeBeside(target: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  const name = `.${basename(target).slice(0, 40)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  const beside = join(dirname(target), name)
  try {
    const handle = await open(beside, 'wx', mode ?? 0o666)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, target)
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause
  }
}

const messages: Record<string, string> = {
  ENOENT: 'no such folder to write into; make it first',
  ENOTDIR: 'no such folder to write into; make it first',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the disk',
  ENAMETOOLONG: 'the name is too long',
}

function asRefusal(cause: unknown, file: string): unknown {
  if (cause instanceof BaoshuError || !(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  return refusal('write', messages[code] ?? `cannot be written (${cause.message})`, file, cause)
}

function refusal(code: ErrorCode, message: string, file: string, cause?: unknown): BaoshuError {
  return new BaoshuError(code, message, { file, cause })
}
