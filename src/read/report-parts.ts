import type { ReportPart } from '../types.ts'
import { type Facts, factsOf, type Given } from './facts.ts'
import { simplify } from './simplify.ts'

const genre =
  '(?:公报|报告|白皮书|工作总结|综述|概况|情况通报|工作要览|质量状况|运行情况|工作情况)(?:（[^（）]{1,12}）)?(?:\\[\\d\\])?'
// 某市2023年国民经济和社会发展统计公报 · 二〇二三年… · 政府工作报告
const title = new RegExp(
  `^[ \\t\\u3000]*((?:[^\\s。；，：:、|｜…]{0,30}(?:(?:19|20)\\d\\d|二[〇○零][〇○零一二三四五六七八九]{2})\\s?年?[^。；，：:|｜…\\t\\n]{0,30}?${genre})|政府工作报告)[ \\t\\u3000]*$`,
  'gm',
)

/** What a file's text says of itself, and each report in it: a second title over prose begins another report. */
export function reportsIn(
  text: string,
  given: Given,
): { readonly facts: Facts; readonly parts: readonly [ReportPart, ...ReportPart[]] } {
  const facts = factsOf(text, given)
  const first = partOf(0, facts)
  const others: ReportPart[] = []
  const plain = simplify(text)
  let before = 0
  let last: ReportPart = first
  for (const found of plain.matchAll(title)) {
    const end = found.index + found[0].length
    if (found.index === 0 || !holdsProse(plain.slice(before, found.index)) || !holdsProse(plain.slice(end, end + 400)))
      continue
    const own = factsOf(text.slice(found.index), { ...given, markedTitle: null, title: null })
    before = end
    if (own.year === last.year && own.region === last.region && own.spoken === last.spoken) continue
    last = partOf(found.index, { ...own, region: own.region ?? last.region })
    others.push(last)
  }
  return { facts, parts: [first, ...others] }
}

const partOf = (start: number, { year, spoken, span, region }: Facts): ReportPart => ({
  start,
  year,
  spoken,
  span,
  region,
})

const holdsProse = (text: string): boolean => /[^\n]{8}[。；]/.test(text)
