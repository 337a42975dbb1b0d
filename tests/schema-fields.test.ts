import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { readReport } from '../src/read/index.ts'
import { toJson } from '../src/write/index.ts'

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly $ref?: string
  readonly items?: Shape
}
const schema = JSON.parse(readFileSync('src/write/schema.json', 'utf8')) as Shape & { $defs?: Record<string, Shape> }
const resolved = (shape: Shape): Shape =>
  shape.$ref === undefined ? shape : (schema.$defs?.[shape.$ref.split('/').at(-1) ?? ''] ?? {})
const claimShape = resolved(resolved(schema).properties?.claims?.items ?? {})

/** Fields that are kept for what no reader or stage here says yet. */
const toCome = ['concept', 'indicatorSpans', 'actionSpan', 'source.page']

it('has a fixture for every field of a claim that is written', async () => {
  const reports = readdirSync('fixtures/reports').map((name) => `fixtures/reports/${name}/report.txt`)
  const tables = readdirSync('fixtures/tables').map((name) => `fixtures/tables/${name}`)
  const filled = new Set<string>()
  for (const file of [...reports, ...tables]) {
    const { claims } = JSON.parse(toJson(extract(await readReport(file)))) as { claims: Record<string, unknown>[] }
    for (const claim of claims) for (const field of fieldsOf(claim)) filled.add(field)
  }
  const named = Object.entries(claimShape.properties ?? {}).flatMap(([name, shape]) => {
    const inner = Object.keys(resolved(shape).properties ?? {})
    return inner.length === 0 ? [name] : inner.map((part) => `${name}.${part}`)
  })
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((field) => !filled.has(field) && !toCome.includes(field))).toEqual([])
})

function fieldsOf(value: Record<string, unknown>, before = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    if (inner === null || (Array.isArray(inner) && inner.length === 0)) return []
    const nested =
      typeof inner === 'object' && !Array.isArray(inner)
        ? fieldsOf(inner as Record<string, unknown>, `${before}${name}.`)
        : []
    return [`${before}${name}`, ...nested]
  })
}
