import { followTargets } from '../../compare/targets.ts'
import { valueIn } from '../../compare/units.ts'
import type { Language } from '../../messages/index.ts'
import type { Claim, Extraction } from '../../types.ts'
import { amountText, numberText } from '../amount.ts'
import type { PageSector } from '../page-data.ts'
import { fill, type Words } from '../words.ts'
import { bars } from './bars.ts'
import type { Chart } from './draw.ts'

/** What a chart of a report needs to know beside its claims. */
export interface Around {
  readonly sectors: readonly PageSector[]
  readonly words: Words
  readonly language: Language
}

/** The charts of one report: how much of each sector, amounts of one unit, growth up and down, goals and outcomes. */
export function chartsOf(extraction: Extraction, around: Around): Chart[] {
  if (extraction.claims.length === 0) return []
  return [
    countsChart(extraction, around),
    ...amountCharts(extraction, around),
    ...growthChart(extraction, around),
    ...goalsChart(extraction, around),
  ]
}

const mostRows = 16
const fewestRows = 3

function countsChart({ claims }: Extraction, { sectors, words }: Around): Chart {
  const rows = sectors.flatMap(({ id, name }, at) => {
    const value = claims.filter(({ sector }) => sector === id).length
    return value === 0
      ? []
      : [
          {
            name,
            value,
            valueText: String(value),
            colour: `var(--s${at % 12})`,
            title: `${name} ${value}`,
            claim: null,
          },
        ]
  })
  rows.sort((one, other) => other.value - one.value)
  const tick = (value: number) => (Number.isInteger(value) ? String(value) : '')
  return {
    title: words.chartCounts,
    note: null,
    legend: [],
    svg: bars(rows, { label: words.chartCounts, unit: '', tick }),
  }
}

/** The units that most levels are in, each a chart: 亿元, 家, %. */
function amountCharts({ claims }: Extraction, around: Around): Chart[] {
  const { words, language, sectors } = around
  const levels = claims.filter(
    ({ kind, status, value, high }) => kind === 'level' && status === 'actual' && value > 0 && high === null,
  )
  const byUnit = new Map<string, Claim[]>()
  for (const claim of levels) byUnit.set(claim.unit, [...(byUnit.get(claim.unit) ?? []), claim])
  const units = [...byUnit].filter(([unit, all]) => unit !== '' && all.length >= fewestRows)
  return units
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, 4)
    .map(([unit, all]) => {
      const shown = [...all].sort((one, other) => other.value - one.value).slice(0, mostRows)
      const isLog = (shown[0]?.value ?? 1) / (shown.at(-1)?.value ?? 1) > 300
      const title = fill(words.chartAmounts, { unit })
      const more = all.length > shown.length ? fill(words.chartMore, { n: shown.length, all: all.length }) : null
      const note = [isLog ? words.chartLog : null, more].filter((part) => part !== null).join(' · ')
      const used = sectors.filter(({ id }) => shown.some(({ sector }) => sector === id))
      return {
        title,
        note: note === '' ? null : note,
        legend: used.map(({ id, name }) => ({
          label: name,
          className: `sector sector-${sectors.findIndex((one) => one.id === id) % 12}`,
        })),
        svg: bars(
          shown.map((claim) => barOf(claim, claims, around, claim.value)),
          { label: title, unit, isLog, tick: (value) => numberText(value, language) },
        ),
      }
    })
}

function growthChart({ claims }: Extraction, around: Around): Chart[] {
  const { words } = around
  const changes = claims.filter(
    ({ kind, unit, status, high }) => kind === 'change' && unit === '%' && status === 'actual' && high === null,
  )
  if (changes.length < fewestRows) return []
  const signed = (claim: Claim) => (claim.direction === 'down' ? -claim.value : claim.value)
  const largest = [...changes].sort((one, other) => other.value - one.value).slice(0, mostRows + 4)
  const shown = largest.sort((one, other) => signed(other) - signed(one))
  const rows = shown.map((claim) => ({
    ...barOf(claim, claims, around, signed(claim)),
    valueText: `${signed(claim) > 0 ? '+' : ''}${Number(signed(claim).toPrecision(6))}%`,
    colour: signed(claim) < 0 ? 'var(--down)' : 'var(--up)',
  }))
  const note = changes.length > shown.length ? fill(words.chartMore, { n: shown.length, all: changes.length }) : null
  const legend = [
    { label: words.up, className: 'key-up' },
    { label: words.down, className: 'key-down' },
  ]
  return [
    { title: words.chartGrowth, note, legend, svg: bars(rows, { label: words.chartGrowth, unit: '%', tick: String }) },
  ]
}

/** How much of each goal the figure of the same thing is: 目标 5%, 结果 5.6% → 112. */
function goalsChart(extraction: Extraction, around: Around): Chart[] {
  const { words, language } = around
  const rows = followTargets(extraction, extraction).flatMap(({ target, new: result }) => {
    const reached = valueIn(result, target.unit)
    const isOfOneKind = target.kind === result?.kind && target.direction === result.direction
    if (result === null || reached === null || !isOfOneKind || !(target.value > 0) || !(reached > 0)) return []
    const share = (reached / target.value) * 100
    return {
      ...barOf(target, extraction.claims, around, Number(share.toPrecision(4))),
      valueText: `${amountText(result, language, words)} / ${amountText(target, language, words)}`,
      colour: share >= 100 ? 'var(--good)' : 'var(--down)',
    }
  })
  if (rows.length === 0) return []
  const note = rows.length > mostRows ? fill(words.chartMore, { n: mostRows, all: rows.length }) : words.chartGoalsNote
  const svg = bars(rows.slice(0, mostRows), { label: words.chartGoals, unit: '%', tick: String })
  return [{ title: words.chartGoals, note, legend: [], svg }]
}

function barOf(claim: Claim, claims: readonly Claim[], { sectors, language, words }: Around, value: number) {
  const at = sectors.findIndex(({ id }) => id === claim.sector)
  const amount = amountText(claim, language, words)
  return {
    name: claim.indicator,
    value,
    valueText: amount,
    colour: `var(--s${Math.max(0, at) % 12})`,
    title: `${claim.action} ${claim.indicator} ${amount} · ${claim.period?.text ?? ''}`.trim(),
    claim: claims.indexOf(claim),
  }
}
