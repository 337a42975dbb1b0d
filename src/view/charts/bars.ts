import { barX, dot, ruleX, ruleY, text } from '@observablehq/plot'
import { draw, labelsOf, letterSize } from './draw.ts'

/** A line of a chart: 农业增加值, 5.2, in the colour of its sector, with what is read at its end. */
export interface Bar {
  readonly name: string
  readonly value: number
  readonly valueText: string
  /** As CSS has it: var(--s3) */
  readonly colour: string
  /** More of it, for who points at it. */
  readonly title: string
  /** The number of its claim in the page; null where it is of none. */
  readonly claim: number | null
}

interface BarOptions {
  readonly label: string
  /** Of the axis: 亿元 */
  readonly unit: string
  readonly tick: (value: number) => string
  /** Amounts of many sizes: points on a logarithmic axis, where bars would lie of their lengths. */
  readonly isLog?: boolean
}

const rowHeight = 24

/** Lines with bars from nothing, or with points where the sizes are too many. */
export function bars(rows: readonly Bar[], { label, unit, tick, isLog = false }: BarOptions): string {
  const { short, room } = labelsOf(rows.map(({ name }) => name))
  const data = rows.map((row, at) => ({ ...row, at }))
  const values = rows.map(({ value }) => value)
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const ends = Math.max(...rows.map(({ valueText }) => valueText.length)) * letterSize * 0.75 + 12
  const link = ({ claim }: { claim: number | null }) => (claim === null ? null : `#claim-${claim}`)
  const place = { y: 'at', x: 'value' } as const
  const drawn = { ...place, fill: 'colour', title: 'title', href: link }
  const isLeft = ({ value }: { value: number }) => value < 0
  const written = { ...place, text: 'valueText', fill: 'currentColor' } as const
  const positive = values.filter((value) => value > 0)
  return draw(label, {
    height: rows.length * rowHeight + 44,
    marginLeft: room,
    marginRight: ends,
    marginTop: 6,
    marginBottom: 38,
    color: { type: 'identity' },
    x: {
      type: isLog ? 'log' : 'linear',
      domain: isLog ? [Math.min(...positive) / 2, most] : [least, most === least ? 1 : most],
      label: unit,
      labelArrow: 'none',
      grid: true,
      ticks: isLog ? powersBetween(Math.min(...positive) / 2, most) : 5,
      insetLeft: least < 0 ? ends : 0,
      tickFormat: tick,
    },
    y: {
      domain: data.map(({ at }) => at),
      label: null,
      tickSize: 0,
      tickFormat: (at: number) => short[at] ?? '',
      padding: 0.3,
    },
    marks: [
      ...(isLog
        ? [
            ruleY(data, { y: 'at', x1: Math.min(...positive) / 2, x2: 'value', stroke: 'colour', strokeOpacity: 0.35 }),
            dot(data, { ...drawn, r: 5 }),
          ]
        : [barX(data, { ...drawn, rx: 2 }), ruleX([0], { stroke: 'currentColor' })]),
      text(data, { ...written, filter: (row: Bar) => !isLeft(row), textAnchor: 'start', dx: isLog ? 10 : 5 }),
      text(data, { ...written, filter: isLeft, textAnchor: 'end', dx: -5 }),
    ],
  })
}

/** 10, 100, 1000 … */
function powersBetween(least: number, most: number): number[] {
  const [from, to] = [Math.ceil(Math.log10(least)), Math.floor(Math.log10(most))]
  const step = Math.max(1, Math.ceil((to - from) / 6))
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => 10 ** (from + at * step))
}
