import type { Action } from '../draft.ts'
import type { Slot } from '../mentions/slots.ts'
import { type Token, textOf, tokenFrom } from '../mentions/words.ts'
import type { Candidate } from '../naming/candidate.ts'
import { flag } from '../naming/candidate.ts'
import { type Range, type Situation, surroundingsOf } from '../naming/situation.ts'
import { countOf, family, hashOf, type Ledger, pairOf } from '../ranking/traits.ts'

/** What may have been done to what a figure is of: 累计新登记. */
export interface ActionCandidate<Sum> {
  readonly action: Action
  readonly sum: Sum
}

/** Where an action may stand: before the name or within its beginning, behind it, behind the figure, in the clause before. */
type By =
  | 'none'
  | 'before name'
  | 'in name'
  | 'behind name'
  | 'construction'
  | 'behind figure'
  | 'clause before'
  | 'said'

const f = {
  by: family('action'),
  kind: family('action, kind and unit'),
  rule: family('action, construction'),
  name: family('action, how the name was come by'),
  own: family('action, classes of the clause'),
  verbs: family('action, verbs of the clause'),
  text: family('action, text'),
  classes: family('action, classes'),
  first: family('action, first word'),
  firstClass: family('action, first class'),
  last: family('action, last word'),
  lastClass: family('action, last class'),
  words: family('action, words'),
  before: family('action, word before'),
  beforeClass: family('action, class before'),
  behind: family('action, word behind'),
  behindClass: family('action, class behind'),
  gap: family('action, words to the name'),
  nameFirst: family('action, last class, first class of the name'),
  rank: family('action said, how far back'),
  unit: family('action said, same unit'),
  ending: family('action said, names end alike'),
  follows: family('action said, in one clause'),
  sentence: family('action said, same sentence'),
  part: family('action said, behind 其中'),
  carry: family('action said, what parts the figures'),
  carryName: family('action said, what parts the figures, first class of the name'),
}

const verbal = new Set(['strong', 'soft', 'verb'])
const inAction = new Set(['strong', 'soft', 'verb', 'adverb', 'opening', 'noun', 'other', 'joiner', 'attribute'])
const longest = 4
/** How far behind 其中 a part may stand. */
const longestSplit = 300

