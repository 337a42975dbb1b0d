import { tableOf } from '../../text/characters.ts'
import { longest } from '../../tokens/trie.ts'
import type { Sentence } from '../../types.ts'
import type { Draft } from '../draft.ts'
import { countOf, family, hashOf, type Ledger, pairOf } from '../ranking/traits.ts'
import { type Weights, weighing } from '../ranking/weights.ts'
import { cues } from './cues.ts'
import { goingOn } from './plan-lists.ts'
import { planBefore } from './plan-words.ts'

/** Sets the status of figures that are plans: by what stands around each, and by its paragraph, its list and the headings over it. */
export function settleStatus(drafts: readonly Draft[], sentences: readonly Sentence[], weights: Weights): Draft[] {
  const ledger = weighing(weights)
  const planned = planTraits(drafts, sentences, ledger)
  return drafts.map((draft, index) => {
    const sum = planned[index]
    return sum === null || sum === undefined || sum <= 0
      ? withPlan(draft, sum ?? null)
      : { ...withPlan(draft, sum), status: 'target' }
  })
}

const withPlan = (draft: Draft, sum: number | null): Draft => ({ ...draft, sure: { ...draft.sure, plan: sum } })

const f = {
  always: family('plan'),
  before: family('plan, cue before in the clause'),
  sentence: family('plan, cue before in the sentence'),
  nearest: family('plan, nearest cue before'),
  behind: family('plan, cue behind in the sentence'),
  opening: family('plan, cue that opens the sentence'),
  clause: family('plan, cue that opens the clause'),
  paragraph: family('plan, cue in the paragraph'),
  paragraphOpening: family('plan, cue that opens a clause of the paragraph'),
  bids: family('plan, clauses that open with a cue'),
  list: family('plan, cue over the list'),
  heading: family('plan, cue in the heading'),
  outer: family('plan, cue in an outer heading'),
  previous: family('plan, cue in the paragraph before'),
  qualifier: family('plan, qualifier'),
  kind: family('plan, kind'),
  digits: family('plan, digits'),
  round: family('plan, round figures'),
  precise: family('plan, precise figures'),
  figures: family('plan, figures'),
  behindFigure: family('plan, characters behind'),
  beforeFigure: family('plan, characters before'),
  action: family('plan, action'),
  rule: family('plan, construction'),
  planWord: family('plan, words of a plan before'),
  goal: family('plan, is called a goal'),
  goingOn: family('plan, goes on in a list'),
} as const

/** A cue where it stands in its paragraph. */
interface Cue {
  readonly at: number
  readonly word: number
  /** Is it the first of its clause, of its sentence? */
  readonly opens: 'sentence' | 'clause' | null
}

/** A paragraph, or the items of one list: what holds for one of them holds for all. */
interface Stretch {
  readonly cues: readonly Cue[]
  readonly clauses: number
  readonly text: string
}

/** What speaks for a plan, for each draft; null where nothing is to be decided: a cell's status stands in its table. */
export function planTraits<Sum>(
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  ledger: Ledger<Sum>,
): (Sum | null)[] {
  const context = contextOf(drafts, sentences)
  const sums = new Map<number, Sum>()
  return drafts.map((draft) => {
    const { sentence } = draft.slot
    if (draft.status === 'baseline' || sentence.cell !== null) return null
    const known = sums.get(sentence.paragraph)
    const around = known ?? paragraphTraits(sentence, context, ledger)
    sums.set(sentence.paragraph, around)
    figureTraits(draft, context, ledger)
    return ledger.plus(around, ledger.take())
  })
}

interface Context {
  readonly stretches: ReadonlyMap<number, Stretch>
  readonly figures: ReadonlyMap<number, readonly Draft[]>
  /** Where each sentence begins in its paragraph. */
  readonly starts: ReadonlyMap<Sentence, number>
  /** Of a list's items: the paragraph that opens it. */
  readonly openers: ReadonlyMap<number, number>
  readonly headings: Map<string, readonly number[]>
  /** Sentences that a plan goes on in. */
  readonly planned: ReadonlySet<Sentence>
}

