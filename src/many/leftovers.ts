import { readdir, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Input } from './inputs.ts'
import { forget, makeFolder, placeOf, placesIn, readKept, storeName, temporaryFolder } from './store.ts'

/** Makes the output folder and a place for unfinished files, and clears what runs that were killed left there. */
export async function prepare(out: string, tables: readonly string[]): Promise<void> {
  const unfinished = dirname(temporaryFolder(out))
  for (const name of await readdir(unfinished).catch(() => [])) {
    if (!isRunning(Number(name))) await rm(join(unfinished, name), { recursive: true, force: true })
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

/** What was made of reports that are gone: they lay under the paths of this batch and are no longer found. */
export async function removeVanished(
  out: string,
  paths: readonly string[],
  inputs: readonly Input[],
): Promise<string[]> {
  const present = new Set(inputs.map((input) => placeOf(out, input.relative)))
  const roots = paths.map((path) => resolve(path))
  const removed: string[] = []
  for (const place of placesIn(out)) {
    if (present.has(place)) continue
    const kept = readKept(place)
    if (kept !== null && !roots.some((root) => isWithin(root, resolve(kept.file)))) continue
    if (forget(out, place)) {
      removed.push(kept?.output ?? '')
      await removeEmpty(out, dirname(kept?.output ?? ''))
    }
  }
  return removed.sort()
}

/** Is it this folder or file, or in it? */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !/^\.\.[/\\]/.test(way) && resolve(folder, way) === path
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
