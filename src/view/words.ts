import type { Language } from '../messages/index.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every word that a page shows; Chinese says which there are. */
export type Words = typeof zh

const catalogues: Readonly<Record<Language, Words>> = { zh, en }

/** The words of a page: wordsFor('zh').indicator → 指标 */
export function wordsFor(lang: Language): Words {
  return catalogues[lang]
}

/** 显示 {n} / {all} 条 → 显示 3 / 29 条 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
