/**
 * How smoothly a page with thousands of claims scrolls and filters, in Chromium: npm run bench:page -- [claims]
 *
 * Prints the longest task that the page ran while a person scrolled, searched and chose from a menu; under 100 ms nobody
 * waits.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'

const built = (file: string): Promise<unknown> => import(pathToFileURL(resolve('dist', file)).href)
const { reportOf } = (await built('read/index.js')) as typeof import('../src/read/index.ts')
const { builtInTaxonomy } = (await built('sectors/index.js')) as typeof import('../src/sectors/index.ts')
const { reviewPage, viewedOf } = (await built('view/index.js')) as typeof import('../src/view/index.ts')

const line = '新认证绿色食品503个，同比增长8.79%，其中有机食品12个，占2.4%，高于全国0.7个百分点。\n'
const wanted = Number(process.argv[2] ?? 5000)
const folder = mkdtempSync(join(tmpdir(), 'baoshu-bench-'))
const file = join(folder, 'page.html')
const viewed = viewedOf(reportOf(line.repeat(wanted / 5)))
writeFileSync(file, reviewPage([viewed], builtInTaxonomy()))

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.goto(String(pathToFileURL(file)))
await page.waitForTimeout(2000)

/** The longest task while something is done, in milliseconds; tasks under 50 are none that a browser tells of. */
async function longest(work: (page: Page) => Promise<unknown>): Promise<number> {
  await page.evaluate(`window.tasks = []; window.watch?.disconnect();
    window.watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    watch.observe({ type: 'longtask' })`)
  await work(page)
  await page.waitForTimeout(500)
  return Math.max(0, ...((await page.evaluate('tasks')) as number[]))
}

const grid = page.locator('.grid')
const results = {
  scroll: await longest(async () => {
    for (let at = 0; at <= 40; at++) {
      await grid.evaluate((element, part) => element.scrollTo(0, element.scrollHeight * part), at / 40)
      await page.waitForTimeout(50)
    }
  }),
  search: await longest(() => page.locator('.search').pressSequentially('有机食品', { delay: 100 })),
  clear: await longest(() => page.getByText('清除筛选').click()),
  choose: await longest(async () => {
    await page.locator('summary', { hasText: '类型' }).click()
    await page.locator('.menu-list label', { hasText: '占比' }).click()
  }),
  sort: await longest(() => page.locator('.grid-head button', { hasText: '数值' }).click()),
  say: await longest(() => page.keyboard.press('a')),
}
await browser.close()
rmSync(folder, { recursive: true })
process.stdout.write(`${viewed.extraction.claims.length} claims; the longest task in ms\n`)
for (const [name, time] of Object.entries(results)) process.stdout.write(`${name.padEnd(8)} ${Math.round(time)}\n`)
