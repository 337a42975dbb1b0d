import type { Extraction } from '../types.ts'
import { toJson } from './json.ts'
import { toYaml } from './yaml.ts'

/** An output format: the endings of its files, and an extraction as its text. */
export interface Writer {
  readonly endings: readonly string[]
  readonly write: (extraction: Extraction) => string
}

/** The formats that are written. A new one is its file and one line here. */
export const writers = {
  yaml: { endings: ['.yaml', '.yml'], write: toYaml },
  json: { endings: ['.json'], write: toJson },
} as const satisfies Record<string, Writer>

export type OutputFormat = keyof typeof writers

export { claimColumns, claimColumnsWith, claimRows, claimTable, claimTablesBySector } from './claims-table.ts'
export { type TableFile, toDataPackage } from './data-package.ts'
export { writeTrouble, writeWhole, writeWholeNow } from './file.ts'
export { toJson } from './json.ts'
export { labelingConfig, toLabelStudio } from './label-studio.ts'
export { toClaimRecord, toRecord } from './record.ts'
export { comparisonSchemaText, schemaText, tableSchemaText } from './schema.ts'
export {
  type Cell,
  type Column,
  type ColumnType,
  headOf,
  type Row,
  type Table,
  type TableOptions,
  type TableWriter,
  wordOf,
} from './table.ts'
export { type TableFormat, type TableFormatName, tableFormatOf, tableFormats } from './tables.ts'
export { toYaml } from './yaml.ts'
