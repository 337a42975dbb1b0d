import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BaoshuError, describeError } from '../src/errors.ts'
import { assignSector, builtInFile, builtInTaxonomy, loadTaxonomy, readTaxonomy } from '../src/sectors/index.ts'
import type { Taxonomy } from '../src/types.ts'

const taxonomy = builtInTaxonomy()
const ids = taxonomy.sectors.map(({ id }) => id)

function sectorOf(section: string | readonly string[] | null, indicator: string, sentence = indicator): string {
  const { sector, sectorBy } = assignSector({ section, indicator, sentence }, taxonomy)
  return `${sector} by ${sectorBy}`
}

describe('the built-in taxonomy', () => {
  it('has the twelve sectors of a quality report, in order', () => {
    expect(ids).toEqual([
      ...['manufacturing', 'services', 'agriculture', 'consumer-goods', 'food-drug', 'sme', 'construction', 'trade'],
      ...['public-services', 'quality-infrastructure', 'environment', 'general'],
    ])
  })

  it.each(taxonomy.sectors.map((sector) => [sector.id, sector] as const))('%s is well furnished', (_, sector) => {
    expect(sector.names[0]).toMatch(/^\p{Script=Han}+$/u)
    expect(sector.headings.length).toBeGreaterThanOrEqual(10)
    expect(sector.words.length).toBeGreaterThanOrEqual(25)
    expect(sector.gbt4754.every((section) => /^[A-T]\d* \p{Script=Han}/u.test(section))).toBe(true)
  })

  it('has no word in two sectors that is not marked as shared', () => {
    const shared = /^shared: \[(?<words>.+)\]$/m.exec(readFileSync(builtInFile, 'utf8'))?.groups?.words?.split(', ')
    const words = taxonomy.sectors.flatMap((sector) => sector.words)
    const twice = words.filter((word, at) => words.indexOf(word) !== at)
    expect(twice.sort()).toEqual([...(shared ?? [])].sort())
  })

  it('gives its own heading words and names to each sector', () => {
    const wrong = taxonomy.sectors.flatMap(({ id, headings, names }) =>
      [...headings, ...names.slice(0, 1)].filter((heading) => sectorOf(heading, '某指标') !== `${id} by heading`),
    )
    expect(wrong).toEqual([])
  })
})

describe('a sector by heading', () => {
  it.each([
    ['农产品质量', 'agriculture'],
    ['农产品质量方面', 'agriculture'],
    ['一、制造业质量', 'manufacturing'],
    ['（三）服务业质量情况', 'services'],
    ['【工程建设】', 'construction'],
    ['——食品药品质量：', 'food-drug'],
    ['2．进出口商品质量', 'trade'],
    ['第四章 质量基础设施', 'quality-infrastructure'],
    ['三是优化公共服务', 'public-services'],
    ['（五）绿色低碳转型迈出坚实步伐', 'environment'],
    ['强化中小微企业帮扶', 'sme'],
    ['消费维权', 'consumer-goods'],
    ['農產品質量', 'agriculture'],
    ['【总体】', 'general'],
  ])('%s → %s, whatever the words say', (heading, sector) => {
    expect(sectorOf(heading, '专利')).toBe(`${sector} by heading`)
  })

  it('is that of the innermost heading that names one', () => {
    expect(sectorOf(['一、农产品质量', '（二）食品安全'], '抽检批次')).toBe('food-drug by heading')
    expect(sectorOf(['一、农产品质量', '（二）主要做法'], '抽检批次')).toBe('agriculture by heading')
  })

  it('is settled by words where the heading names several', () => {
    expect(sectorOf('食品药品和特种设备安全', '在用电梯')).toBe('public-services by heading')
    expect(sectorOf('食品药品和特种设备安全', '药品抽检合格率')).toBe('food-drug by heading')
    expect(sectorOf('食品药品和特种设备安全', '专利')).toBe('food-drug by heading')
  })

  it('leaves general headings to words, unless they say nothing else', () => {
    expect(sectorOf('总体要求和主要目标', '粮食产量')).toBe('agriculture by words')
    expect(sectorOf('下一步', '制造业质量竞争力指数')).toBe('manufacturing by words')
    expect(sectorOf('总体情况', '公共服务质量满意度')).toBe('general by heading')
  })
})

