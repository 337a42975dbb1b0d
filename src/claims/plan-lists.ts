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

/** 计划完成…；除险加固水库5座, 具体目标是：新增国家标准400项: what a plan says goes on behind ；, up to what was done. */
export function goingOn(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const found = new Set<Sentence>()
  let before: Sentence | undefined
  for (const sentence of sentences) {
    const follows = before !== undefined && '；：'.includes(before.reading.at(-1) ?? '。')
    const isPlanned = follows && (found.has(before as Sentence) || ofPlans.test((before as Sentence).reading))
    if (isPlanned && !wasDone.test(sentence.reading)) found.add(sentence)
    before = sentence
  }
  return found
}
const ofPlans =
  /将(?:实施|完成|建成|新增|推动|开展|启动)|力争(?!上游)|计划(?:新|建|完成(?!率))|(?<!完成)预期目标|目标(?:是|为)(?!明确)/
const wasDone = /截[至止]|已|(?<![公一])共(?!同)|实际|同比|去年|上年|查处|罚[款没]|注销/