function contextOf(drafts: readonly Draft[], sentences: readonly Sentence[]): Context {
  const texts = new Map<number, string>()
  const starts = new Map<Sentence, number>()
  for (const sentence of sentences) {
    if (sentence.cell !== null) continue
    const before = texts.get(sentence.paragraph) ?? ''
    starts.set(sentence, before.length)
    texts.set(sentence.paragraph, before + sentence.reading)
  }
  const figures = new Map<number, Draft[]>()
  for (const draft of drafts) {
    const { paragraph } = draft.slot.sentence
    const list = figures.get(paragraph)
    if (list === undefined) figures.set(paragraph, [draft])
    else list.push(draft)
  }
  return {
    stretches: new Map([...texts].map(([paragraph, text]) => [paragraph, stretchOf(text)])),
    figures,
    starts,
    openers: openersOf(texts),
    headings: new Map(),
    planned: goingOn(sentences),
  }
}

const clauseEnds = tableOf('，。；：！？')
const sentenceEnds = tableOf('。；！？')

function stretchOf(text: string): Stretch {
  const found: Cue[] = []
  let clauses = 1
  let opens: Cue['opens'] = 'sentence'
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (clauseEnds[code] === 1) {
      opens = sentenceEnds[code] === 1 ? 'sentence' : 'clause'
      clauses++
      continue
    }
    const cue = longest(cues, text, at)
    if (cue !== null) {
      found.push({ at, word: cue.value, opens })
      at = cue.end - 1
    }
    opens = null
  }
  return { cues: found, clauses, text }
}

const item =
  /^(?:——|[^，。；：]{1,8}：|\d{1,2}[.、．)）](?!\d)|[（(][\d一二三四五六七八九十]{1,2}[)）]|[①-⑳●■◆★•·]|[一二三四五六七八九十]{1,3}(?:是|要))/

/** The paragraph that ends in a colon over items, 将办好10件实事：, for each of them. */
function openersOf(texts: ReadonlyMap<number, string>): Map<number, number> {
  const openers = new Map<number, number>()
  let opener: number | null = null
  let before: string | null = null
  let number = -1
  for (const [paragraph, text] of texts) {
    if (before?.endsWith('：') === true) opener = number
    else if (!item.test(text) && !(before?.endsWith('；') ?? false)) opener = null
    if (opener !== null) openers.set(paragraph, opener)
    before = text
    number = paragraph
  }
  return openers
}

function paragraphTraits<Sum>({ paragraph, sections }: Sentence, context: Context, { visit, take }: Ledger<Sum>): Sum {
  const { cues: here = [], clauses = 1 } = context.stretches.get(paragraph) ?? {}
  visit(f.always)
  for (const word of distinct(here, () => true)) visit(f.paragraph, word)
  for (const word of distinct(here, ({ opens }) => opens !== null)) visit(f.paragraphOpening, word)
  const bids = here.filter(({ opens }) => opens !== null).length / clauses
  visit(f.bids, countOf(Math.round(bids * 5), 5), countOf(Math.min(clauses, 4), 4))
  const opener = context.openers.get(paragraph)
  if (opener !== undefined)
    for (const word of distinct(context.stretches.get(opener)?.cues ?? [], () => true)) visit(f.list, word)
  sections.forEach((name, depth) => {
    const kind = depth === sections.length - 1 ? f.heading : f.outer
    for (const word of headingCues(name, context)) visit(kind, word)
  })
  for (const word of distinct(context.stretches.get(paragraph - 1)?.cues ?? [], ({ opens }) => opens === 'sentence'))
    visit(f.previous, word)
  const raws = (context.figures.get(paragraph) ?? []).map(({ slot }) => slot.quantity.raw)
  visit(f.figures, countOf(raws.length, 8))
  visit(
    f.round,
    countOf(Math.round((raws.filter(isRound).length / Math.max(1, raws.length)) * 4), 4),
    countOf(Math.min(4, raws.length), 4),
  )
  visit(f.precise, countOf(raws.filter(isPrecise).length, 4))
  return take()
}

