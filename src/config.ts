import { existsSync, type Stats, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type PlacedPattern, readPatterns } from './claims/predicates/pattern-file.ts'
import type { PatternSource } from './claims/predicates/pattern-rule.ts'
import { extract } from './extract.ts'
import { say } from './messages/index.ts'
import { reportOf } from './read/index.ts'
import {
  type Entries,
  entriesOf,
  formOf,
  listsOf,
  parseYaml,
  textOf,
  textsOf,
  type YamlSource,
} from './read/yaml-source.ts'
import { builtInTaxonomy, loadTaxonomy, readSectors, readTextFile } from './sectors/index.ts'
import { addTerms } from './tokens/segment.ts'
import { readUnits } from './tokens/unit-file.ts'
import type { OwnUnit } from './tokens/units.ts'
import type { Taxonomy } from './types.ts'

/** A user's own words: sectors, dictionary terms, units, patterns, names that mean the same. */
export interface Config {
  readonly file: string
  /** Null where the file says nothing of sectors. */
  readonly taxonomy: Taxonomy | null
  /** Words for the segmenter, each with its tag where it has one: 吉字号 n. */
  readonly terms: readonly string[]
  readonly units: readonly OwnUnit[]
  /** Tried before the built-in ones. */
  readonly patterns: readonly PatternSource[]
  /** Names of indicators that mean the same: 专精特新产品, 专精特新优质产品. */
  readonly aliases: readonly (readonly string[])[]
}

export const configName = 'baoshu.yaml'

/**
 * The baoshu.yaml of a folder, else of the nearest folder above it; null where there is none. It changes values, so
 * that it is looked for no further than the repository or the home that the folder is in, in folders of the same owner,
 * and one that somebody else put there is passed by.
 */
export function findConfig(folder: string): string | null {
  const start = resolve(folder)
  const owner = aboutOf(start)?.uid
  for (let at = start; ; at = dirname(at)) {
    const file = join(at, configName)
    const about = aboutOf(file)
    if (about?.isFile() && isTrusted(about, owner)) return file
    const isTop = dirname(at) === at || at === homedir() || existsSync(join(at, '.git'))
    if (isTop || aboutOf(dirname(at))?.uid !== owner) return null
  }
}

function aboutOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** By the owner of the working folder, by who runs this, or by the system's. */
function isTrusted({ uid }: Stats, owner: number | undefined): boolean {
  return uid === owner || uid === process.geteuid?.() || uid === 0
}

/** Reads a baoshu.yaml; every mistake is told with its line. */
export function loadConfig(file: string): Config {
  return readConfig(readTextFile(file, say('what.configuration')), file)
}

/** The same from its text: sectors: [{ id: agriculture, words: [吉字号] }] */
export function readConfig(text: string, file: string): Config {
  return readParts(parseYaml(text, file, 'parse')).config
}

/**
 * Reads a baoshu.yaml and runs the examples of its patterns: the first that gives something else is an error with its
 * line. Its terms stay known to the segmenter.
 */
export function checkConfig(file: string): Config {
  const source = parseYaml(readTextFile(file, say('what.configuration')), file, 'parse')
  const { config, placed } = readParts(source)
  if (config.terms.length > 0) addTerms(config.terms)
  for (const one of placed) checkExamples(source, config, one)
  return config
}

function readParts(source: YamlSource): { config: Config; placed: readonly PlacedPattern[] } {
  const { file, top } = source
  // A file with nothing but comments is a beginning and no mistake
  const entries = top === null ? new Map() : entriesOf(source, top, keys, file)
  const placed = readPatterns(source, entries.get('patterns'))
  const config = {
    file,
    taxonomy: readOwnSectors(source, entries),
    terms: readTerms(source, entries),
    units: readUnits(source, entries.get('units')),
    patterns: placed.map(({ pattern }) => pattern),
    aliases: readAliases(source, entries),
  }
  return { config, placed }
}

const keys = ['shared', 'sectors', 'terms', 'units', 'patterns', 'aliases']

function checkExamples(source: YamlSource, { patterns, units }: Config, { pattern, examples, never }: PlacedPattern) {
  const claimsOf = (sentence: string): string[] =>
    extract(reportOf(sentence), { patterns, units }).claims.flatMap(({ extractor, indicator, raw }) =>
      extractor === pattern.name ? `${indicator} ${raw}` : [],
    )
  const told = (claims: readonly string[]) =>
    claims.length === 0 ? say('pattern.nothing') : `“${claims.join('”, “')}”`
  pattern.examples.forEach(([sentence, ...wanted], at) => {
    const claims = claimsOf(sentence)
    if (claims.join('\n') === wanted.join('\n')) return
    source.refuse(examples[at], say('pattern.makes', pattern.name, told(claims), told(wanted)))
  })
  pattern.never.forEach((sentence, at) => {
    const claims = claimsOf(sentence)
    if (claims.length > 0) source.refuse(never[at], say('pattern.makes', pattern.name, told(claims), told([])))
  })
}

function readAliases(source: YamlSource, entries: Entries): string[][] {
  const aliases = entries.get('aliases')
  if (formOf(aliases) === 'nothing') return []
  return listsOf(source, aliases, 'aliases').map((names) =>
    names.map(({ text, node }) => (text.length < 2 ? source.refuse(node, say('alias.short', text)) : text)),
  )
}

/** Sectors stand in the file itself and add to the built-in ones, or it names the taxonomy file that has them. */
function readOwnSectors(source: YamlSource, entries: Entries): Taxonomy | null {
  const sectors = entries.get('sectors')
  const form = formOf(sectors)
  if (form === 'nothing') return null
  if (form !== 'text') return readSectors(source, entries, builtInTaxonomy())
  return loadTaxonomy(resolve(dirname(source.file), textOf(source, sectors, 'sectors').text))
}

/** A word, or a word and its tag. */
function readTerms(source: YamlSource, entries: Entries): string[] {
  return textsOf(source, entries.get('terms'), say('a.term')).map(({ text, node }) => {
    const [word = '', tag = 'n', ...more] = text.split(/\s+/)
    if (more.length > 0) source.refuse(node, say('term.words', text))
    if (word.length < 2) source.refuse(node, say('term.short', word))
    if (!/^[a-z]{1,4}$/.test(tag)) source.refuse(node, say('term.tag', tag))
    if (/[#\p{Cc}]/u.test(word)) source.refuse(node, say('term.character', word))
    return `${word} ${tag}`
  })
}
