import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import type { Claim, Extraction } from '../src/types.ts'
import { schemaText, toClaimRecord, toJson, toRecord, toYaml, writers, writeWhole } from '../src/write/index.ts'

const claim: Claim = {
  id: 'c07',
  raw: '503 个',
  value: 503,
  high: null,
  unit: '个',
  currency: null,
  qualifier: 'exact',
  indicator: '三品一标',
  concept: null,
  action: '新认证',
  kind: 'level',
  status: 'actual',
  sector: 'agriculture',
  sectorBy: 'heading',
  period: { text: '今年以来', from: '2020-01-01', to: null },
  region: '吉林省',
  of: null,
  whole: null,
  reference: null,
  basis: null,
  direction: null,
  confidence: 0.97,
  extractor: 'count-after-object',
  indicatorSpans: [[807, 811]],
  actionSpan: [803, 806],
  source: {
    ...{ start: 812, end: 817, line: 13, section: '农产品质量', sentence: '新认证“三品一标”503 个' },
    ...{ sentenceStart: 803, read: 'text' as const },
  },
}
const awkward: Claim = {
  ...claim,
  id: 'c08',
  raw: '5%—5.5%',
  value: 5,
  high: 5.5,
  unit: '%',
  qualifier: 'range',
  indicator: 'a: b # c',
  action: '- 是',
  period: null,
  region: null,
  source: {
    start: 900,
    end: 907,
    line: 14,
    section: null,
    sentenceStart: 0,
    read: 'text' as const,
    sentence: `“一”, {二}: [三] ' " \\ # null\t— \u0007\ud83d\ude00 ${'很长的句子，'.repeat(60)}`,
    table: { number: 1, row: 2, column: 3 },
  },
}
const extraction: Extraction = {
  schema: 'baoshu/2',
  report: {
    file: 'seeds/jilin-2020.txt',
    title: '加快质量强省建设 积极推动高质量发展',
    source: '中国质量报',
    region: '吉林省',
    year: 2020,
    characters: 2389,
    sha256: 'cb5b92f94a55b8a01af6cf2e479a7a5d3e518d0c5b408a128cdb664faed912fb',
  },
  claims: [claim, awkward],
}

describe('the writers', () => {
  it.each(Object.entries(writers))('%s says the whole extraction, and nothing else', (_, { write }) => {
    expect(parse(write(extraction))).toEqual(extraction)
    expect(write(extraction)).toBe(write(structuredClone(extraction)))
    expect(write(extraction).endsWith('\n')).toBe(true)
    expect(write({ ...extraction, claims: [] })).toContain('claims')
  })

  it('YAML is easy to read', () => {
    expect(toYaml({ ...extraction, claims: [claim] })).toBe(`schema: baoshu/2
report:
  file: seeds/jilin-2020.txt
  title: 加快质量强省建设 积极推动高质量发展
  source: 中国质量报
  region: 吉林省
  year: 2020
  characters: 2389
  sha256: cb5b92f94a55b8a01af6cf2e479a7a5d3e518d0c5b408a128cdb664faed912fb
claims:
  - id: c07
    raw: 503 个
    value: 503
    high: null
    unit: 个
    currency: null
    qualifier: exact
    indicator: 三品一标
    concept: null
    action: 新认证
    kind: level
    status: actual
    sector: agriculture
    sectorBy: heading
    period: { text: 今年以来, from: 2020-01-01, to: null }
    region: 吉林省
    of: null
    whole: null
    reference: null
    basis: null
    direction: null
    confidence: 0.97
    extractor: count-after-object
    indicatorSpans: [[807, 811]]
    actionSpan: [803, 806]
    source: { start: 812, end: 817, line: 13, section: 农产品质量, sentence: 新认证“三品一标”503 个, sentenceStart: 803, read: text }
`)
  })

  it.each([
    ...[
      '',
      ' ',
      '个',
      '503',
      '5.5',
      '-3',
      '+3',
      '.5',
      '1e3',
      '0x1f',
      '1_000',
      '12:30',
      '2020-01-01',
      '2020-1-1',
      '5%',
      '%',
    ],
    ...[
      'null',
      'Null',
      '~',
      'true',
      'No',
      'y',
      'off',
      '<<',
      '=',
      '- a',
      '-',
      '--- a',
      '...',
      '? a',
      ': a',
      'a:',
      'a: b',
    ],
    ...['a #b', '#a', 'a ', ' a', 'a, b', '[a]', '{a}', '&a', '*a', '!a', '|', '>', '@a', '`a', '"a"', "'a'", '\\n'],
    ...['一\n二', '一\r\n二', '\t', '\u0000', '\u0085', '\u007f', '\u2028', '\ufeff一', '\ud800', '😀', '〇', '１２％'],
    ...[
      '20.71万户',
      '1,042项',
      '5%—5.5%',
      '三分之二',
      '微克/立方米',
      '“三品一标”503 个。',
      '《办法》（2020）',
      '＋5%',
      '一 — 二',
    ],
  ])('YAML keeps %j, for readers of YAML 1.1 too', (text) => {
    const odd = {
      ...extraction,
      claims: [{ ...claim, indicator: text, source: { ...claim.source, section: text, sentence: text } }],
    }
    expect(parse(toYaml(odd))).toEqual(odd)
    const old = parse(toYaml(odd), {
      version: '1.1',
      customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !String(tag.tag).endsWith('timestamp')),
    }) as Extraction
    expect(old.claims[0]?.indicator).toBe(text)
    expect(old.claims[0]?.source).toEqual(odd.claims[0]?.source)
  })

  it('JSON is JSON', () => {
    expect(JSON.parse(toJson(extraction))).toEqual(extraction)
  })

  it('write fields in one order, whatever the order they come in, and no field of their own', () => {
    const shuffled = Object.fromEntries(Object.entries({ ...claim, extra: 1 }).reverse()) as unknown as Claim
    expect(Object.keys(toClaimRecord(shuffled))).toEqual(Object.keys(claim))
    expect(Object.keys(toRecord(extraction))).toEqual(['schema', 'report', 'claims'])
  })
})

