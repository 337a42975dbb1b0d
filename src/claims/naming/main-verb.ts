import type { Word } from '../../tokens/segment.ts'
import { countedVerbs, nominalVerbs, softVerbs, strongVerbs } from '../../tokens/verbs.ts'
import { endsInAttribute, isBareAttribute } from './attributes.ts'
import { textOf } from './names.ts'

/** The verb whose object the name is: the last that no name holds, else one at the beginning. */
export function mainVerb(words: readonly Word[], start: number, end: number): number | null {
  let quoted = 0
  let found: number | null = null
  for (let at = start; at < end - 1; at++) {
    const { text } = words[at] as Word
    if (text === '“' || text === '《' || text === '（') quoted++
    else if (text === '”' || text === '》' || text === '）') quoted--
    else if (quoted <= 0 && isStrong(words, at, start, end)) found = at
  }
  if (found !== null) return found
  const first = words[start] as Word
  const second = words[start + 1] as Word | undefined
  const opens =
    softVerbs.has(first.text) ||
    (first.tag === 'v' && first.text.length > 1 && !nominalVerbs.has(first.text) && /^n/.test(second?.tag ?? ''))
  // 共计发展优质稻面积
  const isCounted =
    /^(?:累计|共|共计|已)$/.test(words[start - 1]?.text ?? '') &&
    /^(?:发展|建设|改造|治理|修复|推广|种植)$/.test(first.text)
  const isName = !isCounted && isMeasured((words[end - 1] as Word).text)
  const isGeneric = isCompoundName(words, start, end) && !(end - start > 2 && opensOnly.test(first.text))
  const isDeed = end - start > 1 && words.slice(start, end).every(({ text }) => softVerbs.has(text))
  const formsName =
    /^(?:的|类|型|性|业|率|量|数|额|期|度|值|区|领域|环节)$/.test(second?.text ?? '') ||
    (joiners.has(second?.text ?? '') && !isDone(words[start + 2]))
  if (/^(?:提高|提升|降低|减少|削减|压减|增加|扩大|下调|上调)$/.test(first.text) && end - start > 1 && !formsName)
    return start
  if (opens && !isName && !isGeneric && !isDeed && end - start > 1 && !formsName) return start
  // 累计建设片区: behind such an adverb even these are what was done
  for (let at = start + 1; at < end - 1; at++) {
    const marks = /^(?:累计|共|共计|已|新|全年|[一二三四五六七八九十\d]{1,2}年)$/.test((words[at - 1] as Word).text)
    if (
      marks &&
      !isBareAttribute(textOf(words, at + 1, end)) &&
      (softVerbs.has((words[at] as Word).text) || (words[at] as Word).tag === 'v')
    )
      return at
  }
  return null
}

function isStrong(words: readonly Word[], at: number, start: number, end: number): boolean {
  const { text, tag } = words[at] as Word
  const next = words[at + 1]?.text ?? ''
  // 赤城有贫困村
  if (text === '有' && at === start + 1 && !/^[vda]/.test((words[start] as Word).tag)) return true
  // 认证帮扶小微企业
  if (at > start && /^(?:帮扶|扶持)$/.test(text) && actors.test((words[end - 1] as Word).text)) return true
  // 供水工程覆盖人口比例
  if (text === '覆盖' && /(?:率|比例|面|人数|人口)$/.test((words[end - 1] as Word).text)) return false
  // 第一产业占地区生产总值的比重
  if (text === '占' && isShareNoun(words[end - 1])) return false
  // 水质达到或好于Ⅲ类水体比例
  if (next === '或') return false
  // 清偿率, 建成区
  if (/^(?:率|量|额|数|期|度|值|区|类|型|业|会|网)$/.test(next)) return false
  const left = words[at - 1]?.text ?? ''
  // 开办时限, 完成总量
  if (at + 2 === end && /^(?:时间|时限|时长|周期|期限|总量|总数|总额|数量|规模|能力|水平|比例|面积|成本)$/.test(next))
    return false
  // 企业开办平均用时
  if (at > start && at + 2 < end && strongVerbs.has(text) && isBareAttribute(textOf(words, at + 1, end))) return false
  // 企业设立、变更、注销平均办理时间: verbs in a list are names
  const isListed =
    at > start &&
    joiners.has(left) &&
    (strongVerbs.has(words[at - 2]?.text ?? '') || softVerbs.has(words[at - 2]?.text ?? ''))
  if (isListed) return false
  // 稳岗返还资金, 完成率: what is left alone would name nothing
  const last = words[end - 1] as Word
  const namesAlone =
    at > start &&
    left !== '、' &&
    !organs.test(left) &&
    at + 2 === end &&
    (isMeasured(last.text) || genericNouns.test(last.text))
  // 检验检测机构实现营业收入: see phraseBefore
  if (strongVerbs.has(text)) return at === start ? !namesRate(text, last) : !namesAlone
  // 园区供应工业用地: behind a place even verbs that names hold are what was done
  if (
    at > start &&
    at + 1 < end &&
    !isMeasured(last.text) &&
    !(at + 2 === end && genericNouns.test(last.text)) &&
    softVerbs.has(text) &&
    (words[at - 1]?.tag === 'ns' ||
      // 单位免费检定计量器具
      (/^(?:免费|依法|统一|全年)$/.test(left) && at > start + 1) ||
      /(?:区|城|市|县|省|园|港|海关|沿线|部门|局|厅|平台|中心|热线|全省|全市|全国|等|等地|地|）)$/.test(left))
  )
    return true
  // 新 before a verb, or in one word with it
  return (
    (tag === 'v' && /^新./.test(text)) ||
    (words[at - 1]?.text === '新' && text !== '就业' && (softVerbs.has(text) || tag === 'v'))
  )
}

