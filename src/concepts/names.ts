/** Names that mean the same, each with the one that they are read as: 市场主体 → 经营主体. */
export interface Aliases {
  /** Which may be a part of a longer name: 新登记市场主体. */
  readonly parts: ReadonlyMap<string, string>
  /** Which are whole names: 外贸进出口 → 货物进出口总额. */
  readonly wholes: ReadonlyMap<string, string>
}

export const noAliases: Aliases = { parts: new Map(), wholes: new Map() }

/** Lists of names that mean the same, added to others: [[经营主体, 市场主体]]; what a name is read as stands first. */
export function withAliases(lists: readonly (readonly string[])[], base: Aliases = noAliases): Aliases {
  return { parts: added(lists, base.parts), wholes: base.wholes }
}

/** The same of whole names. */
export function withWholeNames(lists: readonly (readonly string[])[], base: Aliases): Aliases {
  const read = lists.map((names) => names.map((name) => canonicalName(foldName(name), base)))
  return { parts: base.parts, wholes: added(read, base.wholes) }
}

function added(lists: readonly (readonly string[])[], base: Aliases['parts']): Map<string, string> {
  const names = new Map(base)
  for (const list of lists) {
    const folded = list.map(foldName).filter((name) => name !== '')
    const first = folded[0] ?? ''
    const main = names.get(first) ?? first
    for (const name of folded) if (name !== main) names.set(name, main)
  }
  return names
}

/** A name without what makes no difference: “互联网＋明厨亮灶”的 餐饮单位 → 互联网+明厨亮灶餐饮单位 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s“”"'‘’《》〈〉「」【】()·、,，:：。;—_-]|的/g, '')
    .replace(/^(?:全省|全市|全县|全区|我省|我市|全国共)(?=..)/, '')
}

/** 新登记市场主体总数 → 新登记经营主体: aliases read as one, the word for an amount left out. */
export function canonicalName(folded: string, aliases: Aliases): string {
  const name = replaceParts(folded, aliases).replace(/(?<=..)(?:总数量|总数|总量|数量|总计|合计)$/, '')
  return aliases.wholes.get(name) ?? name
}

const patterns = new WeakMap<Aliases, RegExp>()

/** The longest alias first, and one pass: what was read as another name is not read again. */
function replaceParts(name: string, aliases: Aliases): string {
  const { parts } = aliases
  let pattern = patterns.get(aliases)
  if (pattern === undefined) {
    const names = [...parts.keys(), ...parts.values()].sort((one, other) => other.length - one.length)
    pattern = new RegExp(names.map((alias) => alias.replace(/[.*+?^${}()|[\]\\&]/g, '\\$&')).join('|') || '(?!)', 'g')
    patterns.set(aliases, pattern)
  }
  return name.replace(pattern, (found) => parts.get(found) ?? found)
}
