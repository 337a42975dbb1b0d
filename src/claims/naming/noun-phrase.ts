import type { Word } from '../../tokens/segment.ts'
import { adverbs, countedVerbs, nominalVerbs, prepositions, softVerbs, strongVerbs } from '../../tokens/verbs.ts'
import { endsInAttribute } from './attributes.ts'
import { behindTime, isLoose, skipLoose } from './loose-words.ts'
import { actionStart, actors, chainEnd, isAllVerbs, joiners, mainVerb } from './main-verb.ts'
import { nameOf, textOf } from './names.ts'

/** Words around a number told apart: 市场监管部门 | 累计新登记 | 市场主体. */
export interface Phrase {
  /** Who did it, or what it happened to. */
  readonly subject: string
  /** What was done, with 新, 累计 and 共. */
  readonly action: string
  /** What is counted or measured. */
  readonly name: string
}

export const noPhrase: Phrase = { subject: '', action: '', name: '' }

/** The name before a number: 12315平台全年受理投诉举报 → 12315平台 | 受理 | 投诉举报. */
export function phraseBefore(words: readonly Word[]): Phrase {
  const start = Math.max(skipLoose(words, 0), behindTime(words), behindWhole(words), behindPredicate(words))
  let end = words.length
  while (end > start && isLoose(words[end - 1] as Word)) end--
  // 现行标准下, 211个项目中: only where; 对: only to whom
  const last = words[end - 1]?.text ?? ''
  if (end > start && (/^(?:下|中|里|内|方面)$/.test(last) || (end - start === 1 && prepositions.has(last))))
    return noPhrase
  if (end === start)
    return { ...noPhrase, action: words.find(({ text }) => /^(?:累计|共|新|合计)$/.test(text))?.text ?? '' }
  // 提升行动共计培训6630人
  if (
    end - start > 2 &&
    /^(?:累计|共|共计)$/.test((words[end - 2] as Word).text) &&
    softVerbs.has((words[end - 1] as Word).text)
  )
    return {
      subject: nameOf(words, start, end - 2),
      action: textOf(words, end - 2, end),
      name: textOf(words, end - 1, end),
    }
  // 移送司法机关143件 are no 司法机关, 移送公安机关案件8件 are 案件
  if ((words[start] as Word).text === '移送') {
    const organ = words.findLastIndex(({ text }) => /(?:机关|公安|法院|部门)$/.test(text))
    if (organ > start)
      return { subject: '', action: '移送', name: nameOf(words, organ === end - 1 ? start : organ + 1, end) }
  }
  const trailing = trailingVerb(words, start, end)
  if (trailing !== null) return trailing
  if (isAllVerbs(words, start, end))
    return { subject: '', action: textOf(words, actionStart(words, start), end), name: '' }
  const joined = withoutVerbBetween(words, start, end)
  if (joined !== null) return joined
  const verb = mainVerb(words, start, end)
  if (verb === null) return { subject: '', action: '', name: nameOf(words, start, end) }
  const behind = chainEnd(words, verb, end)
  const from = actionStart(words, verb)
  return {
    subject: nameOf(words, start, Math.max(start, from)),
    action: textOf(words, from, behind),
    name: nameOf(words, skipLoose(words, behind, end), end),
  }
}

const ownPlaces = new Set('全省 全市 全县 全区 全州 我省 我市 我县 我区'.split(' '))

/** 企业 of 新登记市场主体中企业: behind what it is a part of. */
function behindWhole(words: readonly Word[]): number {
  // 义务教育 全市义务教育中小学: a heading without a mark
  const place = words.findLastIndex(({ text }) => ownPlaces.has(text))
  if (place > 0 && place < words.length - 1 && /^v?n/.test((words[place - 1] as Word).tag)) return place + 1
  const at = words.findLastIndex(({ text, tag }) => text === '中' && tag === 'f')
  const isListed = [words[at - 1], words[at + 1]].some((word) => joiners.has(word?.text ?? ''))
  return at > 1 && at < words.length - 1 && !isListed ? at + 1 : 0
}

/** 专项转移支付项目 of 一般性转移支付规模大幅增加、专项转移支付项目; 确权面积 of 推进三权分置改革、确权面积 */
function behindPredicate(words: readonly Word[]): number {
  const at = words.findLastIndex(({ text }) => text === '、')
  if (at < 2 || at > words.length - 2) return 0
  const isSaid = /^(?:增加|减少|增长|提高|下降|提升|降低|扩大|上升|好转|改善)$/.test((words[at - 1] as Word).text)
  const isDeed =
    /^(?:推进|深化|加强|推动|加快|完善)$/.test((words[0] as Word).text) &&
    endsInAttribute((words.at(-1) as Word).text) &&
    !endsInAttribute((words[at - 1] as Word).text)
  return isSaid || isDeed ? at + 1 : 0
}

/** 检验检测机构实现营业收入, 重点项目完成投资: the attribute of who did it. */
function withoutVerbBetween(words: readonly Word[], start: number, end: number): Phrase | null {
  const verb = (words[end - 2] as Word | undefined)?.text ?? ''
  const attribute = (words[end - 1] as Word).text
  if (end - start < 3 || !/^(?:实现|完成|创造|取得)$/.test(verb) || attribute === '率' || !endsInAttribute(attribute))
    return null
  const { name, subject, action } = phraseBefore(words.slice(start, end - 2))
  return name === '' || action !== '' ? null : { subject, action: verb, name: name + attribute }
}