describe('a sector by words', () => {
  it.each([
    ['绿色工厂', 'manufacturing'],
    ['A级景区', 'services'],
    ['三品一标', 'agriculture'],
    ['绿色食品原料标准化生产基地', 'agriculture'],
    ['高标准农田', 'agriculture'],
    ['受理12315投诉举报', 'consumer-goods'],
    ['食品评价性抽检合格率', 'food-drug'],
    ['学校食堂覆盖率', 'food-drug'],
    ['专精特新小巨人企业', 'sme'],
    ['获鲁班奖的工程', 'construction'],
    ['进口整体通关时间', 'trade'],
    ['市场主体总数', 'public-services'],
    ['社会公用计量标准', 'quality-infrastructure'],
    ['质量管理体系认证证书', 'quality-infrastructure'],
    ['空气优良天数比例', 'environment'],
    ['地区生产总值', 'general'],
    ['藥品抽檢', 'food-drug'],
  ])('%s → %s', (indicator, sector) => {
    expect(sectorOf(null, indicator)).toBe(`${sector} by words`)
  })

  it('weighs the indicator before its sentence', () => {
    expect(sectorOf(null, '发明专利', '规模以上工业企业拥有发明专利1754项')).toBe('quality-infrastructure by words')
    expect(sectorOf(null, '销售额', '开展电子商务进农村，实现销售额逾200亿元')).toBe('consumer-goods by words')
  })

  it('takes the longest word, and the later of two alike', () => {
    expect(sectorOf(null, '绿色食品')).toBe('agriculture by words')
    expect(sectorOf(null, '旅游药品')).toBe('food-drug by words')
  })

  it('is general by none where nothing speaks', () => {
    expect(sectorOf(null, '任务', '列出46项任务')).toBe('general by none')
    expect(sectorOf('', '', '')).toBe('general by none')
  })
})

