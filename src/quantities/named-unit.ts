import { tableOf } from '../text/characters.ts'
import { currencyBefore } from '../tokens/currencies.ts'
import { readNumeral } from '../tokens/numerals.ts'
import { builtInUnits, readUnit, type Units } from '../tokens/units.ts'
import { hedgeStart } from '../tokens/words.ts'
import type { Quantity } from '../types.ts'
import type { Reading } from './rule.ts'

type Amount = Pick<Quantity, 'start' | 'value' | 'high' | 'unit'>

/** The amount in the unit that stands before it: 港币8亿元 → 港元, ￥300 → 元, 发行总额（亿元）：10.00 → 1000000000 元; null where none does. */
export function namedUnit({ value, high, unit }: Reading, text: string, start: number, units: Units): Amount | null {
  const money = currencyBefore(text, start)
  if (money !== null) return { start: money.start, value, high, unit: money.unit }
  // 港币约8亿元: the hedge stays outside
  const hedged = hedgeStart(text, start)
  const far = hedged === start ? null : currencyBefore(text, hedged)
  if (far !== null) return { start, value, high, unit: far.unit }
  return unit === '' && labelEnds[text.charCodeAt(start - 1)] === 1
    ? labelUnit({ start, value, high, unit }, text, units)
    : null
}

const labelEnds = tableOf('：:)）')
const label = /[（(](?:单位[：:])?(?<unit>[^（）()]{1,8})[)）][：:]?$/

function labelUnit({ start, value, high }: Amount, text: string, units: Units): Amount | null {
  const written = label.exec(text.slice(Math.max(0, start - 16), start))?.groups?.unit
  const found = written === undefined ? null : wholeUnit(written, units)
  if (found === null) return null
  const scale = (number: number) => Number(`${number}e${found.power}`)
  return { start, value: scale(value), high: high === null ? null : scale(high), unit: found.name }
}

/** 亿元, 万户, %: a magnitude and a unit and nothing else; null where it says more. */
export function wholeUnit(
  written: string,
  units: Units = builtInUnits,
): { readonly name: string; readonly power: number } | null {
  const magnitude = readNumeral(written, 0, written.length)
  if (magnitude !== null && !magnitude.bare) return null
  const found = readUnit(written, magnitude?.end ?? 0, units)
  if (found === null || found.end < written.length) return null
  return { name: found.unit.name, power: (magnitude?.magnitude ?? 0) + found.unit.power }
}