describe('the schema', () => {
  const validate: ValidateFunction = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(schemaText()) as object,
  )
  const errorsOf = (value: unknown) => {
    validate(value)
    return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
  }

  it('holds for every writer’s output', () => {
    expect(errorsOf(JSON.parse(toJson(extraction)))).toEqual([])
    expect(errorsOf(parse(toYaml(extraction)))).toEqual([])
  })

  it.each(readdirSync('seeds'))('holds for what is found in seeds/%s', (name) => {
    const report = reportOf(readFileSync(join('seeds', name), 'utf8'), { file: name })
    expect(errorsOf(JSON.parse(toJson(extract(report))))).toEqual([])
  })

  it.each([
    ['kind', 'amount', '/claims/0/kind enum'],
    ['value', '503', '/claims/0/value type'],
    ['confidence', 1.2, '/claims/0/confidence maximum'],
    ['period', { text: '今年', from: '2020', to: null }, '/claims/0/period/from pattern'],
    ['qualifier', 'range', '/claims/0/high type'],
    ['sectorBy', 'none', '/claims/0/sector const'],
    ['more', 1, '/claims/0 additionalProperties'],
  ])('finds a wrong %s', (field, value, error) => {
    expect(errorsOf({ ...extraction, claims: [{ ...claim, [field]: value }] })).toContain(error)
  })

  it.each(Object.keys(claim))('finds a missing %s', (field) => {
    const { [field as keyof Claim]: _, ...rest } = claim
    expect(errorsOf({ ...extraction, claims: [rest] })).toContain('/claims/0 required')
  })
})

describe('writeWhole', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baoshu-'))
  })

  it('writes, and replaces what was there with its rights', async () => {
    const file = join(folder, '结果 一.yaml')
    await writeWhole(file, '一')
    chmodSync(file, 0o640)
    await writeWhole(file, '二')
    expect(readFileSync(file, 'utf8')).toBe('二')
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['结果 一.yaml'])
  })

  it('follows a link to its file', async () => {
    writeFileSync(join(folder, 'a.json'), '旧')
    symlinkSync('a.json', join(folder, 'b.json'))
    await writeWhole(join(folder, 'b.json'), '新')
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('新')
  })

  it('writes into what is no file as it is', async () => {
    await writeWhole('/dev/null', '一')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('names what is wrong and leaves nothing', async () => {
    mkdirSync(join(folder, 'full'))
    await expect(writeWhole(join(folder, 'none', 'a.json'), '')).rejects.toThrow('no such folder to write into')
    await expect(writeWhole(join(folder, 'full'), '')).rejects.toThrow('a folder; name a file in it')
    await expect(writeWhole(join(folder, '长'.repeat(200)), '')).rejects.toThrow('the name is too long')
    expect(readdirSync(folder)).toEqual(['full'])
  })
})
