import type { Word } from '../tokens/segment.ts'
import { adverbs, prepositions, softVerbs, strongVerbs } from '../tokens/verbs.ts'
import { endsInAttribute } from './attributes.ts'

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
  const start = Math.max(skipLoose(words, 0), behindTime(words))
  let end = words.length
  while (end > start && isLoose(words[end - 1] as Word)) end--
  if (end === start) return { ...noPhrase, action: textOf(words, 0, words.length) }
  const trailing = trailingVerb(words, start, end)
  if (trailing !== null) return trailing
  if (isAllVerbs(words, start, end)) return { subject: '', action: textOf(words, 0, end), name: '' }
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

/** The name behind a number: 17种 [抗癌药]大幅降价 → 抗癌药 | 降价. */
export function phraseBehind(words: readonly Word[]): Phrase {
  let end = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    if (word.text === '“' || word.text === '《') {
      at = closing(words, at)
      end = at + 1
    } else if (isNominal(word)) end = at + 1
    else if (!joinsNames(words, at)) break
  }
  // 县 of 129个县中
  if (end > 1 && /^(?:中|里|内)$/.test((words[end - 1] as Word).text)) end--
  const rest = words.slice(end)
  const verb = rest.find((word) => strongVerbs.has(word.text) || softVerbs.has(word.text) || word.tag === 'v')
  return { subject: '', action: verb?.text ?? '', name: nameOf(words, 0, end) }
}

/** Verbs that say what is counted: 造林88万亩, 立案512件. */
const countedVerbs = new Set(
  '造林 立案 结案 减税 降费 退税 减税降费 投资 融资 授信 消费 就业 贷款 出口 进口 招商 引资 植树 种草 减排 获奖 赔付 获赔 死亡 受伤 备案 检测 抽检 抽查 监督抽检 监督抽查 检验 绿化 咨询 投诉 举报 上市 落户 签约 发电 用电 供水 首次注册 注册 登记 出栏 存栏 罚款 罚没'.split(
    ' ',
  ),
)

/** 建成投产, 整改: only what was done. */
function isAllVerbs(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const { text, tag } = words[at] as Word
    if (
      countedVerbs.has(text) ||
      !(strongVerbs.has(text) || softVerbs.has(text) || (tag === 'v' && !nominalVerbs.has(text)))
    )
      return false
  }
  return true
}

/** Is a word one that only says how or when? 累计, 已, 全年, 2020年. */
function isLoose({ text, tag }: Word): boolean {
  return (
    adverbs.has(text) ||
    tag === 'c' ||
    /^(?:其|该|此|这|我们|各|这些|那)$/.test(text) ||
    tag === 'y' ||
    isTime(text) ||
    /^(?:了|的|着|过)$/.test(text) ||
    /^[、，,·—…]$/.test(text)
  )
}

const isTime = (text: string): boolean =>
  /^(?:去年|今年|上年|明年|前年|本年|近年|近日|日前|目前|当前|期末|年初|月末)$/.test(text) ||
  /^(?:\d{4}年|\d{1,2}月|[一二三四五六七八九十两\d]+年(?:来|间)?|上半年|下半年|[一二三四]季度|前三季度|以来|期间|时期|年度|末|底)$/.test(
    text,
  )

/** Over loose words, 为消费者 and 吉林省 at the beginning. */
function skipLoose(words: readonly Word[], from: number, to = words.length): number {
  let at = from
  while (at < to) {
    const word = words[at] as Word
    if ((isLoose(word) && !(openNames.has(word.text) && at < to - 1)) || isPlace(word, words[at + 1])) at++
    else if (prepositions.has(word.text)) {
      const behind = behindPreposition(words, at, to)
      if (behind === null) return at
      at = behind
    } else break
  }
  return at
}

/** What stands before a time in the middle is who or where: 青岛海关去年 | 进出口货运量. */
function behindTime(words: readonly Word[]): number {
  for (let at = words.length - 2; at > 0; at--) {
    const { text } = words[at] as Word
    if (/^(?:全年|去年|今年|上年|年内|年末|年底)$/.test(text)) return skipLoose(words, at + 1)
  }
  return 0
}

/** 平均处理时长: at the beginning these are part of a name. */
const openNames = new Set(
  '平均 日均 月均 最高 总 实际 直接 集中 单日 一次性 有效 现有 各 联合 协同 统一 正式'.split(' '),
)

/** 吉林省, 沈阳市 before more words. */
function isPlace({ text, tag }: Word, next: Word | undefined): boolean {
  return (
    tag === 'ns' && /(?:省|市|自治区|州|县|区|盟)$/.test(text) && next !== undefined && !/^[、和与及]$/.test(next.text)
  )
}

