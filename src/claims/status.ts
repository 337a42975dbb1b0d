import type { Sentence } from '../types.ts'
import type { Draft } from './draft.ts'
import { goingOn, listsOf } from './plan-lists.ts'

/** Words that make the figures behind them in their sentence targets. */
const plans =
  /力争|争取(?:达到|实现|突破|完成|使)|拟(?:按|安排|新|于)|预期目标|目标(?:是|为|[：:])|计划(?:新|建|到|完成|再|安排(?!，))|(?<!以)确保|努力(?:实现|达到|使)|(?:^|[，；。：])(?:我们|全省|全市|[^，；。]{2,6}(?:省|市|县))?将(?!近|[^。；]{1,60}(?:纳入|作为|列为|列入))|要(?:达到|实现|完成|建成|新增)|(?:不得|务必)|(?:明年|下一年|来年|新的一年)|(?:下一步|下阶段|接下来)[，,]?|预计(?![^，]*，(?:已|共(?!同)|[^，]{2,}同比))|预测(?!准确|预报|预警|模型|能力)|未来(?:[一二三四五十]{1,2}|\d)年(?=[，将要内])|将(?:初步|全面|基本)?(?:建成|推动|实现|实施|开展|启动|完成|新增)|将(?:达到?|超过|突破)(?=\d|约|$)|[今全]年再(?=[压减新增完建退])|到20(?:2[5-9]|[3-9]\d)年|今年[^，。；]{0,15}(?:安排|预算)|今年[^。；]{0,16}要|“?十[四五六]五”?时期[^。]{0,40}(?:增长|达到|提高到)\d[\d.]*%(?:左右|以上)/
/** Words that speak for a mood, how much each does, and what a paragraph must hold to have one: looked for first. */
type MoodWords = readonly [words: RegExp, weight: number, signs?: readonly string[]]

/** The same of a paragraph: 今年 opens a plan unless it looks back. */
const planWords: readonly MoodWords[] = [
  [
    /力争|预期目标|拟按|主要目标|目标任务是|到20[2-9]\d年|到“?十[五六七]五”?末|新的一年|下一步|明年/g,
    3,
    ['力争', '目标', '拟按', '到20', '到“十', '到十', '新的一年', '下一步', '明年'],
  ],
  [/今年(?!以来|上半年|前|[一二三四]季度|1|首)/g, 1.5, ['今年']],
  [/(?:^|[，。；])(?:我们)?(?:要|将(?!近|.{1,12}(?:纳入|作为|列为|列入)))/g, 1.5, ['要', '将']],
  [/增长\d+(?:\.\d+)?%(?:左右|以上)/g, 1, ['%左右', '%以上']],
  [/增长\d+(?:\.\d+)?%[-—~至到]\d+(?:\.\d+)?%/g, 1.5, ['%-', '%—', '%~', '%至', '%到']],
  [/保持在[^，。；]{1,10}左右/g, 0.7, ['保持在']],
  [/争取|确保|拟|安排|不低于|大于|保持在.{1,12}以上/g, 0.7, ['争取', '确保', '拟', '安排', '不低于', '大于', '保持在']],
]
const pastWords: readonly MoodWords[] = [
  [
    /(?<!公)共(?=[计有]|受理|查|检|完成|建[设成]|培育|新|出动|实施|\d)|总共|去年|上年|过去|同比|环比|[一二三四五]年来|以来|年均|(?:截至|截止)/g,
    1.5,
  ],
  [
    /已|(?:启动|开展|实施|举办|进行|召开)了|圆满|成功|荣获|获批|获评|入选|居全国|全国第|位居|位列|首位|超额|历史性|创(?:历史)?新高|累计/g,
    1,
  ],
  [/成效|丰硕|新跃升|坚实步伐|新进展|新突破|明显|显著|稳中|持续增强|有力|得到|迈上|迈出|跃升/g, 1],
  [/完成(?!国家下达)|印发|吊销|查[办处]|检查|认定|新认证|受理|开发出|(?<!研发)投入|签约|拥有|处置/g, 1],
]
/** A clause that says what is to be done opens with it. */
const bidding =
  /^(?:[一二三四五六七八九十]+是|（.{1,2}）|\d\.)?(?:加快|加强|推进|推动|深化|完善|健全|实施|开展|支持|鼓励|引导|强化|落实|优化|扩大|促进|提升|培育|打造|发展|建设|积极|大力|扎实|持续|坚持|着力|深入|全面|加大|抓好|做好|巩固|拓展|探索|办好|用好|制定|狠抓|统筹|严格|稳步|加力|坚决|合理|适度|提高|构建|搭建|聚焦|围绕|新建|新增|改造|启动|推广|举办|壮大|做优|做强|深耕|紧扣|突出|高水平|高质量|强力|提质)/
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
    const mood = moodOf(paragraphs.get(paragraph) ?? '', figuresOf.get(paragraph) ?? []) > 0
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
  /(?:(?<!项)目标|计划)(?:值|数|任务)?(?:为|是|≥|≤|定为)?(?:(?!生育|惠及|覆盖|支持|资助|带动)[\u4e00-\u9fff]{0,4})$/

