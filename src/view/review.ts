import type { Language } from '../messages/index.ts'
import type { Taxonomy } from '../types.ts'
import { figureOf } from './charts/draw.ts'
import { chartsOf } from './charts/report-charts.ts'
import { escapeHtml } from './html.ts'
import { markedText } from './marked-text.ts'
import type { ReviewData } from './page-data.ts'
import { pageReport } from './page-report.ts'
import { candidatesOf, reasonsOf } from './reasons.ts'
import { sectorsOf } from './sector-cell.ts'
import { pageOf } from './shell.ts'
import type { Viewed } from './viewed.ts'
import { wordsFor } from './words.ts'

/** A page on which a report's figures are checked: text and claims side by side. */
export function reviewPage(reports: readonly Viewed[], taxonomy: Taxonomy, lang: Language = 'zh'): string {
  const words = wordsFor(lang)
  const [first] = reports
  const title = first?.extraction.report.title ?? first?.extraction.report.file ?? words.product
  const data: ReviewData = {
    kind: 'review',
    lang,
    words,
    sectors: sectorsOf(taxonomy, lang),
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
        candidates: extraction.claims.map(({ source }) => {
          const quantity = byStart.get(source.start)
          return quantity === undefined ? [] : candidatesOf(quantity)
        }),
        corrections,
      }
    }),
  }
  return pageOf({ title: `${title} · ${words.product}`, words, body: bodyOf(reports, data), data })
}

function bodyOf(reports: readonly Viewed[], { words, sectors, lang }: ReviewData): string {
  const charts = reports.map(({ extraction }, at) => {
    const figures = chartsOf(extraction, { sectors, words, language: lang }).map(figureOf)
    const content = figures.length === 0 ? escapeHtml(words.chartNone) : escapeHtml(words.chartNote)
    return `<div class="charts" id="charts-${at}" tabindex="0" role="region" aria-label="${escapeHtml(words.charts)}"><p class="chart-note">${content}</p>${figures.join('\n')}</div>`
  })
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
<section class="pane pane-data" id="pane-data" aria-label="${escapeHtml(words.data)}">${charts.join('\n')}</section>
<section class="pane pane-panel" id="pane-panel" aria-label="${escapeHtml(words.details)}"></section>
</main>
<div class="status" id="status" role="status"></div>`
}
