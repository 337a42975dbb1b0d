import {
  bundlesOf,
  type Cell,
  type Column,
  headOf,
  type TableOptions,
  type TableWriter,
  titleOf,
  wordOf,
} from './table.ts'

/** Tables of GitHub's Markdown as people read them, without what is hidden, each under its title where there are several. */
export const writeMarkdown: TableWriter = async function* (tables, options) {
  for (const [at, table] of tables.entries()) {
    if (tables.length > 1) yield `${at === 0 ? '' : '\n'}## ${textOf(titleOf(table, options))}\n\n`
    const shown = table.columns.map((column, place) => ({ column, place })).filter(({ column }) => !column.isHidden)
    yield headLines(
      shown.map(({ column }) => column),
      options,
    )
    for await (const rows of bundlesOf(table)) {
      yield rows
        .map((row) => lineOf(shown.map(({ column, place }) => wordOf(column, row[place] ?? null, options.language))))
        .join('')
    }
  }
}

function headLines(columns: readonly Column[], { language }: TableOptions): string {
  return `${lineOf(columns.map((column) => headOf(column, language)))}| ${columns.map(ruleOf).join(' | ')} |\n`
}

function ruleOf({ type }: Column): string {
  return type === 'integer' || type === 'number' || type === 'share' ? '---:' : '---'
}

function lineOf(row: readonly Cell[]): string {
  return `| ${row.map(textOf).join(' | ')} |\n`
}

/** What would end a cell or mean something else is escaped: a|b → a\|b */
function textOf(cell: Cell): string {
  if (cell === null) return ''
  return String(cell)
    .replace(/[\\|<>*_`[\]]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '<br>')
}
