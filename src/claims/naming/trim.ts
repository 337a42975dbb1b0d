import type { Word } from '../../tokens/segment.ts'

/** Words from one to before another, joined. */
export function textOf(words: readonly Word[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += (words[at] as Word).text
  return text
}

/** The words as a name: without quotation marks, and of 黄石、咸宁等全国文明城市 only what is behind 等. */
export function nameOf(words: readonly Word[], from: number, to: number): string {
  return cleanName(textOf(words, from, to))
}

/** Nearly no name holds, begins or ends with what is cleaned away. */
const unclean = /[“”‘’「」『』"'（等]|^[的了及与、，·—\-全我省市各一批平每对目计其实]|[的了、，和与及：:·—\-中批]$/

/** The same of a text: “三品一标” → 三品一标. */
export function cleanName(text: string): string {
  if (!unclean.test(text)) return text
  const plain = text
    .replace(/[“”‘’「」『』"']/g, '')
    .replace(/^（[^）]*）(?=.{2})/, '')
    .replace(/（[A-Za-z\d+\-.]+）|（[^）]{0,40}[、，][^）]*）|（[^）]{7,}）/g, '')
    .replace(/^(?:[的了及与、，·—-]|等(?![级效候]))+|[的了、，和与及：:·—-]+$/g, '')
  const behind =
    /^.*[^平优同中头次高初劣上下低特对相]等(?!品|奖|级|效|级别|次|额|候|离|温|教育|学校|院校|职业|待遇)(?:地|地区|市|省|方面)?(.{2,})$/.exec(
      plain,
    )?.[1]
  return (behind ?? plain)
    .replace(/(?<=.{3})(?<![高初其集])(?:当中|中)$/, '')
    .replace(/^(?:全省|全市|全县|全区|我省|我市|我县|我区|省内|市内|各级|各地|一批|的)+/, '')
    .replace(/(?:首批|第[一二三四五六七八九十]批)$/, '')
    .replace(/^(?:平均)?每(?:家|人|户|个|名|项)(?=奖励|补助|发放|增收|节约|减少|增加)/, '')
    .replace(/^对(?=.{4,}率$)/, '')
    .replace(/^(?:目标|计划|其中|实际(?=完成|新增|达))(?=.{2})/, '')
}
