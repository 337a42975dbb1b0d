import type { Sentence } from '../types.ts'
import type { Draft } from './draft.ts'

/** Words of a sentence that make its figures targets. */
const plans =
  /力争|争取(?:达到|实现|突破)|拟按|拟|预期目标|目标(?:是|为|：)|到(?:20[2-9]\d|本世纪|“?十[五六七]五”?末)年?|计划|确保|努力|将(?!近)|要(?:达到|实现|完成)|不得|务必|必须|预计(?!.{0,12}(?:去年|20\d\d年全年))/
/** Headings over what is to come. */
const planHeading =
  /下一步|下步|下阶段|目标|打算|工作安排|重点任务|主要任务|工作思路|展望|计划|今后|工作要点|努力方向|下一年|明年/

/** Is a figure a target? By its own words, the heading over it, or the mood of its paragraph. */
export function settleStatus(drafts: readonly Draft[], _sentences: readonly Sentence[]): Draft[] {
  return drafts.map((draft) => {
    if (draft.status === 'baseline') return draft
    const { sentence } = draft.slot
    const heading = sentence.sections.some((name) => planHeading.test(name))
    return heading || plans.test(sentence.reading) ? { ...draft, status: 'target' } : draft
  })
}
