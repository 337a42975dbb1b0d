import type { ExplainedSentence } from '../claims/explain.ts'
import type { Correction } from '../corrections/correction.ts'
import type { Language } from '../messages/index.ts'
import type { Extraction, Taxonomy } from '../types.ts'
import { escapeHtml } from './html.ts'
import { markedText } from './marked-text.ts'
import type { ReviewData } from './page-data.ts'
import { pageReport } from './page-report.ts'
import { candidatesOf, reasonsOf } from './reasons.ts'
import { pageOf } from './shell.ts'
import { wordsFor } from './words.ts'

/** A report to look at: its text, its claims, how they were made, and what a person has said of them already. */
export interface Reviewed {
  readonly text: string
  readonly extraction: Extraction
  readonly explained: readonly ExplainedSentence[]
  readonly corrections: readonly Correction[]
}

/** A page on which a report's figures are checked: text and claims side by side. */
export function reviewPage(reports: readonly Reviewed[], { sectors }: Taxonomy, lang: Language = 'zh'): string {
  const words = wordsFor(lang)
  const [first] = reports
  const title = first?.extraction.report.title ?? first?.extraction.report.file ?? words.product
  const data: ReviewData = {
    kind: 'review',
    lang,
    words,
    sectors: sectors.map(({ id, names }) => ({ id, name: (lang === 'zh' ? names[0] : names.at(-1)) ?? id })),
    reports: reports.map(({ extraction, text, explained, corrections }) => {
      const byStart = new Map(
        explained.flatMap(({ quantities }) => quantities.map((one) => [one.claim?.source.start ?? -1, one] as const)),
      )
      return {
        ...pageReport(extraction, text),
        reasons: extraction.claims.map(({ source }) => {
          const quantity = byStart.get(source.start)
          return quantity === undefined ? [] : reasonsOf(quantity, words)
        }),
        candidates: extraction.claims.map(candidatesOf),
        corrections,
      }
    }),
  }
  return pageOf({ title: `${title} · ${words.product}`, words, body: bodyOf(reports, data), data })
}

function bodyOf(reports: readonly Reviewed[], { words }: ReviewData): string {
  const articles = reports.map(
    ({ text, extraction }, at) =>
      `<article class="report" id="text-${at}" lang="zh"${at === 0 ? '' : ' hidden'}>${markedText(text, extraction.claims)}</article>`,
  )
  return `<a class="skip" href="#table">${escapeHtml(words.skipToTable)}</a>
<header class="top" id="top"></header>
<main class="panes" id="panes">
<section class="pane pane-text" id="pane-text" aria-label="${escapeHtml(words.text)}" tabindex="0">
<noscript><p class="notice">${escapeHtml(words.needsScript)}</p></noscript>
${articles.join('\n')}
</section>
<section class="pane pane-data" id="pane-data" aria-label="${escapeHtml(words.data)}"></section>
<section class="pane pane-panel" id="pane-panel" aria-label="${escapeHtml(words.details)}"></section>
</main>
<div class="status" id="status" role="status"></div>`
}
