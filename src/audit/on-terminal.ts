import { placeIn } from '../compare/places.ts'
import { inLanguage, type Said, say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import type { Colours, Screen } from '../write/aligned.ts'
import type { Audit, Check, Count, Identity } from './identity.ts'

/** What an audit found: the sum, and the words that it was read from. */
export function formatAudit({ findings, others = [], checked }: Audit, screen: Screen): string {
  const told = [...findings, ...others].map((identity) => `\n${formatIdentity(identity, screen)}`)
  return `${formatChecked(checked, screen)}\n${told.join('')}`
}

/** 2 of 19 inconsistent (checked: part 7, sum 3, change 9); 4 could not be checked */
function formatChecked(checked: Audit['checked'], { language }: Screen): string {
  const counts = Object.entries(checked) as [Check, Count][]
  const sum = (verdict: keyof Count) => counts.reduce((total, [, count]) => total + count[verdict], 0)
  const [off, open] = [sum('off'), sum('open')]
  const done = sum('fits') + off
  const more = open === 0 ? '' : `; ${inLanguage(say('audit.open', open), language)}`
  if (done === 0) return `${inLanguage(say('audit.nothing'), language)}${more}`
  const kinds = counts
    .filter(([, { fits, off }]) => fits + off > 0)
    .map(([name, { fits, off }]) => `${inLanguage(say(`check.${name}`), language)} ${fits + off}`)
  const head = off === 0 ? say('audit.all-fit', done) : say('audit.some-off', off, done)
  return `${inLanguage(head, language)} ${inLanguage(say('audit.checked', kinds.join(', ')), language)}${more}`
}

const marks = { off: '✗', open: '?', fits: '✓' } as const

function formatIdentity(identity: Identity, { colours, language }: Screen): string {
  const { check, verdict, indicator, claims, previous, sum, confidence, doubt } = identity
  const told = (said: Said) => inLanguage(said, language)
  const paint = { off: colours.red, open: colours.yellow, fits: colours.green }[verdict]
  const sure = verdict === 'off' ? `  ${colours.dim(told(say('audit.sure', confidence.toFixed(2))))}` : ''
  const head = `${paint(marks[verdict])} ${colours.bold(printable(indicator))} ${colours.dim(told(say(`check.${check}`)))}`
  const why = doubt === null ? [] : [`  ${colours.dim(told(doubt))}`]
  const before =
    previous === null ? [] : [`  ${told(say('audit.previous', previous.source.line))}  ${excerpt([previous], colours)}`]
  const lines = bySentence(claims).map(
    (group) => `  ${told(say('audit.line', group[0]?.source.line ?? 0))}  ${excerpt(group, colours)}`,
  )
  return `${[`${head}  ${printable(sum)}${sure}`, ...why, ...before, ...lines].join('\n')}\n`
}

/** Figures of one sentence are shown together, with the words between. */
function bySentence(claims: readonly Claim[]): Claim[][] {
  const groups: Claim[][] = []
  for (const claim of [...claims].sort((one, other) => one.source.start - other.source.start)) {
    const group = groups.find(
      ([first]) => first?.source.sentence === claim.source.sentence && first.source.line === claim.source.line,
    )
    if (group === undefined) groups.push([claim])
    else group.push(claim)
  }
  return groups
}

const around = { before: 24, behind: 12, between: 60 }

/** …抽检⟦100批次⟧，合格⟦97批次⟧，合格率⟦95%⟧。 */
function excerpt(claims: readonly Claim[], colours: Colours): string {
  const sentence = claims[0]?.source.sentence ?? ''
  let [text, from] = ['', 0]
  for (const [index, claim] of claims.entries()) {
    const at = placeIn(claim)
    if (at < from) continue
    text +=
      cut(sentence.slice(from, at), index === 0 ? 'start' : 'middle') + colours.yellow(`⟦${printable(claim.raw)}⟧`)
    from = at + claim.raw.length
  }
  const rest = sentence.slice(from)
  return `${text}${printable(rest.slice(0, around.behind))}${rest.length > around.behind ? '…' : ''}`
}

function cut(text: string, place: 'start' | 'middle'): string {
  const words = printable(text)
  if (place === 'start') return words.length > around.before ? `…${words.slice(-around.before)}` : words
  if (words.length <= around.between) return words
  return `${words.slice(0, around.between / 2)} … ${words.slice(-around.between / 2)}`
}

/** Line ends and escape sequences of a report are none of the terminal's. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
