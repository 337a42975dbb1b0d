import type { Sentence } from '../../types.ts'

/** ［16］两重：国家重大战略实施 · [32]移动电话基站数是指 · 注1：数据为初步数 */
const opensNote = /^(?:[［[【〔]\d{1,3}[］\]】〕](?!\d)|注(?:释)?\d{0,2}[：:])/

/** The sentences without those of notes and glossaries: what a paragraph that begins with a note's mark says explains, and claims nothing. */
export function withoutNotes(sentences: readonly Sentence[]): Sentence[] {
  let note = -1
  return sentences.filter(({ reading, paragraph, cell }) => {
    if (cell === null && paragraph !== note && opensNote.test(reading)) note = paragraph
    return paragraph !== note
  })
}
