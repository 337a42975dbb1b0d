import { isDigit, tableOf } from '../../text/characters.ts'
import { timeAt } from '../../times/find.ts'

const never = { year: null, spoken: null, span: null }
/** What may stand before a time, and behind it, where it opens a text: 力争到, 在; 以来, 期间，全年的 */
const before = /(?:力争|确保|争取|预计|努力|计划)?(?:截至|截止到?|到|至|自|从|在|于)?/y
const behind = /(?:末|底|初|以来|期间|时期|内|间|前|份|全年|[的，,度年])*/y
/** What a time can begin and end with: most texts are settled by it. */
const opens = tableOf(
  '0123456789今去上本当明前全每近年同力争确预努计十“一二三四五六七八九两第下中目截到至自从在于期报过刚历',
)
const ends = tableOf('0123456789年来内度期月份五”间末初底前旬日季')

/** Where the times that a text opens with end: 6 of 到2030年全社会. */
function openingEnd(text: string): number {
  let end = 0
  for (;;) {
    before.lastIndex = end
    const start = end + (before.exec(text)?.[0].length ?? 0)
    const time = timeAt(text, start, never) ?? (start === end ? null : timeAt(text, end, never))
    if (time === null) return end
    behind.lastIndex = time.end
    end = time.end + (behind.exec(text)?.[0].length ?? 0)
  }
}

const longestTime = 14

/** Where the time that a text closes with begins: 5 of 高新技术企业2020年. */
function closingStart(text: string): number {
  for (let start = Math.max(0, text.length - longestTime); start < text.length - 1; start++) {
    const isInside = isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(start - 1))
    const time = isInside ? null : timeAt(text, start, never)
    if (time === null) continue
    if (/^[内间来]?$/.test(text.slice(time.end))) return start
    start = time.end - 1
  }
  return text.length
}

/** 高新技术企业2020年 → 高新技术企业; 比上季度 → nothing. */
function withoutClosing(text: string): string {
  const start = closingStart(text)
  return start === text.length ? text : text.slice(0, start).replace(/(?<![同环对占])[比较]$/, '')
}

/** A text without the time it opens or closes with: 到2030年全社会研发投入强度 → 全社会研发投入强度. */
export function withoutTime(text: string): string {
  const rest = opens[text.charCodeAt(0)] === 1 ? text.slice(openingEnd(text)) : text
  // 5年 of 高新技术企业5年; but 全年 alone stays a time even where nothing is left
  const plain = ends[rest.charCodeAt(rest.length - 1)] === 1 ? withoutClosing(rest) : rest
  return plain.includes('年') ? plain.replace(/(?<!\d)(?:19|20)\d\d年度?(?:\d{1,2}月)?(?:末|底|初)?/g, '') : plain
}
