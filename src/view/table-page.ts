import type { Language } from '../messages/index.ts'
import type { Claim, Extraction } from '../types.ts'
import { type Chart, figureOf } from './charts/draw.ts'
import { escapeHtml } from './html.ts'
import { markedText } from './marked-text.ts'
import type { PageColumn, PageRow, PageSector, TableData } from './page-data.ts'
import { pageReport } from './page-report.ts'
import { pageOf } from './shell.ts'
import { wordsFor } from './words.ts'

/** A report whose text lies under a table. */
export interface TextBelow {
  readonly label: string
  readonly text: string
  readonly extraction: Extraction
}

interface TablePage {
  readonly title: string
  readonly facts: string
  readonly first: string
  readonly sectors: readonly PageSector[]
  readonly columns: readonly PageColumn[]
  readonly rows: readonly PageRow[]
  readonly texts: readonly TextBelow[]
  readonly charts: readonly Chart[]
}

/** A page with a table that is searched and filtered, the texts that it is about, and charts. */
export function tablePage(page: TablePage, lang: Language): string {
  const { title, facts, first, sectors, columns, rows, texts, charts } = page
  const words = wordsFor(lang)
  const reports = texts.map(({ extraction, text }) => pageReport(extraction, text))
  const data: TableData = { kind: 'table', lang, words, sectors, title, facts, first, columns, rows, texts: reports }
  const figures = charts.map(figureOf).join('\n')
  const panes = texts.map(
    ({ label, text, extraction }, at) =>
      `<section class="pane pane-text" id="pane-text-${at}" tabindex="0" aria-label="${escapeHtml(label)}">
<h2 class="text-label">${escapeHtml(label)}</h2>
<article class="report" id="text-${at}" lang="zh">${markedText(text, extraction.claims)}</article></section>`,
  )
  const body = `<a class="skip" href="#table">${escapeHtml(words.skipToTable)}</a>
<header class="top" id="top"></header>
<main class="panes panes-table texts-${texts.length}" id="panes">
<section class="pane pane-data" id="pane-data" aria-label="${escapeHtml(words.data)}">
<noscript><p class="notice">${escapeHtml(words.needsScript)}</p></noscript>
${figures === '' ? '' : `<div class="charts" tabindex="0" role="region" aria-label="${escapeHtml(words.charts)}">${figures}</div>`}
</section>
${panes.join('\n')}
</main>
<div class="status" id="status" role="status"></div>`
  return pageOf({ title: `${title} · ${words.product}`, words, body, data })
}

/** Where a claim is in a page: its text and its number there; nothing where it is of none of them. */
export function claimsIn(
  texts: readonly TextBelow[],
  claims: readonly (readonly [text: number, claim: Claim | null])[],
) {
  return claims.flatMap(([text, claim]): [number, number][] => {
    const number = texts[text]?.extraction.claims.findIndex(({ id }) => id === claim?.id) ?? -1
    return claim === null || number === -1 ? [] : [[text, number]]
  })
}
