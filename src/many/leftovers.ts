import { readdir, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Input } from './inputs.ts'
import { isWithin } from './paths.ts'
import {
  forget,
  type Kept,
  makeFolder,
  placeOf,
  placesIn,
  processOf,
  readKept,
  storeName,
  temporaryFolder,
} from './store.ts'

/** Makes the output folder and a place for unfinished files, and clears what runs that were killed left there. */
export async function prepare(out: string, tables: readonly string[]): Promise<void> {
  const unfinished = dirname(temporaryFolder(out))
  for (const name of await readdir(unfinished).catch(() => [])) {
    const pid = processOf(name)
    if (pid !== null && !isRunning(pid)) await rm(join(unfinished, name), { recursive: true, force: true })
  }
  makeFolder(temporaryFolder(out))
  for (const table of tables) {
    makeFolder(dirname(table))
    await clearBeside(table)
  }
}

/** Ends the use of that place. */
export async function tidy(out: string): Promise<void> {
  await rm(temporaryFolder(out), { recursive: true, force: true })
  await rmdir(dirname(temporaryFolder(out))).catch(() => {})
}

/** Where a batch looked, and what it could not look into. */
export interface Looked {
  readonly paths: readonly string[]
  readonly inputs: readonly Input[]
  readonly unread: readonly string[]
}

/** What was made of reports that are gone: they lay under the paths of this batch, and it was seen that they are there no more. */
export async function removeVanished(out: string, { paths, inputs, unread }: Looked): Promise<string[]> {
  const present = new Set(inputs.map((input) => placeOf(out, input.relative)))
  const removed: string[] = []
  for (const place of placesIn(out)) {
    if (present.has(place)) continue
    const kept = readKept(out, place)
    if (kept !== null && (!liesIn(paths, kept) || liesIn(unread, kept))) continue
    if (forget(out, place)) {
      removed.push(kept?.output ?? '')
      await removeEmpty(out, dirname(kept?.output ?? ''))
    }
  }
  return removed.sort()
}

/** What earlier runs made of reports in folders that cannot be looked into now. */
export function keptUnread(out: string, { inputs, unread }: Looked): Kept[] {
  if (unread.length === 0) return []
  const present = new Set(inputs.map((input) => input.relative))
  return placesIn(out)
    .flatMap((place) => readKept(out, place) ?? [])
    .filter((kept) => !present.has(kept.relative) && liesIn(unread, kept))
    .sort((one, other) => (one.file < other.file ? -1 : 1))
}

function liesIn(paths: readonly string[], { file }: Kept): boolean {
  return paths.some((path) => isWithin(resolve(path), resolve(file)))
}

/** Folders that held nothing else. */
async function removeEmpty(out: string, folder: string): Promise<void> {
  for (let at = folder; at !== '.' && at !== '' && at !== storeName; at = dirname(at)) {
    const isGone = await rmdir(join(out, at)).then(
      () => true,
      () => false,
    )
    if (!isGone) return
  }
}

/** A table outside the output folder is begun beside its place: .claims.csv.4711-1a2b3c4d.tmp */
async function clearBeside(table: string): Promise<void> {
  const start = `.${basename(table).slice(0, 40)}.`
  for (const name of await readdir(dirname(table)).catch(() => [])) {
    const pid = name.startsWith(start) ? /^(\d+)-[0-9a-f]{8}\.tmp$/.exec(name.slice(start.length))?.[1] : undefined
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(table), name), { force: true })
  }
}

/** Another process of this number; this one has not begun. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
