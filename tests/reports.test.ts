import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitTable, type Sample } from '../bench/accuracy/fit.ts'
import { loadGold, type Passage } from '../bench/accuracy/gold.ts'
import { isWhole, judge, tallyOf } from '../bench/accuracy/score.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import type { Claim } from '../src/types.ts'

const folder = 'fixtures/reports'
const { passages } = loadGold(folder)
const verdicts = passages.map((passage) => judge(passage, extract(reportOf(passage.text)).claims))

/** The whole-claim F1 that is not lost again: that of the day it was written, rounded down. */
const floor = 0.94

describe('the annotated reports', () => {
  it.each(verdicts.map((verdict) => [verdict.passage.id, verdict] as const))('%s reads as before', (id, verdict) => {
    const file = join(folder, id, 'expected.yaml')
    const now = expectedOf(verdict)
    // UPDATE=1 npx vitest run tests/reports.test.ts
    if (process.env.UPDATE === '1') writeFileSync(file, now)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : 'missing').toBe(now)
  })

  it(`are right in whole claims, F1 ${floor} or more`, () => {
    const { whole, span, quantity } = tallyOf(verdicts)
    expect(whole).toBeGreaterThanOrEqual(floor)
    expect(span).toBeGreaterThanOrEqual(0.99)
    expect(quantity).toBeGreaterThanOrEqual(0.99)
  })

  it.each(passages.map((passage) => [passage.id, passage] as const))(
    '%s: every claim is where it says',
    (_, passage) => {
      for (const { raw, source } of extract(reportOf(passage.text)).claims) {
        expect(passage.text.slice(source.start, source.end)).toBe(raw)
      }
    },
  )
})

describe('confidence', () => {
  const samples = verdicts.flatMap(({ found }) => found.map((one) => [one.claim.confidence, isWhole(one)] as const))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

  it('promises no more than what is right of texts that it was fitted on', () => {
    const right = mean(samples.map(([, whole]) => (whole ? 1 : 0)))
    expect(mean(samples.map(([confidence]) => confidence))).toBeLessThanOrEqual(right)
  })

  it('is higher for claims that are right than for those that are not', () => {
    const ofThose = (wanted: boolean) =>
      mean(samples.flatMap(([confidence, whole]) => (whole === wanted ? confidence : [])))
    expect(ofThose(true)).toBeGreaterThan(ofThose(false) + 0.01)
  })

  it('leaves out what is less sure than asked', () => {
    const report = reportOf(passages.map(({ text }) => text).join('\n'))
    const all = extract(report).claims
    const least = all.map(({ confidence }) => confidence).sort()[100] ?? 0
    const kept = extract(report, { minConfidence: least }).claims
    expect(kept).toEqual(all.filter(({ confidence }) => confidence >= least))
    expect(kept.length).toBeLessThan(all.length)
  })

  it('comes from the shares that were counted', () => {
    const counted = (trait: string, right: number, of: number): Sample[] =>
      Array.from({ length: of }, (_, at) => ({ traits: [trait], right: at < right, passage: at }))
    const { base, weights } = fitTable([...counted('sure', 1980, 2000), ...counted('doubtful', 1000, 2000)])
    const share = (trait: string) => 1 / (1 + Math.exp(-(base + (weights[trait] ?? 0))))
    expect(share('sure')).toBeCloseTo(0.99, 1)
    expect(share('doubtful')).toBeCloseTo(0.5, 1)
  })
})

describe('the score', () => {
  const claim = (more: Partial<Claim> = {}): Claim => ({
    ...{ id: 'c01', raw: '98%', value: 98, high: null, unit: '%', qualifier: 'exact', indicator: '合格率', action: '' },
    ...{ kind: 'level', status: 'actual', sector: 'general', sectorBy: 'none', period: null, region: null, of: null },
    ...{ basis: null, direction: null, confidence: 1, extractor: 'reached' },
    ...{ whole: null, reference: null, concept: null, currency: null, indicatorSpans: [], actionSpan: null },
    source: { start: 4, end: 7, line: 1, section: null, sentenceStart: 0, read: 'text' as const, sentence: '' },
    ...more,
  })
  const gold = { at: '98%', start: 4, value: 98, unit: '%', qualifier: 'exact', indicator: ['合格率'], kind: 'level' }
  const passage: Passage = {
    id: 'p',
    text: '合格率达98%，上升5%，第3。',
    claims: [
      { ...gold, status: ['actual', 'target'], must: true },
      { ...gold, at: '5%', start: 10, value: 5, kind: 'change', direction: 'up', status: 'actual', must: true },
      { ...gold, at: '第3', start: 13, value: 3, kind: 'rank', status: 'actual', must: false },
    ],
  }
  const other = {
    source: { start: 10, end: 12, line: 1, section: null, sentenceStart: 0, read: 'text' as const, sentence: '' },
    value: 5,
  }

  it('pairs claims by place, and says what is wrong in each', () => {
    const up = claim({ ...other, kind: 'change', direction: 'down', indicator: '食品合格率' })
    const { found, missed, spurious } = judge(passage, [claim(), up])
    expect(found.map(({ wrong }) => wrong)).toEqual([[], ['indicator', 'direction']])
    expect(found.map(isWhole)).toEqual([true, false])
    expect([missed, spurious]).toEqual([[], []])
  })

  it('counts what is missed and what is made up, and not what may be left out', () => {
    const at = (start: number) => claim({ source: { ...claim().source, start, end: start + 2 } })
    const verdict = judge(passage, [claim(), at(13), at(0)])
    expect(verdict.missed.map((one) => one.at)).toEqual(['5%'])
    expect(verdict.spurious).toEqual([at(0)])
    expect(tallyOf([verdict])).toMatchObject({ wanted: 2, made: 2, missed: 1, spurious: 1, span: 0.5, whole: 0.5 })
  })
})

/** A claim a line, what is wrong in it behind it; what was missed at the end. */
function expectedOf({ passage, found, missed }: (typeof verdicts)[number]): string {
  const lines = extract(reportOf(passage.text)).claims.map((claim) => {
    const { raw, value, high, unit, qualifier, indicator, action, kind, direction, basis, status, sector } = claim
    const of = claim.of ?? claim.whole
    const said = { raw, value, high, unit, qualifier, indicator, action, kind, direction, basis, status, sector, of }
    const fields = Object.entries(said).filter(([, one]) => one !== null && one !== '')
    const wrong = found.find((one) => one.claim.source.start === claim.source.start)?.wrong ?? []
    const note = wrong.length === 0 ? '' : ` # wrong: ${wrong.join(', ')}`
    return `- { ${fields.map(([key, one]) => `${key}: ${JSON.stringify(one)}`).join(', ')} }${note}\n`
  })
  return [...lines, ...missed.map(({ at }) => `# missed: ${at}\n`)].join('')
}
