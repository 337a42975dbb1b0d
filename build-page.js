// The script and the style that every page of `baoshu view` holds, each in one file, from src/view/page
import { copyFileSync, mkdirSync } from 'node:fs'
import { rolldown } from 'rolldown'

export async function buildPage() {
  const root = import.meta.dirname
  mkdirSync(`${root}/dist/page`, { recursive: true })
  copyFileSync(`${root}/src/view/page/page.css`, `${root}/dist/page/page.css`)
  const page = await rolldown({ input: 'src/view/page/main.ts', cwd: root, platform: 'browser' })
  await page.write({ file: `${root}/dist/page/page.js`, format: 'iife', minify: true })
}
