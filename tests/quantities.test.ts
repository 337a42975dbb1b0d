import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findQuantities, quantityRules } from '../src/quantities/index.ts'
import { findNoise } from '../src/tokens/noise.ts'
import { aliases, units } from '../src/tokens/units.ts'
import { hedgesAfter, hedgesBefore, magnitudeHedges, passings } from '../src/tokens/words.ts'
import type { Quantity } from '../src/types.ts'

const words = (lines: string) => lines.split(/\s+/).filter(Boolean)
const twice = (list: readonly string[]) => list.filter((word, i) => list.indexOf(word) !== i)

/** The same numbers each time, so that a failure can be looked at again. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648
    yield state / 2147483648
  }
}

const pieces = [
  ...[
    '全省',
    '同比增长',
    '约',
    '超过',
    '以上',
    '第',
    '“',
    '”',
    '，',
    '、',
    '。',
    '（',
    '）',
    '+',
    '-',
    '—',
    '至',
    '半',
    '个',
    '年',
  ],
  ...[
    '万',
    '亿',
    '百',
    '分之',
    '三',
    '十',
    '两',
    '负',
    '点',
    '余',
    '多',
    '几',
    '1',
    '20',
    '2021',
    '8.79',
    '1,100',
    '%',
    '户',
  ],
  ...[
    '百分点',
    '元',
    '角',
    '/',
    '立方米',
    'GB/T',
    '号',
    '月',
    '日',
    '成',
    '折',
    '又',
    '级',
    '\u{20000}',
    '\ud800',
    ' ',
  ],
]

function randomTexts(count: number): string[] {
  const next = numbers(7)
  const pick = () => pieces[Math.floor((next.next().value as number) * pieces.length)] as string
  return Array.from({ length: count }, (_, i) => Array.from({ length: 1 + (i % 24) }, pick).join(''))
}

const seeds = readdirSync('seeds').map((file) => readFileSync(`seeds/${file}`, 'utf8').replace(/[^\S\n]/g, ''))

describe('every quantity', () => {
  const texts = [...seeds, ...seeds.flatMap((text) => text.split('\n')), ...randomTexts(3000)]
  const all: (readonly [string, Quantity[]])[] = texts.map((text) => [text, findQuantities(text)])

  const wrong = (law: (quantity: Quantity, text: string, before: Quantity | undefined) => boolean) =>
    all.flatMap(([text, found]) => found.filter((quantity, i) => !law(quantity, text, found[i - 1])))

  it('is a slice of its text', () => {
    expect(wrong(({ raw, start, end }, text) => raw === text.slice(start, end) && end > start)).toEqual([])
  })

  it('comes after the one before', () => {
    expect(wrong(({ start }, _, before) => start >= (before?.end ?? 0))).toEqual([])
  })

  it('has a number, and a high end only above it', () => {
    expect(wrong(({ value, high }) => Number.isFinite(value) && (high === null || high > value))).toEqual([])
    expect(wrong(({ high, qualifier }) => (qualifier === 'range') === (high !== null))).toEqual([])
  })

  it('is no noise', () => {
    const hidden = all.filter(([text, found]) =>
      findNoise(text).some((noise) => found.some(({ start, end }) => noise.start < end && noise.end > start)),
    )
    expect(hidden).toEqual([])
  })

  it('is read the same in one sentence as in many', () => {
    const sentences = ['新登记市场主体20.71万户，同比增长8.79%', '合格率不低于95%', '居全国第7位', '占比超过三分之二']
    const alone = sentences.flatMap((text) => findQuantities(text).map(({ start, end, ...rest }) => rest))
    const together = findQuantities(sentences.join('。')).map(({ start, end, ...rest }) => rest)
    expect(together).toEqual(alone)
    expect(together).toHaveLength(5)
  })
})

describe('numbers are exact', () => {
  it.each([
    ['8.79万户', 87900],
    ['1.66亿元', 166000000],
    ['20.71万户', 207100],
    ['4.78万亿元', 4780000000000],
    ['47.264287亿元', 4726428700],
    ['百分之一点五七', 1.57],
    ['9007199254740993个', 9007199254740992],
    ['六十四万零一百四十三元', 640143],
    ['0.1万件', 1000],
  ])('%s is %d', (text, value) => {
    expect(findQuantities(text)).toMatchObject([{ raw: text, value }])
  })

  it.each(Array.from({ length: 300 }, (_, i) => i * 37 + 3))('%d spelled is the same number', (number) => {
    expect(findQuantities(`${spell(number)}亩`)).toMatchObject([{ value: number, unit: '亩' }])
  })
})

/** 3210 → 三千二百一十 */
function spell(number: number): string {
  const figures = String(number)
  return [...figures]
    .map(
      (figure, i) =>
        ('零一二三四五六七八九'[Number(figure)] ?? '') +
        (figure === '0' ? '' : (['', '十', '百', '千', '万'][figures.length - 1 - i] ?? '')),
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}

describe('a hedge', () => {
  const before = Object.entries(hedgesBefore).flatMap(([qualifier, lines]) =>
    words(lines).map((word) => [word, qualifier]),
  )
  const after = Object.entries(hedgesAfter).flatMap(([qualifier, lines]) =>
    words(lines).map((word) => [word, qualifier]),
  )

  it('is there once', () => {
    expect(twice([...before.map(([word = '']) => word), ...words(passings), ...words(magnitudeHedges)])).toEqual([])
    expect(twice(after.map(([word = '']) => word))).toEqual([])
  })

  it.each(before)('%s before a number says %s', (word, qualifier) => {
    expect(findQuantities(`合格率${word}35.2%`)).toMatchObject([{ raw: '35.2%', qualifier }])
  })

  it.each(after)('%s after a number says %s', (word, qualifier) => {
    expect(findQuantities(`合格率35.2%${word}`)).toMatchObject([{ raw: '35.2%', qualifier }])
  })

  it.each([
    ['节约3亿元', 'exact'],
    ['签约35个', 'exact'],
    ['突破12项关键技术', 'exact'],
    ['低于全国1.2个百分点', 'exact'],
    ['规模以上工业企业35家', 'exact'],
    ['5亿元余额', 'exact'],
    ['突破4万亿元', 'over'],
    ['突破30个', 'over'],
    ['数十亿元', 'over'],
  ])('%s is %s', (text, qualifier) => {
    expect(findQuantities(text)).toMatchObject([{ qualifier }])
  })

  it('holds for its own number alone', () => {
    const found = findQuantities('市级工厂200家、省级工厂300家以上')
    expect(found.map(({ value, qualifier }) => [value, qualifier])).toEqual([
      [200, 'exact'],
      [300, 'over'],
    ])
  })
})

describe('a unit', () => {
  const known = Object.values(units).flatMap(words)

  it('is there once', () => {
    expect(twice([...known, ...aliases.map(([written]) => written)])).toEqual([])
  })

  it.each(known)('%s reads back', (unit) => {
    expect(findQuantities(`共有35${unit}`)).toMatchObject([{ raw: `35${unit}`, value: 35, unit }])
  })

  it.each(aliases.map(([written, { name }]) => [written, name]))('%s reads as %s', (written, name) => {
    expect(findQuantities(`共有3${written}`)).toMatchObject([{ raw: `3${written}`, unit: name }])
  })

  it('may be of another', () => {
    expect(findQuantities('32.4微克/立方米，5分/千瓦时，8.5元/吨').map(({ unit }) => unit)).toEqual([
      '微克/立方米',
      '分/千瓦时',
      '元/吨',
    ])
  })
})

describe('rules', () => {
  it('have names of their own', () => {
    expect(twice(quantityRules.map(({ name }) => name))).toEqual([])
  })
})

describe('time grows with length alone', () => {
  const hostile = [
    '1',
    '第',
    '万亿',
    '一个',
    '（“',
    '3、',
    '1,111',
    'A1',
    '1-',
    '两',
    '负',
    '三分之',
    '半',
    '3元',
    '3余',
    '十',
    '1.',
    '20日至',
  ]

  it.each(hostile)('in a text of nothing but %s', (piece) => {
    leastTime(piece, 3_000)
    // Twenty times the length: about 20 where time is linear, 400 where it is quadratic
    expect(leastTime(piece, 60_000) / Math.max(leastTime(piece, 3_000), 1_000)).toBeLessThan(150)
  })
})

/** Processor time, which others on the machine do not lengthen; the least of some runs is free of chance. */
function leastTime(piece: string, length: number): number {
  const text = piece.repeat(length / piece.length)
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage()
    findQuantities(text)
    return process.cpuUsage(start).user
  })
  return Math.min(...times)
}
