import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Extraction } from '../src/types.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-right-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

cpSync('seeds/jilin-2020.txt', at('吉林.txt'))
writeFileSync(
  at('核对.yaml'),
  'corrections:\n  - { raw: 503 个, set: { indicator: 标志产品 } }\n  - { raw: 171 项, verdict: rejected }\n',
)

/** What a command line tells on standard error, and its exit status. */
function run(...argv: string[]): { status: number | null; told: string } {
  const { status, stderr } = spawnSync(process.execPath, ['bin/baoshu.js', ...argv], { encoding: 'utf8' })
  return { status, told: stderr }
}

const read = (name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as Extraction

describe('--corrections', () => {
  it('puts right what extract writes, in every format', () => {
    const file = at('吉林.json')
    expect(run('extract', at('吉林.txt'), '--corrections', at('核对.yaml'), '-o', file)).toEqual({
      status: 0,
      told: '',
    })
    const { claims } = read('吉林.json')
    expect(claims.find(({ raw }) => raw === '503 个')).toMatchObject({ indicator: '标志产品', confidence: 1 })
    expect(claims.some(({ raw }) => raw === '171 项')).toBe(false)
    run('extract', at('吉林.txt'), '--corrections', at('核对.yaml'), '-o', at('吉林.csv'))
    expect(readFileSync(at('吉林.csv'), 'utf8')).toContain(',标志产品,')
  })

  it('keeps a claim that was accepted however unsure it is', () => {
    writeFileSync(at('一.yaml'), 'corrections: [{ raw: 503 个 }]')
    run('extract', at('吉林.txt'), '--corrections', at('一.yaml'), '--min-confidence', '1', '-o', at('一.json'))
    expect(read('一.json').claims.map(({ raw }) => raw)).toEqual(['503 个'])
  })

  it('tells what no longer fits', () => {
    writeFileSync(at('旧.yaml'), 'corrections: [{ raw: 9999 个, start: 3 }]')
    const { status, told } = run('extract', at('吉林.txt'), '--corrections', at('旧.yaml'), '-o', at('x.json'))
    expect(status).toBe(0)
    expect(told).toContain('the corrected figure “9999 个 @3” stands in the report no more')
  })

  it('does in batch again what it is about, and nothing else', () => {
    cpSync('fixtures/reports/letter/report.txt', at('in/信.txt'))
    cpSync('seeds/jilin-2020.txt', at('in/吉林.txt'))
    run('batch', at('in'), '-o', at('out'), '--jobs', '1', '--quiet')
    const before = read('out/吉林.json').claims.length
    const file =
      'reports:\n  - file: 吉林.txt\n    corrections:\n      - { raw: 503 个, verdict: rejected }\n      - { raw: 7777 个 }\n'
    writeFileSync(at('批.yaml'), file)
    const { status, told } = run('batch', at('in'), '-o', at('out'), '--jobs', '1', '--corrections', at('批.yaml'))
    expect(status).toBe(0)
    expect(told).toContain('1 of them earlier')
    expect(read('out/吉林.json').claims.length).toBe(before - 1)
    expect(readFileSync(at('out/manifest.json'), 'utf8')).toContain('7777 个')
  })
})
