import type { Qualifier } from '../types.ts'
import { actionsOf } from './actions/candidates.ts'
import { type Action, type Draft, noAction } from './draft.ts'
import { kindOf } from './kind.ts'
import type { Run } from './mentions/runs.ts'
import type { Slot } from './mentions/slots.ts'
import type { Token } from './mentions/words.ts'
import type { Models } from './models.ts'
import { bestOf, type Choice, chooseName, type Possible, possibleNames } from './naming/choose.ts'
import { noName } from './naming/name.ts'
import { cleanName } from './naming/trim.ts'
import { countAfterObject, objectAfterCount } from './predicates/counted.ts'
import type { Taken, Trial } from './predicates/match.ts'
import { wayOf, withSign } from './predicates/signed.ts'
import { type Weights, weighing } from './ranking/weights.ts'
import { basisOf } from './times/basis.ts'

/** A run, the construction that took it, and the words of its sentence. */
export interface Framed {
  readonly run: Run
  /** Null where only words tell whether the thing stands before or behind the figure. */
  readonly taken: Taken | null
  readonly tokens: readonly Token[]
  /** The constructions that were tried; none where nobody asked. */
  readonly trials: readonly Trial[]
}

/** What is told of a run to whoever asks how it was read. */
export type Trace = (traced: {
  readonly run: Run
  readonly trials: readonly Trial[]
  readonly names: readonly Possible[]
}) => void

/** What a paragraph has spoken of so far. */
export interface Topic {
  readonly said: readonly Draft[]
  /** What stood before the last colon. */
  readonly label: string
}

/** A name that was said before is no surer than it was there. */
function surenessSaid(by: string, said: readonly Draft[], name: string): number {
  if (!by.includes('said')) return 1
  return (said.findLast((one) => one.name.text === name) ?? said.at(-1))?.sure.name ?? 1
}

export const noTopic: Topic = { said: [], label: '' }

/** Claims of a paragraph that a later one can look back to. */
const mostSaid = 40

/** The drafts of a run, in view of what was said before. */
export function draftsOf(
  { run, taken, tokens, trials }: Framed,
  topic: Topic,
  models: Models,
  trace?: Trace,
): { drafts: Draft[]; topic: Topic } {
  const slot = run.slots[0] as Slot
  const label = labelOf(slot) || (slot.from === 0 ? topic.label : '')
  const situation = { run, taken, tokens, said: topic.said, label }
  const choice = chooseName(situation, models.names)
  const construction = taken ?? byWords(choice)
  trace?.({
    run,
    trials: taken === null ? [...trials, trialByWords(construction)] : trials,
    names: possibleNames(situation, models.names),
  })
  const action = actionOf(situation, choice, construction, models.actions)
  const name = choice?.names[0] ?? noName
  const { kind, direction } = kindOf(run, construction, topic.said.at(-1), name.text, action.text)
  const basis = kind === 'change' ? basisOf(slot.left) : null
  const drafts = run.slots.map((own, index): Draft => {
    const { names = [noName], by = 'nowhere', chance = 0, second = 0 } = choice ?? {}
    const given = names[Math.min(index, names.length - 1)] ?? noName
    return {
      slot: withSign(run.respective ? withQualifier(own, slot.quantity.qualifier) : own, kind),
      extractor: construction.rule.name,
      kind,
      direction: kind === 'change' ? wayOf(own, construction.rule, direction) : direction,
      basis: basis === null ? null : (basis.each[index] ?? basis.basis),
      status: construction.rule.status ?? 'actual',
      name: given,
      action: kind === 'level' || construction.rule.kind === 'level' ? action : noAction,
      of: kind === 'level' ? partOf(slot, topic.said) : grownFrom(topic.said, names[index]?.text ?? name.text),
      whole: construction.match.whole,
      reference: kind === 'gap' ? construction.match.than : null,
      members: run.slots.length,
      sure: { by, name: chance * surenessSaid(by, topic.said, given.text), second, plan: null },
    }
  })
  return { drafts, topic: { said: [...topic.said.slice(-mostSaid), ...drafts], label } }
}

const trialByWords = ({ rule, match }: Taken): Trial => ({
  rule: rule.name,
  took: true,
  why: `what it counts is named ${match.side === 'right' ? 'behind' : 'before'} it`,
})

/** 创建10个生产基地 or 认定示范基地51家, as the name was found. */
function byWords(choice: Choice | null): Taken {
  const isBehind = choice?.by === 'behind'
  return {
    rule: isBehind ? objectAfterCount : countAfterObject,
    match: { indicator: '', side: isBehind ? 'right' : 'left', whole: null, than: null },
  }
}

function actionOf(
  situation: Parameters<typeof actionsOf>[0],
  choice: Choice | null,
  { rule }: Taken,
  weights: Weights,
): Action {
  if (choice === null || rule.kind !== 'level') return noAction
  return bestOf(actionsOf(situation, choice, weighing(weights)))?.action ?? noAction
}

/** A colon's label as a name: not 目标： and not 通关再提速： */
export function labelOf({ label }: Slot): string {
  if (label === '') return ''
  const name = cleanName(label)
  return /^(?:目标|实际|计划|完成)$|再|提速|加快|推进|见效|持续/.test(name) ? '' : name
}

/** 分别超过8万元、4.5万元: the word before holds for all. */
function withQualifier(slot: Slot, qualifier: Qualifier): Slot {
  const { quantity } = slot
  return quantity.qualifier === 'exact' && qualifier !== 'range'
    ? { ...slot, quantity: { ...quantity, qualifier } }
    : slot
}

/** 新登记市场主体20.71万户，同比增长8.79%: the amount that grew. */
function grownFrom(said: readonly Draft[], name: string): Draft | null {
  const found = said.findLast((one) => one.name.text === name && one.kind === 'level' && one.status !== 'baseline')
  return found !== undefined && found.slot.sentence.paragraph === said.at(-1)?.slot.sentence.paragraph ? found : null
}

/** How far behind 其中 its last part may stand. */
const longestSplit = 300

/** 检查项目312个，其中住宅工程99个、市政工程36个: what a part is a part of, where all since then was counted in its unit. */
function partOf({ sentence, quantity }: Slot, said: readonly Draft[]): Draft | null {
  const from = Math.max(0, quantity.start - longestSplit)
  const at = sentence.reading.slice(from, quantity.start).lastIndexOf('其中')
  if (at < 0) return null
  const split = from + at
  const here = said.filter(({ slot }) => slot.sentence === sentence)
  const isLike = (draft: Draft) => draft.slot.quantity.unit === quantity.unit && draft.kind === 'level'
  const whole = here.findLastIndex(({ slot }) => slot.quantity.end <= split)
  return whole >= 0 && here.slice(whole).every(isLike) ? (here[whole] ?? null) : null
}
