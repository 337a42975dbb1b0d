import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser of this machine; without one the tests fail and say how to get it. */
export async function launch(): Promise<Browser> {
  const executablePath = places.find((path) => path !== '' && existsSync(path))
  if (executablePath === undefined) {
    throw new Error('no browser: `apt-get install chromium`, or name one by CHROMIUM=/path/to/chrome')
  }
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu']
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] })
}

/** A page that is open in the browser, and what went wrong in it. */
export interface Opened {
  readonly page: Page
  /** Errors on the console, thrown or of the page's policy, and every address asked for beside the file itself. */
  readonly trouble: string[]
  readonly close: () => Promise<void>
}

/** Opens a page from disk, as a user would. */
export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-page-'))
  const file = join(folder, 'page.html')
  writeFileSync(file, html)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const trouble: string[] = []
  const own = String(pathToFileURL(file))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text())
  })
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('dialog', (dialog) => trouble.push(`a dialog: ${dialog.message()}`))
  page.on('request', (request) => {
    if (request.url() !== own && !/^(?:data|blob):/.test(request.url())) trouble.push(`asked for ${request.url()}`)
  })
  await page.goto(own)
  const close = async () => {
    await context.close()
    rmSync(folder, { recursive: true })
  }
  return { page, trouble, close }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong, a line each, by the rules of WCAG 2.2 AA and its good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    type Result = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Result[] }> } }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)}: ${failureSummary ?? ''}`),
    )
  })
  expect(found).toEqual([])
}
