import type { Sentence } from '../../types.ts'

/** ［16］两重：国家重大战略实施 · [32]移动电话基站数是指 · 注1：数据为初步数 */
const opensNote = /^(?:[［[【〔]\d{1,3}[］\]】〕](?!\d)|注(?:释)?\d{0,2}[：:])/
/** 注：1.本表… and the 2.本年… of a paragraph of its own below it. */
const opensList = /^注(?:释)?[：:]\d{1,2}[.．、]/
const goesOn = /^\d{1,2}[.．、](?!\d)/

/** The sentences without those of notes and glossaries: what a paragraph that begins with a note's mark says explains, and claims nothing. */
export function withoutNotes(sentences: readonly Sentence[]): Sentence[] {
  let note = -1
  let list = false
  return sentences.filter(({ reading, paragraph, cell }) => {
    if (paragraph === note) return false
    const follows = list && paragraph === note + 1 && goesOn.test(reading)
    if (cell !== null || !(follows || opensNote.test(reading))) return true
    list = follows || opensList.test(reading)
    note = paragraph
    return false
  })
}
