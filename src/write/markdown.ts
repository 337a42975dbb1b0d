import { bundlesOf, type Cell, type Column, type Row, type Table, type TableWriter } from './table.ts'

/** Tables of GitHub's Markdown with Chinese headers, each under its title where there are several. */
export const writeMarkdown: TableWriter = async function* (tables) {
  for (const [at, table] of tables.entries()) {
    if (tables.length > 1) yield `${at === 0 ? '' : '\n'}## ${textOf(table.title)}\n\n`
    yield headOf(table)
    for await (const rows of bundlesOf(table)) yield rows.map(lineOf).join('')
  }
}

function headOf({ columns }: Table): string {
  return `${lineOf(columns.map(({ title }) => title))}| ${columns.map(ruleOf).join(' | ')} |\n`
}

function ruleOf({ type }: Column): string {
  return type === 'integer' || type === 'number' ? '---:' : '---'
}

function lineOf(row: Row): string {
  return `| ${row.map(textOf).join(' | ')} |\n`
}

/** What would end a cell or mean something else is escaped: a|b → a\|b */
function textOf(cell: Cell): string {
  if (cell === null) return ''
  return String(cell)
    .replace(/[\\|<>*_`[\]]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '<br>')
}
