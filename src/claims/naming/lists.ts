import type { Sentence } from '../../types.ts'
import { endsInAttribute, ownerOf } from '../mentions/attributes.ts'
import { type Token, textOf } from '../mentions/words.ts'
import { countOf, family, hashOf, type Ledger, pairOf } from '../ranking/traits.ts'
import { flag } from './candidate.ts'
import { type Name, nameOf } from './name.ts'
import type { Range } from './situation.ts'
import { cleanName } from './trim.ts'

/** Names that stand for two: 存贷款余额 → 存款余额, 贷款余额. */
const pairs: readonly (readonly [both: string, one: string, other: string])[] = [
  ['存贷款', '存款', '贷款'],
  ['进出口', '进口', '出口'],
  ['中小型', '中型', '小型'],
  ['大中型', '大型', '中型'],
  ['城乡居民', '城镇居民', '农村居民'],
  ['城乡', '城镇', '农村'],
  ['产销量', '产量', '销量'],
  ['产销', '产量', '销量'],
  ['客货运', '客运', '货运'],
  ['供排水', '供水', '排水'],
]

const f = {
  tail: family('list, shared ending'),
  tailClass: family('list, class of the shared ending'),
  tailLength: family('list, words of the shared ending'),
  properties: family('list, members are properties'),
  lengths: family('list, words of the last without it, of the first'),
  firstEnd: family('list, last word of the first member'),
  firstEndClass: family('list, its class, class of the shared ending'),
  alike: family('list, as long as the first'),
  separator: family('list, what parts it'),
  head: family('list, shared beginning'),
  headClass: family('list, class of the shared beginning'),
  headLengths: family('list, words without the shared beginning'),
  within: family('list, ending within a word'),
  owner: family('list, owner of the first'),
  pair: family('list, one word for two'),
}

/** As many names as there are figures, each with its own. */
export interface List<Sum> {
  readonly names: readonly Name[]
  readonly sum: Sum
}

const separators = [/^(?:[、和与及]|以及)$/, /^、$/, /^(?:[和与及]|以及)$/]

/**
 * The readings of a span as a list of `n` names, with what they share written out in each way that may be meant:
 * 城镇和农村居民人均可支配收入 → 城镇居民人均可支配收入, 农村居民人均可支配收入, but also 城镇, 农村居民人均可支配收入.
 */
export function listsIn<Sum>(
  sentence: Sentence,
  tokens: readonly Token[],
  span: Range,
  n: number,
  ledger: Ledger<Sum>,
): List<Sum>[] {
  if (n < 2) return []
  const found = separators.flatMap((separator, index) => {
    const members = membersOf(tokens, span, separator)
    return members.length === n ? readings({ sentence, tokens, members, separator: countOf(index, 3) }, ledger) : []
  })
  const pair = n === 2 ? pairIn(sentence, tokens, span, ledger) : null
  return pair === null ? found : [...found, pair]
}

function membersOf(tokens: readonly Token[], [from, to]: Range, separator: RegExp): Range[] {
  const members: Range[] = []
  let start = from
  let quoted = 0
  for (let at = from; at <= to; at++) {
    const text = at === to ? '' : (tokens[at] as Token).text
    if (text === '“' || text === '（') quoted++
    if (text === '”' || text === '）') quoted--
    if (at < to && (quoted > 0 || !separator.test(text))) continue
    if (at > start) members.push([start, at])
    start = at + 1
  }
  return members
}

interface Members {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly members: readonly Range[]
  readonly separator: number
}

const longestTail = 4
const longestHead = 2

function readings<Sum>(list: Members, ledger: Ledger<Sum>): List<Sum>[] {
  const { sentence, tokens, members } = list
  const [first, last] = [members[0] as Range, members.at(-1) as Range]
  const names = members.map((member) => nameOf(sentence, tokens, ...member))
  const found: List<Sum>[] = []
  for (let length = 0; length <= longestTail && length < last[1] - last[0]; length++) {
    const cut = last[1] - length
    const tail = length === 0 ? null : nameOf(sentence, tokens, cut, last[1])
    const written = names.map((name, index) =>
      tail === null || index === names.length - 1 ? name : withTail(name, tail),
    )
    tailTraits(list, length, ledger)
    const sum = ledger.take()
    found.push({ names: written, sum })
    for (let head = 1; head <= longestHead && head < first[1] - first[0]; head++) {
      headTraits(list, length, head, ledger)
      const text = textOf(tokens, first[0], first[0] + head)
      found.push({
        names: written.map((name, index) => (index === 0 ? name : { text: text + name.text, pieces: name.pieces })),
        sum: ledger.plus(sum, ledger.take()),
      })
    }
  }
  const more = [withinWord(list, names, ledger), ownedByFirst(list, names, ledger)]
  return [...found, ...more.filter((one) => one !== null)]
}