describe('a taxonomy of one’s own', () => {
  const read = (text: string): Taxonomy => readTaxonomy(text, '分类.yaml', builtInTaxonomy)
  const wrong = (text: string): string => {
    try {
      read(text)
    } catch (error) {
      if (error instanceof BaoshuError) return `${error.exitStatus} ${describeError(error).split('\n')[0]}`
      throw error
    }
    return 'nothing wrong'
  }

  it('replaces the built-in one', () => {
    const own = read('sectors:\n  - { id: labs, names: 实验室, headings: [实验], words: [实验室] }\n')
    expect(own).toEqual({
      sectors: [{ id: 'labs', names: ['实验室'], headings: ['实验'], words: ['实验室'], gbt4754: [] }],
    })
    const at = (indicator: string) => assignSector({ section: null, indicator, sentence: '' }, own)
    expect(at('重点实验室')).toEqual({ sector: 'labs', sectorBy: 'words' })
    expect(at('粮食产量')).toEqual({ sector: 'general', sectorBy: 'none' })
  })

  it('extends the built-in one: a new sector, new words, a word moved', () => {
    const own = read(
      'extends: true\nsectors:\n  - { id: labs, names: [实验室], words: [实验室] }\n  - { id: environment, words: [绿色工厂] }\n',
    )
    const by = (indicator: string) => assignSector({ section: null, indicator, sentence: '' }, own).sector
    expect(own.sectors.map(({ id }) => id)).toEqual([...ids, 'labs'])
    expect([by('重点实验室'), by('绿色工厂'), by('智能工厂')]).toEqual(['labs', 'environment', 'manufacturing'])
    expect(own.sectors.find(({ id }) => id === 'environment')?.names).toEqual(['生态环境质量', 'Environment'])
  })

  it('may be JSON', () => {
    expect(read('{"sectors": [{"id": "labs", "names": ["实验室"]}]}').sectors[0]?.words).toEqual([])
  })

  it.each([
    ['sectors:\n  - id: labs\n   names: x\n', /^1 分类\.yaml:3:\d+: not valid YAML: /],
    ['', /^1 分类\.yaml:1:1: a taxonomy is a mapping with /],
    ['- a\n', /^1 分类\.yaml:1:1: a taxonomy is a mapping with /],
    ['sectors: []\n', /^1 分类\.yaml:1:10: sectors is empty$/],
    ['sectors: 农业\n', /^1 分类\.yaml:1:10: sectors is a list$/],
    ['sector: []\n', /^1 分类\.yaml:1:1: “sector” is nothing that a taxonomy has; known are /],
    ['sectors:\n  - names: [实验室]\n', /^1 分类\.yaml:2:5: a sector has no id$/],
    ['sectors:\n  - id: 实验室\n', /^1 分类\.yaml:2:9: “实验室” is no id: /],
    ['sectors:\n  - id: labs\n', /^1 分类\.yaml:2:5: the sector labs has no names$/],
    [
      'sectors:\n  - id: labs\n    names: [甲]\n    word: [乙]\n',
      /^1 分类\.yaml:4:5: “word” is nothing that a sector has/,
    ],
    [
      'sectors:\n  - id: a\n    names: [甲]\n  - id: a\n    names: [乙]\n',
      /^1 分类\.yaml:4:9: the sector a stands twice$/,
    ],
    ['sectors:\n  - id: a\n    names: [甲]\n    words: [抽检, 抽检]\n', /^1 分类\.yaml:4:17: “抽检” stands twice$/],
    ['sectors:\n  - id: a\n    names: [甲]\n    words: [标]\n', /^1 分类\.yaml:4:13: “标” is too short/],
    [
      'sectors:\n  - id: a\n    names: [甲]\n    words: [12315]\n',
      /^1 分类\.yaml:4:13: a word is a text: write '12315' in quotes$/,
    ],
    [
      'sectors:\n  - id: a\n    names: [甲]\n    gbt4754: [农业]\n',
      /^1 分类\.yaml:4:15: “农业” is no section of GB\/T 4754/,
    ],
    ['extends: yes please\nsectors:\n  - id: a\n    names: [甲]\n', /^1 分类\.yaml:1:10: extends is true or false$/],
    ['schema: baoshu\nsectors:\n  - id: a\n    names: [甲]\n', /^1 分类\.yaml:1:9: the schema of a taxonomy is /],
    [
      'sectors:\n  - { id: a, names: 甲, words: [抽检] }\n  - { id: b, names: 乙, words: [抽检] }\n',
      /^1 分类\.yaml:3:32: “抽检” belongs to a already; list it under shared: if both are meant$/,
    ],
    [
      'shared: [抽检]\nsectors:\n  - { id: a, names: 甲, words: [抽检] }\n  - { id: b, names: 乙, words: [抽检] }\n',
      /^nothing wrong$/,
    ],
  ])('%j: the line that is wrong', (text, message) => {
    expect(wrong(text)).toMatch(message)
  })

  describe('in a file', () => {
    let folder = ''
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'baoshu-'))
    })

    it('is read', () => {
      const file = join(folder, '分类.yaml')
      writeFileSync(file, '\uFEFFsectors:\n  - { id: labs, names: 实验室 }\n')
      expect(loadTaxonomy(file).sectors).toHaveLength(1)
    })

    it('is named where it cannot be read', () => {
      const file = join(folder, 'gbk.yaml')
      writeFileSync(file, Buffer.from([0xca, 0xb5, 0xd1, 0xe9]))
      expect(() => loadTaxonomy(join(folder, '无.yaml'))).toThrow('no such taxonomy file')
      expect(() => loadTaxonomy(folder)).toThrow('a folder and no taxonomy file')
      expect(() => loadTaxonomy(file)).toThrow('not in UTF-8')
    })
  })
})
