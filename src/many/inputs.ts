import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import picomatch from 'picomatch'
import { BaoshuError } from '../errors.ts'
import { type Said, say } from '../messages/index.ts'
import { endingOf, formatByEnding } from '../read/formats.ts'
import { nameOf } from './file-name.ts'
import { type Failure, failureOf } from './outcome.ts'
import { sharedFolder, wayFrom } from './paths.ts'

/** A report to read. */
export interface Input {
  /** As given, or under the folder as given: 报告/2020/年报.txt */
  readonly file: string
  /** Its path where that is no text; `file` is then how it reads in GBK. */
  readonly bytes?: Uint8Array
  /** Under the one folder that holds all inputs, with / between: 2020/年报.txt */
  readonly relative: string
}

export interface Listing {
  /** In the order given, and by name within a folder. */
  readonly inputs: readonly Input[]
  /** What cannot be looked into: a folder without permission, a link to nothing. */
  readonly failures: readonly (Failure & { readonly file: string })[]
  /** What a folder holds besides reports, and why it was left. */
  readonly skipped: readonly Skipped[]
}

export interface Skipped {
  readonly file: string
  readonly reason: string
}

export interface ListingOptions {
  /** Globs of what is taken from folders, *.txt; where none is given, all formats that are read. */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** A folder that is not looked into, and files that are left: what this very batch writes. */
  readonly except?: readonly string[]
}

/** The reports that files and folders hold: listInputs(['报告/']) → 报告/2019/年报.txt, 报告/2020/年报.docx … */
export async function listInputs(paths: readonly string[], options: ListingOptions = {}): Promise<Listing> {
  const walk: Walk = {
    isIncluded: matcherOf(options.include),
    isExcluded: matcherOf(options.exclude) ?? (() => false),
    except: await Promise.all((options.except ?? []).map((path) => realpath(path).catch(() => resolve(path)))),
    files: new Map(),
    failures: [],
    skipped: [],
  }
  const folders: string[] = []
  for (const path of paths) {
    const isFolder = await visitGiven(path, walk)
    folders.push(isFolder ? resolve(path) : dirname(resolve(path)))
  }
  const base = sharedFolder(folders)
  const inputs = new Map<string, Input>()
  for (const [full, { file, bytes }] of walk.files) {
    const way = wayFrom(base, full.split('\0')[0] ?? full)
    if (inputs.has(way))
      fail(file, new BaoshuError('unreadable', 'another file has a name that reads the same', { file }), walk)
    else inputs.set(way, { file, relative: way, ...(bytes === undefined ? {} : { bytes }) })
  }
  return { inputs: [...inputs.values()], failures: walk.failures, skipped: walk.skipped }
}

type Matcher = (path: string) => boolean

interface Walk {
  readonly isIncluded: Matcher | null
  readonly isExcluded: Matcher
  readonly except: readonly string[]
  /** By full path, so that what is given twice is read once. */
  readonly files: Map<string, Named>
  readonly failures: (Failure & { file: string })[]
  readonly skipped: Skipped[]
}

interface Named {
  readonly file: string
  readonly bytes?: Uint8Array
}

function take(named: Named, walk: Walk): void {
  const { file, bytes } = named
  const key = bytes === undefined ? resolve(file) : `${resolve(file)}\0${Buffer.from(bytes).toString('hex')}`
  if (!walk.files.has(key)) walk.files.set(key, named)
}

/** A glob without / is about the name, one with / about the path within the folder, as in .gitignore. */
function matcherOf(globs: readonly string[] | undefined): Matcher | null {
  if (globs === undefined || globs.length === 0) return null
  const tests = globs
    .map((glob) => glob.replace(/\/$/, ''))
    .map((glob) => picomatch(glob, { dot: true, basename: !glob.includes('/') }))
  return (path) => tests.some((test) => test(path))
}

/** A file that is named is taken whatever it is called; a folder is gone through. */
async function visitGiven(path: string, walk: Walk): Promise<boolean> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) {
      await visitFolder({ path, real: await realpath(path), inner: '', above: [] }, walk)
      return true
    }
    if (!about.isFile())
      throw new BaoshuError('unreadable', 'no file but a pipe, socket or device; `baoshu extract` reads one', {
        file: path,
      })
    take({ file: path }, walk)
  } catch (error) {
    fail(path, error, walk)
  }
  return false
}

interface Folder {
  readonly path: string
  /** The path where it is no text. */
  readonly bytes?: Buffer
  readonly real: string
  /** Its path in the folder that was given; '' for that one. */
  readonly inner: string
  /** The real folders that it is in. */
  readonly above: readonly string[]
}

async function visitFolder(folder: Folder, walk: Walk): Promise<void> {
  let entries: Dirent<Buffer>[]
  try {
    entries = await readdir(folder.bytes ?? folder.path, { withFileTypes: true, encoding: 'buffer' })
  } catch (error) {
    fail(folder.path, error, walk)
    return
  }
  const named = entries.map((entry) => ({ entry, ...nameOf(entry.name) }))
  named.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const { entry, name, isText } of named) await visitEntry(folder, { entry, name, isText }, walk)
}

// Hidden files, and what Word leaves beside an open document
const hidden = /^(?:\.|~\$)/

interface Found {
  readonly entry: Dirent<Buffer>
  readonly name: string
  readonly isText: boolean
}

async function visitEntry(folder: Folder, { entry, name, isText }: Found, walk: Walk): Promise<void> {
  const path = join(folder.path, name)
  const inner = folder.inner === '' ? name : `${folder.inner}/${name}`
  if (hidden.test(name) || walk.isExcluded(inner)) return
  const bytes =
    isText && folder.bytes === undefined
      ? undefined
      : Buffer.concat([folder.bytes ?? Buffer.from(folder.path), Buffer.from('/'), entry.name])
  const own = bytes === undefined ? {} : { bytes }
  try {
    const about = entry.isSymbolicLink() ? await stat(bytes ?? path) : entry
    const real = entry.isSymbolicLink() ? await realpath(bytes ?? path) : join(folder.real, name)
    if (walk.except.includes(real)) return
    if (about.isDirectory()) {
      const above = [...folder.above, folder.real]
      if (above.includes(real)) walk.skipped.push({ file: path, reason: 'a link to a folder that it is in' })
      else await visitFolder({ path, ...own, real, inner, above }, walk)
    } else if (!about.isFile()) walk.skipped.push({ file: path, reason: 'no file but a pipe, socket or device' })
    else if (walk.isIncluded?.(inner) ?? isReport(name)) take({ file: path, ...own }, walk)
    else walk.skipped.push({ file: path, reason: walk.isIncluded === null ? 'no format that is read' : 'not included' })
  } catch (error) {
    fail(path, error, walk)
  }
}

function isReport(name: string): boolean {
  return formatByEnding(endingOf(name)) !== undefined
}

const messages: Readonly<Record<string, Said>> = {
  ENOENT: say('list.nothing'),
  EACCES: say('list.permission'),
  EPERM: say('list.permission'),
  ELOOP: say('list.circle'),
  ENAMETOOLONG: say('read.long-name'),
}

function fail(file: string, error: unknown, walk: Walk): void {
  if (error instanceof BaoshuError) {
    walk.failures.push({ file, ...failureOf(error) })
    return
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = messages[code] ?? say('list.failed', error instanceof Error ? error.message : String(error))
  const kind = code === 'ENOENT' || code === 'ENAMETOOLONG' ? 'not-found' : 'unreadable'
  walk.failures.push({ file, ...failureOf(new BaoshuError(kind, message, { file })) })
}
