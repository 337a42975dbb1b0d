import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Cut, cutterOf, longestCut } from '../src/tokens/cutter.ts'
import { decode, encode, readDictionary, withEntries } from '../src/tokens/dictionary.ts'
import { referenceFiles, referenceWith } from '../src/tokens/reference.ts'
import { wordAt } from '../src/tokens/word-table.ts'
import { generateReport } from './generate.ts'

const dictionary = readDictionary()

/** 新增 v · 户 q, by each of the two. */
const shown = (cut: Cut, text: string): string =>
  cut(text)
    .map((word) => `${word.text} ${word.tag}`)
    .join(' · ')

/** All text below a folder, in lines. */
function linesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|html|md|yaml|csv|json)$/.test(file))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .map((line) => line.slice(0, longestCut))
}

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n')
const words = [...linesOf(referenceFiles.dict), ...linesOf(referenceFiles.userDict)].map(
  (line) => line.split(' ')[0] ?? '',
)
const characters = [...new Set(words.join(''))]
const odd = [
  ...[
    '5',
    '12.',
    '1.2',
    '1..2',
    'a',
    'A4',
    'b2b',
    'GDP',
    '%',
    '％',
    '，',
    '。',
    ' ',
    '\n',
    '\t',
    '\0',
    '-',
    'é',
    'Ａ',
    '１２',
  ],
  ...['😀', '\ud83d', '\ude00', '𠀀', '\ufffd', '\uffff', '镕', '垚', '龘', '劣V类', '500强', '浙里办事厅', '浙里'],
]
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...characters), fc.constantFrom(...odd)), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

describe('our own segmenter', () => {
  const ours = cutterOf(dictionary)
  const reference = referenceWith([])
  const generated = [1, 2, 3, 4, 5, 6].map((seed) => generateReport(seed, 9000).split('\n'))

  it.each([
    ['the seeds', linesIn('seeds')],
    ['the fixtures', linesIn('fixtures')],
    ['the documents', linesIn('docs')],
    ['generated reports', generated.flat()],
  ])('cuts and tags %s as nodejieba does', (_, lines) => {
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter((line) => shown(ours, line) !== shown(reference, line))).toEqual([])
  })

  it('cuts and tags every word of the dictionary, and any text made of them, as nodejieba does', () => {
    expect(words.filter((word) => shown(ours, word) !== shown(reference, word))).toEqual([])
    fc.assert(
      fc.property(anyText, (text) => shown(ours, text) === shown(reference, text)),
      { numRuns: 5000 },
    )
  })

  it('takes terms as nodejieba does, new ones and known ones, one character or many', () => {
    const terms = ['浙里办事厅 n', '市场主体 vn', '咁 v', '😀 e', '𠀀增长 nz', 'A4纸 n'].map((term) => {
      const [word = '', tag = ''] = term.split(' ')
      return { word, tag, weight: dictionary.ownWeight }
    })
    const cut = cutterOf(withEntries(readDictionary(), terms))
    const known = referenceWith(terms)
    const withTerms = fc
      .array(fc.oneof(fc.constantFrom(...terms.map(({ word }) => word)), anyText), { maxLength: 5 })
      .map((parts) => parts.join(''))
    fc.assert(fc.property(withTerms, (text) => shown(cut, text) === shown(known, text)))
  })
})

describe('the dictionary', () => {
  it('comes out of its file as it went in, wherever the bytes lie', () => {
    const bytes = encode(dictionary)
    const moved = decode(new Uint8Array([0, ...bytes]).subarray(1))
    expect(Buffer.compare(encode(moved), bytes)).toBe(0)
    expect(shown(cutterOf(moved), '淡马锡新增市场主体')).toBe('淡马锡 nz · 新增 v · 市场主体 n')
  })

  it('is refused where its file is cut short', () => {
    expect(() => decode(encode(dictionary).slice(0, 100_000))).toThrow()
  })

  it('grows with what is added, and forgets nothing', () => {
    const added = characters.flatMap((char) => ['甲', '乙', '丙丁', '戊己庚'].map((end) => `${char}${end}`))
    const grown = withEntries(
      readDictionary(),
      added.map((word) => ({ word, tag: 'nz', weight: -10 })),
    )
    const { words: table, tags } = grown
    const all = new Map<string, string | undefined>()
    for (const [slot, kind] of table.kinds.entries()) if (kind > 0) all.set(wordAt(table, slot), tags[kind])
    expect(table.kinds.length).toBeGreaterThan(dictionary.words.kinds.length)
    expect([...all.keys()].sort()).toEqual([...new Set([...words, ...added])].sort())
    expect(added.filter((word) => all.get(word) !== 'nz')).toEqual([])
  })
})

describe('the environment', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('chooses nodejieba, with the same words', async () => {
    const text = '全省累计新登记市场主体20.71万户'
    const freshly = async () => {
      vi.resetModules()
      return (await import('../src/tokens/segment.ts')).segment([text])
    }
    const ours = await freshly()
    vi.stubEnv('BAOSHU_SEGMENTER', 'nodejieba')
    expect(await freshly()).toEqual(ours)
  })
})
