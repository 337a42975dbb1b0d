import { built } from './built.ts'
import type { Choice } from './conditional.ts'
import type { Passage } from './gold.ts'
import { plain } from './score.ts'

const { reportOf } = (await built('read/index.js')) as typeof import('../../src/read/index.ts')
const { framesOf } = (await built('claims/index.js')) as typeof import('../../src/claims/index.ts')
const { lexiconOf, patternRules } = (await built(
  'claims/predicates/index.js',
)) as typeof import('../../src/claims/predicates/index.ts')
const { candidatesOf } = (await built(
  'claims/naming/candidates.js',
)) as typeof import('../../src/claims/naming/candidates.ts')
const { actionsOf } = (await built(
  'claims/actions/candidates.js',
)) as typeof import('../../src/claims/actions/candidates.ts')
const { listing } = (await built('claims/ranking/traits.js')) as typeof import('../../src/claims/ranking/traits.ts')
const { labelOf } = (await built('claims/build.js')) as typeof import('../../src/claims/build.ts')
const { draftClaims } = (await built('claims/index.js')) as typeof import('../../src/claims/index.ts')
const { planBefore } = (await built(
  'claims/modality/plan-words.js',
)) as typeof import('../../src/claims/modality/plan-words.ts')
const { planTraits } = (await built(
  'claims/modality/status.js',
)) as typeof import('../../src/claims/modality/status.ts')
const { weightsOf } = (await built('claims/ranking/weights.js')) as typeof import('../../src/claims/ranking/weights.ts')
const none = weightsOf([])
type Sentence = import('../../src/types.ts').Sentence
const { noAction } = (await built('claims/draft.js')) as typeof import('../../src/claims/draft.ts')
const { splitSentences, spanInReport } = (await built(
  'text/sentences.js',
)) as typeof import('../../src/text/sentences.ts')

/** The examples of the patterns as passages: what each names is a lesson too. */
export function patternExamples(): Passage[] {
  return patternRules.flatMap((rule) =>
    rule.examples.map(([text, ...claims], index) => ({
      id: `${rule.name}-${index}`,
      text,
      claims: claims.map((said) => {
        const at = said.slice(said.indexOf(' ') + 1)
        const plain = {
          value: 0,
          unit: '',
          qualifier: 'exact',
          kind: rule.kind,
          // A sentence without a word of a plan is none
          status: planBefore(text, text.length) >= 0 ? 'target' : (rule.status ?? 'actual'),
          must: true,
        }
        return { ...plain, at, start: text.indexOf(at), indicator: [said.slice(0, said.indexOf(' '))] }
      }),
    })),
  )
}

type Gold = Passage['claims'][number]
type Said = import('../../src/claims/naming/situation.ts').Said
type Slot = import('../../src/claims/mentions/slots.ts').Slot
type Name = import('../../src/claims/naming/name.ts').Name

/** What a passage teaches: for each run of figures the names and the actions that were possible, and which were right. */
export interface Lesson {
  readonly names: readonly Choice[]
  readonly actions: readonly Choice[]
  readonly plans: readonly Choice[]
}

/** An accepted wording that is not the annotator's first counts less: a shorter one is a gain on paper only. */
const lesser = 0.5

