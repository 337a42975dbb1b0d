import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadGold, type Passage } from '../bench/accuracy/gold.ts'
import { isWhole, judge, tallyOf } from '../bench/accuracy/score.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import type { Claim } from '../src/types.ts'

const folder = 'fixtures/reports'
const { passages } = loadGold(folder)
const verdicts = passages.map((passage) => judge(passage, extract(reportOf(passage.text)).claims))

/** The whole-claim F1 that is not lost again: that of the day it was written, rounded down. */
const floor = 0.9

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

describe('the score', () => {
  const claim = (more: Partial<Claim> = {}): Claim => ({
    ...{ id: 'c01', raw: '98%', value: 98, high: null, unit: '%', qualifier: 'exact', indicator: '合格率', action: '' },
    ...{ kind: 'level', status: 'actual', sector: 'general', sectorBy: 'none', period: null, region: null, of: null },
    ...{ basis: null, direction: null, confidence: 1, extractor: 'reached' },
    source: { start: 4, end: 7, line: 1, section: null, sentence: '' },
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
  const other = { source: { start: 10, end: 12, line: 1, section: null, sentence: '' }, value: 5 }

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
    const { raw, value, high, unit, qualifier, indicator, action, kind, direction, basis, status, sector, of } = claim
    const said = { raw, value, high, unit, qualifier, indicator, action, kind, direction, basis, status, sector, of }
    const fields = Object.entries(said).filter(([, one]) => one !== null && one !== '')
    const wrong = found.find((one) => one.claim.source.start === claim.source.start)?.wrong ?? []
    const note = wrong.length === 0 ? '' : ` # wrong: ${wrong.join(', ')}`
    return `- { ${fields.map(([key, one]) => `${key}: ${JSON.stringify(one)}`).join(', ')} }${note}\n`
  })
  return [...lines, ...missed.map(({ at }) => `# missed: ${at}\n`)].join('')
}
