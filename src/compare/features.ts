import { type Aliases, canonicalName, foldName } from '../concepts/index.ts'
import type { Claim, Kind } from '../types.ts'
import { type Flow, flowOf } from './flow.ts'
import { type Modifiers, modifiersOf } from './modifiers.ts'
import { placeIn, wordsBefore, wordsBehind } from './places.ts'
import { dimensionOf } from './units.ts'

/** What matching looks at in a claim, worked out once. */
export interface Features {
  readonly claim: Claim
  /** Place among the claims, 0..1. */
  readonly order: number
  /** Claims of different blocks are never compared: a level in money with a level in money. */
  readonly block: string
  readonly folded: string
  readonly name: string
  readonly action: string
  /** What was done and to what: 完成定期检验. */
  readonly told: string
  /** Pairs of characters of the name, and the weight of each: those of its action count less. */
  readonly grams: ReadonlyMap<string, number>
  readonly modifiers: Modifiers
  readonly flow: Flow
  /** Pairs of characters of the words around the figure. */
  readonly context: ReadonlySet<string>
  readonly magnitude: number
  /** Another place than the report's own: 全国, 长春市; else empty. */
  readonly place: string
  /** What a change is against, where that is not the year before: 年均, 五年来. */
  readonly base: string
  /** January and the whole year are not the same: 12月, 年. */
  readonly span: string
}

/** What matching looks at, for all claims of one report. */
export function featuresOf(claims: readonly Claim[], region: string | null, aliases: Aliases): Features[] {
  const spans = spansOf(claims)
  return claims.map((claim, at) => {
    const folded = foldName(claim.indicator)
    const name = canonicalName(folded, aliases)
    const action = canonicalName(foldName(claim.action), aliases)
    return {
      claim,
      order: claims.length < 2 ? 0 : at / (claims.length - 1),
      block: blockOf(claim),
      folded,
      name,
      action,
      told: name.startsWith(action) ? name : `${action}${name}`,
      grams: gramsOf([
        [canonicalName(foldName(`${wordsBefore(claim)} ${wordsBehind(claim)}`), aliases), nearWeight],
        [action, actionWeight],
        [name, 1],
      ]),
      modifiers: modifiersOf(`${action}${name}`),
      flow: flowOf(claim),
      context: contextOf(claim),
      magnitude: Math.log10(Math.abs(claim.value) * dimensionOf(claim.unit).factor + 1e-9),
      place: claim.region === null || claim.region === region ? '' : claim.region,
      base: baseOf(claim),
      span: spans[at] ?? '',
    }
  })
}

const kindBlocks: Readonly<Record<Kind, string>> = {
  level: 'level',
  share: 'level',
  change: 'change',
  gap: 'gap',
  rank: 'rank',
}

function blockOf(claim: Claim): string {
  const { kind, unit } = claim
  if (isMade(claim)) return `level ${dimensionOf(unit).name}`
  return `${kindBlocks[kind]} ${kind === 'rank' ? '' : dimensionOf(unit).name}`
}

/** 增加学位5200个 is as much as 新增学位5200个: what was made, and no change of another amount. */
function isMade({ kind, direction, unit, of, basis }: Claim): boolean {
  const isAmount = !['percent', 'point', 'times'].includes(dimensionOf(unit).name)
  return kind === 'change' && direction === 'up' && of === null && basis === 'none' && isAmount
}

const actionWeight = 0.4
const nearWeight = 0.15

/** 个转企 → 个转 转企; what stands in the name counts whole, what stands near it less. */
function gramsOf(texts: readonly (readonly [text: string, weight: number])[]): Map<string, number> {
  return new Map(texts.flatMap(([text, weight]) => pairsOf(text).map((gram) => [gram, weight] as const)))
}

function pairsOf(text: string): string[] {
  if (text.length < 2) return text === '' ? [] : [text]
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
}

/** The words before the figure and a few behind it, numbers left out, since they change from year to year. */
function contextOf(claim: Claim): Set<string> {
  const { source, raw } = claim
  const at = placeIn(claim)
  const around = at < 0 ? source.sentence.slice(0, 30) : source.sentence.slice(Math.max(0, at - 30), at)
  const behind = at < 0 ? '' : source.sentence.slice(at + raw.length, at + raw.length + 6)
  return new Set(pairsOf(foldName(`${around}${behind}`).replace(/[\d.%]+/g, '')))
}

/** 比2012年 and 比2013年 are the same, years apart. */
function baseOf({ basis }: Claim): string {
  return basis === null || /^(?:yoy|none)$|上年|去年/.test(basis) ? '' : basis.replace(/\d+/g, '')
}

/** So many figures of several years make a report one of them: what says no time in it may be of one year or of all. */
const manyOfYears = 5

/** What time each claim is of: years, 03-03, '' for a year; years? where a report of five years does not say. */
function spansOf(claims: readonly Claim[]): string[] {
  const spans = claims.map(spanOf)
  const isOfYears = claims.filter(({ period }) => /年来|五年/.test(period?.text ?? '')).length >= manyOfYears
  return spans.map((span, at) => (isOfYears && span === '' && isUnsaid(claims[at] as Claim) ? 'years?' : span))
}

function isUnsaid({ period, source }: Claim): boolean {
  return period !== null && !source.sentence.includes(period.text)
}

/** 2020-12-01 to 2020-12-31 → 12月; a year or nothing known → ''. */
function spanOf({ period }: Claim): string {
  if (/[两三四五六七八九十]年(?:来|间)|十[二三四五]五[”"]?(?:时期|期间|以来)/.test(period?.text ?? '')) return 'years'
  const from = period?.from?.slice(5, 7)
  const to = period?.to?.slice(5, 7)
  if (from === undefined || to === undefined || (from === '01' && to === '12')) return ''
  return period?.from?.slice(0, 4) === period?.to?.slice(0, 4) ? `${from}-${to}` : 'years'
}
