import { readFileSync } from 'node:fs'
import { loadExtraction } from '../src/compare/index.ts'
import type { Claim, Extraction } from '../src/types.ts'

/** Two offices' reports of two years, their claims set down by hand. */
export const offices = [
  { name: 'liaoning', years: [2020, 2021] },
  { name: 'suzhou', years: [2021, 2022] },
] as const

export function claimsOf(name: string, year: number): Extraction {
  return loadExtraction(`fixtures/compare/${name}/${year}.yaml`)
}

/** Which claim is which, which stand alone, and which stated growths do not fit. */
export function expectedOf(name: string): {
  readonly pairs: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly inconsistent: readonly string[]
} {
  return JSON.parse(readFileSync(`fixtures/compare/${name}/expected.json`, 'utf8'))
}

const plain: Claim = {
  id: 'c01',
  raw: '503个',
  value: 503,
  high: null,
  unit: '个',
  qualifier: 'exact',
  indicator: '三品一标',
  action: '',
  kind: 'level',
  status: 'actual',
  sector: 'general',
  sectorBy: 'none',
  period: null,
  region: null,
  of: null,
  whole: null,
  reference: null,
  concept: null,
  currency: null,
  indicatorSpans: [],
  actionSpan: null,
  basis: null,
  direction: null,
  confidence: 1,
  extractor: 'by-hand',
  source: { start: 0, end: 4, line: 1, section: null, sentenceStart: 0, read: 'text' as const, sentence: '' },
}

/** A report of the claims that are given, one after the other in a sentence unless they say where: 专利9项，其中发明2项。 */
export function reportOf(year: number | null, claims: readonly Partial<Claim>[]): Extraction {
  const raws = claims.map(
    (claim) =>
      `${claim.kind !== 'change' && claim.of ? '其中' : ''}${claim.action ?? ''}${claim.indicator ?? plain.indicator}${claim.raw ?? plain.raw}`,
  )
  const sentence = `${raws.join('，')}。`
  const made = claims.map((claim, at): Claim => {
    const raw = claim.raw ?? plain.raw
    const end = raws.slice(0, at + 1).join('，').length
    const source = { ...plain.source, start: end - raw.length, end, sentence }
    return { ...plain, id: `c${String(at + 1).padStart(2, '0')}`, source, ...claim }
  })
  return {
    schema: 'baoshu/2',
    report: {
      file: `${year}.txt`,
      title: null,
      source: null,
      region: null,
      year,
      characters: sentence.length,
      sha256: String(year ?? 0).padStart(64, '0'),
    },
    claims: made,
  }
}

/** 20.71万户 → its claim fields; enough for tests. */
export function amount(raw: string, more: Partial<Claim> = {}): Partial<Claim> {
  const found = /^(?<number>[\d.]+)(?<scale>万?亿?)(?<unit>.*)$/.exec(raw)?.groups
  const power = { 万: 'e4', 亿: 'e8', 万亿: 'e12' }[found?.scale ?? ''] ?? ''
  return { raw, value: Number(`${found?.number}${power}`), unit: found?.unit ?? '', ...more }
}
