import type { Sentence } from '../types.ts'

/** ——优质主体不断壮大。… ——创新能力大幅提升。…: paragraphs of one list have one mood, by the number of the first. */
export function listsOf(sentences: readonly Sentence[]): ReadonlyMap<number, number> {
  const lists = new Map<number, number>()
  for (const { paragraph, reading } of sentences) {
    if (lists.has(paragraph) || !reading.startsWith('——')) continue
    lists.set(paragraph, lists.get(paragraph - 1) ?? paragraph)
  }
  return lists
}

/**
 * 计划完成…；除险加固水库5座, 具体目标是：新增国家标准400项: what a plan says goes on behind ；, and through the numbered
 * items of a list that it opens, 将办好10件实事：1.新建学校40所。2.…, up to what was done.
 */
export function goingOn(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const found = new Set<Sentence>()
  let inList = false
  let before: Sentence | undefined
  for (const sentence of sentences) {
    const { reading, paragraph } = sentence
    if (item.test(reading)) inList ||= before !== undefined && opensList.test(before.reading)
    else if (paragraph !== before?.paragraph) inList = false
    const follows = before !== undefined && '；：'.includes(before.reading.at(-1) ?? '。')
    const isPlanned =
      inList || (follows && (found.has(before as Sentence) || ofPlans.test((before as Sentence).reading)))
    if (isPlanned && !wasDone.test(reading)) found.add(sentence)
    before = sentence
  }
  return found
}
/** 1、 （1） ① 分别是：（1） */
const item = /^(?:[^，。；：]{1,8}：)?(?:\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])/
const plans =
  '将(?:实施|完成|建成|新增|推动|开展|启动)|力争(?!上游)|计划(?:新|建|完成(?!率))|(?<!完成)预期目标|目标(?:(?:是|为)(?!明确)|：)'
const ofPlans = new RegExp(plans)
const opensList = new RegExp(
  `${plans}|(?:将|提出|今年(?!以来))[^。；]{0,24}(?:办好|抓好|做好)(?!了)|^到20[2-9]\\d年，|(?:目标|任务|指标)[：。]?$`,
)
const wasDone = /截[至止]|已|(?<![公一])共(?!同)|实际|同比|去年|上年|查处|罚[款没]|注销/
