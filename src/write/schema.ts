import { readFileSync } from 'node:fs'
import { claimColumns } from './claims-table.ts'
import type { ColumnType } from './table.ts'

/** The JSON Schema of an extraction, as it is published. */
export function schemaText(): string {
  return readFileSync(new URL('../../src/write/schema.json', import.meta.url), 'utf8')
}

/** The JSON Schema of a comparison, which refers to that of an extraction. */
export function comparisonSchemaText(): string {
  return readFileSync(new URL('../../src/write/comparison-schema.json', import.meta.url), 'utf8')
}

const jsonTypes: Readonly<Record<ColumnType, object>> = {
  text: { type: ['string', 'null'] },
  integer: { type: ['integer', 'null'] },
  number: { type: ['number', 'null'] },
  share: { type: ['number', 'null'], minimum: 0, maximum: 1 },
  day: { type: ['string', 'null'], format: 'date' },
  year: { type: ['integer', 'null'] },
}

/** The JSON Schema of a row of the table of claims, which is what its columns say. */
export function tableSchemaText(): string {
  const properties = Object.fromEntries(
    claimColumns.map(({ name, title, type, description }) => [name, { ...jsonTypes[type], title, description }]),
  )
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:baoshu:schema:table:2',
    title: 'A row of the table of claims',
    description: 'What baoshu stream --rows gives for each claim, and a line of what baoshu batch --table writes.',
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}
