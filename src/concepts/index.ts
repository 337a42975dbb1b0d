import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Aliases, canonicalName, foldName, noAliases, withAliases, withWholeNames } from './names.ts'

export { type Aliases, canonicalName, foldName, noAliases, withAliases } from './names.ts'

/** A normal form, what else it is called, and who calls it so. */
export interface Concept {
  readonly name: string
  readonly also?: readonly string[]
  /** A key of the file's sources. */
  readonly by: string
}

export interface ConceptFile {
  readonly sources: Readonly<Record<string, string>>
  /** Each may be a part of a longer name. */
  readonly words: readonly Concept[]
  readonly concepts: readonly Concept[]
}

/** The file that comes with baoshu, seen from `src/concepts` and from `dist/concepts` alike. */
const yamlFile = fileURLToPath(new URL('../../src/concepts/concepts.yaml', import.meta.url))
const compiledFile = fileURLToPath(new URL('../../dist/concepts/concepts.json', import.meta.url))

interface BuiltIn {
  readonly data: ConceptFile
  readonly aliases: Aliases
  /** By the name as it is compared. */
  readonly names: ReadonlyMap<string, string>
}

let builtIn: BuiltIn | null = null

function loaded(): BuiltIn {
  if (builtIn === null) {
    const data = readConcepts()
    const lists = (concepts: readonly Concept[]) => concepts.map(({ name, also = [] }) => [name, ...also])
    const aliases = withWholeNames(lists(data.concepts), withAliases(lists(data.words), noAliases))
    const names = new Map(data.concepts.map(({ name }) => [canonicalName(foldName(name), aliases), name]))
    builtIn = { data, aliases, names }
  }
  return builtIn
}

/** Reading YAML takes longer than a report, so the build leaves it as JSON beside the programs. */
export function buildConcepts(): void {
  const text = readFileSync(yamlFile, 'utf8')
  mkdirSync(dirname(compiledFile), { recursive: true })
  writeFileSync(compiledFile, JSON.stringify({ of: hashOf(text), ...parsed(text) }))
}

function readConcepts(): ConceptFile {
  const text = readFileSync(yamlFile, 'utf8')
  try {
    const compiled = JSON.parse(readFileSync(compiledFile, 'utf8')) as ConceptFile & { readonly of: string }
    if (compiled.of === hashOf(text)) return compiled
  } catch {
    // Not built yet
  }
  return parsed(text)
}

/** The library is loaded only where it is needed. */
function parsed(text: string): ConceptFile {
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return parse(text) as ConceptFile
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The concepts that come with baoshu, as their file has them. */
export function conceptFile(): ConceptFile {
  return loaded().data
}

/** The other names that come with baoshu. */
export function builtInAliases(): Aliases {
  return loaded().aliases
}

/** The normal form of an indicator, null where none is known: conceptOf('规上工业增加值') → 规模以上工业增加值 */
export function conceptOf(indicator: string): string | null {
  const { aliases, names } = loaded()
  return names.get(canonicalName(foldName(indicator), aliases)) ?? null
}
