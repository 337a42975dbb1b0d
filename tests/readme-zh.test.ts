import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wholeProgram } from '../src/cli/index.ts'
import { readConfig } from '../src/config.ts'
import { extract } from '../src/extract.ts'
import { readReport } from '../src/read/index.ts'
import { toYaml } from '../src/write/index.ts'

const readme = readFileSync('README.zh.md', 'utf8')
const blocks = [...readme.matchAll(/```yaml\n(?<text>[^`]+)```/g)].map((found) => found.groups?.text ?? '')

describe('README.zh.md', () => {
  it('shows what extract writes', async () => {
    const written = toYaml(extract(await readReport('seeds/jilin-2020.txt')))
    expect(blocks[0]).toContain('raw: 503 个')
    expect(written).toContain(blocks[0])
  })

  it('shows a baoshu.yaml that is read', () => {
    const config = readConfig(blocks.find((block) => block.includes('sectors:')) ?? '', 'baoshu.yaml')
    expect([config.patterns.length, config.units.length, config.aliases.length]).toEqual([1, 3, 1])
  })

  it('names commands that there are', async () => {
    const { commands } = await wholeProgram()
    const table = readme.split('\n').filter((line) => line.startsWith('| `baoshu '))
    const named = table.map((line) => /`baoshu (\S+?)[ `]/.exec(line)?.[1])
    expect(named.length).toBeGreaterThan(10)
    expect(commands.map((command) => command.name())).toEqual(expect.arrayContaining(named))
  })

  it('names files that are there', () => {
    const links = [...readme.matchAll(/\]\((?<path>[^)#:]+)\)/g)].map((found) => found.groups?.path ?? '')
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })
})
