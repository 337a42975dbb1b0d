import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { correctExtraction, correctionsFor, loadCorrectionsFile } from '../../src/corrections/index.ts'
import { extract } from '../../src/extract.ts'
import { readReport } from '../../src/read/index.ts'
import { builtInTaxonomy } from '../../src/sectors/index.ts'
import { reviewPage, viewedOf } from '../../src/view/index.ts'
import { launch, type Opened, open } from './browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-round-'))
const taxonomy = builtInTaxonomy()
const seed = await readReport('seeds/jilin-2020.txt')
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

const all = (file: string) => loadCorrectionsFile(file, taxonomy.sectors)
const claimsBy = (file: string) => {
  const { extraction, misfits } = correctExtraction(extract(seed), correctionsFor(all(file), seed))
  expect(misfits).toEqual([])
  return extraction.claims
}

async function review(): Promise<string> {
  opened = await open(browser, reviewPage([viewedOf(seed)], taxonomy))
  const { page } = opened
  const choose = (raw: string) => page.locator('mark', { hasText: raw }).first().click()
  await choose('503 个')
  await page.keyboard.press('e')
  await page.locator('[name=indicator]').fill('三品一标产品')
  await page.locator('[name=value]').fill('504')
  await page.locator('[name=sector]').selectOption('food-drug')
  await page.locator('[name=note]').fill('口径不同')
  await page.getByRole('button', { name: '保存' }).click()
  await choose('171 项')
  await page.keyboard.press('r')
  await choose('11 项')
  await page.keyboard.press('a')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出核对结果' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('jilin-2020.corrections.json')
  const file = join(folder, 'page.json')
  await download.saveAs(file)
  return file
}

describe('what is said in the page', () => {
  it('is exported, and gives the claims that the same words by hand give', async () => {
    const file = await review()
    const byHand = join(folder, 'hand.yaml')
    writeFileSync(
      byHand,
      'corrections:\n  - { raw: 503 个, set: { indicator: 三品一标产品, value: 504, sector: food-drug } }\n' +
        '  - { raw: 171 项, verdict: rejected }\n  - { raw: 11 项 }\n',
    )
    expect(claimsBy(file)).toEqual(claimsBy(byHand))
    expect(claimsBy(file).length).toBe(extract(seed).claims.length - 1)
    expect(readFileSync(file, 'utf8')).toContain('口径不同')
  })

  it('stands in a page that is made with it, and is exported from that again', async () => {
    const file = await review()
    await opened.close()
    opened = await open(browser, reviewPage([viewedOf(seed, {}, all(file))], taxonomy))
    const { page } = opened
    expect(await page.locator('.progress-text').textContent()).toBe('已核对 3 / 29')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出核对结果' }).click(),
    ])
    const again = join(folder, 'again.json')
    await download.saveAs(again)
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'))
  })

  it('is taken over by another page, as one step', async () => {
    const file = await review()
    await opened.close()
    opened = await open(browser, reviewPage([viewedOf(seed)], taxonomy))
    const { page } = opened
    const said = page.locator('.progress-text')
    await page.locator('input[type=file]').setInputFiles(file)
    await expect.poll(() => said.textContent()).toBe('已核对 3 / 29')
    expect(await page.locator('.row.is-corrected .indicator').textContent()).toBe('三品一标产品')
    await page.keyboard.press('u')
    await expect.poll(() => said.textContent()).toBe('已核对 0 / 29')
    writeFileSync(join(folder, 'other.json'), '{"schema":"baoshu/2"}')
    await page.locator('input[type=file]').setInputFiles(join(folder, 'other.json'))
    await expect.poll(() => page.locator('#status').textContent()).toBe('这不是核对结果文件')
  })
})
