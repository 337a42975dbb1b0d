import stringWidth from 'string-width'
import { visible } from '../errors.ts'
import type { Language } from '../messages/index.ts'

/** Paints a text: green('503个'), red.bold('503个'). */
export interface Colour {
  (text: string): string
  readonly bold: (text: string) => string
}

type ColourName = 'blue' | 'cyan' | 'green' | 'magenta' | 'red' | 'yellow'

/** What chalk has of it; not chalk itself, whose types want those of Node. */
export type Colours = Readonly<Record<'bold' | 'dim' | ColourName | `${ColourName}Bright`, Colour>>

/** How wide a terminal is, its colours, and the language of its reader: English where none is named. */
export interface Screen {
  readonly width: number
  readonly colours: Colours
  readonly language?: Language
}

/** A column on a terminal. The ones that shrink give way where the terminal is too narrow. */
export interface AlignedColumn {
  readonly title: string
  readonly align: 'left' | 'right'
  readonly shrinks?: boolean
  /** Left out where the others would have to shrink to little. */
  readonly isSpare?: boolean
}

/** A text, and how it is coloured once its width is known. */
export interface AlignedCell {
  readonly text: string
  readonly paint?: (text: string) => string
}

const gap = '  '
const leastWidth = 8
/** What a column that shrinks has to be left before one that is spare gives way. */
const fairWidth = 20

/** Rows under their headers, a Chinese character counted as the two columns that it takes: 指标      2020年  2021年 */
export function alignRows(
  columns: readonly AlignedColumn[],
  rows: readonly (readonly AlignedCell[])[],
  width: number,
  paintHead: (text: string) => string = (text) => text,
): string {
  const head = columns.map(({ title }): AlignedCell => ({ text: title, paint: paintHead }))
  const shown = rows.map((row) => row.map((cell) => ({ ...cell, text: visible(cell.text) })))
  const widths = widthsFor(columns, [head, ...shown], width)
  const lineOf = (row: readonly AlignedCell[]) =>
    columns
      .flatMap(({ align }, at) => (widths[at] === 0 ? [] : padded(row[at] ?? { text: '' }, widths[at] ?? 0, align)))
      .join(gap)
      .trimEnd()
  return [head, ...shown].map((row) => `${lineOf(row)}\n`).join('')
}

/** As wide as the widest cell, spare columns left out, and those that shrink cut back in turn until the line fits. */
function widthsFor(
  columns: readonly AlignedColumn[],
  rows: readonly (readonly AlignedCell[])[],
  width: number,
): number[] {
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => stringWidth(row[at]?.text ?? ''))))
  const total = () => widths.reduce((sum, one) => sum + (one === 0 ? 0 : one + gap.length), -gap.length)
  const most = (at: number) => (columns[at]?.shrinks ? (widths[at] ?? 0) : 0)
  const couldGive = () =>
    columns.reduce((sum, { shrinks }, at) => sum + (shrinks ? Math.max(0, (widths[at] ?? 0) - fairWidth) : 0), 0)
  for (const [at, { isSpare }] of [...columns.entries()].reverse()) {
    if (isSpare && total() - couldGive() > width) widths[at] = 0
  }
  while (total() > width) {
    const widest = columns.map((_, at) => at).reduce((best, at) => (most(at) > most(best) ? at : best), 0)
    if (most(widest) <= leastWidth) break
    widths[widest] = Math.max(leastWidth, most(widest) - (total() - width))
  }
  return widths
}

function padded({ text, paint = (same) => same }: AlignedCell, width: number, align: 'left' | 'right'): string {
  const cut = fitting(text, width)
  const space = ' '.repeat(Math.max(0, width - stringWidth(cut)))
  return align === 'left' ? paint(cut) + space : space + paint(cut)
}

/** 食用农产品承诺达标合格证 in 10 columns → 食用农产… */
export function fitting(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let cut = ''
  for (const char of text) {
    if (stringWidth(cut + char) > width - 1) break
    cut += char
  }
  return `${cut}…`
}
