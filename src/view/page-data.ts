import type { Correction } from '../corrections/correction.ts'
import type { Language } from '../messages/index.ts'
import type { Claim, Extraction } from '../types.ts'
import type { Words } from './words.ts'

/** A title and lines under it: what a panel shows of how a claim was made. */
export type Reason = readonly [title: string, lines: readonly string[]]

/** A claim as a page holds it: its sentence is a place in the text, which the page has already. */
export interface PageClaim extends Omit<Claim, 'source'> {
  readonly source: Omit<Claim['source'], 'sentence'>
  readonly sentence: readonly [start: number, end: number]
}

/** A report in a page; its text stands in the article of the same number. */
export interface PageReport {
  readonly facts: Extraction['report']
  readonly claims: readonly PageClaim[]
}

export interface PageSector {
  readonly id: string
  readonly name: string
}

/** What every page has. */
interface PageBase {
  readonly lang: Language
  readonly words: Words
  readonly sectors: readonly PageSector[]
}

/** A page on which reports are read and their claims reviewed. */
export interface ReviewData extends PageBase {
  readonly kind: 'review'
  readonly reports: readonly (PageReport & {
    /** By claim: how it was made. */
    readonly reasons: readonly (readonly Reason[])[]
    readonly candidates: readonly (readonly Partial<Claim>[])[]
    readonly corrections: readonly Correction[]
  })[]
}

export type PageData = ReviewData
