import type { Audit, Identity } from '../audit/index.ts'
import type { Language } from '../messages/index.ts'
import type { Taxonomy } from '../types.ts'
import { numberText } from './amount.ts'
import type { PageColumn, PageRow } from './page-data.ts'
import { sectorsOf } from './sector-cell.ts'
import { claimsIn, type TextBelow, tablePage } from './table-page.ts'
import { fill, type Words, wordsFor } from './words.ts'

/** A page with what an audit found, its figures marked in the text; the report before beside it where one was given. */
export function auditPage(
  audit: Audit,
  texts: readonly Omit<TextBelow, 'label'>[],
  taxonomy: Taxonomy,
  lang: Language,
): string {
  const words = wordsFor(lang)
  const below = texts.map((text, at) => ({ ...text, label: labelOf(text, at, words) }))
  const all = Object.values(audit.checked).reduce((sum, { fits, off }) => sum + fits + off, 0)
  const n = audit.findings.length
  const { title, file, region, year } = audit.report
  const outcome = all === 0 ? words.nothingToCheck : n === 0 ? words.allConsistent : words.findings
  const facts = [region, year, fill(outcome, { n, all })]
  return tablePage(
    {
      title: `${title ?? file} · ${words.audit}`,
      facts: facts.filter((part) => part !== null).join(' · '),
      first: words.oddFirst,
      sectors: sectorsOf(taxonomy, lang),
      columns: columnsOf(words),
      rows: audit.findings.map((finding) => rowOf(finding, below, words, lang)),
      texts: below,
      charts: [],
    },
    lang,
  )
}

function labelOf({ extraction }: Omit<TextBelow, 'label'>, at: number, words: Words): string {
  const { year, file } = extraction.report
  return at === 0 ? words.text : `${words.oldText} · ${year ?? file}`
}

function columnsOf(words: Words): PageColumn[] {
  return [
    { key: 'indicator', title: words.indicator, width: [10, 2] },
    { key: 'check', title: words.check, width: [5.5, 0.3], isFacet: true },
    { key: 'sum', title: words.sum, width: [16, 3] },
    { key: 'written', title: words.written, width: [6, 0.7], isRight: true },
    { key: 'expected', title: words.expected, width: [6, 0.7], isRight: true },
    { key: 'line', title: words.line, width: [3, 0], isRight: true },
  ]
}

function rowOf(finding: Identity, below: readonly TextBelow[], words: Words, lang: Language): PageRow {
  const { check, indicator, sum, stated, expected, unit, claims, previous } = finding
  const number = (value: number) => `${numberText(Number(value.toPrecision(8)), lang)}${unit}`
  return {
    cells: [
      { text: indicator },
      { text: words.checks[check], look: 'is-bad' },
      { text: sum },
      { text: number(stated), order: stated, look: 'amount' },
      expected === null ? { text: '' } : { text: number(expected), order: expected },
      { text: String(claims.at(-1)?.source.line ?? ''), order: claims.at(-1)?.source.line ?? 0 },
    ],
    claims: claimsIn(below, [...claims.map((claim) => [0, claim] as const), [1, previous]]),
    isOdd: true,
  }
}
