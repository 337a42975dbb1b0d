import type { Word } from '../../tokens/segment.ts'
import {
  adverbs,
  countedVerbs,
  nominalVerbs,
  openingWords,
  prepositions,
  softVerbs,
  strongVerbs,
} from '../../tokens/verbs.ts'
import { hashOf } from '../ranking/traits.ts'
import { endsInAttribute } from './attributes.ts'

/** What a word is to grammar, in hashes where it is compared. */
export interface Lexeme {
  readonly kind: WordKind
  readonly text: number
  /** Of `kind`, finer where jieba's tag says more. */
  readonly class: number
  /** Its last character and its last two. */
  readonly end1: number
  readonly end2: number
  readonly className: string
}

/**
 * strong verbs stand in no name (新增, 受理), soft ones do too (抽查, 培育), nominal ones nearly only do (收入); an
 * attribute is what is measured of a thing (合格率, 零售额).
 */
export type WordKind =
  | 'quantity'
  | 'mark'
  | 'joiner'
  | 'of'
  | 'time'
  | 'strong'
  | 'soft'
  | 'verb'
  | 'adverb'
  | 'preposition'
  | 'opening'
  | 'attribute'
  | 'noun'
  | 'other'

const known = new Map<Word, Lexeme>()
const mostKnown = 50_000

export function lexemeOf(word: Word): Lexeme {
  const found = known.get(word)
  if (found !== undefined) return found
  if (known.size > mostKnown) known.clear()
  const { text } = word
  const [kind, className] = classified(word)
  const made = {
    kind,
    className,
    text: hashOf(text),
    class: hashOf(className),
    end1: hashOf(text.slice(-1)),
    end2: hashOf(text.slice(-2)),
  }
  known.set(word, made)
  return made
}

const number = hashOf('#')
export const quantityLexeme: Lexeme = {
  kind: 'quantity',
  className: '#',
  text: number,
  class: number,
  end1: number,
  end2: number,
}

const times = new Set('去年 今年 上年 明年 前年 本年 近年 近日 日前 目前 当前 期末 年初 月末'.split(' '))
const isTime = (text: string): boolean =>
  times.has(text) ||
  /^(?:\d{4}年|\d{1,2}月|[一二三四五六七八九十两几\d]+年(?:来|间)?|上半年|下半年|[一二三四]季度|前三季度|以来|期间|时期|年度|末|底)$/.test(
    text,
  )

const actor = /(?:企业|单位|机构|部门|人员|群众|学生)$/

/** Its kind, and its name among classes. */
function classified({ text, tag }: Word): [WordKind, string] {
  if (/^(?:[、和与及]|以及)$/.test(text)) return ['joiner', 'J']
  if (text === '的') return ['of', '的']
  if (/^[\p{P}\p{S}]+$/u.test(text)) return ['mark', text.length === 1 ? text : 'P']
  if (isTime(text)) return ['time', 'T']
  const counted = countedVerbs.has(text) ? 'c' : ''
  if (openingWords.has(text)) return ['opening', 'o']
  if (strongVerbs.has(text)) return ['strong', `s${counted}`]
  if (adverbs.has(text)) return ['adverb', 'd']
  if (prepositions.has(text)) return ['preposition', 'p']
  if (endsInAttribute(text) && /^[nlvagz]/.test(tag)) return ['attribute', text.length > 2 ? 'A2' : 'A']
  if (softVerbs.has(text)) return ['soft', `f${counted}${nominalVerbs.has(text) ? 'n' : ''}`]
  if (nominalVerbs.has(text)) return ['noun', 'N']
  if (tag === 'vn') return ['verb', 'vn']
  if (tag.startsWith('v')) return ['verb', 'v']
  if (tag.startsWith('ns')) return ['noun', 'ns']
  if (tag.startsWith('n')) return ['noun', actor.test(text) ? 'nactor' : 'n']
  return ['other', tag]
}
