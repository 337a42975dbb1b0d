// The pictures of the README, made from the program as it was built: node docs/pictures/make.js
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

const [old, news] = ['fixtures/compare/liaoning/2020.txt', 'fixtures/compare/liaoning/2021.txt']
const pictures = [
  { name: 'review', argv: ['view', 'seeds/jilin-2020.txt'], keys: ['j', 'j', 'a', 'j', 'j', 'j'] },
  { name: 'diff', argv: ['diff', old, news], keys: [] },
]
const folder = mkdtempSync(join(tmpdir(), 'baoshu-pictures-'))
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
for (const { name, argv, keys } of pictures) {
  const file = join(folder, `${name}.html`)
  try {
    execFileSync(process.execPath, ['bin/baoshu.js', ...argv, '-o', file, '--lang', 'zh'])
  } catch (error) {
    // diff ends with 1 where there are differences
    if (error.status !== 1) throw error
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`file://${file}`)
  for (const key of keys) await page.keyboard.press(key)
  await page.waitForTimeout(3000)
  await page.screenshot({ path: resolve('docs/pictures', `${name}.png`) })
}
await browser.close()
rmSync(folder, { recursive: true })
