import { simplify } from '../read/simplify.ts'
import type { Claim, Taxonomy } from '../types.ts'
import { type FoundWord, findWords, indexWords, type WordIndex } from './word-index.ts'

/** What is known of a claim's place: under 农产品质量, of 三品一标, in 新认证“三品一标”503个. */
export interface Place {
  /** The heading it stands under, or all of them, the outermost first. */
  readonly section: string | readonly string[] | null
  readonly indicator: string
  readonly sentence: string
  /** Of the report; it decides where nothing else does: 特种设备安全状况通告. */
  readonly title?: string | null
}

export type SectorOfClaim = Pick<Claim, 'sector' | 'sectorBy'>

/** What holds where nothing else does; only a heading that says nothing else gives it. */
export const catchAll = 'general'

/** The sector of a claim by its heading first, by its words second: 农产品质量 › 三品一标 → agriculture by heading. */
export function assignSector(place: Place, taxonomy: Taxonomy): SectorOfClaim {
  const matcher = matcherOf(taxonomy)
  const among = headingSectors(place.section, matcher)
  const [only] = among
  if (among.length === 1 && only !== undefined) return { sector: only, sectorBy: 'heading' }
  const byWords =
    strongest(findWords(simplify(place.indicator), matcher.words), among) ??
    strongestInSentence(place.sentence, among, matcher)
  if (only !== undefined) return { sector: byWords ?? only, sectorBy: 'heading' }
  if (byWords !== null) return { sector: byWords, sectorBy: 'words' }
  const [ofTitle, other] = sectorsOfHeading(place.title ?? '', matcher)
  const isClear = ofTitle !== undefined && other === undefined
  return isClear ? { sector: ofTitle, sectorBy: 'heading' } : { sector: catchAll, sectorBy: 'none' }
}

interface Matcher {
  readonly headings: WordIndex
  readonly words: WordIndex
  /** Every heading that was asked for, and its sectors: a report has few and asks for them often. */
  readonly known: Map<string, readonly string[]>
  /** The sentence asked for last: its other claims follow at once. */
  last: SentenceWords | null
}

interface SentenceWords {
  readonly sentence: string
  readonly words: readonly FoundWord[]
  /** The strongest sector, by those that a heading leaves open: a sentence of ten thousand claims asks as often. */
  readonly strongest: Map<string, string | null>
}

const matchers = new WeakMap<Taxonomy, Matcher>()
const mostHeadings = 10_000

function matcherOf(taxonomy: Taxonomy): Matcher {
  const made = matchers.get(taxonomy)
  if (made !== undefined) return made
  const pairs = (key: 'headings' | 'words') =>
    taxonomy.sectors.flatMap((sector) => sector[key].map((word) => [word, sector.id] as const))
  const matcher: Matcher = {
    headings: indexWords(pairs('headings')),
    words: indexWords(pairs('words')),
    known: new Map(),
    last: null,
  }
  matchers.set(taxonomy, matcher)
  return matcher
}

/** The innermost heading that names a sector decides; it may name several (食品药品和特种设备安全). */
function headingSectors(section: Place['section'], matcher: Matcher): readonly string[] {
  const headings = section === null ? [] : typeof section === 'string' ? [section] : section
  for (let at = headings.length - 1; at >= 0; at--) {
    const sectors = sectorsOfHeading(headings[at] ?? '', matcher)
    if (sectors.length > 0) return sectors
  }
  return []
}

function sectorsOfHeading(heading: string, matcher: Matcher): readonly string[] {
  const known = matcher.known.get(heading)
  if (known !== undefined) return known
  const sectors = readHeading(simplify(heading), matcher.headings)
  if (matcher.known.size >= mostHeadings) matcher.known.clear()
  matcher.known.set(heading, sectors)
  return sectors
}

// 一、（二）3. 【 第四章 —— before it, and 方面 情况 】 ： behind
const beforeName =
  /^(?:[\s—\-·●■◆【[（(]|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．)）是]|第[一二三四五六七八九十]{1,3}[章节部分]+)+/
const marksBehind = /[\s】\]）):：。]+$/
const headingLength = 100
const empty = /(?:方面|领域|情况|工作)$/

function readHeading(heading: string, index: WordIndex): readonly string[] {
  const name = heading.slice(0, headingLength).replace(beforeName, '').replace(marksBehind, '')
  const found = findWords(name, index)
  const whole = [name, name.replace(empty, '')].flatMap((form) =>
    found.filter(({ start, end }) => start === 0 && end === form.length),
  )
  if (whole[0] !== undefined) return whole[0].sectors
  return [...new Set(found.flatMap(({ sectors }) => sectors))].filter((sector) => sector !== catchAll)
}

function strongestInSentence(sentence: string, among: readonly string[], matcher: Matcher): string | null {
  if (matcher.last?.sentence !== sentence) {
    matcher.last = { sentence, words: findWords(simplify(sentence), matcher.words), strongest: new Map() }
  }
  const { words, strongest: known } = matcher.last
  const key = among.join()
  const found = known.get(key)
  if (found !== undefined) return found
  const sector = strongest(words, among)
  known.set(key, sector)
  return sector
}

/** The sector of the longest word; of several as long, the one with most words, then the one nearest to the end. */
function strongest(words: readonly FoundWord[], among: readonly string[]): string | null {
  const sum = new Map<string, number>()
  for (const { sectors, start, end } of words) {
    for (const sector of sectors) sum.set(sector, (sum.get(sector) ?? 0) + end - start)
  }
  let best: { readonly sector: string; readonly length: number; readonly sum: number } | null = null
  for (const { sectors, start, end } of words) {
    for (const sector of sectors) {
      if (among.length > 0 && !among.includes(sector)) continue
      const rival = { sector, length: end - start, sum: sum.get(sector) ?? 0 }
      if (best === null || rival.length > best.length || (rival.length === best.length && rival.sum >= best.sum)) {
        best = rival
      }
    }
  }
  return best?.sector ?? null
}