/** The choices of a passage, what was named before taken from its annotation. */
export function lessonOf(passage: Passage): Lesson {
  const names: Choice[] = []
  const actions: Choice[] = []
  const sentences = [...splitSentences(reportOf(passage.text))].filter(({ cell }) => cell === null)
  let said: Said[] = []
  let label = ''
  let paragraph = -1
  for (const { run, taken, tokens } of framesOf(sentences, lexiconOf({}))) {
    const slot = run.slots[0] as Slot
    if (slot.sentence.paragraph !== paragraph) [said, label] = [[], '']
    paragraph = slot.sentence.paragraph
    label = labelOf(slot) || (slot.from === 0 ? label : '')
    const situation = { run, taken, tokens, said, label }
    const golds = run.slots.map((own) => goldAt(passage, own))
    const candidates = candidatesOf(situation, listing())
    const right = candidates.map((one) => rightness(one.names, golds))
    const best = right.indexOf(Math.max(0, ...right.filter((weight) => weight > 0)))
    const chosen = candidates[best]
    if (golds.some((gold) => gold !== undefined)) names.push(choiceOf(candidates, right))
    const wanted = golds[0]
    const kind = taken?.rule.kind ?? 'level'
    if (chosen !== undefined && wanted !== undefined && kind === 'level') {
      const possible = actionsOf(situation, chosen, listing())
      const right = possible.map(({ action }) => actionRight(action.text, wanted.action ?? []))
      // None is annotated where none is needed, though one may stand there
      actions.push({ ...choiceOf(possible, right), weight: wanted.action?.length ? 1 : 0.3 })
    }
    const name = (index: number): Name =>
      chosen?.names[Math.min(index, chosen.names.length - 1)] ?? { text: golds[index]?.indicator[0] ?? '', pieces: [] }
    run.slots.forEach((own, index) => {
      const gold = golds[index]
      if (name(index).text === '') return
      said.push({
        slot: own,
        name: name(index),
        kind: typeof gold?.kind === 'string' ? (gold.kind as Said['kind']) : kind,
        extractor: taken?.rule.name ?? (chosen?.by === 'behind' ? 'object-after-count' : 'count-after-object'),
        members: run.slots.length,
        action: gold?.action?.[0] === undefined ? noAction : { text: gold.action[0], piece: null },
      })
    })
  }
  return { names, actions, plans: plansOf(passage, sentences) }
}

/** Is each figure of a passage a plan or not? */
function plansOf(passage: Passage, sentences: readonly Sentence[]): Choice[] {
  const drafts = draftClaims(sentences, lexiconOf({}), { names: none, actions: none, plans: none }).map((draft) =>
    draft.status === 'target' ? { ...draft, status: 'actual' as const } : draft,
  )
  const traits = planTraits(drafts, sentences, listing())
  return drafts.flatMap((draft, index) => {
    const gold = goldAt(passage, draft.slot)
    const own = traits[index]
    if (gold === undefined || own === null || own === undefined || typeof gold.status !== 'string') return []
    const isPlan = gold.status === 'target' ? 1 : 0
    return [{ options: [Int32Array.from(new Set(own)), new Int32Array()], right: [isPlan, 1 - isPlan] }]
  })
}

function goldAt({ claims }: Passage, { sentence, quantity }: Slot): Gold | undefined {
  const { start, end } = spanInReport(sentence, quantity.start, quantity.end)
  return claims.find((gold) => gold.start < end && gold.start + gold.at.length > start)
}

function rightness(names: readonly Name[], golds: readonly (Gold | undefined)[]): number {
  const each = golds.map((gold, index) => {
    if (gold === undefined) return 1
    const said = plain(names[Math.min(index, names.length - 1)]?.text ?? '')
    const at = gold.indicator.findIndex((wording) => plain(wording) === said)
    return at < 0 ? 0 : at === 0 ? 1 : lesser
  })
  return Math.min(...each)
}

/** No action is right where none was annotated; where several readings are, the first counts most. */
function actionRight(text: string, wanted: readonly string[]): number {
  if (wanted.length === 0) return text === '' ? 1 : 0
  if (text === '') return 0
  const at = wanted.findIndex((one) => plain(one) === plain(text))
  if (at >= 0) return at === 0 ? 1 : lesser
  return wanted.some((one) => plain(one).endsWith(plain(text)) || plain(text).endsWith(plain(one))) ? lesser / 5 : 0
}

function choiceOf(candidates: readonly { readonly sum: readonly number[] }[], right: readonly number[]): Choice {
  return { options: candidates.map(({ sum }) => Int32Array.from(new Set(sum))), right }
}
