import type { ColumnType, Table } from './table.ts'
import { type TableFormatName, tableFormats } from './tables.ts'

/** A file that holds a table: 指标.csv. */
export interface TableFile {
  /** Beside the data package, with / between folders. */
  readonly path: string
  readonly format: TableFormatName
}

/** The data dictionary of a table for programs and people: a Frictionless Data Package (v1), datapackage.json. */
export function toDataPackage({ name, title, columns }: Omit<Table, 'rows'>, files: readonly TableFile[]): string {
  const fields = columns.map((column) => ({
    name: column.name,
    title: column.title,
    type: fieldTypes[column.type],
    description: column.description,
  }))
  const resources = files.map(({ path, format }) => ({
    name: `${name}-${format}`,
    path,
    format,
    mediatype: tableFormats[format].mediaType,
    ...(format === 'csv' || format === 'ndjson' ? { encoding: 'utf-8' } : {}),
    ...(format === 'csv' ? { dialect: { lineTerminator: '\r\n', doubleQuote: true } } : {}),
    // Excel shows the titles where others have the names
    schema: { fields: format === 'xlsx' || format === 'markdown' ? fields.map(titled) : fields, missingValues: [''] },
  }))
  return `${JSON.stringify({ name, title, profile: 'data-package', resources }, null, 2)}\n`
}

function titled<Field extends { readonly title: string }>(field: Field): Field & { readonly name: string } {
  return { ...field, name: field.title }
}

const fieldTypes: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  share: 'number',
  day: 'date',
  year: 'integer',
}
