import path from 'node:path'

/** Of the system that this runs on; path.win32 where that of another is tried. */
export type PathRules = Pick<typeof path, 'dirname' | 'isAbsolute' | 'relative' | 'resolve' | 'sep'>

/** /a/b/2019 and /a/b/2020 → /a/b; the first one's root where they lie on two drives. */
export function sharedFolder(folders: readonly string[], rules: PathRules = path): string {
  const [first = '', ...rest] = folders
  return rest.reduce((shared, folder) => {
    let at = shared
    while (!isWithin(at, folder, rules) && rules.dirname(at) !== at) at = rules.dirname(at)
    return at
  }, first)
}

/** The way from a folder to what is in it, with / between; from another drive with its letter: D:\\年报.txt → D/年报.txt */
export function wayFrom(folder: string, file: string, rules: PathRules = path): string {
  return rules
    .relative(folder, file)
    .replace(/^([A-Za-z]):[\\/]+/, '$1/')
    .split(rules.sep)
    .join('/')
}

/** Is it this folder or file, or in it? */
export function isWithin(folder: string, file: string, rules: PathRules = path): boolean {
  const way = rules.relative(folder, file)
  return way !== '..' && !/^\.\.[/\\]/.test(way) && !rules.isAbsolute(way) && rules.resolve(folder, way) === file
}
