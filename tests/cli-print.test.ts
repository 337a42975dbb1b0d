import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import type { ExplainedQuantity, ExplainedSentence } from '../src/claims/explain.ts'
import { coloursFor } from '../src/cli/colour.ts'
import { formatExplanation } from '../src/cli/explanation.ts'
import type { Claim, Quantity } from '../src/types.ts'

describe('colours', () => {
  const level = (isTTY: boolean, env: Record<string, string>) => coloursFor({ isTTY }, env).level > 0

  it.each([
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [false, { NO_COLOR: '1' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '3', NO_COLOR: '1' }, true],
  ] as const)('on a terminal: %s, with %j: %s', (isTTY, env, expected) => {
    expect(level(isTTY, env)).toBe(expected)
  })
})

describe('an explanation', () => {
  const quantity: Quantity = {
    start: 9,
    end: 13,
    raw: '503个',
    value: 503,
    high: null,
    unit: '个',
    qualifier: 'exact',
    sign: null,
    rule: 'plain',
  }
  const claim: Claim = {
    ...{ id: 'c01', raw: '503个', value: 503, high: null, unit: '个', qualifier: 'exact', indicator: '三品一标' },
    ...{ action: '新认证', kind: 'level', status: 'actual', sector: 'agriculture', sectorBy: 'words', period: null },
    ...{ region: null, of: null, basis: null, direction: null, confidence: 0.97, extractor: 'count-after-object' },
    ...{ whole: null, reference: null, concept: null, currency: null, indicatorSpans: [[5, 9]], actionSpan: null },
    source: {
      start: 9,
      end: 13,
      line: 1,
      section: null,
      sentenceStart: 0,
      read: 'text' as const,
      sentence: '新认证“三品一标”503个',
    },
  }
  const explained: ExplainedQuantity = {
    quantity,
    tried: [
      { rule: 'rise', took: false, why: 'other words' },
      { rule: 'times-of', took: false, why: 'not for the unit “个”' },
      { rule: 'fall', took: false, why: 'other words' },
      { rule: 'count-after-object', took: true, why: 'what it counts is named before it' },
    ],
    names: [
      { names: ['三品一标'], by: 'own clause', chance: 0.94, reasons: [{ trait: 'class before s', weight: 1.5 }] },
      { names: ['新认证三品一标'], by: 'own clause', chance: 0.04, reasons: [] },
    ],
    claim,
  }
  const range = { ...quantity, raw: '5%—5.5%', value: 5, high: 5.5, unit: '', sign: 'up' as const }
  const sentence: ExplainedSentence = {
    text: '新认证“三品一标”503个',
    noise: [{ text: '“三品一标”', reason: 'title' }],
    quantities: [explained, { quantity: range, tried: [], names: [], claim: null }],
  }

  it('says in lines what happened', () => {
    const empty = { text: '完', noise: [], quantities: [] }
    expect(formatExplanation([sentence, empty], new Chalk({ level: 0 }))).toBe(`新认证“三品一标”503个
  “三品一标”: title, no quantity
  503个 = 503 个  exact, by plain
    ✗ rise, fall: other words
    ✗ times-of: not for the unit “个”
    ✓ count-after-object: what it counts is named before it
    ✓ 三品一标 94%  own clause
        class before s +1.5
    · 新认证三品一标 4%  own clause
    c01 三品一标 = 503 个  新认证 · level actual exact · agriculture by words · 0.97 · count-after-object
  5%—5.5% = 5 to 5.5  exact, up, by plain
    no claim: it only describes what stands behind it

完
  no quantities
`)
  })

  it('is coloured where colours are wanted', () => {
    expect(formatExplanation([sentence], new Chalk({ level: 1 }))).toContain('\u001b[33m503个\u001b[39m')
  })
})
