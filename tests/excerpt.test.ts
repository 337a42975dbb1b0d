import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dictionaryFiles } from '../src/tokens/dictionary.ts'
import { withExcerpt } from '../src/tokens/excerpt.ts'
import { generateReport } from './generate.ts'

/** A segmenter that has read nothing yet. */
async function freshSegment() {
  vi.resetModules()
  return (await import('../src/tokens/segment.ts')).segment
}

const seeds = readdirSync('seeds').map((name) => readFileSync(join('seeds', name), 'utf8'))
const texts = [
  ...seeds.map((seed) => seed.split(/[，。；\n]/)),
  ...[1, 2, 3].map((seed) => generateReport(seed, 9000).split(/[，。；\n]/)),
  ['淡马锡', '在秦创原', '合格率拟达98%', '镕垚龘', 'Ａb-3'],
  ['😀𠀀增长', '中\0国', '的', ''],
]

afterEach(() => vi.unstubAllEnvs())

describe('an excerpt of the dictionary', () => {
  it.each(texts.map((lines) => [lines.join('，').slice(0, 20), lines] as const))(
    'cuts %s as the whole does',
    async (_, lines) => {
      const first = (await freshSegment())(lines)
      const segment = await freshSegment()
      // The second call reads the whole
      segment(['甲'])
      expect(first).toEqual(segment(lines))
    },
  )

  it('holds a small part of the words, among them those of the text', () => {
    const whole = readFileSync(dictionaryFiles.dict, 'utf8').split('\n')
    let words: string[] = []
    const text = seeds[0] as string
    withExcerpt([text], ({ dict }) => {
      words = readFileSync(dict, 'utf8').split('\n')
    })
    expect(words.length).toBeLessThan(whole.length / 4)
    const standing = whole.filter((line) => text.includes(line.slice(0, line.indexOf(' '))))
    expect(standing.length).toBeGreaterThan(500)
    expect(standing.filter((line) => !words.includes(line))).toEqual([])
    const sum = (lines: readonly string[]) => lines.reduce((total, line) => total + Number(line.split(' ')[1]), 0)
    expect(sum(words)).toBe(sum(whole))
  })

  it('leaves no file behind', () => {
    const folder = mkdtempSync(join(tmpdir(), 'temporary-'))
    vi.stubEnv('TMPDIR', folder)
    let within = 0
    expect(withExcerpt(['市场主体'], () => (within = readdirSync(folder).length))).toBe(true)
    expect(within).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is done without where no temporary file can be written', async () => {
    vi.stubEnv('TMPDIR', '/nowhere/at/all')
    expect(withExcerpt(['市场主体'], () => {})).toBe(false)
    expect((await freshSegment())(['市场主体'])).toEqual([[{ text: '市场主体', tag: 'n' }]])
  })

  it('is done without for long texts', () => {
    expect(withExcerpt(['市'.repeat(60_000)], () => {})).toBe(false)
  })
})
