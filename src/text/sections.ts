/** A heading and how deep it stands: 一、 over （一） over 1. */
export interface Heading {
  readonly depth: number
  readonly name: string
  /** The same as the report has it: 製造業質量. */
  readonly written?: string
  /** How much of the paragraph it is; what follows is read as text. */
  readonly length: number
}

/** Numbering, the outermost first. */
const numberings: readonly RegExp[] = [
  /^第[一二三四五六七八九十百\d]{1,3}[章编部篇](?:分)?[、：:]?/,
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|【)/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])/,
  /^(?:——|[●■◆★•·])/,
  /^[一二三四五六七八九十]{1,3}(?:是|要)/,
]
const openerDepth = numberings.length
/** Bullets and 一是 */
const bulletDepth = 4

// 农产品质量方面，… · 在食品安全方面：
const opener = /^(?:在)?([^，。；：、“”]{2,16}?)(?:方面|领域)[，：:]/
// 工业：规上工业增加值… stands for itself; 下一步，… opens what is planned
const planOpener = /^(?:下一步|下步|下阶段|今后一个时期|展望(?:未来|20\d\d年|下一年|明年))[，：:]/
const goalHeading = /^([^。；]{2,40}(?:目标|任务|打算|计划))(?:如下|是|为)?[：:]$/
const proseEnd = /[。；，、,;]$/

/** The heading that a paragraph is or begins with; null where it is only text. 农产品质量方面，新申报… → 农产品质量 */
export function headingOf(paragraph: string): Heading | null {
  const depth = numberings.findIndex((numbering) => numbering.test(paragraph))
  if (depth >= 0) return numberedHeading(paragraph, depth)
  const named = opener.exec(paragraph)
  if (named?.[1] !== undefined) return { depth: openerDepth, name: named[1], length: 0 }
  const plan = planOpener.exec(paragraph)
  if (plan !== null) return { depth: openerDepth, name: plan[0].slice(0, -1), length: 0 }
  // 到2025年，主要目标： over a list
  const goals = goalHeading.exec(paragraph)
  if (goals?.[1] !== undefined) return { depth: 1, name: goals[1], length: paragraph.length }
  return bareHeading(paragraph)
}

/** 一、工作回顾 alone on its line, or （一）产业升级迈出坚实步伐。 before text; 1.新认证503个 is text. */
function numberedHeading(paragraph: string, depth: number): Heading | null {
  if (paragraph.startsWith('【')) {
    const end = paragraph.indexOf('】')
    return end < 0 || end > 40 ? null : { depth: 1, name: paragraph.slice(1, end), length: end + 1 }
  }
  const numbering = numberings[depth]?.exec(paragraph)?.[0] ?? ''
  const rest = paragraph.slice(numbering.length)
  const end = rest.search(/[。：:]/)
  const named = opener.exec(rest)
  if (named?.[1] !== undefined) return { depth, name: named[1], length: 0 }
  const name = end < 0 ? rest : rest.slice(0, end)
  const length = end < 0 ? paragraph.length : numbering.length + end + 1
  if (name.length > 40 || name.length < 2 || (end < 0 && proseEnd.test(rest))) return null
  if (/\d/.test(name) && !/^\d{4}年/.test(name)) return null
  if (end >= 0 && rest[end] !== '。' && depth >= 4) return null
  if (/，/.test(name) && end < 0 && name.length > 30) return null
  return { depth, name, length }
}

/** A short line without a mark at its end: 农产品质量 */
function bareHeading(paragraph: string): Heading | null {
  if (paragraph.length > 30 || paragraph.length < 2 || proseEnd.test(paragraph)) return null
  if (/[。；，：:\d%\t｜|]/.test(paragraph)) return null
  return { depth: 0, name: paragraph, length: paragraph.length }
}

/** What holds for the next paragraph too: 农产品质量方面，… and 一是… open their own alone, unless they are all of it. */
export function withoutOpeners(open: readonly Heading[], paragraph: string): Heading[] {
  return open.filter(({ depth, length }) => depth < bulletDepth || length === paragraph.length)
}

/** The headings that hold after another one: deeper ones end, outer ones go on. */
export function openHeading(open: readonly Heading[], next: Heading): Heading[] {
  return [...open.filter(({ depth }) => depth < next.depth), next]
}