/** How far before its figure a word can make it a target. */
const reach = 400

function isTarget(draft: Draft, isPlan: (draft: Draft) => boolean): boolean {
  const { sentence, quantity } = draft.slot
  const before = sentence.reading.slice(Math.max(0, quantity.start - reach), quantity.start)
  if (
    draft.kind === 'level' &&
    draft.extractor !== 'percent-of' &&
    (namesGoal.test(draft.slot.left) || draft.slot.label === '目标')
  )
    return true
  if (draft.slot.left.includes('实际')) return false
  if (plans.test(before)) return !/(?<![比较])(?:去年|上年|过去)/.test(before.slice(before.search(plans)))
  if (before.includes('年') && /(?:去年|上年)(?!同期|以来|底|末)/.test(before) && !/[比较](?:去年|上年)/.test(before))
    return false
  const heading = sentence.sections.findLast((name) => planHeading.test(name) || pastHeading.test(name))
  if (heading !== undefined) return planHeading.test(heading) && !pastHeading.test(heading)
  return isPlan(draft)
}

/** Above 0 where a paragraph speaks of what is to come: its words, its bidding clauses, its round figures. */
function moodOf(paragraph: string, figures: readonly Draft[]): number {
  const sum = (words: readonly MoodWords[]) =>
    words.reduce((total, [word, weight, signs]) => {
      if (signs?.some((sign) => paragraph.includes(sign)) === false) return total
      return total + Math.min(3, paragraph.match(word)?.length ?? 0) * weight
    }, 0)
  const plan = sum(planWords)
  // 农产品质量方面，… is how what was done is told, sector by sector
  const isReview = /^(?:在)?[^，。]{2,16}(?:方面|领域)[，：]/.test(paragraph)
  const bids = isReview ? 0 : biddingOf(paragraph, figures)
  // Round figures alone are no plan: 小学200所，教师5000人，学生80000人
  const hasPlan =
    plan + bids > 0 ||
    paragraph.split(clauseEnd).some((clause) => bidding.test(clause)) ||
    (paragraph.match(/以上/g)?.length ?? 0) > 1
  const hopes = plan + bids + (hasPlan ? roundnessOf(figures) : 0) - 1
  // What is left tells against a plan
  if (hopes <= 0) return hopes
  const precise = figures.reduce((total, { slot }) => total + precision(slot.quantity.raw), 0)
  // Budgets are precise though they are plans
  return hopes - sum(pastWords) - Math.min(plan >= 4 ? 1.5 : 4.5, precise)
}

const clauseEnd = /[，。；：]/

/** How much a paragraph bids: 加快…，推进…。 */
function biddingOf(paragraph: string, figures: readonly Draft[]): number {
  const clauses = paragraph.split(clauseEnd).filter((clause) => clause.length > 1)
  const share = clauses.filter((clause) => bidding.test(clause)).length / Math.max(1, clauses.length)
  const opening = paragraph.split('。').filter((sentence) => sentence.length > 1 && !/(?:方面|领域)$/.test(sentence))
  const openings = opening.filter((sentence) => bidding.test(sentence)).length / Math.max(1, opening.length)
  const bounds = Math.min(2, 0.5 * figures.filter(({ slot }) => /^(?:以上|左右|以内)/.test(behind(slot))).length)
  const mood = share >= 0.6 && clauses.length >= 4 ? 3 : share >= 0.4 && clauses.length >= 4 ? 1.5 : 0
  return Math.max(mood, openings >= 0.6 ? 2 + bounds : 0)
}

/** 300家、1500家、10000家以上、65%: who counts what was done seldom gets round figures alone. */
function roundnessOf(figures: readonly Draft[]): number {
  if (figures.length < 3) return 0
  const isRound = ({ slot }: Draft): boolean => /^(?:[1-9]\d?0+|\d?50*)(?![\d.])/.test(slot.quantity.raw)
  const share = figures.filter(isRound).length / figures.length
  return share < 0.8 ? 0 : figures.length < 5 ? 1 : figures.length < 8 ? 2 : 3
}

/** What stands right behind a figure: 以上. */
const behind = ({ sentence, quantity }: Draft['slot']): string => sentence.reading.slice(quantity.end, quantity.end + 2)

/** Plans are made in round figures, 10%, 5500亿元; 103.1% was counted. */
function precision(raw: string): number {
  const number = /[\d,]+(?:\.\d+)?/.exec(raw)?.[0].replaceAll(',', '') ?? ''
  const digits = number.replace('.', '').replace(/^0+|0+$/g, '').length
  if (digits >= 4 || (digits === 3 && number.includes('.'))) return 1.2
  return digits === 3 ? 0.5 : 0
}
