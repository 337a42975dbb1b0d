import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  builtInTaxonomy,
  type Entries,
  entriesOf,
  formOf,
  listsOf,
  loadTaxonomy,
  parseYaml,
  readSectors,
  readTextFile,
  textOf,
  textsOf,
  type YamlSource,
} from './sectors/index.ts'
import type { Taxonomy } from './types.ts'

/** A user's own words: sectors, dictionary terms, names that mean the same. */
export interface Config {
  readonly file: string
  /** Null where the file says nothing of sectors. */
  readonly taxonomy: Taxonomy | null
  /** Words for the segmenter, each with its tag where it has one: 吉字号 n. */
  readonly terms: readonly string[]
  /** Names of indicators that mean the same: 专精特新产品, 专精特新优质产品. */
  readonly aliases: readonly (readonly string[])[]
}

export const configName = 'baoshu.yaml'

/** The baoshu.yaml of a folder, else of the nearest folder above it; null where there is none. */
export function findConfig(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, configName)
    if (existsSync(file)) return file
    if (dirname(at) === at) return null
  }
}

/** Reads a baoshu.yaml; every mistake is told with its line. */
export function loadConfig(file: string): Config {
  return readConfig(readTextFile(file, 'configuration'), file)
}

/** The same from its text: sectors: [{ id: agriculture, words: [吉字号] }] */
export function readConfig(text: string, file: string): Config {
  const source = parseYaml(text, file, 'parse')
  // A file with nothing but comments is a beginning and no mistake
  const entries =
    source.top === null ? new Map() : entriesOf(source, source.top, ['shared', 'sectors', 'terms', 'aliases'], file)
  return {
    file,
    taxonomy: readOwnSectors(source, entries),
    terms: readTerms(source, entries),
    aliases: readAliases(source, entries),
  }
}

function readAliases(source: YamlSource, entries: Entries): string[][] {
  const aliases = entries.get('aliases')
  if (formOf(aliases) === 'nothing') return []
  return listsOf(source, aliases, 'aliases').map((names) =>
    names.map(({ text, node }) =>
      text.length < 2 ? source.refuse(node, `“${text}” is too short for an alias`) : text,
    ),
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
  return textsOf(source, entries.get('terms'), 'a term').map(({ text, node }) => {
    const [word = '', tag = 'n', ...more] = text.split(/\s+/)
    if (more.length > 0) source.refuse(node, `“${text}” is more than a word and its tag`)
    if (word.length < 2) source.refuse(node, `“${word}” is too short for a term`)
    if (!/^[a-z]{1,4}$/.test(tag)) source.refuse(node, `“${tag}” is no tag such as n, v or nz`)
    if (/[#\p{Cc}]/u.test(word)) source.refuse(node, `“${word}” holds what no word has`)
    return `${word} ${tag}`
  })
}
