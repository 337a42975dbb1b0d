import { endsInAttribute, isBareAttribute } from '../mentions/attributes.ts'
import type { Token } from '../mentions/words.ts'
import { textOf } from '../mentions/words.ts'
import { countOf, family, hashOf, type Ledger, pairOf, type Visit } from '../ranking/traits.ts'
import type { Range } from './situation.ts'

/** What is known of the figure: its unit and what the construction makes of it. */
export interface Figure {
  readonly unit: number
  readonly unitClass: number
  readonly kind: number
  readonly rule: number
}

/** What speaks for and against a stretch's spans as names; each beginning and each end is judged once. */
export interface Region<Sum> {
  readonly of: (from: number, to: number) => Sum
}

const f = {
  before: family('word before'),
  beforeClass: family('class before'),
  first: family('first word'),
  firstClass: family('first class'),
  opening: family('class before, first class'),
  openingWord: family('word before, first class'),
  openingFirst: family('class before, first word'),
  firstTwo: family('first class, next class'),
  openingTwo: family('class before, first and next class'),
  openingThree: family('two classes before, first class'),
  firstNext: family('first word, next class'),
  skipped: family('words before it in the stretch'),
  last: family('last word'),
  lastClass: family('last class'),
  afterClass: family('class behind'),
  closing: family('last class, class behind'),
  after: family('word behind'),
  closingWord: family('last class, word behind'),
  end1: family('last character'),
  end2: family('last two characters'),
  end1Unit: family('last character, unit'),
  lastUnit: family('last word, unit'),
  lastClassUnit: family('last class, kind of unit'),
  left: family('words behind it in the stretch'),
  leftText: family('text behind it in the stretch'),
  leftClasses: family('classes behind it in the stretch'),
  both: family('first class, last class'),
  bothWord: family('first word, last class'),
  inside: family('verb or adverb inside'),
  strong: family('strong verbs inside'),
  soft: family('soft verbs inside'),
  adverbs: family('adverbs inside'),
  prepositions: family('prepositions inside'),
  ofs: family('的 inside'),
  joiners: family('joiners inside'),
  times: family('times inside'),
  verbs: family('other verbs inside'),
  unbalanced: family('a quotation or bracket cut'),
  length: family('words'),
  characters: family('characters'),
  property: family('property or thing, kind of unit'),
  propertyKind: family('property or thing, kind of claim'),
  propertyBefore: family('property or thing, class before'),
  whole: family('whole stretch'),
} as const

const none = hashOf('^')
const nothing = hashOf('$')
const [bare, property, thing] = [hashOf('bare property'), hashOf('property'), hashOf('thing')]
const [first, middle, last] = [hashOf('first'), hashOf('middle'), hashOf('last')]
const lengths = (length: number): number =>
  countOf(length <= 4 ? length : length <= 6 ? 5 : length <= 9 ? 6 : length <= 13 ? 7 : 8, 9)

/** Traits that words have alike wherever a name is looked for; the others weigh by the place. */
const everywhere = hashOf('everywhere')

