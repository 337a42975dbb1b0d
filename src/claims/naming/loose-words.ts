import { regionAt } from '../../read/gazetteer.ts'
import { tableOf } from '../../text/characters.ts'
import type { Word } from '../../tokens/segment.ts'
import { adverbs, openingWords, prepositions, softVerbs, strongVerbs } from '../../tokens/verbs.ts'
import { endsInAttribute } from './attributes.ts'

/** Is a word one that only says how or when? 累计, 已, 全年, 2020年. */
export function isLoose({ text, tag }: Word): boolean {
  return adverbs.has(text) || tag === 'c' || tag === 'y' || pointers.has(text) || isTime(text)
}

const pointers = new Set('其 该 此 这 我们 各 这些 那 了 的 着 过 、 ， , · — …'.split(' '))

const times = new Set('去年 今年 上年 明年 前年 本年 近年 近日 日前 目前 当前 期末 年初 月末'.split(' '))

const timeEnds = tableOf('年月来间度末底期')

const isTime = (text: string): boolean =>
  times.has(text) ||
  // What times can end in settles most words
  (timeEnds[text.charCodeAt(text.length - 1)] === 1 &&
    /^(?:\d{4}年|\d{1,2}月|[一二三四五六七八九十两几\d]+年(?:来|间)?|上半年|下半年|[一二三四]季度|前三季度|以来|期间|时期|年度|末|底)$/.test(
      text,
    ))

/** 平均减少办事环节: here 平均 is of the verb. */
const changesAmount = /^(?:减少|压缩|降低|提高|增加|缩短|节约|节省)$/

/** Over loose words, 为消费者 and 吉林省 at the beginning. */
export function skipLoose(words: readonly Word[], from: number, to = words.length): number {
  let at = from
  while (at < to) {
    const word = words[at] as Word
    // 为企业解决难题, and no 是
    const behindWhom = word.text === '为' ? behindPreposition(words, at, to) : null
    if (behindWhom !== null) at = behindWhom
    else if (
      (isLoose(word) &&
        !(openingWords.has(word.text) && at < to - 1 && !changesAmount.test(words[at + 1]?.text ?? ''))) ||
      isPlace(word, words[at + 1])
    )
      at++
    // 扬州 市 产品
    else if (
      word.tag === 'ns' &&
      at + 2 < to &&
      /^[省市县区州旗]$/.test(words[at + 1]?.text ?? '') &&
      !/^[区县级直属]/.test(words[at + 2]?.text ?? '')
    )
      at += 2
    // 中国 国内有效发明专利; but 中国质量奖
    else if (word.text === '中国' && /^(?:全国|国内|每|战略性|各类)/.test(words[at + 1]?.text ?? '')) at++
    // 湖北 粮食总产量; but 太湖水质达标率 and 安徽名牌产品
    else if (
      word.tag === 'ns' &&
      at + 1 < to &&
      endsInAttribute((words[to - 1] as Word).text) &&
      isRegion(word.text) &&
      !madeOfPlaces.test(words[at + 1]?.text ?? '')
    )
      at++
    else if (word.text === '对' && /(?:贡献率|依存度|满意度)$/.test(words[to - 1]?.text ?? '')) break
    else if (prepositions.has(word.text)) {
      const behind = behindPreposition(words, at, to)
      if (behind === null) return at
      at = behind
    } else break
  }
  return at
}

/** What stands before a time in the middle is who or where: 青岛海关去年 | 进出口货运量. */
export function behindTime(words: readonly Word[]): number {
  let end = words.length
  while (end > 0 && isLoose(words[end - 1] as Word)) end--
  for (let at = end - 2; at > 0; at--) {
    const { text } = words[at] as Word
    if (/^(?:每年|全年|去年|今年|上年|年内|年末|年底)$/.test(text)) return skipLoose(words, at + 1)
  }
  return 0
}

/** 武汉港, 武汉都市圈 are names. */
const madeOfPlaces =
  /^(?:港|站|机场|海关|关区|口岸|大学|铁路|地铁|都市圈|城市群|经济圈|自贸|国际|新区|高新区|开发区|经开区|口|湾|江|河|湖|山|岛)/

/** 湖北, 合肥 */
const isRegion = (text: string): boolean => regionAt(text, 0)?.end === text.length

/** 吉林省, 沈阳市 before more words. */
function isPlace({ text, tag }: Word, next: Word | undefined): boolean {
  return (
    tag === 'ns' &&
    /(?:省|市|自治区|州|县|区|盟)$/.test(text) &&
    next !== undefined &&
    !/^[、和与及区县属级直]$/.test(next.text)
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
