import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { embedJson, escapeHtml } from './html.ts'
import type { Words } from './words.ts'

/** What stands in a page's file. */
export interface Page {
  readonly title: string
  readonly words: Words
  readonly body: string
  /** For the page's script; its `kind` says which page it is. */
  readonly data: { readonly kind: string }
}

/** The whole file: no address in it is ever asked for, and no script runs but its own. */
export function pageOf({ title, words, body, data }: Page): string {
  const [css, script] = [readPart('page.css'), readPart('page.js')]
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(script)}'`,
    `style-src 'sha256-${hashOf(css)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  return `<!doctype html>
<html lang="${words.htmlLang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body class="page-${escapeHtml(data.kind)}">
${body}
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`
}

/** The page's own script and style, as the build made them. */
function readPart(name: string): string {
  return readFileSync(new URL(`../../dist/page/${name}`, import.meta.url), 'utf8')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
