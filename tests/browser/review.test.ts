import { readdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReportCorrections } from '../../src/corrections/index.ts'
import { extract } from '../../src/extract.ts'
import { readReport, reportOf } from '../../src/read/index.ts'
import { builtInTaxonomy } from '../../src/sectors/index.ts'
import type { Report } from '../../src/types.ts'
import { reviewPage, viewedOf } from '../../src/view/index.ts'
import { expectAccessible, launch, type Opened, open } from './browser.ts'

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
afterAll(() => browser.close())

function pageFor(reports: readonly Report[], corrections: readonly ReportCorrections[] = []): string {
  return reviewPage(
    reports.map((report) => viewedOf(report, {}, corrections)),
    builtInTaxonomy(),
  )
}

const seed = () => readReport('seeds/jilin-2020.txt')

async function openSeed(options = {}) {
  opened = await open(browser, pageFor([await seed()]), options)
  return opened.page
}

describe('the text', () => {
  it('is the report’s own, and every figure in it is marked with its claim', async () => {
    const files = readdirSync('fixtures/formats').map((name) => `fixtures/formats/${name}`)
    const reports = await Promise.all(
      ['seeds/jilin-2020.txt', 'fixtures/tables/indicators.html', ...files].map((file) => readReport(file)),
    )
    opened = await open(browser, pageFor(reports))
    const { page } = opened
    for (const [at, report] of reports.entries()) {
      const shown = await page.evaluate((id) => document.getElementById(id)?.textContent, `text-${at}`)
      expect(shown).toBe(report.text)
      const marked = await page.locator(`#text-${at} [data-f]`).evaluateAll((marks) => {
        const texts = new Map<string, string>()
        for (const mark of marks as HTMLElement[]) {
          const number = mark.dataset.f ?? ''
          texts.set(number, (texts.get(number) ?? '') + mark.textContent)
        }
        return [...texts]
      })
      const { claims } = extract(report)
      expect(marked.map(([number, text]) => [Number(number), text]).sort()).toEqual(
        claims.map(({ raw }, number) => [number, raw]).sort(),
      )
    }
  })

  it('leads to the table, and the table to the text', async () => {
    const page = await openSeed()
    const figure = page.locator('mark', { hasText: '503 个' })
    await figure.click()
    await expect.poll(() => page.locator('.row.is-selected .indicator').textContent()).toBe('三品一标')
    expect(await page.locator('.panel-title h2').textContent()).toContain('三品一标')
    await page.locator('.row', { hasText: '签约金额' }).click()
    const on = page.locator('mark.is-on')
    expect(await on.textContent()).toContain('12.2')
    expect(
      await on.evaluate((mark) => {
        const [box, pane] = [
          mark.getBoundingClientRect(),
          document.getElementById('pane-text')?.getBoundingClientRect(),
        ]
        return pane !== undefined && box.top >= pane.top && box.bottom <= pane.bottom
      }),
    ).toBe(true)
  })
})

describe('the table', () => {
  it('is searched, filtered, and sorted', async () => {
    const page = await openSeed()
    const count = () => page.locator('.shown-count').textContent()
    const all = extract(await seed()).claims
    expect(await count()).toBe(`${all.length} 条数据`)
    await page.locator('.search').fill('签约 １２.２')
    await expect.poll(count).toBe(`显示 1 / ${all.length} 条`)
    await page.getByText('清除筛选').click()
    await page.locator('summary', { hasText: '行业' }).click()
    await page.locator('.menu-list label', { hasText: '农产品质量' }).click()
    const farming = all.filter(({ sector }) => sector === 'agriculture')
    await expect.poll(count).toBe(`显示 ${farming.length} / ${all.length} 条`)
    await page.locator('.grid-head button', { hasText: '把握' }).click()
    const sure = await page.locator('.row .confidence').allTextContents()
    expect(sure.map(Number)).toEqual(sure.map(Number).sort((one, other) => one - other))
    expect(sure.length).toBe(farming.length)
  })

  it('shows doubtful claims first, and the columns that are wanted', async () => {
    const page = await openSeed()
    await page.getByText('存疑优先').click()
    const least = Math.min(...extract(await seed()).claims.map(({ confidence }) => confidence))
    expect(await page.locator('.row .confidence').first().textContent()).toBe(String(Math.round(least * 100)))
    await page.locator('.menu-end summary').click()
    await page.locator('.menu-end label', { hasText: '章节' }).click()
    await page.locator('.menu-end label', { hasText: '时期' }).click()
    const heads = await page.locator('.grid-head button').allTextContents()
    expect(heads).toContain('章节')
    expect(heads).not.toContain('时期')
  })

  it('holds thousands of claims and makes the rows in sight alone', async () => {
    const line = '新认证绿色食品503个，同比增长8.79%，其中有机食品12个，占2.4%，高于全国0.7个百分点。\n'
    opened = await open(browser, pageFor([reportOf(line.repeat(1000))]))
    const { page } = opened
    const grid = page.locator('.grid')
    expect(await grid.getAttribute('aria-rowcount')).toBe('5001')
    const rows = () => page.locator('.row').count()
    for (const part of [0.3, 0.7, 1]) {
      await grid.evaluate((element, share) => element.scrollTo(0, element.scrollHeight * share), part)
      await expect
        .poll(async () => Number(await page.locator('.row').last().getAttribute('aria-rowindex')))
        .toBeGreaterThan(5000 * part - 40)
      expect(await rows()).toBeLessThan(60)
    }
    expect(await page.locator('.row').last().getAttribute('aria-rowindex')).toBe('5001')
    await page.locator('summary', { hasText: '类型' }).click()
    await page.locator('.menu-list label', { hasText: '占比' }).click()
    await expect.poll(() => page.locator('.shown-count').textContent()).toBe('显示 1000 / 5000 条')
    expect(await rows()).toBeLessThan(60)
  })
})

