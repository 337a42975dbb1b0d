import { readFileSync } from 'node:fs'

/** The JSON Schema of an extraction, as it is published. */
export function schemaText(): string {
  return readFileSync(new URL('../../src/write/schema.json', import.meta.url), 'utf8')
}

/** The JSON Schema of a comparison, which refers to that of an extraction. */
export function comparisonSchemaText(): string {
  return readFileSync(new URL('../../src/write/comparison-schema.json', import.meta.url), 'utf8')
}
