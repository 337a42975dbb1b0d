import { findQuantities } from '../quantities/index.ts'
import { asAmount, asChange } from '../quantities/signs.ts'
import type { Units } from '../tokens/units.ts'
import type { Cell, Direction, Quantity, Sentence } from '../types.ts'
import { type Draft, noAction } from './draft.ts'

/** The drafts of cells, those of 其中 each as a part of what stands in the row above: 其中：设施蔬菜 of 蔬菜. */
export function draftsOfCells(sentences: readonly Sentence[], units: Units): Draft[] {
  let table = 0
  let placed = new Map<number, Draft>()
  return sentences.flatMap((sentence) => {
    const { cell } = sentence
    const draft = cell === null ? null : draftOfCell(sentence, cell, units)
    if (draft === null || cell === null) return []
    if (cell.table !== table) [table, placed] = [cell.table, new Map()]
    placed.set(placeIn(cell.row, cell.column), draft)
    const whole = cell.parent === null ? undefined : placed.get(placeIn(cell.parent, cell.column))
    const isPart =
      whole?.kind === 'level' && draft.kind === 'level' && whole.slot.quantity.unit === draft.slot.quantity.unit
    return [isPart ? { ...draft, of: whole } : draft]
  })
}

const placeIn = (row: number, column: number): number => row * 1024 + column

/** The claim of a table's cell, whose headings say what it is of: 478 under 2021年, beside 检验检测机构（家）. */
function draftOfCell(sentence: Sentence, cell: Cell, units: Units): Draft | null {
  const found = bracketed(sentence.reading, cell, units) ?? quantityOfCell(sentence.reading, cell.unit, units)
  if (found === null) return null
  const kind = cell.measure === 'level' && found.sign === 'up' ? 'change' : cell.measure
  const quantity = { ...found, ...(kind === 'change' ? asChange(found) : asAmount(found, sentence.reading)) }
  return {
    slot: {
      sentence,
      quantity,
      left: '',
      leftStart: 0,
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
    name: { text: cell.indicator, pieces: [] },
    action: noAction,
    of: null,
    whole: cell.of,
    reference: null,
    members: 1,
    sure: { by: 'table', name: 1, second: 0, plan: null },
  }
}

/** A figure with the unit of its heading where it has none itself: 86.5 under 万张 → 865000 张; the span stays its own. */
function quantityOfCell(reading: string, unit: string, units: Units): Quantity | null {
  const own = findQuantities(reading, units)[0]
  if (unit === '' || (own !== undefined && own.unit !== '')) return own ?? null
  // 5.5左右 under % is 5.5%左右
  const at = reading.search(/\d(?!.*\d)/) + 1
  const quantity = findQuantities(reading.slice(0, at) + unit + reading.slice(at), units)[0]
  if (quantity === undefined) return own ?? null
  const end = Math.min(quantity.end, at)
  return { ...quantity, end, raw: reading.slice(quantity.start, end) }
}

/** (1,234) as accounts write what is below zero; its brackets are its sign. */
function bracketed(reading: string, { unit, measure }: Cell, units: Units): Quantity | null {
  const inner = /^（(?<inner>[\d,.，]+%?)）$/.exec(reading)?.groups?.inner
  const quantity = inner === undefined ? null : quantityOfCell(inner, unit, units)
  if (quantity === null) return null
  const { raw, end, value } = quantity
  if (measure === 'change') return { ...quantity, start: quantity.start + 1, end: end + 1, sign: 'down' }
  return { ...quantity, end: end + 2, raw: `（${raw}）`, value: -value }
}

/** A minus turns round what the heading says: −2.3 under 增长（%） is down. */
function directionOf({ sign }: Quantity, { direction }: Cell, reading: string): Direction {
  if (/^(?:下降|减少|降低|降|减|↓|▼)/.test(reading)) return 'down'
  if (sign === null) return direction ?? 'up'
  return direction === 'down' ? (sign === 'down' ? 'up' : 'down') : sign
}