describe('charts', () => {
  it('lead to their figures', async () => {
    const page = await openSeed()
    await page.locator('[data-tab=charts]').click()
    await page.locator('.charts [data-claim]', { hasText: '三品一标 503个' }).click()
    expect(await page.locator('.panel-title h2').textContent()).toContain('三品一标')
    expect(await page.locator('mark.is-on').textContent()).toBe('503 个')
  })
})

describe('the review', () => {
  it('is done by the keyboard alone', async () => {
    const page = await openSeed()
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const verdicts = () =>
      page.locator('.row .mark > .sr').evaluateAll((marks) => marks.slice(0, 4).map((mark) => mark.textContent))
    await press('a', 'j', 'r', 'j', 'j', 'k')
    await expect.poll(verdicts).toEqual(['已采纳', '已剔除', '未核对', '未核对'])
    await press('e')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('标准项目')
    await press('Enter')
    await expect.poll(verdicts).toEqual(['已采纳', '已剔除', '已更正', '未核对'])
    expect(await page.locator('.row.is-selected .indicator').textContent()).toBe('标准项目')
    await press('u', 'u')
    await expect.poll(verdicts).toEqual(['已采纳', '未核对', '未核对', '未核对'])
    await press('a', 'a')
    await expect.poll(verdicts).toEqual(['已采纳', '未核对', '未核对', '未核对'])
    await press('/')
    await page.keyboard.type('专利')
    await press('Escape', '?')
    expect(await page.locator('dialog').isVisible()).toBe(true)
    await press('Escape')
    expect(await page.locator('dialog').isVisible()).toBe(false)
    await page.locator('.grid').focus()
    await press('End')
    expect(await page.locator('.row.is-selected').getAttribute('aria-rowindex')).toBe('30')
  })

  it('is still there when the page is opened again', async () => {
    const page = await openSeed()
    await page.keyboard.press('r')
    await page.reload()
    await expect.poll(() => page.locator('.row').first().getAttribute('class')).toContain('is-rejected')
    expect(await page.locator('.progress-text').textContent()).toBe('已核对 1 / 29')
  })
})

describe('hostile texts', () => {
  it('stay text', async () => {
    const evil = [
      '</script><script>alert(1)</script>“<img src=x onerror=alert(2)>”企业503家。',
      '<a href="javascript:alert(3)">产品</a>合格率达到98.5%。',
      '新认证“\u202e三品一标\u202d”12个，</article></section><style>*{display:none}</style>标准7项。',
      '发布\'"`><svg/onload=alert(4)>标准5项&lt;b&gt;，&#60;i&#62;标准6项。\r\n<!--地方标准9项-->',
    ].join('\n')
    const report = reportOf(evil, { title: '</title><script>alert(5)</script>' })
    opened = await open(browser, pageFor([report]))
    const { page } = opened
    expect(await page.evaluate(() => document.getElementById('text-0')?.textContent)).toBe(evil)
    expect(await page.locator('img, svg svg, article :is(svg, a, style, script)').count()).toBe(0)
    for (let at = 0; at < 8; at++) await page.keyboard.press('j')
    for (const pane of ['.top', '.pane-data', '.pane-panel']) {
      expect(await page.locator(pane).innerText()).not.toMatch(/[\u202a-\u202e]/)
    }
    expect(await page.locator('.control').first().getAttribute('data-code')).toBe('U+202E')
  })
})

describe('the page is accessible', () => {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)('%s, %s pixels wide', async (colorScheme, width) => {
    const page = await openSeed({ colorScheme, viewport: { width, height: 844 } })
    await expectAccessible(page)
    await page.keyboard.press('a')
    await page.keyboard.press('j')
    await page.keyboard.press('r')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expectAccessible(page)
    await page.keyboard.press('e')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.locator('[data-tab=charts]').click()
    await expectAccessible(page)
    await page.keyboard.press('?')
    await expectAccessible(page)
  })
})
