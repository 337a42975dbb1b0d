import { describe, expect, it } from 'vitest'
import { auditReport } from '../src/audit/index.ts'
import { extract } from '../src/extract.ts'
import { readBytes } from '../src/read/index.ts'
import { plantedTwins, type Twin } from './planted.ts'

const { prose, tables } = plantedTwins(20211231, 20)

async function findingsIn(text: string, name: string): Promise<number> {
  const report = await readBytes(new TextEncoder().encode(text), { file: name, year: 2021 })
  return auditReport(extract(report)).findings.length
}

const inProse = (passage: string) =>
  `某省2021年质量工作综述\n\n一是推进质量强省。质量基础更加牢固。\n\n二是加强监管。${passage}监管效能提升。\n`
const inTable = (passage: string) => `# 某省2021年质量状况\n\n${passage}\n`

/** How many planted figures are found, and which of the twins that agree are alarmed about. */
async function tried(twins: readonly Twin[], name: string, within: (passage: string) => string) {
  const [missed, alarms]: [string[], string[]] = [[], []]
  for (const { kind, right, wrong } of twins) {
    if ((await findingsIn(within(wrong), name)) === 0) missed.push(`${kind}: ${wrong}`)
    if ((await findingsIn(within(right), name)) > 0) alarms.push(`${kind}: ${right}`)
  }
  return { found: 1 - missed.length / twins.length, missed, alarms }
}

describe('an audit', () => {
  it.each([
    ['sentences', prose, '年报.txt', inProse],
    ['tables', tables, '年报.md', inTable],
  ] as const)('finds what is planted in %s, and nothing in the twins', async (_, twins, name, within) => {
    const { found, missed, alarms } = await tried(twins, name, within)
    expect(alarms).toEqual([])
    expect({ isEnough: found >= 0.95, missed: missed.slice(0, 5) }).toMatchObject({ isEnough: true })
  })
})
