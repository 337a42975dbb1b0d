import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-pages-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

function run(...argv: string[]): { status: number | null; told: string; out: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['bin/baoshu.js', ...argv], { encoding: 'utf8' })
  return { status, told: stderr, out: stdout }
}

describe('view', () => {
  it('writes a page of one report or many, in the language that is wanted', () => {
    expect(run('view', 'seeds/jilin-2020.txt', '-o', at('a.html'), '--lang', 'zh')).toMatchObject({
      status: 0,
      told: '',
    })
    expect(readFileSync(at('a.html'), 'utf8')).toContain('<html lang="zh-CN">')
    const { out } = run('view', 'seeds/jilin-2020.txt', 'fixtures/formats/report.docx', '-o', '-', '--lang', 'en')
    expect(out).toContain('<html lang="en">')
    expect(out).toContain('id="text-1"')
  })

  it('needs a place to write to, and never writes over the report', () => {
    expect(run('view', 'seeds/jilin-2020.txt').status).toBe(2)
    cpSync('seeds/jilin-2020.txt', at('b.txt'))
    expect(run('view', at('b.txt'), '-o', at('b.txt')).status).toBe(2)
  })
})

describe('batch --view', () => {
  const batch = () => run('batch', at('in'), '-o', at('out'), '--view', '--jobs', '1')
  beforeAll(() => {
    mkdirSync(at('in'))
    cpSync('seeds/jilin-2020.txt', at('in/吉林.txt'))
    cpSync('fixtures/reports/letter/report.txt', at('in/信.txt'))
  })

  it('writes a page beside each result, once', () => {
    expect(batch().status).toBe(0)
    const page = readFileSync(at('out/吉林.html'), 'utf8')
    const index = readFileSync(at('out/index.html'), 'utf8')
    expect(batch().told).toContain('2 of them earlier')
    rmSync(at('out/吉林.html'))
    expect(batch().told).toContain('1 of them earlier')
    expect(readFileSync(at('out/吉林.html'), 'utf8')).toBe(page)
    expect(readFileSync(at('out/index.html'), 'utf8')).toBe(index)
  })

  it('takes the page away with the report, but not one that somebody changed', () => {
    rmSync(at('in/信.txt'))
    batch()
    expect([existsSync(at('out/信.html')), existsSync(at('out/信.json'))]).toEqual([false, false])
    writeFileSync(at('out/吉林.html'), 'mine')
    rmSync(at('in/吉林.txt'))
    cpSync('fixtures/reports/court/report.txt', at('in/法院.txt'))
    batch()
    expect(readFileSync(at('out/吉林.html'), 'utf8')).toBe('mine')
  })
})
