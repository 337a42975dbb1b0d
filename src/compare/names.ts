import { readFileSync } from 'node:fs'
import { entriesOf, listsOf, parseYaml } from '../read/yaml-source.ts'

/** Names that mean the same, each with the one that they are read as: 经营主体 → 市场主体. */
export type Aliases = ReadonlyMap<string, string>

/** The alias file that comes with baoshu, seen from `src/compare` and from `dist/compare` alike. */
const aliasFile = new URL('../../src/compare/aliases.yaml', import.meta.url)

let builtIn: Aliases | null = null

/** The aliases that come with baoshu. */
export function builtInAliases(): Aliases {
  if (builtIn === null) {
    const source = parseYaml(readFileSync(aliasFile, 'utf8'), aliasFile.pathname, 'parse')
    const lists = listsOf(source, entriesOf(source, source.top, ['aliases'], 'an alias file').get('aliases'), 'aliases')
    builtIn = withAliases(lists.map((names) => names.map(({ text }) => text)))
  }
  return builtIn
}

/** Lists of names that mean the same, added to others: [[市场主体, 经营主体]]; what a name is read as stands first. */
export function withAliases(lists: readonly (readonly string[])[], base: Aliases = new Map()): Aliases {
  const aliases = new Map(base)
  for (const names of lists) {
    const folded = names.map(foldName).filter((name) => name !== '')
    const first = folded[0] ?? ''
    const main = aliases.get(first) ?? first
    for (const name of folded) if (name !== main) aliases.set(name, main)
  }
  return aliases
}

/** A name without what makes no difference: “互联网＋明厨亮灶”的 餐饮单位 → 互联网+明厨亮灶餐饮单位 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s“”"'‘’《》〈〉「」【】()·、,，:：。;—_-]|的/g, '')
    .replace(/^(?:全省|全市|全县|全区|我省|我市|全国共)(?=..)/, '')
}

/** 新登记经营主体总数 → 新登记市场主体: aliases read as one, the word for an amount left out. */
export function canonicalName(folded: string, aliases: Aliases): string {
  return replaceAliases(folded, aliases).replace(/(?<=..)(?:总数量|总数|总量|数量|总计|合计)$/, '')
}

const patterns = new WeakMap<Aliases, RegExp>()

/** The longest alias first, and one pass: what was read as another name is not read again. */
function replaceAliases(name: string, aliases: Aliases): string {
  let pattern = patterns.get(aliases)
  if (pattern === undefined) {
    const names = [...aliases.keys(), ...aliases.values()].sort((one, other) => other.length - one.length)
    pattern = new RegExp(names.map((alias) => alias.replace(/[.*+?^${}()|[\]\\&]/g, '\\$&')).join('|') || '(?!)', 'g')
    patterns.set(aliases, pattern)
  }
  return name.replace(pattern, (found) => aliases.get(found) ?? found)
}
