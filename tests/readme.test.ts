import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { readCorrections } from '../src/corrections/file.ts'
import { correctExtraction } from '../src/corrections/index.ts'
import { extract } from '../src/extract.ts'
import { readReport } from '../src/read/index.ts'
import { toYaml } from '../src/write/index.ts'

const readme = readFileSync('README.md', 'utf8')
const blocks = [...readme.matchAll(/```yaml\n(?<text>[^`]+)```/g)].map((found) => found.groups?.text ?? '')

describe('README', () => {
  it('shows what extract writes', async () => {
    const written = toYaml(extract(await readReport('seeds/jilin-2020.txt')))
    expect(blocks[0]).toContain('raw: 503 个')
    expect(written).toContain(blocks[0])
  })

  it('shows a baoshu.yaml that is read', () => {
    const { patterns, terms, units, aliases, taxonomy } = readConfig(
      blocks.find((block) => block.includes('sectors:')) ?? '',
      'baoshu.yaml',
    )
    expect([patterns.length, terms.length, units.length, aliases.length]).toEqual([1, 2, 3, 1])
    const withLabel = taxonomy?.sectors.filter(({ words }) => words.includes('碳标签'))
    expect(withLabel?.map(({ id }) => id)).toEqual(expect.arrayContaining(['environment', 'trade']))
  })

  it('shows corrections that are read and that fit', async () => {
    const [own] = readCorrections(blocks.find((block) => block.startsWith('corrections:')) ?? '', '核对.yaml')
    const { extraction, misfits } = correctExtraction(
      extract(await readReport('seeds/jilin-2020.txt')),
      own?.corrections ?? [],
    )
    expect(misfits).toEqual([])
    expect(extraction.claims.map(({ indicator }) => indicator)).toContain('三品一标产品')
  })

  it('names files that are there', () => {
    const links = [...readme.matchAll(/\]\((?<path>[^)#:]+)\)/g)].map((found) => found.groups?.path ?? '')
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })
})
