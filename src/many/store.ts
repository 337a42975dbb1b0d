import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BaoshuError } from '../errors.ts'
import type { Extraction } from '../types.ts'
import { writeWhole } from '../write/index.ts'

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
export async function keep(out: string, kept: Kept, extraction: Extraction): Promise<void> {
  const place = placeOf(out, kept.relative)
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(kept)}\n`),
    deflateRawSync(JSON.stringify(extraction), { level: 1 }),
  ])
  await makeFolder(dirname(place))
  await writeWhole(place, content, { folder: temporaryFolder(out), durable: false })
}

/** Null where nothing is kept, or what is there cannot be read any more. */
export async function readKept(place: string): Promise<Kept | null> {
  try {
    const bytes = await readFile(place)
    return JSON.parse(bytes.toString('utf8', 0, bytes.indexOf('\n'))) as Kept
  } catch {
    return null
  }
}

export async function readExtraction(out: string, relative: string): Promise<Extraction> {
  const bytes = await readFile(placeOf(out, relative))
  return JSON.parse(inflateRawSync(bytes.subarray(bytes.indexOf('\n') + 1)).toString()) as Extraction
}

/** Is the output still what was written for these bytes with these settings? */
export async function isDone(
  out: string,
  kept: Kept,
  now: Omit<Kept, 'bytes' | 'written' | 'claims' | 'warnings'>,
): Promise<boolean> {
  const isSame =
    kept.file === now.file &&
    kept.relative === now.relative &&
    kept.sha256 === now.sha256 &&
    kept.settings === now.settings &&
    kept.output === now.output
  return isSame && (await isAsWritten(out, kept))
}

/** Removes what an earlier run made of an input, but an output that somebody has changed since is left. */
export async function forget(out: string, place: string): Promise<boolean> {
  const kept = await readKept(place)
  const isOurs = kept !== null && (await isAsWritten(out, kept))
  if (isOurs) await rm(join(out, kept.output), { force: true })
  await rm(place, { force: true })
  return isOurs
}

/** The places of all that is kept, a folder of them at a time. */
export async function* placesIn(out: string): AsyncGenerator<string> {
  const reports = join(out, storeName, 'reports')
  for (const folder of await readdir(reports).catch(() => [])) {
    for (const name of await readdir(join(reports, folder))) yield join(reports, folder, name)
  }
}

async function isAsWritten(out: string, { output, written }: Kept): Promise<boolean> {
  return (await readFile(join(out, output)).then(hashOf, () => null)) === written
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

const made = new Set<string>()

/** Asks the disk once for each folder. */
export async function makeFolder(folder: string): Promise<void> {
  if (made.has(folder)) return
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in the way' : message
    throw new BaoshuError('write', `the folder cannot be made: ${why}`, { file: folder, cause })
  }
  made.add(folder)
}
