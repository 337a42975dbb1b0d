import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkConfig, findConfig, loadConfig, readConfig } from '../src/config.ts'
import { BaoshuError, describeError } from '../src/errors.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import { assignSector } from '../src/sectors/index.ts'

/** A file with one pattern, a, of which only the rest is said. */
const own = (rest: string): string => `patterns:\n  - { name: a, ${rest.slice(2)}\n`

const folder = mkdtempSync(join(tmpdir(), 'baoshu-'))

const wrong = (text: string): string => wrongBy(() => readConfig(text, 'baoshu.yaml'))

function wrongBy(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof BaoshuError) return `${error.exitStatus} ${describeError(error).split('\n')[0]}`
    throw error
  }
  return 'nothing wrong'
}

describe('baoshu.yaml', () => {
  it('is found in the folder, else in the nearest one above', () => {
    const inner = join(folder, '年报', '2020')
    mkdirSync(inner, { recursive: true })
    expect(findConfig(inner)?.startsWith(folder) ?? false).toBe(false)
    writeFileSync(join(folder, 'baoshu.yaml'), '')
    expect(findConfig(inner)).toBe(join(folder, 'baoshu.yaml'))
    writeFileSync(join(inner, 'baoshu.yaml'), '')
    expect(findConfig(inner)).toBe(join(inner, 'baoshu.yaml'))
  })

  it('adds sectors to the built-in ones', () => {
    const { taxonomy } = readConfig('sectors:\n  - { id: labs, names: 实验室, words: [重点实验室] }\n', 'baoshu.yaml')
    expect(taxonomy?.sectors.map(({ id }) => id)).toHaveLength(13)
    const place = { section: null, indicator: '国家重点实验室', sentence: '' }
    expect(taxonomy && assignSector(place, taxonomy)).toEqual({ sector: 'labs', sectorBy: 'words' })
  })

  it('may name a taxonomy file beside it', () => {
    writeFileSync(join(folder, '分类.yaml'), 'sectors:\n  - { id: labs, names: 实验室 }\n')
    writeFileSync(join(folder, 'named.yaml'), 'sectors: 分类.yaml\n')
    expect(loadConfig(join(folder, 'named.yaml')).taxonomy?.sectors.map(({ id }) => id)).toEqual(['labs'])
  })

  it('gives terms to the segmenter', () => {
    expect(readConfig('terms: [吉字号, 秦创原 nz]\n', 'baoshu.yaml').terms).toEqual(['吉字号 n', '秦创原 nz'])
  })

  it('has names that mean the same', () => {
    expect(readConfig('aliases:\n  - [专精特新产品, 专精特新优质产品]\n', 'baoshu.yaml').aliases).toEqual([
      ['专精特新产品', '专精特新优质产品'],
    ])
  })

  it('adds units, each as it is written and as it is reported', () => {
    const { units } = readConfig(
      'units:\n  - 车皮\n  - { written: [提装, 提], name: 包, scale: 10 }\n  - { written: 蒲式耳, kind: volume, scale: 0.1 }\n',
      'baoshu.yaml',
    )
    expect(units).toEqual([
      { written: '车皮', name: '车皮', kind: 'counter', power: 0 },
      { written: '提装', name: '包', kind: 'counter', power: 1 },
      { written: '提', name: '包', kind: 'counter', power: 1 },
      { written: '蒲式耳', name: '蒲式耳', kind: 'volume', power: -1 },
    ])
    const said = (text: string, own = units) =>
      extract(reportOf(text), { units: own }).claims.map(({ value, unit, raw }) => [value, unit, raw])
    expect(said('外运粮食120车皮，消毒液1.5万提，单价3元/车皮。')).toEqual([
      [120, '车皮', '120车皮'],
      [150000, '包', '1.5万提'],
      [3, '元/车皮', '3元/车皮'],
    ])
    expect(said('外运粮食120车皮。', [])).toEqual([[120, '', '120']])
  })

  it('reads the cells of tables in them', () => {
    const { units } = readConfig('units: [车皮]\n', 'baoshu.yaml')
    const table = reportOf('指标\t2020年\t2021年\n粮食外运量\t1,042车皮\t1,105车皮\n煤炭外运量\t300车皮\t320车皮\n')
    expect(extract(table, { units }).claims.map(({ unit }) => unit)).toEqual(Array(4).fill('车皮'))
  })

  const pattern = `patterns:
  - name: climbed
    kind: level
    patterns: ['{indicator}<adverb>?冲上了?{quantity}']
    units: ['%', 元]
    status: target
    examples:
      - [合格率一举冲上98%, 合格率 98%]
    never: [合格率达到98%, 冲上5家]
`

  it('adds patterns, tried before the built-in ones', () => {
    const { patterns } = readConfig(pattern, 'baoshu.yaml')
    expect(patterns).toEqual([
      {
        name: 'climbed',
        kind: 'level',
        patterns: ['{indicator}<adverb>?冲上了?{quantity}'],
        units: ['%', '元'],
        status: 'target',
        examples: [['合格率一举冲上98%', '合格率 98%']],
        never: ['合格率达到98%', '冲上5家'],
      },
    ])
    const [claim] = extract(reportOf('食品抽检合格率冲上98%。'), { patterns }).claims
    expect(claim).toMatchObject({ extractor: 'climbed', indicator: '食品抽检合格率', kind: 'level', status: 'target' })
    expect(extract(reportOf('食品抽检合格率冲上98%。')).claims[0]?.extractor).not.toBe('climbed')
  })

  it('has the examples of its patterns checked', () => {
    const check = (text: string) => {
      writeFileSync(join(folder, 'checked.yaml'), text)
      return wrongBy(() => checkConfig(join(folder, 'checked.yaml')))
    }
    expect(check(pattern)).toBe('nothing wrong')
    expect(check(pattern.replace('合格率 98%', '抽检合格率 98%'))).toMatch(
      /checked\.yaml:8:9: climbed makes “合格率 98%” of this, and not “抽检合格率 98%”$/,
    )
    expect(check(pattern.replace('合格率达到98%', '合格率冲上97%'))).toMatch(
      /checked\.yaml:9:13: climbed makes “合格率 97%” of this, and not nothing$/,
    )
  })

  it.each(['', '# nothing yet\n', 'terms:\n', 'sectors:\nterms: []\n'])('%j says nothing', (text) => {
    expect(readConfig(text, 'baoshu.yaml')).toEqual({
      file: 'baoshu.yaml',
      taxonomy: null,
      terms: [],
      units: [],
      patterns: [],
      aliases: [],
    })
  })

  it.each([
    ['terms: [吉字号', /^1 baoshu\.yaml:1:\d+: not valid YAML: /],
    ['term: [吉字号]\n', /^1 baoshu\.yaml:1:1: “term” is nothing that baoshu\.yaml has; known are /],
    ['terms:\n  - 吉字号\n  - 秦创原 一 二\n', /^1 baoshu\.yaml:3:5: “秦创原 一 二” is more than a word and its tag$/],
    ['terms:\n  - 秦创原 名词\n', /^1 baoshu\.yaml:2:5: “名词” is no tag such as n, v or nz$/],
    ['terms: [吉]\n', /^1 baoshu\.yaml:1:9: “吉” is too short for a term$/],
    ['terms: { 吉字号: n }\n', /^1 baoshu\.yaml:1:8: a term is a list$/],
    ['sectors:\n  - { id: labs }\n', /^1 baoshu\.yaml:2:5: the sector labs has no names$/],
    ['units: 车皮\n', /^1 baoshu\.yaml:1:8: units is a list$/],
    ['units:\n  - 3车皮\n', /^1 baoshu\.yaml:2:5: “3车皮” holds what no unit has: /],
    ['units:\n  - 万车皮\n', /^1 baoshu\.yaml:2:5: “万车皮” begins like a number$/],
    ['units:\n  - { name: 车皮 }\n', /^1 baoshu\.yaml:2:5: a unit has no “written”$/],
    [
      'units:\n  - { written: 提, scale: 12 }\n',
      /^1 baoshu\.yaml:2:26: a scale is 10, 100, 0\.1 or another power of ten, and not 12$/,
    ],
    ['units:\n  - { written: 提, scale: 十 }\n', /^1 baoshu\.yaml:2:26: a scale is a number$/],
    [
      'units:\n  - { written: 提, kind: 容积 }\n',
      /^1 baoshu\.yaml:2:25: “容积” is no kind of unit; there are counter, /,
    ],
    ['units:\n  - { write: 提 }\n', /^1 baoshu\.yaml:2:7: “write” is nothing that a unit has; known are /],
    ['patterns: [a]\n', /^1 baoshu\.yaml:1:12: a pattern is a mapping with name, patterns, /],
    ['patterns:\n  - { kind: level }\n', /^1 baoshu\.yaml:2:5: a pattern has no name$/],
    ['patterns:\n  - { name: 我的 }\n', /^1 baoshu\.yaml:2:13: “我的” is no name: small letters, /],
    ['patterns:\n  - { name: rise }\n', /^1 baoshu\.yaml:2:13: a pattern is called rise already$/],
    ['patterns:\n  - { name: a }\n', /^1 baoshu\.yaml:2:5: the pattern a has no patterns: /],
    [
      own("{ kind: level, examples: [[a, b]], patterns: ['{indicator}冲上'] }"),
      /^1 baoshu\.yaml:2:60: a pattern has \{quantity\} once$/,
    ],
    [
      own("{ kind: level, examples: [[a, b]], patterns: ['{indicator}<up>{quantity}'] }"),
      /^1 baoshu\.yaml:2:60: no word class is called <up>; there are rise, /,
    ],
    [own("{ patterns: ['{indicator}{quantity}'] }"), /^1 baoshu\.yaml:2:5: the pattern a has no kind: level, change, /],
    [
      own("{ kind: level, patterns: ['{indicator}{quantity}'] }"),
      /^1 baoshu\.yaml:2:5: the pattern a has no examples: /,
    ],
    [
      own("{ kind: rate, examples: [[a, b]], patterns: ['{indicator}{quantity}'] }"),
      /^1 baoshu\.yaml:2:22: “rate” is no kind of claim; there are level, /,
    ],
    [
      own("{ kind: change, examples: [[a, b]], patterns: ['{indicator}{quantity}'] }"),
      /^1 baoshu\.yaml:2:5: a change goes up or down: direction: up$/,
    ],
    [
      own("{ kind: share, direction: up, examples: [[a, b]], patterns: ['{indicator}{quantity}'] }"),
      /^1 baoshu\.yaml:2:40: a share has no direction$/,
    ],
    [
      own("{ kind: level, status: plan, examples: [[a, b]], patterns: ['{indicator}{quantity}'] }"),
      /^1 baoshu\.yaml:2:37: “plan” is no status; there are actual, /,
    ],
    [
      own("{ kind: level, examples: [[合格率]], patterns: ['{indicator}{quantity}'] }"),
      /^1 baoshu\.yaml:2:40: an example is a sentence and its claims: /,
    ],
    ['aliases:\n  - 专精特新产品\n', /^1 baoshu\.yaml:2:5: each of aliases is a list of two or more$/],
    ['aliases: [[企业, 企]]\n', /^1 baoshu\.yaml:1:16: “企” is too short for an alias$/],
    ['sectors: 无.yaml\n', /^1 .*无\.yaml: no such taxonomy file$/],
  ])('%j: the line that is wrong', (text, message) => {
    expect(wrong(text)).toMatch(message)
  })
})
