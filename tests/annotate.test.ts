import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { readReport, reportOf } from '../src/read/index.ts'
import type { Report } from '../src/types.ts'
import { labelingConfig, toLabelStudio } from '../src/write/index.ts'

interface Region {
  readonly id?: string
  readonly type: string
  readonly from_name?: string
  readonly from_id?: string
  readonly to_id?: string
  readonly value?: { readonly start: number; readonly end: number; readonly text: unknown; readonly labels?: string[] }
}

function taskOf(report: Report) {
  const [task] = JSON.parse(toLabelStudio([{ text: report.text, extraction: extract(report) }], '0.1.0'))
  const regions: Region[] = task.predictions[0].result
  return { text: [...(task.data.text as string)], regions }
}

describe('tasks for Label Studio', () => {
  it('hold the places of figures and names, by the characters that it counts', async () => {
    for (const report of [
      await readReport('seeds/jilin-2020.txt'),
      reportOf('😀新认证“三品一标”503 个。\r\n𠮷林标准12项。'),
    ]) {
      const { text, regions } = taskOf(report)
      const labels = regions.filter(({ type }) => type === 'labels')
      expect(labels.length).toBeGreaterThan(1)
      for (const { value } of labels) expect(text.slice(value?.start, value?.end).join('')).toBe(value?.text)
      const figures = labels.filter(({ value }) => value?.labels?.includes('数值'))
      expect(figures.map(({ value }) => value?.text)).toEqual(extract(report).claims.map(({ raw }) => raw))
    }
  })

  it('name regions that are there and controls of the interface', async () => {
    const { regions } = taskOf(await readReport('seeds/jilin-2020.txt'))
    const ids = new Set(regions.map(({ id }) => id))
    for (const { from_id, to_id } of regions.filter(({ type }) => type === 'relation')) {
      expect([ids.has(from_id), ids.has(to_id)]).toEqual([true, true])
    }
    const controls = new Set(regions.flatMap(({ from_name }) => from_name ?? []))
    for (const name of controls) expect(labelingConfig).toContain(`name="${name}" toName="text"`)
  })
})
