import { findQuantities } from '../quantities/index.ts'
import type { Units } from '../tokens/units.ts'
import type { Cell, Direction, Quantity, Sentence } from '../types.ts'
import type { Draft } from './draft.ts'

/** The claim of a table's cell, whose headings say what it is of: 478 under 2021年, beside 检验检测机构（家）. */
export function draftOfCell(sentence: Sentence, cell: Cell, units: Units): Draft | null {
  const quantity = quantityOfCell(sentence.reading, cell.unit, units)
  if (quantity === null) return null
  const kind = cell.measure === 'level' && quantity.sign === 'up' ? 'change' : cell.measure
  return {
    slot: {
      sentence,
      quantity,
      left: '',
      right: '',
      label: '',
      from: 0,
      previousEnd: 0,
      joins: false,
      follows: false,
      runsOn: false,
    },
    extractor: 'table-cell',
    kind,
    direction: kind === 'change' ? directionOf(quantity, cell, sentence.reading) : null,
    basis: kind === 'change' ? (cell.basis ?? 'none') : null,
    status: cell.status,
    indicator: cell.indicator,
    action: '',
    of: cell.of,
    reference: null,
    named: 'here',
  }
}

/** A figure with the unit of its heading where it has none itself: 86.5 under 万张 → 865000 张; the span stays its own. */
function quantityOfCell(reading: string, unit: string, units: Units): Quantity | null {
  const own = findQuantities(reading, units)[0]
  if (unit === '' || (own !== undefined && own.unit !== '')) return own ?? null
  const quantity = findQuantities(reading + unit, units)[0]
  if (quantity === undefined) return own ?? null
  const end = Math.min(quantity.end, reading.length)
  return { ...quantity, end, raw: reading.slice(quantity.start, end) }
}

/** A minus turns round what the heading says: −2.3 under 增长（%） is down. */
function directionOf({ sign }: Quantity, { direction }: Cell, reading: string): Direction {
  if (/^(?:下降|减少|降低|降|减|↓|▼)/.test(reading)) return 'down'
  if (sign === null) return direction ?? 'up'
  return direction === 'down' ? (sign === 'down' ? 'up' : 'down') : sign
}
