import type { Word } from '../../tokens/segment.ts'
import { countedVerbs, nominalVerbs } from '../../tokens/verbs.ts'
import type { Slot } from '../mentions/slots.ts'
import { attributesAtEnd } from './attributes.ts'
import { carriedNames } from './carried.ts'
import { completed } from './completed.ts'
import { splitList } from './lists.ts'
import { isShareNoun } from './main-verb.ts'
import { cleanName } from './names.ts'
import type { Phrase } from './noun-phrase.ts'
import { type Framed, goal, type Names, perTime, perUnit, type Topic } from './topic.ts'

/** The indicators of a run: from the words around it, completed or taken over from what was said before. */
export function namesOf(framed: Framed, said: Phrase, topic: Topic): Names {
  const { run, taken, before } = framed
  const n = run.slots.length
  // Lengths and 每 settle most names without an expression
  const namesGoal = taken.match.side === 'left' && said.name.length <= 8 && goal.test(said.name)
  if (
    said.name === '' ||
    namesGoal ||
    (said.name.length === 2 && perUnit.test(said.name)) ||
    (said.name.includes('每') && perTime.test(said.name)) ||
    saysOnlyWhatWasDone(framed, said, topic)
  )
    return carriedNames(framed, said, topic)
  const registered = /新(?:登记|注册)/.exec(said.action)?.[0]
  if (registered !== undefined && taken.match.side === 'left') {
    return { indicators: [`${registered}${said.name}`], named: 'here' }
  }
  const list = n > 1 ? splitShares(listWords(before, said.name), n) : null
  const listed = list ?? (run.respective && n > 1 ? listedBefore(run.slots[0] as Slot, n, said.name) : null)
  if (listed !== null) return { indicators: listed, named: 'list' }
  // 第一产业比重 of 第一产业占地区生产总值的比重, as in a list
  const name = !said.name.includes('占')
    ? said.name
    : said.name.replace(/^([^占]{2,})占.{2,}?的?(比重|比例|份额)$/, '$1$2')
  const complete = completed(name, framed, topic)
  return { indicators: [complete], named: complete === name ? 'here' : 'owner' }
}

/** 排查隐患215处，已整改213处: a verb alone, of what was counted in the same unit just before. */
function saysOnlyWhatWasDone({ run, taken, before }: Framed, said: Phrase, { last }: Topic): boolean {
  const slot = run.slots[0] as Slot
  const previous = last.at(-1)
  if (previous === undefined || taken.rule.kind !== 'level' || taken.match.side === 'right' || said.action !== '')
    return false
  const isVerb =
    before.some(({ text, tag }) => text === said.name && /^v/.test(tag)) &&
    said.name.length === 2 &&
    !countedVerbs.has(said.name) &&
    !nominalVerbs.has(said.name)
  return (
    isVerb &&
    previous.slot.sentence === slot.sentence &&
    previous.slot.quantity.unit === slot.quantity.unit &&
    previous.action !== previous.indicator &&
    previous.named !== 'nowhere'
  )
}

/** 粮食加工品、食用油、肉制品等3类食品抽检不合格率分别为…, 肉制品、乳制品两个大类的不合格率分别为…: the list stands before its own count. */
function listedBefore({ sentence, from, follows }: Slot, n: number, name: string): string[] | null {
  const before = /(?:^|[，。；：])([^，。；：]+?)(?:等|(?=[三四五六七八九十两]))[^，、]{1,3}$/
  const found = follows ? before.exec(sentence.reading.slice(0, from)) : null
  const members = found?.[1]?.split(/[、和]/) ?? []
  const tail = name.endsWith('增加值') ? '增加值' : attributesAtEnd(name)
  return members.length === n ? members.map((member) => cleanName(member) + tail) : null
}

/** 教育、医疗支出占消费支出的比重: those whose share it is, one by one. */
function splitShares(words: readonly Word[], n: number): string[] | null {
  const at = words.findIndex(({ text }) => text === '占')
  if (at < 1 || !isShareNoun(words.at(-1))) return splitList(words, n)
  return splitList(words.slice(0, at), n)?.map((name) => `${name}${words.at(-1)?.text}`) ?? null
}

/** The words of the list that a name is. */
function listWords(words: readonly Word[], name: string): readonly Word[] {
  const textOf = (from: number, to: number) =>
    cleanName(
      words
        .slice(from, to)
        .map(({ text }) => text)
        .join(''),
    )
  let to = words.length
  while (to > 1 && !textOf(0, to).endsWith(name)) to--
  let from = 0
  while (from < to - 1 && textOf(from + 1, to).length >= name.length) from++
  return words.slice(from, to)
}