/** Where what a preposition belongs to is over: at the first verb behind it, 为消费者 挽回; null where no verb follows. */
function behindPreposition(words: readonly Word[], at: number, to: number): number | null {
  for (let index = at + 2; index < to - 1; index++) {
    const { text } = words[index] as Word
    if (/^(?:中|上|里|内|方面|领域|下|外)$/.test(text)) return index + 1
    if (strongVerbs.has(text) || softVerbs.has(text)) return index
    if (adverbs.has(text) && index + 1 < to - 1) return index
  }
  return null
}

/** 大科学装置新增: a verb between the name and the number. */
function trailingVerb(words: readonly Word[], start: number, end: number): Phrase | null {
  let from = end
  while (from > start && strongVerbs.has((words[from - 1] as Word).text)) from--
  if (from === end) return null
  let nameEnd = from
  while (nameEnd > start && isLoose(words[nameEnd - 1] as Word)) nameEnd--
  const action = textOf(words, from, end)
  if (nameEnd === start) return { subject: '', action, name: '' }
  const inner = phraseBefore(words.slice(start, nameEnd))
  return { subject: inner.subject, action: inner.name === '' ? `${inner.action}${action}` : action, name: inner.name }
}

/** The verb whose object the name is: the last that no name holds, else one at the beginning. */
function mainVerb(words: readonly Word[], start: number, end: number): number | null {
  let quoted = 0
  let found: number | null = null
  for (let at = start; at < end - 1; at++) {
    const { text } = words[at] as Word
    if (text === '“' || text === '《') quoted++
    else if (text === '”' || text === '》') quoted--
    else if (quoted <= 0 && isStrong(words, at, start, end)) found = at
  }
  if (found !== null) return found
  const first = words[start] as Word
  const second = words[start + 1] as Word | undefined
  const opens =
    softVerbs.has(first.text) ||
    (first.tag === 'v' && first.text.length > 1 && !nominalVerbs.has(first.text) && /^n/.test(second?.tag ?? ''))
  const isName = isMeasured((words[end - 1] as Word).text)
  const isGeneric = end - start === 2 && genericNouns.test((words[end - 1] as Word).text)
  const formsName = /^(?:的|类|型|性|业|率|量|数|额|期|度|值|区)$/.test(second?.text ?? '')
  if (opens && !isName && !isGeneric && end - start > 1 && !formsName) return start
  // 累计建设片区: behind such an adverb even these are what was done
  for (let at = start + 1; at < end - 1; at++) {
    const marks = /^(?:累计|共|共计|已|新|全年)$/.test((words[at - 1] as Word).text)
    if (marks && (softVerbs.has((words[at] as Word).text) || (words[at] as Word).tag === 'v')) return at
  }
  return null
}

function isStrong(words: readonly Word[], at: number, start: number, end: number): boolean {
  const { text, tag } = words[at] as Word
  const next = words[at + 1]?.text ?? ''
  // 清偿率, 建成区
  if (/^(?:率|量|额|数|期|度|值|区|类|型|业|会|网)$/.test(next)) return false
  const left = words[at - 1]?.text ?? ''
  // 企业设立、变更、注销平均办理时间: verbs in a list are names
  const isListed =
    at > start &&
    /^[、和与及]$/.test(left) &&
    (strongVerbs.has(words[at - 2]?.text ?? '') || softVerbs.has(words[at - 2]?.text ?? ''))
  if (isListed) return false
  // 稳岗返还资金, 完成率: what is left alone would name nothing
  const last = words[end - 1] as Word
  const namesAlone = at > start && at + 2 === end && (isMeasured(last.text) || genericNouns.test(last.text))
  if (strongVerbs.has(text)) return at === start ? !namesRate(text, last) : !namesAlone
  // 园区供应工业用地: behind a place even verbs that names hold are what was done
  if (
    at > start &&
    at + 2 < end &&
    softVerbs.has(text) &&
    /(?:区|城|市|县|省|园|港|海关|沿线|部门|局|厅|全省|全市|全国)$/.test(left)
  )
    return true
  // 新 before a verb, or in one word with it
  return (tag === 'v' && /^新./.test(text)) || (words[at - 1]?.text === '新' && (softVerbs.has(text) || tag === 'v'))
}

