import { createHash } from 'node:crypto'

/** The longest name that file systems take, in bytes. */
const mostBytes = 255

/**
 * Where the result of each input goes: 2020/年报.docx → 2020/年报.json. Where two would meet, each keeps its own ending:
 * 年报.txt and 年报.docx → 年报.txt.json, 年报.docx.json. No input and nothing that is reserved is written over.
 */
export function outputNames(relatives: readonly string[], ending: string, reserved: readonly string[] = []): string[] {
  const counts = new Map<string, number>()
  const shorts = relatives.map((relative) => `${relative.replace(/(?<=[^/])\.[^./]*$/, '')}${ending}`)
  const longs = relatives.map((relative) => `${relative}${ending}`)
  for (const name of [...shorts, ...longs, ...relatives, ...reserved, ...foldersOf(relatives)]) {
    const key = sameOnAnyDisk(name)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  // A short name that is the long one as well (no ending) is met twice by itself
  return shorts.map((short, at) => {
    const long = longs[at] ?? short
    const own = short === long ? 2 : 1
    return fitting(counts.get(sameOnAnyDisk(short)) === own ? short : long)
  })
}

/** a/b/年报.txt → a, a/b: no file can have the name of a folder. */
function foldersOf(relatives: readonly string[]): Set<string> {
  return new Set(
    relatives.flatMap((relative) => [...relative.matchAll(/\//g)].map(({ index }) => relative.slice(0, index))),
  )
}

/** 年报.TXT and 年报.txt are one file on Windows and on a Mac. */
function sameOnAnyDisk(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** A name that is too long is cut, with a mark of its own to stay apart from others: 长…长~1a2b3c4d.json */
function fitting(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  const name = path.slice(slash)
  if (Buffer.byteLength(name) <= mostBytes) return path
  const dot = name.lastIndexOf('.')
  const end = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}${name.slice(dot)}`
  let start = ''
  for (const char of name.slice(0, dot)) {
    if (Buffer.byteLength(start + char + end) > mostBytes) break
    start += char
  }
  return `${path.slice(0, slash)}${start}${end}`
}
