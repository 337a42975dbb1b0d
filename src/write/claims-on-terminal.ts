import { visible } from '../errors.ts'
import { inLanguage, say } from '../messages/index.ts'
import type { Claim, Extraction, Sector } from '../types.ts'
import { type AlignedCell, type AlignedColumn, alignRows, type Colours, type Screen } from './aligned.ts'
import { claimColumnsWith } from './claims-table.ts'
import { type Column, headOf, wordOf } from './table.ts'

/** The claims of a report to be read: c06  三品一标 · 新认证  503个  总量  2020年  农产品质量  93% */
export function formatClaims(extraction: Extraction, sectors: readonly Sector[], screen: Screen): string {
  const { colours, language = 'en', width } = screen
  const known = new Map(claimColumnsWith(sectors).map((column) => [column.name, column]))
  // Room is dear: what is the same everywhere is not said
  const isActual = extraction.claims.every(({ status }) => status === 'actual')
  const shown = fields.filter(({ name }) => name !== 'status' || !isActual)
  const columns = shown.map(
    ({ name, ...layout }): AlignedColumn => ({
      ...layout,
      title: headOf(known.get(name) as Column, language),
    }),
  )
  const paintSector = sectorPainter(sectors, colours)
  const rows = extraction.claims.map((claim) =>
    shown.map(({ name, cell }): AlignedCell => {
      const word = (code: string) => String(wordOf(known.get(name) as Column, code, language))
      return cell(claim, { word, colours, paintSector })
    }),
  )
  return `${headOfReport(extraction, screen)}\n\n${rows.length === 0 ? '' : alignRows(columns, rows, width, colours.bold)}`
}

function headOfReport({ report, claims }: Extraction, { colours, language = 'en' }: Screen): string {
  const { title, file, region, year } = report
  const about = [region, year === null ? null : `${year}年`, inLanguage(say('table.claims', claims.length), language)]
  return `${colours.bold(visible(title ?? file))}\n${colours.dim(about.filter((part) => part !== null).join(' · '))}`
}

interface Pens {
  readonly word: (code: string) => string
  readonly colours: Colours
  readonly paintSector: (sector: string) => Paint
}
type Paint = (text: string) => string

interface Field extends Omit<AlignedColumn, 'title'> {
  /** The column of the table that it is headed as. */
  readonly name: string
  readonly cell: (claim: Claim, pens: Pens) => AlignedCell
}

const fields: readonly Field[] = [
  { name: 'id', align: 'left', cell: ({ id }, { colours }) => ({ text: id, paint: colours.dim }) },
  {
    name: 'indicator',
    align: 'left',
    shrinks: true,
    cell: ({ action, indicator }) => ({ text: action === '' ? indicator : `${indicator} · ${action}` }),
  },
  { name: 'value', align: 'right', cell: amountCell },
  { name: 'kind', align: 'left', cell: ({ kind }, { word, colours }) => ({ text: word(kind), paint: colours.dim }) },
  {
    name: 'status',
    align: 'left',
    cell: ({ status }, { word, colours }) => ({
      text: word(status),
      paint: { actual: colours.dim, target: colours.yellow, baseline: colours.cyan }[status],
    }),
  },
  {
    name: 'period',
    align: 'left',
    shrinks: true,
    cell: ({ period }, { colours }) => ({ text: period?.text ?? '', paint: colours.dim }),
  },
  {
    name: 'sector',
    align: 'left',
    shrinks: true,
    cell: ({ sector }, { word, paintSector }) => ({ text: word(sector), paint: paintSector(sector) }),
  },
  {
    name: 'confidence',
    align: 'right',
    cell: ({ confidence }, { colours }) => ({
      text: `${Math.round(confidence * 100)}%`,
      paint: confidence < doubtful ? colours.yellow : colours.dim,
    }),
  },
]

/** Of claims that are less sure, more than one in four is wrong. */
const doubtful = 0.75

/** ↓8.8%, 第7位: as written, without the spaces and the wide digits of the report. */
function amountCell({ raw, direction }: Claim, { colours }: Pens): AlignedCell {
  const text = raw.normalize('NFKC').replace(/\s+/g, '')
  if (direction === null) return { text }
  return direction === 'up' ? { text: `↑${text}`, paint: colours.green } : { text: `↓${text}`, paint: colours.red }
}

/** Each sector has its colour, by its place in the taxonomy. */
function sectorPainter(sectors: readonly Sector[], colours: Colours): (sector: string) => Paint {
  const paints = [
    ...[colours.blue, colours.magenta, colours.green, colours.cyan, colours.yellow, colours.red],
    ...[colours.blueBright, colours.magentaBright, colours.greenBright, colours.cyanBright, colours.yellowBright],
  ]
  return (sector) => {
    const at = sectors.findIndex(({ id }) => id === sector)
    return paints[at] ?? ((text) => text)
  }
}
