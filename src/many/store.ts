import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Extraction } from '../types.ts'
import { writeWholeNow } from '../write/index.ts'
import { isWithin } from './paths.ts'

/** What is known of a report that is done, by which a later run sees whether it still is. */
export interface Kept {
  readonly file: string
  readonly relative: string
  /** Of the input's bytes. */
  readonly sha256: string
  readonly bytes: number
  /** Of the options and the version that it was done with. */
  readonly settings: string
  readonly output: string
  /** Of the output's bytes. */
  readonly written: string
  /** The page beside it, where one was wanted, and the hash of its bytes. */
  readonly page?: { readonly output: string; readonly written: string }
  /** Of the packed claims in the store: what was cut off or changed there is made again. */
  readonly packed: string
  readonly claims: number
  readonly warnings: readonly string[]
}

/** The folder in the output folder where a batch keeps what it has done. */
export const storeName = '.baoshu'

/** Where files are until they are whole; each process has its own, in two containers too. */
export function temporaryFolder(out: string): string {
  return join(out, storeName, 'tmp', `${host}-${process.pid}`)
}

const host = hostname().replace(/[^\w.-]/g, '_')

/** The number of the process that has such a folder; null where it runs on another machine. */
export function processOf(folder: string): number | null {
  const pid = folder.startsWith(`${host}-`) ? folder.slice(host.length + 1) : ''
  return /^\d+$/.test(pid) ? Number(pid) : null
}

/** A report's place in the store: .baoshu/reports/1a/2b3c… */
export function placeOf(out: string, relative: string): string {
  const hash = hashOf(relative)
  return join(out, storeName, 'reports', hash.slice(0, 2), hash.slice(2))
}

/** What is kept of a report: a line about it, then its claims, packed. */
export function keep(out: string, about: Omit<Kept, 'packed'>, extraction: Extraction): Kept {
  const place = placeOf(out, about.relative)
  const packed = deflateRawSync(JSON.stringify(extraction), { level: 1 })
  const kept = { ...about, packed: hashOf(packed) }
  makeFolder(dirname(place))
  writeWholeNow(place, Buffer.concat([Buffer.from(`${JSON.stringify(kept)}\n`), packed]), temporaryFolder(out))
  return kept
}

/** Null where nothing is kept, or what is there is not what was put there. */
export function readKept(out: string, place: string): Kept | null {
  try {
    const bytes = readFileSync(place)
    const lineEnd = bytes.indexOf('\n')
    const kept: unknown = JSON.parse(bytes.toString('utf8', 0, lineEnd))
    if (!isKept(kept) || placeOf(out, kept.relative) !== place || hashOf(bytes.subarray(lineEnd + 1)) !== kept.packed)
      return null
    return isWithin(resolve(out), resolve(out, kept.output)) ? kept : null
  } catch {
    return null
  }
}

const texts = ['file', 'relative', 'sha256', 'settings', 'output', 'written', 'packed'] as const
const counts = ['bytes', 'claims'] as const

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  const { warnings } = fields
  return (
    texts.every((name) => typeof fields[name] === 'string') &&
    counts.every((name) => Number.isSafeInteger(fields[name])) &&
    Array.isArray(warnings) &&
    warnings.every((warning) => typeof warning === 'string')
  )
}

export function readExtraction(out: string, relative: string): Extraction {
  const bytes = readFileSync(placeOf(out, relative))
  return JSON.parse(inflateRawSync(bytes.subarray(bytes.indexOf('\n') + 1)).toString()) as Extraction
}

/** A report as it is now, before it is read. */
export type Now = Pick<Kept, 'file' | 'relative' | 'output' | 'sha256' | 'settings'>

/** Is the output still what was written for these bytes with these settings? */
export function isDone(out: string, kept: Kept, now: Now): boolean {
  const isSame =
    kept.file === now.file &&
    kept.relative === now.relative &&
    kept.sha256 === now.sha256 &&
    kept.settings === now.settings &&
    kept.output === now.output
  return isSame && isAsWritten(out, kept)
}

/** Removes what an earlier run made of an input, but an output that somebody has changed since is left. */
export function forget(out: string, place: string): boolean {
  const kept = readKept(out, place)
  const isOurs = kept !== null && isAsWritten(out, kept)
  if (isOurs) for (const { output } of filesOf(kept)) rmSync(join(out, output), { force: true })
  rmSync(place, { force: true })
  return isOurs
}

/** The places of all that is kept. */
export function placesIn(out: string): string[] {
  const reports = join(out, storeName, 'reports')
  if (!existsSync(reports)) return []
  // What a file manager leaves there is none of it
  const hashes = (folder: string, length: number) =>
    readdirSync(folder).filter((name) => name.length === length && /^[0-9a-f]+$/.test(name))
  return hashes(reports, 2).flatMap((folder) =>
    hashes(join(reports, folder), 62).map((name) => join(reports, folder, name)),
  )
}

/** Not behind a link that leads out of the folder. */
function isAsWritten(out: string, kept: Kept): boolean {
  try {
    return filesOf(kept).every(({ output, written }) => {
      const file = realpathSync(join(out, output))
      return isWithin(realpathSync(out), file) && hashOf(readFileSync(file)) === written
    })
  } catch {
    return false
  }
}

function filesOf({ output, written, page }: Kept): { readonly output: string; readonly written: string }[] {
  return [{ output, written }, ...(page === undefined ? [] : [page])]
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Makes a folder and those above it where they are missing. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? say('batch.in-the-way') : message
    throw new BaoshuError('write', say('batch.folder', why), { file: folder, cause })
  }
}
