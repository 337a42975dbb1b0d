import { attributesAtEnd, endsInAttribute, isBareAttribute, ownerOf } from '../mentions/attributes.ts'
import { textOf } from '../mentions/words.ts'
import { countOf, family, hashOf, pairOf } from '../ranking/traits.ts'
import { type By, flag, type Proposing } from './candidate.ts'
import { joined, type Name, nameOf, withoutRepeat } from './name.ts'
import type { Range, Said } from './situation.ts'
import { spansIn } from './spans.ts'

const f = {
  rank: family('names back'),
  far: family('figures back, kind'),
  unit: family('same unit, kind'),
  units: family('its unit, unit'),
  sentence: family('same sentence, kind'),
  kinds: family('its kind, kind'),
  kindsUnit: family('its kind, kind, same unit'),
  rules: family('its construction, construction'),
  property: family('its name a property, kind'),
  own: family('words of the clause, names back'),
  members: family('its figures'),
  end: family('end of its name, kind'),
  length: family('length of its name'),
  action: family('something was done to it'),
  join: family('joined with own words'),
  joinText: family('joined with own words, which'),
  joinBare: family('joined with own words, a bare property'),
  joinSkipped: family('joined with own words, what is before them'),
  list: family('list said, how far'),
  listKind: family('list said, kind'),
  listOwn: family('list said, words of the clause'),
}

/** How many names back are looked at. */
const farthest = 12
const farthestJoined = 9

/** 新登记市场主体20.71万户，同比增长8.79%: of what was named before, as it is or together with what stands here. */
export function antecedents<Sum>(proposing: Proposing<Sum>): void {
  const { situation, own, ledger, add } = proposing
  const said = situation.said.slice(-farthest)
  const names = new Set<string>()
  const words = ownWords(proposing)
  for (let far = 0; far < said.length; far++) {
    const one = said[said.length - 1 - far] as Said
    if (names.has(one.name.text)) continue
    const sum = traitsOf(proposing, one, names.size, far)
    names.add(one.name.text)
    add('said', [one.name], [own[0], own[0]], sum)
    if (far < farthestJoined) withOwnWords(proposing, words, one.name, names.size - 1, sum)
  }
  const n = situation.run.slots.length
  for (let from = said.length - n; n > 1 && from >= 0; from--) {
    const some = said.slice(from, from + n)
    ledger.visit(f.list, countOf(said.length - n - from, 4), proposing.figure.kind)
    ledger.visit(
      f.listKind,
      pairOf(hashOf((some[0] as Said).kind), proposing.figure.kind),
      flag((some[0] as Said).members === n),
    )
    ledger.visit(
      f.listOwn,
      hashOf(textOf(situation.tokens, ...own).slice(-8)),
      flag(some.every(({ kind }) => kind === 'level')),
    )
    add(
      'said, list',
      some.map(({ name }) => name),
      [own[0], own[0]],
      ledger.take(),
    )
  }
}

function traitsOf<Sum>(
  { situation, slot, own, figure, ledger }: Proposing<Sum>,
  one: Said,
  rank: number,
  far: number,
): Sum {
  const { visit } = ledger
  const { text } = one.name
  const back = countOf(rank, 2)
  const sameUnit = flag(one.slot.quantity.unit === slot.quantity.unit)
  const kinds = pairOf(hashOf(one.kind), figure.kind)
  visit(f.rank, countOf(rank, 5))
  visit(f.far, countOf(far, 6), figure.kind)
  visit(f.unit, sameUnit, pairOf(figure.kind, back))
  visit(f.units, hashOf(one.slot.quantity.unit), figure.unit)
  visit(f.sentence, flag(one.slot.sentence === slot.sentence), pairOf(figure.kind, back))
  visit(f.kinds, kinds, back)
  visit(f.kindsUnit, kinds, sameUnit)
  visit(f.rules, hashOf(one.extractor), figure.rule)
  visit(
    f.property,
    pairOf(flag(isBareAttribute(text)), flag(endsInAttribute(text))),
    pairOf(figure.kind, figure.unitClass),
  )
  const words = own[1] - own[0] <= 2 ? hashOf(textOf(situation.tokens, ...own)) : 0
  visit(f.own, words, back)
  visit(f.members, countOf(one.members, 5))
  visit(f.end, hashOf(text.slice(-2)), figure.kind)
  visit(f.length, countOf(text.length, 16))
  visit(f.action, flag(one.action.text !== ''), words)
  return ledger.take()
}

const longestPart = 6
const longestDegree = 4

/** Words of the clause that may be joined with a name said before, and what speaks for them, once for all such names. */
interface OwnWords<Sum> {
  readonly name: Name
  readonly span: Range
  readonly sum: Sum
  readonly hash: number
  readonly isBare: number
  readonly isProperty: boolean
  readonly skipped: number
}

function ownWords<Sum>({ situation: { tokens, said }, slot, own, ownRegion }: Proposing<Sum>): OwnWords<Sum>[] {
  if (said.length === 0) return []
  return [...spansIn(tokens, own, 4, 2)].flatMap((span) => {
    const name = nameOf(slot.sentence, tokens, ...span)
    if (name.text === '') return []
    return {
      name,
      span,
      sum: ownRegion.of(...span),
      hash: hashOf(name.text),
      isBare: flag(isBareAttribute(name.text)),
      isProperty: endsInAttribute(name.text),
      skipped: hashOf(textOf(tokens, own[0], span[0]).slice(-8)),
    }
  })
}

/** 合格率 of 抽检15.8万批次，合格率97.9%; 流通环节 of 生产环节不合格率为1.47%，流通环节为2.66%; 国家级 of 研发机构9个，国家级1个. */
function withOwnWords<Sum>(
  { ledger, add, isNew }: Proposing<Sum>,
  words: readonly OwnWords<Sum>[],
  said: Name,
  rank: number,
  sum: Sum,
): void {
  const owner = ownerOf(said.text)
  const tail = attributesAtEnd(said.text)
  for (const { name, span, sum: ownSum, hash, isBare, isProperty, skipped } of words) {
    const { text } = name
    const put = (by: By, whole: Name, more: number): void => {
      if (!isNew(whole.text)) return
      const kind = pairOf(hashOf(by), more)
      ledger.visit(f.join, kind)
      ledger.visit(f.joinText, kind, hash)
      ledger.visit(f.joinBare, kind, isBare)
      ledger.visit(f.joinSkipped, kind, skipped)
      add(by, [whole], span, ledger.plus(ledger.plus(sum, ownSum), ledger.take()))
    }
    if (isProperty && owner.length > 1 && !text.startsWith(owner)) {
      put('owner said', joined(said, name, withoutRepeat(owner, text)), flag(owner === said.text))
      if (owner !== said.text) put('said and own', joined(said, name), 0)
    }
    if (!isProperty && tail !== '') put('property said', joined(name, said, text + tail), hashOf(tail))
    if (rank > 2 || text.length > longestPart || said.text.includes(text)) continue
    put('said and own', joined(said, name), 1)
    for (let length = 2; text.length <= longestDegree && length <= 6 && length < said.text.length; length++) {
      put(
        'own and said',
        joined(name, said, text + said.text.slice(-length)),
        flag(said.text.length - length === text.length),
      )
    }
  }
}
