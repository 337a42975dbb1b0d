import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareReports } from '../src/compare/index.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import type { Claim } from '../src/types.ts'

/** A report in which each figure is marked, {a:18.62万件}: the same mark in both years is the same indicator. */
function marked(file: string) {
  const source = readFileSync(`fixtures/compare/styles/${file}.txt`, 'utf8')
  const marks: { readonly mark: string; readonly start: number; readonly end: number }[] = []
  let text = ''
  let last = 0
  for (const found of source.matchAll(/\{(\w+):([^}]*)\}/g)) {
    const [all, mark = '', figure = ''] = found
    text += source.slice(last, found.index)
    marks.push({ mark, start: text.length, end: text.length + figure.length })
    text += figure
    last = found.index + all.length
  }
  text += source.slice(last)
  const markOf = (claim: Claim | null) =>
    marks.find(({ start, end }) => claim !== null && claim.source.end > start && claim.source.start < end)?.mark
  return { extraction: extract(reportOf(text)), markOf, marks: marks.map(({ mark }) => mark) }
}

describe('two years in other words and another order', () => {
  it.each(['complaints', 'equipment', 'county', 'infrastructure'])('%s', (name) => {
    const [old, news] = [marked(`${name}-old`), marked(`${name}-new`)]
    const { rows } = compareReports(old.extraction, news.extraction)
    const pairs = rows
      .map((row) => [old.markOf(row.old), news.markOf(row.new)] as const)
      .filter(([one, other]) => one !== undefined && other !== undefined)
    // 办结案件 and 举报立案 are one pair too many where names leave it open
    expect(pairs.filter(([one, other]) => one !== other).length / pairs.length).toBeLessThan(0.07)
    const both = old.marks.filter((mark) => news.marks.includes(mark))
    expect(pairs.length / both.length).toBeGreaterThan(0.88)
    expect(rows.filter(({ consistent }) => consistent === false)).toEqual([])
  })
})
