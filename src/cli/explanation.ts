import type { ChalkInstance } from 'chalk'
import type { ExplainedQuantity, ExplainedSentence } from '../claims/explain.ts'
import type { Possible } from '../claims/naming/choose.ts'
import { visible } from '../errors.ts'
import type { Claim, Quantity } from '../types.ts'
import { words } from './language.ts'

/** An explanation to be read on a terminal: each quantity, the words around it, the rules tried, its claim. */
export function formatExplanation(sentences: readonly ExplainedSentence[], colours: ChalkInstance): string {
  return sentences.map((sentence) => `${formatSentence(sentence, colours).join('\n')}\n`).join('\n')
}

function formatSentence({ text, noise, quantities }: ExplainedSentence, colours: ChalkInstance): string[] {
  return [
    colours.bold(visible(text)),
    ...noise.map((hidden) => colours.dim(`  ${words('explain.hidden', visible(hidden.text), hidden.reason)}`)),
    ...(quantities.length === 0
      ? [`  ${words('explain.no-quantities')}`]
      : quantities.flatMap((one) => formatQuantity(one, colours))),
  ]
}

function formatQuantity(explained: ExplainedQuantity, colours: ChalkInstance): string[] {
  const { quantity, names, tried, claim } = explained
  return [
    `  ${formatAmount(quantity, colours)}`,
    ...refusals(tried).map(([why, rules]) => colours.dim(`    ✗ ${rules.join(', ')}: ${why}`)),
    ...tried.filter(({ took }) => took).map(({ rule, why }) => `    ${colours.green('✓')} ${rule}: ${why}`),
    ...names.flatMap((name, index) => formatName(name, index === 0, colours)),
    `    ${claim === null ? words('explain.no-claim') : formatClaim(claim, colours)}`,
  ]
}

/** A name that was possible, how likely it was, and what spoke for it against the next. */
function formatName({ names, by, chance, reasons }: Possible, isTaken: boolean, colours: ChalkInstance): string[] {
  const text = visible(names.join('、'))
  const why = reasons.map(({ trait, weight }) => `${trait} ${weight > 0 ? '+' : ''}${weight}`).join(' · ')
  return [
    `    ${isTaken ? colours.green('✓') : colours.dim('·')} ${colours.cyan(text)} ${percentOf(chance)}  ${colours.dim(by)}`,
    ...(why === '' ? [] : [colours.dim(`        ${why}`)]),
  ]
}

const percentOf = (chance: number): string => `${Math.round(100 * chance)}%`

/** The patterns that refused, by reason. */
function refusals(tried: ExplainedQuantity['tried']): [string, string[]][] {
  const byReason = new Map<string, string[]>()
  for (const { rule, took, why } of tried) if (!took) byReason.set(why, [...(byReason.get(why) ?? []), rule])
  return [...byReason]
}

function formatAmount(quantity: Quantity, colours: ChalkInstance): string {
  const { raw, unit, qualifier, sign, rule } = quantity
  const more = [qualifier, ...(sign === null ? [] : [sign]), words('explain.by', rule)].join(', ')
  return `${colours.yellow(visible(raw))} = ${amountOf(quantity)}${unit === '' ? '' : ` ${unit}`}  ${colours.dim(more)}`
}

function formatClaim(claim: Claim, colours: ChalkInstance): string {
  const { id, indicator, action, unit, kind, direction, basis, status, qualifier, sector, sectorBy } = claim
  const what = `${colours.bold(visible(indicator))} = ${colours.yellow(`${amountOf(claim)}${unit === '' ? '' : ` ${unit}`}`)}`
  const kinds = [kind, direction, basis, status, qualifier].filter((part) => part !== null).join(' ')
  const more = [visible(action), kinds, `${sector} by ${sectorBy}`, String(claim.confidence), claim.extractor]
  return `${id} ${what}  ${colours.dim(more.filter((part) => part !== '').join(' · '))}`
}

function amountOf({ value, high }: Pick<Quantity, 'value' | 'high'>): string {
  return high === null ? String(value) : words('explain.to', String(value), String(high))
}
