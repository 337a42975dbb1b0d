import { headingOf } from './table-headings.ts'
import { isGroup, labelColumns, type TableShape } from './table-shape.ts'

const total = /^(?:合计|小计|总计)$/

/** What each row is called: its name, after its group's where the name is said twice or is 合计: 食品企业, 食品合计. */
export function labelsOf(shape: TableShape): string[] {
  const columns = labelColumns(shape)
  const groups: string[] = []
  const names: string[] = []
  let above: string[] = []
  let group = ''
  shape.rows.forEach((row, index) => {
    const said = columns.map((column) => row.cells[column]?.text.replace(/\s+/g, '') ?? '')
    const parts = said.map((text, level) => (text === '' && level < said.length - 1 ? (above[level] ?? '') : text))
    if (index >= shape.top) above = parts
    if (index >= shape.top && isGroup(row)) group = headingOf(parts[0] ?? '').words
    names.push(parts.at(-1) ?? '')
    groups.push(columns.length > 1 ? parts.slice(0, -1).join('') : group)
  })
  const times = new Map<string, number>()
  for (const name of names.slice(shape.top)) times.set(name, (times.get(name) ?? 0) + 1)
  return names.map((name, index) => {
    const own = times.get(name) === 1
    return (own && !total.test(name)) || groups[index] === name ? name : `${groups[index]}${name}`
  })
}