/** The spans of a stretch, `place` saying which: own clause, behind, clause before. */
export function regionOf<Sum>(
  tokens: readonly Token[],
  [from, to]: Range,
  place: number,
  figure: Figure,
  ledger: Ledger<Sum>,
): Region<Sum> {
  const starts = new Map<number, Sum>()
  const ends = new Map<number, Sum>()
  const here: Visit = (kind, one, other) => ledger.visit(kind ^ place, one, other)
  const both: Visit = (kind, one, other) => {
    ledger.visit(kind ^ place, one, other)
    ledger.visit(kind ^ everywhere, one, other)
  }
  const memo = (sums: Map<number, Sum>, at: number, visit: (at: number) => void): Sum => {
    let sum = sums.get(at)
    if (sum === undefined) {
      visit(at)
      sum = ledger.take()
      sums.set(at, sum)
    }
    return sum
  }
  const lexemeAt = (at: number) => (at < from ? undefined : tokens[at]?.lexeme)

  const start = (at: number): void => {
    const { text, class: own } = (tokens[at] as Token).lexeme
    const before = lexemeAt(at - 1)
    const [beforeText, beforeClass] = [before?.text ?? none, before?.class ?? none]
    const next = tokens[at + 1]?.lexeme.class ?? nothing
    both(f.before, beforeText)
    both(f.beforeClass, beforeClass)
    both(f.first, text)
    both(f.firstClass, own)
    both(f.opening, beforeClass, own)
    both(f.openingWord, beforeText, own)
    both(f.openingFirst, beforeClass, text)
    both(f.firstTwo, own, next)
    both(f.openingTwo, pairOf(beforeClass, own), next)
    both(f.openingThree, pairOf(lexemeAt(at - 2)?.class ?? none, beforeClass), own)
    both(f.firstNext, text, next)
    here(f.skipped, countOf(at - from, 4))
  }

  const end = (at: number): void => {
    const lexeme = (tokens[at - 1] as Token).lexeme
    const next = tokens[at]?.lexeme
    const [nextText, nextClass] = [next?.text ?? nothing, next?.class ?? nothing]
    const isAll = at === to ? last : middle
    both(f.last, lexeme.text)
    both(f.lastClass, lexeme.class)
    both(f.afterClass, nextClass, isAll)
    both(f.closing, lexeme.class, nextClass)
    both(f.after, nextText)
    both(f.closingWord, lexeme.class, nextText)
    both(f.end1, lexeme.end1)
    both(f.end2, lexeme.end2)
    both(f.end1Unit, lexeme.end1, figure.unit)
    both(f.lastUnit, lexeme.text, figure.unit)
    both(f.lastClassUnit, lexeme.class, pairOf(figure.unitClass, figure.kind))
    here(f.left, countOf(to - at, 3))
    if (at === to) return
    const behind = textOf(tokens, at, to)
    both(f.leftText, behind.length > 6 ? 0 : hashOf(behind))
    let classes = 0
    for (let next = at; next < Math.min(to, at + 3); next++)
      classes = pairOf(classes, (tokens[next] as Token).lexeme.class)
    both(f.leftClasses, classes)
  }

  const span = (start: number, end: number): void => {
    const [one, other] = [(tokens[start] as Token).lexeme, (tokens[end - 1] as Token).lexeme]
    const length = countOf(end - start, 3)
    both(f.both, pairOf(one.class, other.class), length)
    both(f.bothWord, one.text, other.class)
    let [strong, soft, adverbs, prepositions, ofs, joiners, times, verbs, open] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    let characters = 0
    for (let at = start; at < end; at++) {
      const { text, lexeme } = tokens[at] as Token
      characters += text.length
      const where = at === start ? first : at === end - 1 ? last : middle
      switch (lexeme.kind) {
        case 'strong':
          strong++
          both(f.inside, lexeme.text, where)
          break
        case 'soft':
          soft++
          both(f.inside, lexeme.text, where)
          break
        case 'adverb':
          adverbs++
          both(f.inside, lexeme.text)
          break
        case 'preposition':
          prepositions++
          both(f.inside, lexeme.text)
          break
        case 'of':
          ofs++
          break
        case 'joiner':
          joiners++
          break
        case 'time':
          times++
          break
        case 'verb':
          verbs++
          break
        case 'mark':
          if (text === '“' || text === '《' || text === '（') open++
          else if (text === '”' || text === '》' || text === '）') open--
          break
        default:
      }
    }
    both(f.strong, countOf(strong, 2))
    both(f.soft, countOf(soft, 3))
    both(f.adverbs, countOf(adverbs, 2))
    both(f.prepositions, countOf(prepositions, 2))
    both(f.ofs, countOf(ofs, 3))
    both(f.joiners, countOf(joiners, 2))
    both(f.times, countOf(times, 2))
    both(f.verbs, countOf(verbs, 3))
    if (open !== 0) both(f.unbalanced)
    both(f.length, lengths(end - start))
    both(f.characters, lengths(characters))
    const what = propertyOf(tokens, start, end)
    both(f.property, what, figure.unitClass)
    both(f.propertyKind, what, pairOf(figure.kind, length))
    both(f.propertyBefore, what, lexemeAt(start - 1)?.class ?? none)
    here(f.whole, start === from ? first : last, end === to ? first : last)
  }

  return {
    of: (begin, finish) => {
      const edges = ledger.plus(memo(starts, begin, start), memo(ends, finish, end))
      span(begin, finish)
      return ledger.plus(edges, ledger.take())
    },
  }
}

/** 合格率 is a bare property, 抽检合格率 one of a thing. */
function propertyOf(tokens: readonly Token[], start: number, end: number): number {
  if ((tokens[end - 1] as Token).lexeme.kind !== 'attribute' && !endsInAttribute((tokens[end - 1] as Token).text))
    return thing
  return end - start <= 4 && isBareAttribute(textOf(tokens, start, end)) ? bare : property
}
