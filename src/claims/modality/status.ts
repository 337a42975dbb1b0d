import type { Sentence } from '../../types.ts'
import type { Draft } from '../draft.ts'
import { countOf, family, hashOf, type Ledger, pairOf } from '../ranking/traits.ts'
import { type Weights, weighing } from '../ranking/weights.ts'
import { goingOn } from './plan-lists.ts'
import { planBefore } from './plan-words.ts'
import { type Cue, cueFrom, openersOf, type Stretch, stretchOf } from './stretch.ts'

/** Sets the status of figures that are plans: by what stands around each, and by its paragraph, its list and the headings over it. */
export function settleStatus(drafts: readonly Draft[], sentences: readonly Sentence[], weights: Weights): Draft[] {
  const ledger = weighing(weights)
  const sums = planTraits(drafts, sentences, ledger)
  const planned = goingOn(sentences)
  const alone = onlySentences(sentences)
  return drafts.map((draft, index) => {
    const said = sums[index] ?? null
    const sum =
      said === null ? null : said + headingSays(draft.slot) - (alone.has(draft.slot.sentence) ? aloneWeight : 0)
    // What a plan opened goes on in its list, whatever else is said there
    const isPlan = sum !== null && (sum > 0 || planned.has(draft.slot.sentence) || isGoal(draft))
    return { ...draft, status: isPlan ? 'target' : draft.status, sure: { ...draft.sure, plan: sum } }
  })
}

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
} as const

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
  }
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

/** 市场主体目标85万户 names itself one. */
const isGoal = ({ kind, extractor, slot }: Draft): boolean =>
  kind === 'level' && extractor !== 'percent-of' && (namesGoal.test(slot.left) || slot.label === '目标')

/** How far from its figure a cue is looked for. */
const reach = 400

/** 目标85万户, but not 完成目标的98% */
const namesGoal =
  /(?:(?<!项)目标|计划)(?:值|数|任务)?(?:为|是|≥|≤|定为)?(?:(?!生育|惠及|覆盖|支持|资助|带动|入选)[\u4e00-\u9fff]{0,4})$/
/** 确保热线畅通，共处置诉求3984件 */
const wasDone = /(?<![比较])(?:去年|上年|过去)|，(?:目前)?(?:已|共(?=处置|受理|查|检|出动|接|收|办))/

/** A sentence that is a paragraph of its own and has no word of a plan, 新增12家重点实验室。, is seldom one. */
const aloneWeight = 1.5

function onlySentences(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  return new Set(
    sentences.filter(
      ({ paragraph, reading }, at) =>
        sentences[at - 1]?.paragraph !== paragraph &&
        sentences[at + 1]?.paragraph !== paragraph &&
        planBefore(reading, reading.length) < 0,
    ),
  )
}

/** How much a heading over a figure says, against what is fitted on passages without headings. */
const headingWeight = 4
const planHeading =
  /下一步|下步|下阶段|目标|打算|工作安排|重点任务|主要任务|工作思路|展望|计划|今后|工作要点|努力方向|下一年|明年|发展任务|工作举措|保障措施|重点工作$/
const formerYear = /(?<![比较])(?:去年|上年)(?!同期|以来|底|末)/

/** 二、2026年工作安排 makes a plan of what stands under it, 一、工作回顾 none; but 去年 in the sentence looks back. */
function headingSays({ sentence: { sections, reading }, quantity }: Draft['slot']): number {
  const heading = sections.findLast((name) => planHeading.test(name) || pastHeading.test(name))
  if (heading === undefined) return 0
  if (pastHeading.test(heading)) return -headingWeight
  return formerYear.test(reading.slice(Math.max(0, quantity.start - reach), quantity.start)) ? 0 : headingWeight
}

const pastHeading = /回顾|总结|成效|成绩|完成情况|进展|工作情况|做法|现状|概况|综述|成果/
const ofThePast = /(?<![比较])(?:去年|过去的?一年|上年)/

/** 过去一年，预计生产总值突破5万亿元: what was expected of a year that is over is no plan; -1 then. */
function planStill({ reading, sections }: Sentence, plan: number): number {
  if (plan < 0 || !reading.startsWith('预计', plan)) return plan
  const isReview = pastHeading.test(sections.at(-1) ?? '')
  return isReview || ofThePast.test(reading.slice(Math.max(0, plan - 60), plan)) ? -1 : plan
}

function figureTraits<Sum>(draft: Draft, { stretches, starts }: Context, { visit }: Ledger<Sum>): void {
  const { sentence, quantity } = draft.slot
  const from = starts.get(sentence) ?? 0
  const { cues: all = [] } = stretches.get(sentence.paragraph) ?? {}
  const at = from + quantity.start
  const clause = from + draft.slot.from
  const end = Math.min(from + sentence.reading.length, at + reach)
  const kind = hashOf(draft.kind)
  let nearest: Cue | null = null
  for (let next = cueFrom(all, Math.max(from, at - reach)); next < all.length; next++) {
    const cue = all[next] as Cue
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
  const plan = planStill(sentence, planBefore(sentence.reading, quantity.start))
  if (plan >= 0) visit(f.planWord, wasDone.test(sentence.reading.slice(plan, quantity.start)) ? 1 : 2, kind)
  visit(f.nearest, nearest?.word ?? 0, kind)
  visit(f.qualifier, hashOf(quantity.qualifier), kind)
  visit(f.kind, kind)
  visit(f.rule, hashOf(draft.extractor))
  visit(f.digits, countOf(digitsOf(quantity.raw), 5), pairOf(kind, isRound(quantity.raw) ? 1 : 0))
  visit(f.action, hashOf(draft.action.text))
  visit(f.behindFigure, hashOf(sentence.reading.slice(quantity.end, quantity.end + 2)))
  visit(f.beforeFigure, hashOf(sentence.reading.slice(Math.max(0, quantity.start - 2), quantity.start)))
}
