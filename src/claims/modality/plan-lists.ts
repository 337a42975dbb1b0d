import type { Sentence } from '../../types.ts'
import { isWill } from './plan-words.ts'

/**
 * 计划完成…；除险加固水库5座, 具体目标是：新增国家标准400项: what a plan says goes on behind ；, and through the numbered
 * items of a list that it opens, 将办好10件实事：1.新建学校40所。2.…, up to what was done.
 */
export function goingOn(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const found = new Set<Sentence>()
  let list: 'of sentences' | 'of paragraphs' | null = null
  let before: Sentence | undefined
  for (const sentence of sentences) {
    const { reading, paragraph } = sentence
    const isInside = paragraph === before?.paragraph
    if (item.test(reading)) {
      if (list === null && before !== undefined && opensList(before.reading))
        list = isInside ? 'of sentences' : 'of paragraphs'
    } else if (list === 'of sentences' || !isInside) list = null
    const follows = before !== undefined && '；：'.includes(before.reading.at(-1) ?? '。')
    const isPlanned =
      list !== null || (follows && (found.has(before as Sentence) || ofPlans.test((before as Sentence).reading)))
    if (isPlanned && !wasDone.test(reading)) found.add(sentence)
    before = sentence
  }
  return found
}
/** 1、 （1） ① 分别是：（1） */
const item = /^(?:[^，。；：]{1,8}：)?(?:\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])/
const ofPlans =
  /将(?:实施|完成|建成|新增|推动|开展|启动)|力争(?!上游)|计划(?:新|建|完成(?!率))|(?<!完成)预期目标|(?<!(?:围绕|完成|实现|对照|达到)[^，。；]{0,8})目标(?:(?:是|为)(?!明确)|：)/
const wasDone = /截[至止]|已|(?<![公一])共(?!同)|实际|同比|去年|上年|查处|罚[款没]|注销/

/** 将着力办好十件民生实事, 到2025年，消费环境更加放心: no list of what was done. */
function opensList(reading: string): boolean {
  if (wasDone.test(reading) || /了|一年来|圆满/.test(reading)) return false
  const will = /(?<will>将|提出)[^。；]{0,24}(?:办好|抓好|做好)/.exec(reading)
  const isSaid = will !== null && (will.groups?.will === '提出' || isWill(reading, will.index + 1))
  return isSaid || ofPlans.test(reading) || /^到20[2-9]\d年，/.test(reading)
}