/** The candidates for one name, none at all among them. */
export function actionsOf<Sum>(
  situation: Situation,
  named: Pick<Candidate<unknown>, 'by' | 'from' | 'to' | 'names'>,
  ledger: Ledger<Sum>,
): readonly ActionCandidate<Sum>[] {
  const { tokens, run, taken, said } = situation
  const slot = run.slots[0] as Slot
  const { own, behind, before } = surroundingsOf(situation)
  const kind = pairOf(hashOf(taken?.rule.kind ?? 'level'), hashOf(slot.quantity.unit))
  const rule = hashOf(taken?.rule.name ?? 'none')
  const nameBy = hashOf(named.by)
  const isBehind = named.by === 'behind'
  const isOwn = named.to > named.from && !isBehind
  const [nameFrom, nameTo] = isOwn ? [named.from, named.to] : [own[1], own[1]]
  const verbs = countOf(verbsIn(tokens, own), 3)
  const { visit } = ledger
  const found = new Map<string, ActionCandidate<Sum>>()

  const put = (by: By, action: Action): void => {
    const source = hashOf(by)
    visit(f.by, source)
    visit(f.kind, source, kind)
    visit(f.rule, source, rule)
    visit(f.name, source, nameBy)
    visit(f.verbs, source, verbs)
    const sum = ledger.take()
    if (!found.has(action.text)) found.set(action.text, { action, sum })
  }
  const spans = (by: By, [from, to]: Range, name: number): void => {
    const source = hashOf(by)
    for (let end = to; end > from; end--) {
      const last = (tokens[end - 1] as Token).lexeme
      if (!verbal.has(last.kind) && !isAspect(tokens[end - 1] as Token) && last.kind !== 'adverb') continue
      for (let start = end - 1; start >= from && start >= end - longest; start--) {
        const first = (tokens[start] as Token).lexeme
        if (!inAction.has(first.kind)) break
        if (first.kind === 'joiner') continue
        const [outer, next] = [tokens[start - 1]?.lexeme, tokens[end]?.lexeme]
        let classes = 0
        for (let at = start; at < end; at++) classes = pairOf(classes, (tokens[at] as Token).lexeme.class)
        const text = textOf(tokens, start, end)
        visit(f.text, source, hashOf(text))
        visit(f.text, 0, hashOf(text))
        visit(f.classes, source, classes)
        visit(f.classes, 0, classes)
        visit(f.first, first.text)
        visit(f.first, source, first.text)
        visit(f.firstClass, source, first.class)
        visit(f.last, last.text)
        visit(f.last, source, last.text)
        visit(f.lastClass, source, last.class)
        visit(f.words, source, countOf(end - start, 5))
        visit(f.before, start > from ? (outer?.text ?? 0) : 0, first.class)
        visit(f.beforeClass, start > from ? (outer?.class ?? 0) : 0, first.class)
        visit(f.behind, next?.text ?? 0, last.class)
        visit(f.behindClass, next?.class ?? 0, last.class)
        visit(f.gap, source, countOf(Math.abs(name - end), 6))
        visit(f.nameFirst, last.class, tokens[name]?.lexeme.class ?? 0)
        put(by, {
          text,
          piece: {
            sentence: slot.sentence,
            start: (tokens[start] as Token).start,
            end: (tokens[end - 1] as Token).end,
          },
        })
      }
    }
  }

  const { reading } = slot.sentence
  const parted = hashOf(reading.slice(slot.previousEnd, slot.previousEnd + 1))
  visit(f.carry, hashOf('none'), pairOf(parted, pairOf(flag(slot.follows), verbs)))
  visit(f.nameFirst, hashOf('none'), tokens[nameFrom]?.lexeme.class ?? 0)
  visit(f.gap, hashOf('none'), countOf(nameFrom - own[0], 5))
  put('none', { text: '', piece: null })
  spans('before name', [own[0], nameFrom], nameFrom)
  if (isOwn) {
    spans('in name', [own[0], Math.min(nameTo, nameFrom + 2)], nameFrom)
    spans('behind name', [nameTo, own[1]], nameTo)
  }
  spans('construction', [own[1], tokenFrom(tokens, slot.quantity.start)], nameTo)
  if (isBehind) {
    spans('behind figure', [behind[0], named.from], named.from)
    spans('behind figure', [named.to, Math.min(behind[1], named.to + 3)], named.to)
  }
  for (const range of before.slice(0, 2)) spans('clause before', range, range[1])
  const recent = said.slice(-8)
  // 、 of 建成县域中心48个、乡镇中心120个
  const parts = pairOf(parted, pairOf(flag(slot.follows), flag(nameFrom === own[0])))
  for (let back = recent.length - 1; back >= 0; back--) {
    const one = recent[back] as Situation['said'][number]
    if (one.action.text === '') continue
    const rank = countOf(recent.length - 1 - back, 4)
    const name = named.names[0]?.text ?? ''
    visit(f.rank, rank, nameBy)
    visit(f.unit, flag(one.slot.quantity.unit === slot.quantity.unit), rank)
    visit(f.ending, flag(name !== '' && one.name.text.endsWith(name.slice(-2))), rank)
    visit(f.follows, flag(slot.follows), rank)
    visit(f.sentence, flag(one.slot.sentence === slot.sentence), rank)
    const between =
      one.slot.sentence === slot.sentence
        ? Math.max(one.slot.quantity.end, slot.quantity.start - longestSplit)
        : slot.quantity.start
    visit(f.part, flag(reading.slice(between, slot.quantity.start).includes('其中')), rank)
    visit(f.text, hashOf('said'), hashOf(one.action.text))
    visit(f.own, verbs, rank)
    visit(f.carry, parts, pairOf(verbs, rank))
    visit(f.carryName, parts, pairOf(tokens[nameFrom]?.lexeme.class ?? 0, pairOf(verbs, rank)))
    visit(f.last, hashOf('said'), hashOf(one.action.text.slice(-2)))
    put('said', one.action)
  }
  return [...found.values()]
}

const isAspect = ({ text }: Token): boolean => /^[了过出到好]$/.test(text)

function verbsIn(tokens: readonly Token[], [from, to]: Range): number {
  let verbs = 0
  for (let at = from; at < to; at++) if (verbal.has((tokens[at] as Token).lexeme.kind)) verbs++
  return verbs
}
