import type { Slot } from '../mentions/slots.ts'
import { type Token, textOf } from '../mentions/words.ts'
import { countOf, family, hashOf, type Ledger, pairOf } from '../ranking/traits.ts'
import type { Name } from './name.ts'
import { type Situation, type Surroundings, surroundingsOf } from './situation.ts'
import { type Figure, type Region, regionOf } from './span-traits.ts'

/** How a candidate was come by; what follows a blank is a finer kind of the same. */
export type By =
  | 'own clause'
  | 'own clause, cut'
  | 'own clause, list'
  | 'behind'
  | 'before'
  | 'before, list'
  | 'said'
  | 'said, list'
  | 'owner said'
  | 'property said'
  | 'said and own'
  | 'own and said'
  | 'label'
  | 'heading'
  | 'owner before'
  | 'owner in label'
  | 'owner in heading'

/** Names that figures may be of: one for all, or one for each. */
export interface Candidate<Sum> {
  readonly names: readonly Name[]
  readonly by: By
  /** Where in the words its part of the own stretch is: what is around it may say what was done. */
  readonly from: number
  readonly to: number
  readonly sum: Sum
}

/** What proposers of candidates share: the situation, what is known of it, and where candidates are put. */
export interface Proposing<Sum> extends Surroundings {
  readonly situation: Situation
  readonly ledger: Ledger<Sum>
  readonly figure: Figure
  readonly slot: Slot
  readonly ownRegion: Region<Sum>
  /** Whether nothing was added under this name: what speaks for another of it need not be asked. */
  readonly isNew: (name: string) => boolean
  readonly add: (by: By, names: readonly Name[], span: readonly [number, number], sum: Sum) => void
}

const f = {
  by: family('by'),
  rule: family('by, construction'),
  kind: family('by, kind and unit'),
  behind: family('by, word behind the figure'),
  behindClass: family('by, class behind the figure'),
  ownClasses: family('by, classes of its clause'),
  ownText: family('by, words of its clause'),
  ownNouns: family('by, nouns of its clause'),
  members: family('by, figures'),
  label: family('by, behind a colon'),
  follows: family('by, in the clause of another figure'),
  marks: family('by, mark before its clause'),
  marksNouns: family('by, mark before its clause, nouns'),
}
const [yes, no, nothing, long] = [hashOf('yes'), hashOf('no'), hashOf('$'), hashOf('long')]
export const flag = (is: boolean): number => (is ? yes : no)

/** Longer names are none. */
const longestName = 60

/** Makes what proposers need, and a list of candidates that they fill, no name twice. */
export function proposing<Sum>(
  situation: Situation,
  ledger: Ledger<Sum>,
): { proposing: Proposing<Sum>; found: Candidate<Sum>[] } {
  const { run, taken, tokens } = situation
  const slot = run.slots[0] as Slot
  const figure: Figure = {
    unit: hashOf(slot.quantity.unit),
    unitClass: hashOf(unitClassOf(slot.quantity.unit)),
    kind: hashOf(taken?.rule.kind ?? 'level'),
    rule: hashOf(taken?.rule.name ?? 'none'),
  }
  const surroundings = surroundingsOf(situation)
  const contexts = contextsOf(situation, surroundings, figure, ledger)
  const found: Candidate<Sum>[] = []
  const known = new Set<string>()
  return {
    found,
    proposing: {
      ...surroundings,
      ...{ situation, ledger, figure, slot },
      ownRegion: regionOf(tokens, surroundings.own, hashOf('own clause'), figure, ledger),
      isNew: (name) => !known.has(name),
      add: (by, names, [from, to], sum) => {
        if (names.some(({ text }) => text === '' || text.length > longestName)) return
        const key = names.length === 1 ? (names[0] as Name).text : names.map(({ text }) => text).join('\n')
        if (known.has(key)) return
        known.add(key)
        found.push({ names, by, from, to, sum: ledger.plus(sum, contexts(by)) })
      },
    },
  }
}

/** What speaks for a way to come by a name, whatever the name. */
function contextsOf<Sum>(
  { run, tokens, label }: Situation,
  { own: [from, to], behind }: Surroundings,
  figure: Figure,
  ledger: Ledger<Sum>,
): (by: By) => Sum {
  const [slot, last] = [run.slots[0] as Slot, run.slots.at(-1) as Slot]
  const { reading } = slot.sentence
  const next = tokens[behind[0]]?.lexeme
  const nouns = countOf(nounsIn(tokens, from, to), 3)
  let classes = 0
  for (let at = from; at < Math.min(to, from + 4); at++) classes = pairOf(classes, (tokens[at] as Token).lexeme.class)
  if (to - from > 4) classes = long
  const text = to - from <= 2 ? hashOf(textOf(tokens, from, to)) : long
  const mark = pairOf(
    slot.from === 0 ? nothing : hashOf(reading.charAt(slot.from - 1)),
    flag(reading.charAt(last.quantity.end) === '）'),
  )
  const sums = new Map<By, Sum>()
  return (by) => {
    const known = sums.get(by)
    if (known !== undefined) return known
    const { visit } = ledger
    const source = hashOf(by)
    visit(f.by, source)
    visit(f.rule, source, figure.rule)
    visit(f.kind, source, pairOf(figure.kind, figure.unitClass))
    visit(f.behind, source, next?.text ?? nothing)
    visit(f.behindClass, source, next?.class ?? nothing)
    visit(f.ownClasses, source, classes)
    visit(f.ownText, source, pairOf(text, figure.kind))
    visit(f.ownNouns, source, pairOf(nouns, figure.kind))
    visit(f.members, source, pairOf(countOf(run.slots.length, 3), flag(run.respective)))
    visit(f.label, source, flag(label !== ''))
    visit(f.follows, source, pairOf(flag(slot.follows), flag(slot.runsOn)))
    visit(f.marks, source, mark)
    visit(f.marksNouns, source, pairOf(mark, flag(nouns !== countOf(0, 3))))
    const sum = ledger.take()
    sums.set(by, sum)
    return sum
  }
}

function nounsIn(tokens: readonly Token[], from: number, to: number): number {
  let nouns = 0
  for (let at = from; at < to; at++) {
    const { kind } = (tokens[at] as Token).lexeme
    if (kind === 'noun' || kind === 'attribute') nouns++
  }
  return nouns
}

const counters = /^(?:个|家|户|项|件|人|名|批次|起|所|人次|条|座|处|种|台)$/

/** Units that go with the same names: % and ‰, all money, all measures. */
function unitClassOf(unit: string): string {
  if (unit === '%' || unit === '‰') return '%'
  if (unit.endsWith('元')) return '元'
  if (unit === '百分点' || counters.test(unit)) return unit
  return /吨|米|亩|公顷|公里|千瓦/.test(unit) ? 'measure' : 'other'
}