/** The name behind a number: 17种 [抗癌药]大幅降价 → 抗癌药 | 降价. */
export function phraseBehind(all: readonly Word[]): Phrase {
  const words = withoutDeed(all[1]?.text === '的' && !isNominal(all[0] as Word) ? all.slice(2) : all)
  let end = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    if (word.text === '“' || word.text === '《') {
      at = closing(words, at)
      end = at + 1
    } else if (saysWhatTheyDid(words, at)) break
    else if (isNominal(word) || endsName(words, at) || opensName(words, at)) end = at + 1
    else if (!joinsNames(words, at)) break
  }
  // 县 of 129个县中
  if (end > 1 && /^(?:中|里|内|方面)$/.test((words[end - 1] as Word).text)) end--
  const rest = words.slice(end)
  const verb = rest.find((word) => strongVerbs.has(word.text) || softVerbs.has(word.text) || word.tag === 'v')
  return { subject: '', action: verb?.text ?? '', name: nameOf(words, 0, end) }
}

/** 企业 of 企业生产的, before another number: who did it, and not what. */
function withoutDeed(words: readonly Word[]): readonly Word[] {
  if (words.at(-1)?.text !== '的') return words
  let end = words.length - 1
  while (end > 1 && (/^v/.test((words[end - 1] as Word).tag) || softVerbs.has((words[end - 1] as Word).text))) end--
  return words.slice(0, end)
}

/** 监察机构设: nowhere else is 设 surely a verb. */
const isDeed = (text: string): boolean => (strongVerbs.has(text) && !countedVerbs.has(text)) || text === '设'

/** 大科学装置新增: a verb between the name and the number. */
function trailingVerb(words: readonly Word[], start: number, end: number): Phrase | null {
  let from = end
  while (from > start && isDeed((words[from - 1] as Word).text)) from--
  if (from === end) return null
  let nameEnd = from
  while (nameEnd > start && isLoose(words[nameEnd - 1] as Word)) nameEnd--
  const action = textOf(words, from, end)
  if (nameEnd === start) return { subject: '', action, name: '' }
  // 为退役军人提供: for whom
  if (/^[为给向对]$/.test((words[start] as Word).text)) return { subject: '', action, name: '' }
  const inner = phraseBefore(words.slice(start, nameEnd))
  return { subject: inner.subject, action: inner.name === '' ? `${inner.action}${action}` : action, name: inner.name }
}

/** 促消费政策, 惠民实事 */
const opensName = (words: readonly Word[], at: number): boolean =>
  at === 0 && /^[促惠助稳便利强涉]$/.test(words[0]?.text ?? '') && words.length > 1

/** 村生活污水治理 ends in what is done; 学生受益 says what happened. */
function endsName(words: readonly Word[], at: number): boolean {
  const { text } = words[at] as Word
  return (
    at > 0 &&
    (at === words.length - 1 ||
      words[at + 1]?.text === '（' ||
      (at === words.length - 2 && words.at(-1)?.text === '、')) &&
    softVerbs.has(text) &&
    !/^(?:受益|增长|增加|减少|下降|提高|提升|上升|降低|扩大|缩短|压缩|参加|参与|通过|接受)$/.test(text)
  )
}

const nominalTags = /^(?:n|vn|a|an|b|j|l|i|eng|s|nz|ns|nt|nr|nrt|nrfg|g|h|k|m|q|f|z|ng|ag|vg|x)/

/** Can a word be part of a name? Verbs that names hold too (改革经验) can where a noun follows. */
function isNominal({ text, tag }: Word): boolean {
  if (/^(?:全国|全省|全市|全县|现代|基本|自主|专项)$/.test(text)) return true
  if (strongVerbs.has(text) || adverbs.has(text) || prepositions.has(text)) return false
  if (/^[，。；：、！？)）(（]$/.test(text)) return false
  return (nominalTags.test(tag) && tag !== 'ad') || nominalVerbs.has(text)
}

/** 加速园, 示范区: with such a word behind it a verb is part of a name. */
const places = /^[园区站点馆院营厂店室楼城港带圈链网群岛库坊湾]$/

/** 县区 | 通过评估, 案件 | 移送公安机关 */
const saysWhatTheyDid = (words: readonly Word[], at: number): boolean =>
  (/^(?:通过|移送|获|办理|入选|参加)$/.test(words[at]?.text ?? '') &&
    /[县区市村镇件目品]$/.test(words[at - 1]?.text ?? '')) ||
  // 大模型 | 通过备案, 群众 | 得到救助
  (at > 0 && at < words.length - 1 && /^(?:通过|得到|赴)$/.test(words[at]?.text ?? ''))

/** What stands between the words of one name: 县 和 乡镇, 肯定 的 经验, 补短板 工程. */
function joinsNames(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word
  const next = words[at + 1]
  // 小微企业 办理 贷款 says what they did
  if (softVerbs.has(word.text) && actors.test(words[at - 1]?.text ?? '')) return false
  if (next === undefined || strongVerbs.has(word.text) || adverbs.has(word.text)) return false
  if (word.text === '及' && next.text === '以上') return joinsNames(words, at + 1)
  if (joiners.has(word.text)) return isNominal(next) && at > 0
  if (/^v/.test(word.tag) && places.test(next.text)) return true
  if (word.text === '的' || word.text === '以上' || word.text === '级') return isNominal(next)
  return softVerbs.has(word.text) && isNominal(next) && next.tag !== 'x'
}

function closing(words: readonly Word[], open: number): number {
  const mark = (words[open] as Word).text === '“' ? '”' : '》'
  const at = words.findIndex((word, index) => index > open && word.text === mark)
  return at < 0 ? words.length - 1 : at
}
