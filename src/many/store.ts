import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Extraction } from '../types.ts'
import { writeWholeNow } from '../write/index.ts'

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
  readonly claims: number
  readonly warnings: readonly string[]
}

/** The folder in the output folder where a batch keeps what it has done. */
export const storeName = '.baoshu'

/** Where files are until they are whole; each process has its own. */
export function temporaryFolder(out: string): string {
  return join(out, storeName, 'tmp', String(process.pid))
}

/** A report's place in the store: .baoshu/reports/1a/2b3c… */
export function placeOf(out: string, relative: string): string {
  const hash = hashOf(relative)
  return join(out, storeName, 'reports', hash.slice(0, 2), hash.slice(2))
}

/** What is kept of a report: a line about it, then its claims, packed. */
export function keep(out: string, kept: Kept, extraction: Extraction): void {
  const place = placeOf(out, kept.relative)
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(kept)}\n`),
    deflateRawSync(JSON.stringify(extraction), { level: 1 }),
  ])
  makeFolder(dirname(place))
  writeWholeNow(place, content, temporaryFolder(out))
}

/** Null where nothing is kept, or what is there cannot be read any more. */
export function readKept(place: string): Kept | null {
  try {
    const bytes = readFileSync(place)
    return JSON.parse(bytes.toString('utf8', 0, bytes.indexOf('\n'))) as Kept
  } catch {
    return null
  }
}

export function readExtraction(out: string, relative: string): Extraction {
  const bytes = readFileSync(placeOf(out, relative))
  return JSON.parse(inflateRawSync(bytes.subarray(bytes.indexOf('\n') + 1)).toString()) as Extraction
}

/** Is the output still what was written for these bytes with these settings? */
export function isDone(
  out: string,
  kept: Kept,
  now: Omit<Kept, 'bytes' | 'written' | 'claims' | 'warnings' | 'page'>,
): boolean {
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
  const kept = readKept(place)
  const isOurs = kept !== null && isAsWritten(out, kept)
  if (isOurs) for (const { output } of filesOf(kept)) rmSync(join(out, output), { force: true })
  rmSync(place, { force: true })
  return isOurs
}

/** The places of all that is kept. */
export function placesIn(out: string): string[] {
  const reports = join(out, storeName, 'reports')
  if (!existsSync(reports)) return []
  return readdirSync(reports).flatMap((folder) =>
    readdirSync(join(reports, folder)).map((name) => join(reports, folder, name)),
  )
}

function isAsWritten(out: string, kept: Kept): boolean {
  try {
    return filesOf(kept).every(({ output, written }) => hashOf(readFileSync(join(out, output))) === written)
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
