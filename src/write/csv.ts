import { bundlesOf, type Cell, type Row, type TableWriter } from './table.ts'

/**
 * RFC 4180, with the fields' names as header. An empty field is null, an empty text is "". A text that a spreadsheet
 * would take for a formula gets a ' in front, as OWASP advises: =1+1 → '=1+1.
 */
export const writeCsv: TableWriter = async function* ([table], { bom }) {
  if (table === undefined) return
  yield `${bom ? '\ufeff' : ''}${lineOf(table.columns.map(({ name }) => name))}`
  for await (const rows of bundlesOf(table)) yield rows.map(lineOf).join('')
}

function lineOf(row: Row): string {
  return `${row.map(fieldOf).join(',')}\r\n`
}

// Full-width signs too: Excel in Chinese reads ＝1＋1 as a formula
const formula = /^[=+\-@\t\r＝＋－＠]/

function fieldOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
