import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findConfig, loadConfig, readConfig } from '../src/config.ts'
import { BaoshuError, describeError } from '../src/errors.ts'
import { assignSector } from '../src/sectors/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-'))

function wrong(text: string): string {
  try {
    readConfig(text, 'baoshu.yaml')
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

  it.each(['', '# nothing yet\n', 'terms:\n', 'sectors:\nterms: []\n'])('%j says nothing', (text) => {
    expect(readConfig(text, 'baoshu.yaml')).toEqual({ file: 'baoshu.yaml', taxonomy: null, terms: [], aliases: [] })
  })

  it.each([
    ['terms: [吉字号', /^1 baoshu\.yaml:1:\d+: not valid YAML: /],
    ['term: [吉字号]\n', /^1 baoshu\.yaml:1:1: “term” is nothing that baoshu\.yaml has; known are /],
    ['terms:\n  - 吉字号\n  - 秦创原 一 二\n', /^1 baoshu\.yaml:3:5: “秦创原 一 二” is more than a word and its tag$/],
    ['terms:\n  - 秦创原 名词\n', /^1 baoshu\.yaml:2:5: “名词” is no tag such as n, v or nz$/],
    ['terms: [吉]\n', /^1 baoshu\.yaml:1:9: “吉” is too short for a term$/],
    ['terms: { 吉字号: n }\n', /^1 baoshu\.yaml:1:8: a term is a list$/],
    ['sectors:\n  - { id: labs }\n', /^1 baoshu\.yaml:2:5: the sector labs has no names$/],
    ['aliases:\n  - 专精特新产品\n', /^1 baoshu\.yaml:2:5: each of aliases is a list of two or more$/],
    ['aliases: [[企业, 企]]\n', /^1 baoshu\.yaml:1:16: “企” is too short for an alias$/],
    ['sectors: 无.yaml\n', /^1 .*无\.yaml: no such taxonomy file$/],
  ])('%j: the line that is wrong', (text, message) => {
    expect(wrong(text)).toMatch(message)
  })
})
