import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, launch, type Opened, open } from './browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-tables-'))
const [old, news] = ['fixtures/compare/liaoning/2020.txt', 'fixtures/compare/liaoning/2021.txt'] as const
let browser: Browser
let opened: Opened

beforeAll(async () => {
  browser = await launch()
})
afterEach(async () => {
  const { trouble } = opened
  await opened.close()
  expect(trouble).toEqual([])
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Runs the program as it was built and opens the page that it wrote. */
async function openPage(argv: readonly string[], page = 'page.html', options = {}) {
  const { stderr } = spawnSync(process.execPath, ['bin/baoshu.js', ...argv, '--lang', 'zh'], { encoding: 'utf8' })
  expect(stderr).not.toContain('出错')
  opened = await open(browser, readFileSync(join(folder, page), 'utf8'), options)
  return opened.page
}

const file = join(folder, 'page.html')

describe('diff', () => {
  it('shows inconsistencies first, and a row in both texts, joined', async () => {
    const page = await openPage(['diff', old, news, '-o', file])
    const first = page.locator('.row').first()
    expect(await page.locator('.grid').evaluate((grid) => grid.scrollTop)).toBe(0)
    expect(await first.locator('[data-col=consistency]').textContent()).toBe('不一致')
    expect(await first.getAttribute('aria-selected')).toBe('true')
    const on = (text: number) => page.locator(`#text-${text} mark.is-on`).allTextContents()
    expect(await on(0)).toEqual(['38.2万件'])
    expect(await on(1)).toEqual(['43.6万件', '41.1%'])
    await expect.poll(() => page.locator('.joints path').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+C/)
    await page.locator('#text-1 mark', { hasText: '312个' }).click()
    expect(await page.locator('.row.is-selected [data-col=old]').textContent()).toBe('286个')
    expect(await on(0)).toEqual(['286个'])
  })

  it('has the largest changes as slopes, in colours of the page', async () => {
    const page = await openPage(['diff', old, news, '-o', file])
    await page.locator('[data-tab=charts]').click()
    const chart = page.locator('.charts svg').first()
    expect(await chart.isVisible()).toBe(true)
    expect(await chart.locator('text').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/\+176%$/)]),
    )
    expect(await page.locator('.charts [style], .charts style').count()).toBe(0)
  })

  it('of extractions shows their sentences where the reports are gone', async () => {
    const names = [join(folder, 'a.json'), join(folder, 'b.json')] as const
    for (const [at, report] of [old, news].entries()) {
      cpSync(report, join(folder, `${at}.txt`))
      spawnSync(process.execPath, ['bin/baoshu.js', 'extract', join(folder, `${at}.txt`), '-o', names[at] ?? ''])
      rmSync(join(folder, `${at}.txt`))
    }
    const page = await openPage(['diff', ...names, '-o', file])
    expect(await page.locator('#text-1 mark.is-on').allTextContents()).toEqual(['43.6万件', '41.1%'])
  })
})

describe('audit', () => {
  it('shows each finding with its figures in the text', async () => {
    const report = join(folder, 'odd.txt')
    writeFileSync(report, '质量报告\n\n专利7335项，其中发明专利8000项。标准从61家增加到82家，增长50%。\n')
    const page = await openPage(['audit', report, '-o', file])
    expect(await page.locator('.facts').textContent()).toContain('处不一致')
    const count = await page.locator('.row').count()
    expect(count).toBeGreaterThan(0)
    for (let at = 0; at < count; at++) {
      await page.locator('.row').nth(at).click()
      expect(await page.locator('mark.is-on').count()).toBeGreaterThan(1)
    }
  })
})

describe('trend', () => {
  it('has a year a column and a small picture an indicator', async () => {
    const page = await openPage(['trend', old, news, '-o', file])
    expect(await page.locator('.grid-head button').allTextContents()).toEqual(expect.arrayContaining(['2020', '2021']))
    await page.locator('[data-tab=charts]').click()
    expect(await page.locator('figure.small svg').count()).toBeGreaterThan(10)
  })
})

describe('many reports', () => {
  it('have a page over all, with what went wrong and the way to each', async () => {
    mkdirSync(join(folder, 'in/甲'), { recursive: true })
    cpSync(old, join(folder, 'in/甲/年 #1.txt'))
    cpSync('seeds/jilin-2020.txt', join(folder, 'in/index.txt'))
    writeFileSync(join(folder, 'in/空.txt'), '')
    const page = await openPage(
      ['batch', join(folder, 'in'), '-o', join(folder, 'out'), '--view', '--jobs', '1', '--quiet'],
      'out/index.html',
    )
    expect(await page.locator('.facts').textContent()).toMatch(/^2 份报告，\d+ 条数据 · 1 份无法读取$/)
    const links = await page
      .locator('.row a')
      .evaluateAll((all) => all.map((link) => decodeURIComponent(link.getAttribute('href') ?? '')))
    expect(links.sort()).toEqual(['index.report.html', '甲/年 #1.html'])
    for (const link of links) expect(readFileSync(join(folder, 'out', link), 'utf8')).toContain('id="text-0"')
    await page.getByText('出错优先').click()
    expect(await page.locator('.row').first().textContent()).toContain('空.txt')
  })

  it('of two years have regions side by side', async () => {
    for (const [year, files] of [
      ['old', [old, 'fixtures/compare/suzhou/2021.txt']],
      ['new', [news, 'fixtures/compare/suzhou/2022.txt']],
    ] as const) {
      mkdirSync(join(folder, year), { recursive: true })
      for (const [at, one] of files.entries()) cpSync(one, join(folder, year, `${at}.txt`))
      spawnSync(process.execPath, [
        'bin/baoshu.js',
        'batch',
        join(folder, year),
        '-o',
        join(folder, `${year}-out`),
        '--quiet',
        '--jobs',
        '1',
      ])
    }
    const page = await openPage(['diff', join(folder, 'old-out'), join(folder, 'new-out'), '-o', file])
    await page.locator('summary', { hasText: '地区' }).click()
    expect((await page.locator('.menu-list label').allTextContents()).length).toBeGreaterThan(1)
  })
})

describe('pages with tables are accessible', () => {
  it.each([
    [['diff', old, news], 'light', 1440],
    [['diff', old, news], 'dark', 390],
    [['trend', old, news], 'dark', 1440],
    [['audit', news, '--previous', old], 'light', 390],
  ] as const)('%s %s %d', async (argv, colorScheme, width) => {
    const page = await openPage([...argv, '-o', file], 'page.html', { colorScheme, viewport: { width, height: 844 } })
    await expectAccessible(page)
    const charts = page.locator('[data-tab=charts]')
    if ((await charts.count()) > 0) await charts.click()
    await expectAccessible(page)
  })
})
