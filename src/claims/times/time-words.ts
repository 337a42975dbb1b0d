import { tableOf } from '../../text/characters.ts'

const year =
  '(?:(?<!\\d)(?:19|20)\\d\\d年?(?:[-—–~至到](?:19|20)?\\d{1,4})?年?|今年|去年|上年|本年|当年|明年|前年|全年|每年|近年来?|年内|年度(?!投资)|同期)'
const month =
  '(?:\\d{1,2}(?:[-—–~至到]\\d{1,2})?月份?|[一二三四]季度|第[一二三四]季度|[上下]半年|前[一二三]季度|[上中下]旬)'
const plan = '(?:“?十[一二三四五六七八]五”?)(?:时期|期间|以来|末|初|规划期?内?|五年)?'
const span =
  '(?:(?<!\\d)近?[一二三四五六七八九十两\\d]{1,3}(?:多|余)?(?:个月|年)(?:来|间|以来|内|期间)?|目前|截至目前|当前|期末|年末|年底|年初)'
const around = '(?:末|底|初|以来|期间|时期|内|间|前|份|全年|的|，|,|度|年)*'
const one = `(?:(?:截至|截止到?|到|至|自|从|在|于)?(?:${year}|${month}|${plan}|${span})${around})`
const leading = new RegExp(`^(?:力争|确保|争取|预计|努力|计划)?(?:${one})+`)
/** What a time can begin and end with: most texts are settled by it. */
const opens = tableOf('0123456789今去上本当明前全每近年同力确争预努计十“一二三四五六七八九两第下中目截到至自从在于期')
const ends = tableOf('0123456789年来内度期月份五”间末初底前旬')
const trailing = new RegExp(`(?:${year}|(?<!\\d)\\d{1,2}月份|${plan}|${span})(?:内|间|来)?$`)

/** A text without the time it opens or closes with: 到2030年全社会研发投入强度 → 全社会研发投入强度. */
export function withoutTime(text: string): string {
  const start = opens[text.charCodeAt(0)] === 1 ? (leading.exec(text)?.[0].length ?? 0) : 0
  // 5年 of 高新技术企业5年; but 全年 alone stays a time even where nothing is left
  const rest = text.slice(start)
  const plain = ends[rest.charCodeAt(rest.length - 1)] === 1 ? rest.replace(trailing, '') : rest
  return plain.includes('年') ? plain.replace(/(?<!\d)(?:19|20)\d\d年(?:末|底|初)?/g, '') : plain
}