/** 市场监管系统出动人员: they do, and are no part of what is counted. */
const organs = /(?:系统|部门|机关|局|委|厅|队|法院|检察院|海关)$/

/** 比重 behind 占: together the name of a share. */
export const isShareNoun = (word: Word | undefined): boolean => /^(?:比重|比例|份额)$/.test(word?.text ?? '')

const isDone = (word: Word | undefined): boolean =>
  word !== undefined && (softVerbs.has(word.text) || strongVerbs.has(word.text)) && !countedVerbs.has(word.text)

/** Between the members of a list. */
export const joiners: ReadonlySet<string> = new Set('、和与及')

const causes = /^(?:督促|指导|引导|帮助|推动|责令|要求|组织|支持|促使|助力|带动)$/
/** Who does something: 企业, 农户. */
export const actors =
  /(?:企业|单位|机构|部门|商家|商户|经营者|消费者|学生|群众|居民|家庭|员工|人员|农户|公司|学校|医院|平台|城市)$/

/** Verbs in a row are one action: 新开工改造, 建设筹集; something is left for the name. */
export function chainEnd(words: readonly Word[], verb: number, end: number): number {
  let at = verb + 1
  while (at < end - 1) {
    const { text } = words[at] as Word
    const goesOn =
      strongVerbs.has(text) || (softVerbs.has(text) && !nominalVerbs.has(text)) || /^[了出到好]$/.test(text)
    const next = words[at + 1]?.text ?? ''
    const joins = /^(?:并|、|和|或|及)$/.test(text) && (softVerbs.has(next) || strongVerbs.has(next)) && at + 2 < end
    if ((!goesOn && !joins) || isCompoundName(words, at, end)) break
    if (softVerbs.has(text) && at + 1 < end && isMeasured((words[end - 1] as Word).text) && at + 1 === end - 1) break
    at++
  }
  // 督促企业处理缺陷隐患: what others were made to do
  const isCaused = causes.test((words[at - 1] as Word).text) && actors.test((words[at] as Word).text)
  return isCaused && at + 2 < end && isDone(words[at + 1]) ? at + 2 : at
}

/** 投入补助资金: these open what was done and seldom a name. */
const opensOnly =
  /^(?:布设|投入|检查|抽查|帮扶|培训|整改|排查|认定|评选|扶持|召回|采购|收购|建设|创建|改造|推广|参与|使用|支付|办理|接待)$/

/** 认证证书, 安装改造修理单位: verbs before such a noun are its name. */
function isCompoundName(words: readonly Word[], from: number, to: number): boolean {
  // 检测中心（站）
  const aside = (words[to - 1] as Word).text === '）' ? words.findLastIndex(({ text }) => text === '（') : -1
  const end = aside > from ? aside : to
  if (!genericNouns.test((words[end - 1] as Word).text)) return false
  for (let at = from; at < end - 1; at++) {
    const { text, tag } = words[at] as Word
    if (!softVerbs.has(text) && !(at === from && tag === 'v' && !strongVerbs.has(text))) return false
  }
  return true
}

/** 累计, 共 and 新 belong to the action. */
export function actionStart(words: readonly Word[], verb: number): number {
  let from = verb
  while (from > 0 && /^(?:累计|共|新|共计|全年|免费|直接)$/.test((words[from - 1] as Word).text)) from--
  // 组织开展, but 消协组织共受理
  if (from === verb && words[from - 1]?.text === '组织') from--
  return from
}

/** 建成投产, 整改: only what was done; but 开展督查 was of 督查. */
export function isAllVerbs(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const { text, tag } = words[at] as Word
    const isVerb = strongVerbs.has(text) || (tag === 'v' && !nominalVerbs.has(text)) || softVerbs.has(text)
    if (countedVerbs.has(text) || !isVerb) return false
  }
  return end - start === 1 || strongVerbs.has((words[end - 1] as Word).text)
}

/** 认证证书, 检测机构, 帮扶企业: a verb and one of these make a name. */
const genericNouns =
  /^(?:资金|人口|公司|管网|站点|任务|单位|机构|企业|人员|证书|报告|平台|项目|产品|工程|基地|中心|体系|系统|设备|设施|场所|案件|标准|网点|工业产品|资料|通知单|整改通知单|通知书|建议书|意见书|指令书|服务|许可|费用|金额|对象|认证证书)$/
/** 签约金额 is a name, 投入资金 is not. */
const isMeasured = (text: string): boolean =>
  endsInAttribute(text) && !/(?:标准|资金|经费|贷款|存款|案件|容量|床位|费用|消费|投资|成本|税收)$/.test(text)
/** 新建工程…执行率 */
const namesRate = (verb: string, last: Word): boolean => /^新/.test(verb) && /(?:率|满意度)$/.test(last.text)
