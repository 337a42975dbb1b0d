import { placeIn } from '../compare/places.ts'
import { dimensionOf } from '../compare/units.ts'
import type { Claim } from '../types.ts'

/** A figure in its sentence, and the words around it: of 合格97批次，合格率97% the second has the lead ，合格率. */
export interface Figure {
  readonly claim: Claim
  /** Its place among the figures of the report's text. */
  readonly order: number
  readonly passage: Passage
  /** Where it begins and ends in its sentence. */
  readonly at: number
  readonly end: number
  /** From the figure before, or the beginning of the sentence. */
  readonly lead: string
  /** To the figure behind, or the end of the sentence. */
  readonly tail: string
}

/** A sentence with figures. */
export interface Passage {
  readonly text: string
  readonly figures: readonly Figure[]
  /** The sentence before it with figures, in the same paragraph. */
  readonly before: Passage | null
}

/** Sentences further apart than this are not of one paragraph, whatever the lines say. */
const gapInParagraph = 120

/** The figures of running text by sentence, in order; tables have none. */
export function passagesOf(claims: readonly Claim[]): Passage[] {
  const passages: Passage[] = []
  let group: Claim[] = []
  let order = 0
  const close = () => {
    const first = group[0]
    if (first === undefined) return
    const passage = passageOf(group, order, isNear(passages.at(-1), first) ? (passages.at(-1) ?? null) : null)
    order += group.length
    passages.push(passage)
    group = []
  }
  for (const claim of claims) {
    if (claim.source.table !== undefined) continue
    if (!isSameSentence(group.at(-1), claim)) close()
    group.push(claim)
  }
  close()
  return passages
}

function isSameSentence(one: Claim | undefined, { source }: Claim): boolean {
  return (
    one !== undefined &&
    one.source.sentence === source.sentence &&
    one.source.sentenceStart === source.sentenceStart &&
    one.source.line === source.line
  )
}

function isNear(passage: Passage | undefined, { source }: Claim): boolean {
  const last = passage?.figures.at(-1)?.claim.source
  return last !== undefined && last.line === source.line && source.start - last.end <= gapInParagraph
}

function passageOf(claims: readonly Claim[], order: number, before: Passage | null): Passage {
  const text = claims[0]?.source.sentence ?? ''
  const places = claims.map((claim) => placeIn(claim))
  const figures: Figure[] = []
  const passage = { text, figures, before }
  for (const [index, claim] of claims.entries()) {
    const at = Math.max(0, places[index] ?? 0)
    const end = at + claim.raw.length
    const lead = text.slice(figures.at(-1)?.end ?? 0, at)
    const tail = text.slice(end, places[index + 1] ?? text.length)
    figures.push({ claim, order: order + index, passage, at, end, lead, tail })
  }
  return passage
}

/** So many figures are looked back over. */
const reach = 12

/** The figures before one, the nearest first: of its sentence, then of those before it in the paragraph. */
export function figuresBefore(figure: Figure): Figure[] {
  const found: Figure[] = []
  let passage: Passage | null = figure.passage
  for (let steps = 0; passage !== null && steps < 3 && found.length < reach; steps++) {
    const here: readonly Figure[] = passage === figure.passage ? earlier(figure) : passage.figures.slice(-reach)
    found.push(...here.toReversed())
    passage = passage.before
  }
  return found.slice(0, reach)
}

function earlier({ passage, order }: Figure): readonly Figure[] {
  const index = order - (passage.figures[0]?.order ?? 0)
  return passage.figures.slice(Math.max(0, index - reach), index)
}

/** The figures behind one in its sentence. */
export function figuresBehind({ passage, order }: Figure): readonly Figure[] {
  const index = order - (passage.figures[0]?.order ?? 0) + 1
  return passage.figures.slice(index, index + reach)
}

/** The words from one figure to a later one; where sentences lie between, what is left of the one and begins the other. */
export function between(one: Figure, other: Figure): string {
  if (one.passage === other.passage) return one.passage.text.slice(one.end, other.at)
  return one.passage.text.slice(one.end) + other.passage.text.slice(0, other.at)
}

/** Words that tell of the year before, right before its figure: 比上年的97.1%, 上年同期为5.2万户, 较2020年（1.0万家） */
export const ofYearBefore = /(?:上年|去年|上一年|(?<year>\d{4})年)(?:同期|末|底)?(?:的|为|是|仅|只有|仅有)?[（(]?$/

const perHead =
  /每[一百千万十]*(?:人|名|户|家|个|亩|台|天|日|月|年|平方)|人均|户均|亩均|日均|月均|年均|平均|单位(?:面积|产品|GDP|生产总值)|万元(?:GDP|生产总值)/

/** A count or an amount, which adds up with others: no rate, no time, nothing a head. */
export function isAmount({ claim, lead }: Figure): boolean {
  const { kind, unit, qualifier, indicator } = claim
  return (
    (kind === 'level' || kind === 'change') &&
    qualifier !== 'range' &&
    unit !== '' &&
    unit !== '分' &&
    !unit.includes('/') &&
    !['percent', 'point', 'times', 'time', 'month', 'workday'].includes(dimensionOf(unit).name) &&
    !perHead.test(indicator) &&
    !perHead.test(lead.slice(-10))
  )
}

/** Of one unit and kind, both done or both planned, of one time and place. */
export function areAlike(one: Claim, other: Claim): boolean {
  return (
    one.unit === other.unit &&
    one.kind === other.kind &&
    one.status === other.status &&
    isSame(one.period?.from, other.period?.from) &&
    isSame(one.period?.to, other.period?.to) &&
    isSame(one.region, other.region)
  )
}

function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return one === other || (one ?? null) === null || (other ?? null) === null
}