const withTail = (name: Name, tail: Name): Name => ({
  text: name.text + tail.text,
  pieces: [...name.pieces, ...tail.pieces],
})

function tailTraits<Sum>({ tokens, members, separator }: Members, length: number, { visit }: Ledger<Sum>): void {
  const [first, last] = [members[0] as Range, members.at(-1) as Range]
  const [firstText, lastText] = [textOf(tokens, ...first), textOf(tokens, ...last)]
  const cut = last[1] - length
  const tail = textOf(tokens, cut, last[1])
  const words = countOf(length, 5)
  const tailClass = length === 0 ? 0 : (tokens[cut] as Token).lexeme.class
  const firstEnd = (tokens[first[1] - 1] as Token).lexeme
  const some = flag(length > 0)
  visit(f.tail, hashOf(tail))
  visit(f.tailClass, tailClass, words)
  visit(f.tailLength, words)
  visit(f.properties, pairOf(flag(endsInAttribute(firstText)), flag(endsInAttribute(lastText))), some)
  visit(f.lengths, countOf(last[1] - last[0] - length, 8), countOf(first[1] - first[0], 8))
  visit(f.firstEnd, firstEnd.text, some)
  visit(f.firstEndClass, firstEnd.class, tailClass)
  visit(f.alike, flag(Math.abs(lastText.length - tail.length - firstText.length) < 2), some)
  visit(f.separator, separator)
}

function headTraits<Sum>({ tokens, members }: Members, tail: number, head: number, { visit }: Ledger<Sum>): void {
  const [first, last] = [members[0] as Range, members.at(-1) as Range]
  visit(f.head, hashOf(textOf(tokens, first[0], first[0] + head)))
  visit(f.headClass, (tokens[first[0]] as Token).lexeme.class, countOf(head, 3))
  visit(f.headLengths, countOf(last[1] - last[0] - tail, 8), countOf(first[1] - first[0] - head, 8))
}

/** 大、中、小型企业: the shared ending begins within a word. */
function withinWord<Sum>({ tokens, members }: Members, names: readonly Name[], ledger: Ledger<Sum>): List<Sum> | null {
  const last = members.at(-1) as Range
  const word = (tokens[last[0]] as Token).text
  const first = names[0] as Name
  if (word.length !== first.text.length + 1) return null
  ledger.visit(f.within, hashOf(word.slice(-1)))
  const tail = word.slice(-1) + cleanName(textOf(tokens, last[0] + 1, last[1]))
  return {
    names: names.map((name, index) =>
      index === names.length - 1 ? name : { text: name.text + tail, pieces: name.pieces },
    ),
    sum: ledger.take(),
  }
}

/** 专利申请量、授权量: the second is of what the first is of. */
function ownedByFirst<Sum>(
  { tokens, members }: Members,
  names: readonly Name[],
  ledger: Ledger<Sum>,
): List<Sum> | null {
  const [first, last] = [members[0] as Range, members.at(-1) as Range]
  const owner = ownerOf((names[0] as Name).text)
  if (owner.length < 2 || owner === (names[0] as Name).text) return null
  ledger.visit(f.owner, flag(endsInAttribute(textOf(tokens, ...last))), countOf(last[1] - last[0], 4))
  ledger.visit(f.owner, countOf(first[1] - first[0], 4))
  return {
    names: names.map((name, index) => (index === 0 ? name : { text: owner + name.text, pieces: name.pieces })),
    sum: ledger.take(),
  }
}

function pairIn<Sum>(
  sentence: Sentence,
  tokens: readonly Token[],
  [from, to]: Range,
  ledger: Ledger<Sum>,
): List<Sum> | null {
  const { text, pieces } = nameOf(sentence, tokens, from, to)
  const pair = pairs.find(([both]) => text.includes(both))
  if (pair === undefined) return null
  const [both, one, other] = pair
  ledger.visit(f.pair, hashOf(both))
  return { names: [one, other].map((part) => ({ text: text.replace(both, part), pieces })), sum: ledger.take() }
}
