import { dot, line, text } from '@observablehq/plot'
import { draw } from './draw.ts'

/** A figure a year, null where there is none. */
export interface LinePoint {
  readonly year: string
  readonly value: number | null
  readonly valueText: string
}

/** One indicator over the years, small, so that many stand beside each other. */
export function lineOf(points: readonly LinePoint[], label: string, colour: string): string {
  const data = points.flatMap((point, at) => (point.value === null ? [] : [{ ...point, at, value: point.value }]))
  const values = data.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = (most - least || Math.abs(most) || 1) * 0.25
  return draw(label, {
    width: 260,
    height: 130,
    marginLeft: 34,
    marginRight: 34,
    marginTop: 22,
    marginBottom: 22,
    x: {
      domain: [0, Math.max(1, points.length - 1)],
      ticks: points.map((_, at) => at),
      tickFormat: (at: number) => points[at]?.year ?? '',
      label: null,
      tickSize: 0,
    },
    y: { axis: null, domain: [least - room, most + room] },
    marks: [
      line(data, { x: 'at', y: 'value', stroke: colour, strokeWidth: 2 }),
      dot(data, {
        x: 'at',
        y: 'value',
        fill: colour,
        r: 3.5,
        title: ({ year, valueText }: LinePoint) => `${year} ${valueText}`,
      }),
      text(data, { x: 'at', y: 'value', text: 'valueText', dy: -12, fontSize: 11, fill: 'currentColor' }),
    ],
  })
}
