import { type Said, say } from '../messages/index.ts'
import {
  type Entries,
  entriesOf,
  itemsOf,
  type PlacedText,
  parseYaml,
  textOf,
  textsOf,
  truthOf,
  type YamlSource,
} from '../read/yaml-source.ts'
import type { Sector, Taxonomy } from '../types.ts'

const sectorKeys = ['id', 'names', 'headings', 'words', 'gbt4754']

/** A taxonomy from YAML text, every mistake with its line: sectors: [{ id: lab, names: [实验室], words: [实验室] }]. */
export function readTaxonomy(text: string, file: string, builtIn: () => Taxonomy): Taxonomy {
  const source = parseYaml(text, file, 'taxonomy')
  const entries = entriesOf(source, source.top, ['schema', 'extends', 'shared', 'sectors'], say('a.taxonomy'))
  checkSchema(source, entries.get('schema'))
  const adds = entries.has('extends') && truthOf(source, entries.get('extends'), 'extends')
  return readSectors(source, entries, adds ? builtIn() : null)
}

/** The sectors of a file, or of the part of one: `base` is what they add to, null where they stand alone. */
export function readSectors(source: YamlSource, entries: Entries, base: Taxonomy | null): Taxonomy {
  const shared = new Set(textsOf(source, entries.get('shared'), 'shared').map(({ text }) => text))
  const items = itemsOf(source, entries.get('sectors') ?? source.top, 'sectors')
  if (items.length === 0) source.refuse(entries.get('sectors'), say('sector.none'))
  const known = new Set(base?.sectors.map(({ id }) => id))
  const headingOwners = new Map<string, string>()
  const wordOwners = new Map<string, string>()
  const sectors: Sector[] = []
  for (const item of items) {
    const fields = entriesOf(source, item, sectorKeys, say('a.sector'))
    const id = readId(source, item, fields, sectors)
    const names = textsOf(source, fields.get('names'), 'names')
    if (names.length === 0 && !known.has(id)) source.refuse(item, say('sector.no-names', id))
    const settle = (key: string, what: Said, owners: Map<string, string>) =>
      ownedWords(source, textsOf(source, fields.get(key), what), id, owners, shared)
    const headings = settle('headings', say('a.heading'), headingOwners)
    const words = settle('words', say('a.word'), wordOwners)
    sectors.push({ id, names: names.map(({ text }) => text), headings, words, gbt4754: readSections(source, fields) })
  }
  return base === null ? { sectors } : extendTaxonomy(base, sectors)
}

function checkSchema(source: YamlSource, node: unknown): void {
  if (node === undefined) return
  const { text } = textOf(source, node, 'schema')
  if (text !== 'baoshu-taxonomy/1') source.refuse(node, say('sector.schema'))
}

function readId(source: YamlSource, item: unknown, fields: Entries, before: readonly Sector[]): string {
  if (!fields.has('id')) source.refuse(item, say('sector.no-id'))
  const { text: id, node } = textOf(source, fields.get('id'), say('an.id'))
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    source.refuse(node, say('sector.bad-id', id))
  }
  if (before.some((sector) => sector.id === id)) source.refuse(node, say('sector.twice', id))
  return id
}

/** Every word belongs to one sector, unless it is shared. */
function ownedWords(
  source: YamlSource,
  words: readonly PlacedText[],
  id: string,
  owners: Map<string, string>,
  shared: ReadonlySet<string>,
): string[] {
  return words.map(({ text, node }) => {
    if (text.length < 2) source.refuse(node, say('sector.short-word', text))
    const owner = owners.get(text)
    if (owner === id) source.refuse(node, say('sector.word-twice', text))
    if (owner !== undefined && !shared.has(text)) {
      source.refuse(node, say('sector.word-owned', text, owner))
    }
    owners.set(text, id)
    return text
  })
}

function readSections(source: YamlSource, fields: Entries): string[] {
  return textsOf(source, fields.get('gbt4754'), 'gbt4754').map(({ text, node }) => {
    if (!/^[A-T]\d{0,4}(?:\s|$)/.test(text)) {
      source.refuse(node, say('sector.section', text))
    }
    return text
  })
}

/** A known sector takes the new words, an unknown one joins; a word given anew leaves the sector that had it. */
export function extendTaxonomy(base: Taxonomy, added: readonly Sector[]): Taxonomy {
  const headings = new Set(added.flatMap((sector) => sector.headings))
  const words = new Set(added.flatMap((sector) => sector.words))
  const kept = base.sectors.map((sector) => {
    const more = added.find(({ id }) => id === sector.id)
    return {
      id: sector.id,
      names: more?.names.length ? more.names : sector.names,
      headings: [...sector.headings.filter((word) => !headings.has(word)), ...(more?.headings ?? [])],
      words: [...sector.words.filter((word) => !words.has(word)), ...(more?.words ?? [])],
      gbt4754: [...new Set([...sector.gbt4754, ...(more?.gbt4754 ?? [])])],
    }
  })
  return { sectors: [...kept, ...added.filter(({ id }) => !base.sectors.some((sector) => sector.id === id))] }
}