function distinct(found: readonly Cue[], accepts: (cue: Cue) => boolean): Set<number> {
  const words = new Set<number>()
  for (const cue of found) if (accepts(cue)) words.add(cue.word)
  return words
}

function headingCues(name: string, { headings }: Context): readonly number[] {
  const known = headings.get(name)
  if (known !== undefined) return known
  const found = stretchOf(name).cues.map(({ word }) => word)
  headings.set(name, found)
  return found
}

/** 300, 1500, 65%: plans are made in such figures; 100% is as often what was reached. */
const isRound = (raw: string): boolean => raw !== '100%' && /^(?:[1-9]\d?0+|\d?50*)(?![\d.])/.test(raw)
const digitsOf = (raw: string): number =>
  (/[\d,]+(?:\.\d+)?/.exec(raw)?.[0] ?? '').replace(/[,.]/g, '').replace(/^0+|0+$/g, '').length
const isPrecise = (raw: string): boolean => digitsOf(raw) >= 4 || (digitsOf(raw) === 3 && raw.includes('.'))

/** 目标85万户, but not 完成目标的98% */
const namesGoal =
  /(?:(?<!项)目标|计划)(?:值|数|任务)?(?:为|是|≥|≤|定为)?(?:(?!生育|惠及|覆盖|支持|资助|带动|入选)[\u4e00-\u9fff]{0,4})$/
/** 确保热线畅通，共处置诉求3984件 */
const wasDone = /(?<![比较])(?:去年|上年|过去)|，(?:目前)?(?:已|共(?=处置|受理|查|检|出动|接|收|办))/

function figureTraits<Sum>(draft: Draft, { stretches, starts, planned }: Context, { visit }: Ledger<Sum>): void {
  const { sentence, quantity } = draft.slot
  const from = starts.get(sentence) ?? 0
  const { cues: all = [] } = stretches.get(sentence.paragraph) ?? {}
  const at = from + quantity.start
  const clause = from + draft.slot.from
  const end = from + sentence.reading.length
  const kind = hashOf(draft.kind)
  let nearest: Cue | null = null
  for (const cue of all) {
    if (cue.at < from) continue
    if (cue.at >= end) break
    if (cue.at >= at) {
      visit(f.behind, cue.word)
      continue
    }
    nearest = cue
    visit(cue.at >= clause ? f.before : f.sentence, cue.word)
    if (cue.opens === 'sentence') visit(f.opening, cue.word)
    else if (cue.opens === 'clause' && cue.at >= clause) visit(f.clause, cue.word)
  }
  const plan = planBefore(sentence.reading, quantity.start)
  if (plan >= 0) visit(f.planWord, wasDone.test(sentence.reading.slice(plan, quantity.start)) ? 1 : 2, kind)
  if (namesGoal.test(draft.slot.left) || draft.slot.label === '目标') visit(f.goal, hashOf(draft.extractor))
  if (planned.has(sentence)) visit(f.goingOn, kind)
  visit(f.nearest, nearest?.word ?? 0, kind)
  visit(f.qualifier, hashOf(quantity.qualifier), kind)
  visit(f.kind, kind)
  visit(f.rule, hashOf(draft.extractor))
  visit(f.digits, countOf(digitsOf(quantity.raw), 5), pairOf(kind, isRound(quantity.raw) ? 1 : 0))
  visit(f.action, hashOf(draft.action.text))
  visit(f.behindFigure, hashOf(sentence.reading.slice(quantity.end, quantity.end + 2)))
  visit(f.beforeFigure, hashOf(sentence.reading.slice(Math.max(0, quantity.start - 2), quantity.start)))
}
