import { dot, link, ruleX, text } from '@observablehq/plot'
import { draw, labelsOf, letterSize } from './draw.ts'

/** One indicator in two years, as index numbers: 100 → 134. */
export interface Slope {
  readonly name: string
  readonly index: number
  readonly valueText: string
  readonly title: string
}

const height = 420
const gap = letterSize + 5

/** Lines from 100 to what became of it, halves as far down as doubles go up, their names at the end, pushed apart where they would lie on each other. */
export function slopes(rows: readonly Slope[], label: string, years: readonly [string, string]): string {
  const sorted = [...rows].sort((one, other) => other.index - one.index)
  const tall = Math.max(height, sorted.length * gap + 70)
  const sizes = sorted.map(({ index }) => Math.log(index))
  const span = Math.max(Math.log(100), ...sizes) - Math.min(Math.log(100), ...sizes) || 1
  const places = spread(sizes, (gap * span) / (tall - 90)).map(Math.exp)
  const { short, room } = labelsOf(
    sorted.map(({ name, valueText }) => `${name} ${valueText}`),
    30,
  )
  const data = sorted.map((row, at) => ({
    ...row,
    label: short[at] ?? '',
    place: places[at] ?? row.index,
    colour: row.index < 100 ? 'var(--down)' : 'var(--up)',
  }))
  const all = [100, ...places, ...sorted.map(({ index }) => index)]
  return draw(label, {
    height: tall,
    marginLeft: 56,
    marginRight: room + 24,
    marginTop: 44,
    marginBottom: 20,
    color: { type: 'identity' },
    x: { domain: [0, 1], axis: null },
    y: {
      type: 'log',
      domain: [Math.min(...all), Math.max(...all)],
      label: null,
      ticks: [25, 50, 75, 100, 150, 200, 300, 400].filter(
        (tick) => tick >= Math.min(...all) && tick <= Math.max(...all),
      ),
      tickFormat: String,
      tickSize: 0,
      grid: true,
    },
    marks: [
      ruleX([0, 1], { stroke: 'currentColor', strokeOpacity: 0.4 }),
      text(years, {
        x: (_: string, at: number) => at,
        frameAnchor: 'top',
        dy: -30,
        text: (year: string) => year,
        fontWeight: 600,
      }),
      link(data, { x1: 0, x2: 1, y1: 100, y2: 'index', stroke: 'colour', strokeWidth: 2, title: 'title' }),
      dot(data, { x: 1, y: 'index', fill: 'colour', r: 4, title: 'title' }),
      text(data, { x: 1, y: 'place', text: 'label', textAnchor: 'start', dx: 12, fill: 'currentColor' }),
    ],
  })
}

/**
 * Numbers from high to low, as near to where they were as can be, but so far apart: those that come too close stand
 * together around their middle.
 */
export function spread(values: readonly number[], least: number): number[] {
  const groups: { sum: number; count: number }[] = []
  for (const [at, value] of values.entries()) {
    let group = { sum: value + at * least, count: 1 }
    for (let last = groups.at(-1); last && last.sum / last.count < group.sum / group.count; last = groups.at(-1)) {
      group = { sum: last.sum + group.sum, count: last.count + group.count }
      groups.pop()
    }
    groups.push(group)
  }
  const places = groups.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  return places.map((place, at) => place - at * least)
}
