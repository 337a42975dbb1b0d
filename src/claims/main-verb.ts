import type { Word } from '../tokens/segment.ts'
import { countedVerbs, nominalVerbs, softVerbs, strongVerbs } from '../tokens/verbs.ts'
import { endsInAttribute } from './attributes.ts'

/** The verb whose object the name is: the last that no name holds, else one at the beginning. */
export function mainVerb(words: readonly Word[], start: number, end: number): number | null {
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
export function chainEnd(words: readonly Word[], verb: number, end: number): number {
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
export function actionStart(words: readonly Word[], verb: number): number {
  let from = verb
  while (from > 0 && /^(?:累计|共|新|共计|全年|免费|组织|直接)$/.test((words[from - 1] as Word).text)) from--
  return from
}

/** 建成投产, 整改: only what was done. */
export function isAllVerbs(words: readonly Word[], start: number, end: number): boolean {
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

/** 认证证书, 检测机构, 帮扶企业: a verb and one of these make a name. */
const genericNouns =
  /^(?:资金|人口|公司|管网|站点|任务|单位|机构|企业|人员|证书|报告|平台|项目|产品|工程|基地|中心|体系|系统|设备|设施|场所|案件|标准|网点|站点|工业产品)$/
/** 签约金额 is a name, 投入资金 is not. */
const isMeasured = (text: string): boolean =>
  endsInAttribute(text) && !/(?:标准|资金|经费|贷款|存款|案件|容量|床位|费用|消费|投资|成本|税收)$/.test(text)
/** 新建工程…执行率 */
const namesRate = (verb: string, last: Word): boolean => /^新/.test(verb) && /(?:率|满意度)$/.test(last.text)