/** Verbs in a row are one action: 新开工改造, 建设筹集; something is left for the name. */
function chainEnd(words: readonly Word[], verb: number, end: number): number {
  let at = verb + 1
  while (at < end - 1) {
    const { text } = words[at] as Word
    const goesOn = strongVerbs.has(text) || softVerbs.has(text) || text === '了'
    const joins = /^(?:并|、|和|或|及)$/.test(text) && softVerbs.has(words[at + 1]?.text ?? '') && at + 2 < end
    if (!goesOn && !joins) break
    if (softVerbs.has(text) && at + 1 < end && isMeasured((words[end - 1] as Word).text) && at + 1 === end - 1) break
    at++
  }
  return at
}

/** 累计, 共 and 新 belong to the action. */
function actionStart(words: readonly Word[], verb: number): number {
  let from = verb
  while (from > 0 && /^(?:累计|共|新|共计|全年|免费|组织|直接)$/.test((words[from - 1] as Word).text)) from--
  return from
}

/** 认证证书, 检测机构, 帮扶企业: a verb and one of these make a name. */
const genericNouns =
  /^(?:资金|人口|公司|管网|站点|任务|单位|机构|企业|人员|证书|报告|平台|项目|产品|工程|基地|中心|体系|系统|设备|设施|场所|案件|标准|网点|站点|工业产品)$/
/** Nouns that the dictionary calls verbs. */
const nominalVerbs = new Set(
  '收入 支出 贷款 存款 通用 设 投资 消费 就业 贸易 生活 生产 服务 工作 交通 运输 旅游 能耗 住院 门诊 失业 养老 重点 创新 教育 科研 研发 医疗 救助 低保 参保 案件 移送 流通 网上 涉 装机 负责 有效 代表 直播 跨境 到场 总产 加工 高效 在用 在营 在建 在校 在册 在岗 在职 在读'.split(
    ' ',
  ),
)
/** 签约金额 is a name, 投入资金 is not. */
const isMeasured = (text: string): boolean =>
  endsInAttribute(text) && !/(?:标准|资金|经费|贷款|存款|案件|容量|床位|费用|消费|投资|成本|税收)$/.test(text)
/** 新建工程…执行率 */
const namesRate = (verb: string, last: Word): boolean => /^新/.test(verb) && /(?:率|满意度)$/.test(last.text)

const nominalTags = /^(?:n|vn|a|an|b|j|l|i|eng|s|nz|ns|nt|nr|nrt|nrfg|g|h|k|m|q|f|z|ng|ag|vg|x)/

/** Can a word be part of a name? Verbs that names hold too (改革经验) can where a noun follows. */
function isNominal({ text, tag }: Word): boolean {
  if (strongVerbs.has(text) || adverbs.has(text) || prepositions.has(text)) return false
  if (/^[，。；：、！？)）(（]$/.test(text)) return false
  return nominalTags.test(tag) && tag !== 'ad'
}

/** What stands between the words of one name: 县 和 乡镇, 肯定 的 经验, 补短板 工程. */
function joinsNames(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word
  const next = words[at + 1]
  if (next === undefined || strongVerbs.has(word.text) || adverbs.has(word.text)) return false
  if (/^[、和与及]$/.test(word.text)) return isNominal(next) && at > 0
  if (word.text === '的' || word.text === '以上' || word.text === '级') return isNominal(next)
  return softVerbs.has(word.text) && isNominal(next) && next.tag !== 'x'
}

function closing(words: readonly Word[], open: number): number {
  const mark = (words[open] as Word).text === '“' ? '”' : '》'
  const at = words.findIndex((word, index) => index > open && word.text === mark)
  return at < 0 ? words.length - 1 : at
}

function textOf(words: readonly Word[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += (words[at] as Word).text
  return text
}

/** The words as a name: without quotation marks, and of 黄石、咸宁等全国文明城市 only what is behind 等. */
function nameOf(words: readonly Word[], from: number, to: number): string {
  return cleanName(textOf(words, from, to))
}

/** The same of a text: “三品一标” → 三品一标. */
export function cleanName(text: string): string {
  const plain = text.replace(/[“”‘’「」『』"']/g, '').replace(/^[的了等及和与、，·—-]+|[的了、，和与及：:·—-]+$/g, '')
  const behind =
    /^.*[^平优同中头次高初劣上下低特对相]等(?!级|级别|次|额|候|离|温|教育|学校|院校|职业|待遇)(?:地|地区|市|省|方面)?(.{2,})$/.exec(
      plain,
    )?.[1]
  return (behind ?? plain)
    .replace(/(?<=.{3})(?<![高初其集])(?:当中|中)$/, '')
    .replace(/^(?:全省|全市|全县|全区|我省|我市|我县|我区|省内|市内|各级|各地|一批|的)+/, '')
}
