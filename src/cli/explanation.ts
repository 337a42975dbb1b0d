import type { ChalkInstance } from 'chalk'
import type { ExplainedQuantity, ExplainedSentence } from '../claims/explain.ts'
import type { Claim, Quantity } from '../types.ts'
import { words } from './language.ts'

/** An explanation to be read on a terminal: each quantity, the words around it, the rules tried, its claim. */
export function formatExplanation(sentences: readonly ExplainedSentence[], colours: ChalkInstance): string {
  return sentences.map((sentence) => `${formatSentence(sentence, colours).join('\n')}\n`).join('\n')
}

function formatSentence({ text, noise, quantities }: ExplainedSentence, colours: ChalkInstance): string[] {
  return [
    colours.bold(text),
    ...noise.map((hidden) => colours.dim(`  ${words('explain.hidden', hidden.text, hidden.reason)}`)),
    ...(quantities.length === 0
      ? [`  ${words('explain.no-quantities')}`]
      : quantities.flatMap((one) => formatQuantity(one, colours))),
  ]
}

function formatQuantity(explained: ExplainedQuantity, colours: ChalkInstance): string[] {
  const { quantity, before, behind, tried, claim } = explained
  const around = [before, behind].map((some) =>
    some.map(({ text, tag }) => `${text} ${colours.dim(tag)}`).join(colours.dim(' · ')),
  )
  return [
    `  ${formatAmount(quantity, colours)}`,
    ...part(words('explain.before'), around[0], colours),
    ...part(words('explain.behind'), around[1], colours),
    ...refusals(tried).map(([why, rules]) => colours.dim(`    ✗ ${rules.join(', ')}: ${why}`)),
    ...tried.filter(({ took }) => took).map(({ rule, why }) => `    ${colours.green('✓')} ${rule}: ${why}`),
    `    ${claim === null ? words('explain.no-claim') : formatClaim(claim, colours)}`,
  ]
}

function part(label: string, text: string | undefined, colours: ChalkInstance): string[] {
  return text === '' || text === undefined ? [] : [`    ${colours.cyan(label)} ${text}`]
}

/** The patterns that refused, by reason. */
function refusals(tried: ExplainedQuantity['tried']): [string, string[]][] {
  const byReason = new Map<string, string[]>()
  for (const { rule, took, why } of tried) if (!took) byReason.set(why, [...(byReason.get(why) ?? []), rule])
  return [...byReason]
}

function formatAmount(quantity: Quantity, colours: ChalkInstance): string {
  const { raw, unit, qualifier, sign, rule } = quantity
  const more = [qualifier, ...(sign === null ? [] : [sign]), words('explain.by', rule)].join(', ')
  return `${colours.yellow(raw)} = ${amountOf(quantity)}${unit === '' ? '' : ` ${unit}`}  ${colours.dim(more)}`
}

function formatClaim(claim: Claim, colours: ChalkInstance): string {
  const { id, indicator, action, unit, kind, direction, basis, status, qualifier, sector, sectorBy } = claim
  const what = `${colours.bold(indicator)} = ${colours.yellow(`${amountOf(claim)}${unit === '' ? '' : ` ${unit}`}`)}`
  const kinds = [kind, direction, basis, status, qualifier].filter((part) => part !== null).join(' ')
  const more = [action, kinds, `${sector} by ${sectorBy}`, String(claim.confidence), claim.extractor]
  return `${id} ${what}  ${colours.dim(more.filter((part) => part !== '').join(' · '))}`
}

function amountOf({ value, high }: Pick<Quantity, 'value' | 'high'>): string {
  return high === null ? String(value) : words('explain.to', String(value), String(high))
}
