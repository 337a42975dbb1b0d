import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTerms } from '../src/tokens/dictionary.ts'
import { addTerms, segment } from '../src/tokens/segment.ts'

const seeds = readdirSync('seeds').map((name) => readFileSync(`seeds/${name}`, 'utf8'))

/** 新增 v · 户 q, as one line. */
function read(text: string): string {
  return (segment([text])[0] ?? []).map((word) => `${word.text} ${word.tag}`).join(' · ')
}

describe('segment', () => {
  it('knows the verbs of the tables and the places of the gazetteer', () => {
    expect(read('滨州市批捕涉案人员')).toMatch(/^滨州市 ns · 批捕 v · /)
  })

  it.each([
    ['全省累计新登记市场主体20.71万户', '全省 n · 累计 v · 新登记 v · 市场主体 n · 20.71 m · 万户 m'],
    ['新认证“三品一标”503个', '新认证 v · “ x · 三品一标 n · ” x · 503 m · 个 q'],
    ['企业开办时间压缩到3天', '企业 n · 开办时间 n · 压缩到 v · 3 m · 天 q'],
    ['增速较上年提高1.66个百分点', '增速 n · 较 d · 上年 t · 提高 v · 1.66 m · 个 q · 百分点 m'],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  it('keeps role words apart from unknown neighbours: 率 is no part of 率拟', () => {
    expect(read('合格率拟达98%')).toBe('合格率 n · 拟 v · 达 v · 98 m · % x')
  })

  it('guesses an unknown name and says so by its tag', () => {
    expect(read('淡马锡')).toBe('淡马锡 nz')
  })

  it('gives each text its own words, whatever stands beside it', () => {
    const texts = ['新增', '登记企业', '', '5', '0.3', '市场\n主体']
    expect(segment(texts)).toEqual(texts.map((text) => segment([text])[0]))
    expect(segment([])).toEqual([])
  })

  it.each([
    ['line ends', '甲\r\n\n乙\n'],
    ['a NUL', '中\0国\0'],
    ['half a surrogate pair', '增长\ud8005%\udc00\udc00\ud83d'],
    ['emoji and rare characters', '😀𠀀增长👨‍👩‍👧5%'],
    ['noncharacters and controls', '\ufeff\ufffe\uffff\u{10ffff}\u2028\u0085\x01\x7f'],
    ['path and table signs', 'a;b|c\t｜，。'],
    ['spaces alone', ' \u3000 \t'],
  ])('joins again to the text with %s', (_, text) => {
    const texts = ['', text, `前${text}后`, text.repeat(3)]
    expect(segment(texts).map((words) => words.map((word) => word.text).join(''))).toEqual(texts)
    for (const word of segment(texts).flat()) expect(word.text).not.toBe('')
  })

  it('joins again to the text of every seed, and of one longer than a call', () => {
    const lines = seeds.flatMap((seed) => seed.split('\n'))
    const texts = [...lines, ...seeds, '第😀'.repeat(20_000), `${'1'.repeat(16_384)}\n\n${'万'.repeat(16_383)}\n`]
    expect(segment(texts).map((words) => words.map((word) => word.text).join(''))).toEqual(texts)
  })

  it('cuts a very long text at its marks, as if it were short', () => {
    const seed = seeds.join('').replaceAll('\n', '')
    const long = seed.repeat(Math.ceil(50_000 / seed.length))
    const stretches = long.split(/(?<=[，。])/)
    expect(segment([long])[0]).toEqual(segment(stretches).flat())
  })

  it('takes a user’s own terms', () => {
    expect(read('新建浙里办事厅')).not.toContain('浙里办事厅')
    addTerms(['浙里办事厅 n', '  ', '# a comment'])
    expect(read('新建浙里办事厅')).toBe('新建 v · 浙里办事厅 n')
  })
})

describe('terms', () => {
  const terms = readTerms(readFileSync('src/tokens/terms.txt', 'utf8'))

  it('are many, each once', () => {
    const words = terms.map((term) => term.word)
    expect(words.length).toBeGreaterThan(400)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('have a tag that jieba knows', () => {
    const tags = new Set(['n', 'ns', 'nz', 'v', 'vn', 'a', 'b', 'c', 'd', 'f', 'm', 'p', 'q', 'r', 'u'])
    expect(terms.filter((term) => !tags.has(term.tag))).toEqual([])
  })

  it('come out whole, with their tag', () => {
    const torn = terms.filter((term) => read(term.word) !== `${term.word} ${term.tag}`)
    expect(torn).toEqual([])
  })
})
