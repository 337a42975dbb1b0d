import type { ChalkInstance } from 'chalk'
import type { Claim, Quantity } from '../types.ts'

/** What happened to a sentence on its way to claims. */
export interface ExplainedSentence {
  readonly text: string
  readonly words: readonly { readonly text: string; readonly tag: string }[]
  readonly quantities: readonly Quantity[]
  readonly tried: readonly { readonly rule: string; readonly took: boolean; readonly why: string }[]
  readonly claims: readonly Claim[]
}

/** An explanation to be read on a terminal, a part of the way a line: words, quantities, rules, claims. */
export function formatExplanation(sentences: readonly ExplainedSentence[], colours: ChalkInstance): string {
  return sentences.map((sentence) => `${formatSentence(sentence, colours).join('\n')}\n`).join('\n')
}

function formatSentence(sentence: ExplainedSentence, colours: ChalkInstance): string[] {
  const { words, quantities, tried, claims } = sentence
  const tagged = words.map(({ text, tag }) => `${text} ${colours.dim(tag)}`).join(colours.dim(' · '))
  const rules = tried.map(({ rule, took, why }) =>
    took ? `${colours.green('✓')} ${rule}  ${why}` : colours.dim(`✗ ${rule}  ${why}`),
  )
  return [
    colours.bold(sentence.text),
    ...part('words', words.length === 0 ? [] : [tagged], colours),
    ...part(
      'quantities',
      quantities.map((quantity) => formatQuantity(quantity, colours)),
      colours,
    ),
    ...part('rules', rules, colours),
    ...part(
      'claims',
      claims.map((claim) => formatClaim(claim, colours)),
      colours,
    ),
  ]
}

const labelWidth = 12

/** The label stands before the first line alone. */
function part(label: string, lines: readonly string[], colours: ChalkInstance): string[] {
  const shown = lines.length === 0 ? [colours.dim('none')] : lines
  return shown.map((line, at) => `  ${colours.cyan((at === 0 ? label : '').padEnd(labelWidth))}${line}`)
}

function formatQuantity(quantity: Quantity, colours: ChalkInstance): string {
  const { raw, unit, qualifier, sign, rule } = quantity
  const more = [qualifier, ...(sign === null ? [] : [sign]), `by ${rule}`].join(', ')
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
  return high === null ? String(value) : `${value} to ${high}`
}
