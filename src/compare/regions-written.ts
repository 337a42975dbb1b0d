import { inLanguage, say } from '../messages/index.ts'
import { type AlignedCell, type AlignedColumn, alignRows, type Screen } from '../write/aligned.ts'
import type { Table } from '../write/index.ts'
import { amountIn, nameWithKind } from './amounts.ts'
import { type Field, integer, number, tableOf, text } from './fields.ts'
import { claimOrNull } from './record.ts'
import type { RegionCell, RegionRow, RegionTable } from './regions.ts'

/** The table of places as it is written for programs: each cell with its claim. */
export function toRegionsRecord({ rows, ...table }: RegionTable): object {
  const cellOf = (cell: RegionCell | null) =>
    cell && { ...cell, claim: claimOrNull(cell.claim), others: cell.others.map(({ id }) => id) }
  return { ...table, rows: rows.map((row) => ({ ...row, cells: row.cells.map(cellOf) })) }
}

/** An indicator a line, a place a column. */
export function regionsTable({ regions, rows }: RegionTable): Table {
  const fields: Field<RegionRow>[] = [
    ...leadFields,
    ...regions.map((region, at) =>
      number(region, region, 'What this place says.', (row: RegionRow) => row.cells[at]?.value ?? null),
    ),
    ...regions.map((region, at) =>
      integer(
        `${region}_rank`,
        `${region}位次`,
        'Its place among all, the greatest first.',
        (row: RegionRow) => row.cells[at]?.rank ?? null,
      ),
    ),
  ]
  return tableOf('regions', '分地区', fields, rows)
}

const leadFields: readonly Field<RegionRow>[] = [
  text('indicator', '指标', 'The normal form where one is known.', ({ indicator }) => indicator, 28),
  text('kind', '类型', 'level, change, share or rank.', ({ kind }) => kind, 8),
  text('status', '状态', 'actual or target.', ({ status }) => status, 8),
  text('unit', '单位', 'The unit of all values.', ({ unit }) => unit, 10),
]

interface Placed {
  readonly row: RegionRow
  readonly region: string
  readonly file: string
  readonly cell: RegionCell
}

const sourceFields: readonly Field<Placed>[] = [
  text('indicator', '指标', 'The normal form where one is known.', ({ row }) => row.indicator, 28),
  text('kind', '类型', 'level, change, share or rank.', ({ row }) => row.kind, 8),
  text('status', '状态', 'actual or target.', ({ row }) => row.status, 8),
  text('region', '地区', 'The place.', ({ region }) => region, 12),
  number('value', '数值', 'In the unit of the row.', ({ cell }) => cell.value),
  text('unit', '单位', 'The unit of the row.', ({ row }) => row.unit, 10),
  integer('rank', '位次', 'The greatest first.', ({ cell }) => cell.rank),
  text('raw', '原文数值', 'As written.', ({ cell }) => cell.claim.raw, 14),
  text('written', '原文指标', 'As the report calls it.', ({ cell }) => cell.claim.indicator, 28),
  integer('others', '另有', 'How many other figures of the report would fit.', ({ cell }) => cell.others.length),
  text(
    'unsure',
    '存疑',
    'years where the report tells of several years and does not say which this is of.',
    ({ cell }) => (cell.isUnsure ? 'years' : null),
    8,
  ),
  text('file', '文件', 'The report.', ({ file }) => file, 28),
  integer('line', '行号', 'Its line.', ({ cell }) => cell.claim.source.line),
  text('id', '编号', 'The claim.', ({ cell }) => cell.claim.id, 8),
  text('sentence', '原句', 'The sentence that it stands in.', ({ cell }) => cell.claim.source.sentence, 60),
]

/** A cell a line, with where it was read. */
export function regionSources({ reports, regions, rows }: RegionTable): Table {
  const placed = rows.flatMap((row) =>
    row.cells.flatMap((cell, at): Placed[] =>
      cell === null ? [] : [{ row, region: regions[at] ?? '', file: reports[at]?.file ?? '', cell }],
    ),
  )
  return tableOf('sources', '来源', sourceFields, placed)
}

/** So many places stand side by side on a terminal; more are told in a line, in their order. */
const mostColumns = 5

/** The same to be read. */
export function formatRegions(table: RegionTable, screen: Screen): string {
  const { regions, rows, year } = table
  const head = inLanguage(say('regions.head', regions.length, rows.length, String(year ?? '')), screen.language)
  const legend = screen.colours.dim(inLanguage(say('regions.legend'), screen.language))
  const body = regions.length <= mostColumns ? sideBySide(table, screen) : inLines(table, screen)
  return `${head}\n\n${body}\n${legend}\n`
}

function sideBySide({ regions, rows }: RegionTable, { width, colours }: Screen): string {
  const columns: AlignedColumn[] = [
    { title: '指标', align: 'left', shrinks: true },
    ...regions.map((title) => ({ title, align: 'right' as const })),
  ]
  const lines = rows.map((row): AlignedCell[] => [
    { text: nameOf(row) },
    ...row.cells.map((cell) => ({ text: cell === null ? '' : `${amountOf(row, cell)} #${cell.rank}` })),
  ])
  return alignRows(columns, lines, width, colours.bold)
}

function inLines({ regions, rows }: RegionTable, { colours }: Screen): string {
  const lines = rows.map((row) => {
    const cells = row.cells
      .flatMap((cell, at) => (cell === null ? [] : [{ cell, region: regions[at] ?? '' }]))
      .sort((one, other) => one.cell.rank - other.cell.rank)
    const told = cells.map(({ cell, region }) => `${cell.rank} ${region} ${amountOf(row, cell)}`).join(' · ')
    return `${colours.bold(nameOf(row))} ${colours.dim(`${cells.length}/${regions.length}`)}\n  ${told}\n`
  })
  return lines.join('')
}

function nameOf({ indicator, kind, status, unit, cells }: RegionRow): string {
  const action = cells.find((cell) => cell !== null)?.claim.action ?? ''
  const name = nameWithKind(indicator, { kind, unit, action })
  return status === 'target' ? `${name}〔目标〕` : name
}

/** In the unit and the scale of the row; a * where other figures of the report would fit as well. */
function amountOf({ unit }: RegionRow, { value, claim, others, isUnsure }: RegionCell): string {
  const sign = { over: '>', under: '<', about: '~', range: '', exact: '' }[claim.qualifier]
  const upper = claim.high === null ? '' : `–${claim.high}`
  return `${sign}${amountIn(value, unit)}${upper}${others.length > 0 ? '*' : ''}${isUnsure ? '?' : ''}`
}
