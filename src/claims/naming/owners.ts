import { attributeEnding, endsInAttribute, isBareAttribute } from '../mentions/attributes.ts'
import { countOf, family, hashOf, pairOf } from '../ranking/traits.ts'
import { type By, flag, type Proposing } from './candidate.ts'
import { joined, type Name, nameOf, withoutRepeat } from './name.ts'
import { regionOf } from './span-traits.ts'
import { spansIn } from './spans.ts'
import { places } from './stated.ts'
import { cleanName } from './trim.ts'

const f = {
  owner: family('owner, kind'),
  length: family('owner, characters'),
  property: family('owner, property'),
  own: family('owner, own words'),
  isProperty: family('owner is a property itself'),
}

/** Who or what a property may be of, where it stands, and what speaks for it. */
interface Owner<Sum> {
  readonly by: By
  readonly name: Name
  readonly sum: Sum
}

const longestProperty = 8

/** [市场经营主体]增量提质，[总量]突破1000万户; 食品抽检：[合格率]98%. */
export function owners<Sum>(proposing: Proposing<Sum>): void {
  const { situation, own, slot, figure, ledger, add, isNew } = proposing
  const { tokens } = situation
  const region = regionOf(tokens, own, hashOf('property of an owner'), figure, ledger)
  const properties = [...spansIn(tokens, own, 4, 2)].map((span) => ({
    span,
    name: nameOf(slot.sentence, tokens, ...span),
  }))
  // Most clauses measure nothing whose owner would have to be looked for
  const hasProperty = properties.some(({ name }) => name.text.length <= longestProperty && endsInAttribute(name.text))
  const before = hasProperty ? ownersBefore(proposing) : []
  for (const { by, name: owner, sum } of [...before, ...ownersAbove(proposing)]) {
    if (owner.text === '') continue
    if (by !== 'owner before') add(by === 'owner in label' ? 'label' : 'heading', [owner], [own[0], own[0]], sum)
    for (const { span, name } of properties) {
      if (name.text === '' || name.text.length > longestProperty || owner.text.includes(name.text)) continue
      const isProperty = endsInAttribute(name.text)
      if (!isProperty && by !== 'owner in label') continue
      const whole = withoutRepeat(owner.text, name.text)
      if (!isNew(whole)) continue
      ledger.visit(f.property, hashOf(by), pairOf(flag(isProperty), flag(isBareAttribute(name.text))))
      ledger.visit(f.own, hashOf(name.text))
      ledger.visit(f.isProperty, flag(attributeEnding(owner.text) !== null))
      const parts = ledger.plus(sum, region.of(...span))
      add(by, [joined(owner, name, whole)], span, ledger.plus(parts, ledger.take()))
    }
  }
}

function ownersBefore<Sum>({ situation, before, slot, figure, ledger }: Proposing<Sum>): Owner<Sum>[] {
  const { tokens } = situation
  return before.flatMap((range, index) => {
    const region = regionOf(tokens, range, pairOf(places[index] as number, 1), figure, ledger)
    return [...spansIn(tokens, range, index === 0 ? 6 : 4, index === 0 ? 3 : 1)].map((span) => ({
      by: 'owner before' as const,
      name: nameOf(slot.sentence, tokens, ...span),
      sum: region.of(...span),
    }))
  })
}

const longestHeading = 20
const farthestLabel = 300
const numbering = /^[一二三四五六七八九十\d（）()、.．]+/

/** The label before its colon, the heading over it. */
function ownersAbove<Sum>({ situation, slot, figure, ledger }: Proposing<Sum>): Owner<Sum>[] {
  const { label } = situation
  const { sentence } = slot
  const heading = (sentence.sections.at(-1) ?? '').replace(numbering, '')
  const near = Math.max(0, slot.from - farthestLabel)
  const found = label === '' ? -1 : sentence.reading.slice(near, slot.from).lastIndexOf(label)
  const at = found < 0 ? -1 : near + found
  const pieces = at < 0 ? [] : [{ sentence, start: at, end: at + label.length }]
  const above: { by: By; name: Name }[] = [
    { by: 'owner in label', name: { text: cleanName(label), pieces } },
    { by: 'owner in heading', name: { text: heading.length < longestHeading ? cleanName(heading) : '', pieces: [] } },
  ]
  return above.map(({ by, name }) => {
    ledger.visit(f.owner, hashOf(by), figure.kind)
    ledger.visit(f.length, hashOf(by), countOf(name.text.length, 16))
    return { by, name, sum: ledger.take() }
  })
}
