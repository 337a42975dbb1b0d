import type { Cell, Column, Table } from '../write/index.ts'

/** A column of a table, and how its cell is read off what a row is of. */
export interface Field<T> extends Column {
  readonly cell: (one: T) => Cell
}

/** Rows under their fields. */
export function tableOf<T>(name: string, title: string, fields: readonly Field<T>[], all: readonly T[]): Table {
  return { name, title, columns: fields, rows: all.map((one) => fields.map(({ cell }) => cell(one))) }
}

export function text<T>(
  name: string,
  title: string,
  description: string,
  cell: Field<T>['cell'],
  width = 12,
): Field<T> {
  return { name, title, type: 'text', description, cell, width }
}

export function number<T>(name: string, title: string, description: string, cell: Field<T>['cell']): Field<T> {
  return { name, title, type: 'number', description, cell }
}

export function integer<T>(name: string, title: string, description: string, cell: Field<T>['cell']): Field<T> {
  return { name, title, type: 'integer', description, cell }
}
