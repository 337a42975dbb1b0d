import type { Quantity, Sentence } from '../../types.ts'
import type { Draft } from '../draft.ts'
import { looksAhead } from './mood.ts'
import { goingOn, listsOf } from './plan-lists.ts'
import { planBefore } from './plan-words.ts'

const planHeading =
  /下一步|下步|下阶段|目标|打算|工作安排|重点任务|主要任务|工作思路|展望|计划|今后|工作要点|努力方向|下一年|明年|发展任务|工作举措|保障措施|重点工作$/
const pastHeading = /回顾|总结|成效|成绩|完成情况|进展|工作情况|做法|现状|概况|综述|成果/

/** Is a figure a target? By its sentence, by the heading over it, or by the mood of its paragraph. */
export function settleStatus(drafts: readonly Draft[], sentences: readonly Sentence[]): Draft[] {
  const paragraphs = new Map<number, string>()
  const lists = listsOf(sentences)
  const listOf = (paragraph: number): number => lists.get(paragraph) ?? paragraph
  for (const { paragraph, reading } of sentences) {
    const list = listOf(paragraph)
    paragraphs.set(list, (paragraphs.get(list) ?? '') + reading)
  }
  const figuresOf = new Map<number, Draft[]>()
  for (const draft of drafts) {
    const paragraph = listOf(draft.slot.sentence.paragraph)
    const figures = figuresOf.get(paragraph)
    if (figures === undefined) figuresOf.set(paragraph, [draft])
    else figures.push(draft)
  }
  const moods = new Map<number, boolean>()
  const isPlan = (draft: Draft): boolean => {
    const paragraph = listOf(draft.slot.sentence.paragraph)
    const known = moods.get(paragraph)
    if (known !== undefined) return known
    const mood = looksAhead(paragraphs.get(paragraph) ?? '', figuresOf.get(paragraph) ?? [])
    moods.set(paragraph, mood)
    return mood
  }
  const planned = goingOn(sentences)
  return drafts.map((draft) => {
    if (draft.status === 'baseline' || draft.slot.sentence.cell !== null) return draft
    return planned.has(draft.slot.sentence) || isTarget(draft, isPlan) ? { ...draft, status: 'target' } : draft
  })
}

/** 目标85万户，实际完成87.63万户 */
const namesGoal =
  /(?:(?<!项)目标|计划)(?:值|数|任务)?(?:为|是|≥|≤|定为)?(?:(?!生育|惠及|覆盖|支持|资助|带动|入选)[\u4e00-\u9fff]{0,4})$/

/** 明确一次性验收合格率达到100%、优良率达到90%的质量目标 */
function isOfGoal(reading: string, { start, end }: Quantity): boolean {
  const behind = reading.slice(end, end + 50)
  return (
    behind.includes('目标') &&
    /^[^，。；]{0,40}的[\u4e00-\u9fff]{0,4}目标(?!.{0,4}(?:实现|完成|达成))/.test(behind) &&
    /(?:^|[，。；])(?:(?!完成|实现|达成)[^，。；])*(?:明确|确定|提出|制定|设定)[^，。；]*$/.test(
      reading.slice(Math.max(0, start - 60), start),
    )
  )
}

/** 确保热线畅通，共处置诉求3984件 */
const wasDone = /(?<![比较])(?:去年|上年|过去)|，(?:目前)?(?:已|共(?=处置|受理|查|检|出动|接|收|办))/

/** 过去一年，预计地区生产总值突破5万亿元: how it will have ended. */
const ofThePast = /(?<![比较])(?:去年|过去的?一年|上年)/

/** How far before its figure 去年 can stand. */
const reach = 400

function isTarget(draft: Draft, isPlan: (draft: Draft) => boolean): boolean {
  const { sentence, quantity } = draft.slot
  if (
    draft.kind === 'level' &&
    draft.extractor !== 'percent-of' &&
    (namesGoal.test(draft.slot.left) || draft.slot.label === '目标')
  )
    return true
  if (draft.slot.left.includes('实际')) return false
  if (isOfGoal(sentence.reading, quantity)) return true
  const plan = planBefore(sentence.reading, quantity.start)
  const heading = sentence.sections.findLast((name) => planHeading.test(name) || pastHeading.test(name))
  const isReview = heading !== undefined && pastHeading.test(heading)
  if (
    plan >= 0 &&
    !(
      sentence.reading.startsWith('预计', plan) &&
      (isReview || ofThePast.test(sentence.reading.slice(Math.max(0, plan - 60), plan)))
    )
  )
    return !wasDone.test(sentence.reading.slice(plan, quantity.start))
  const before = sentence.reading.slice(Math.max(0, quantity.start - reach), quantity.start)
  if (before.includes('年') && /(?:去年|上年)(?!同期|以来|底|末)/.test(before) && !/[比较](?:去年|上年)/.test(before))
    return false
  if (heading !== undefined) return planHeading.test(heading) && !isReview
  return isPlan(draft)
}
