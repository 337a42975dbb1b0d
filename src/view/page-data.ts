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

/** A cell: what is read, what it is ordered by, its look, how long its bar is (-1 to 1), and where it leads. */
export interface PageCell {
  readonly text: string
  readonly order?: number
  readonly look?: string
  readonly part?: number
  readonly href?: string
}

export interface PageColumn {
  readonly key: string
  readonly title: string
  /** In rem, and the share of what is left over. */
  readonly width: readonly [least: number, share: number]
  readonly isRight?: boolean
  /** Its values are chosen from a menu. */
  readonly isFacet?: boolean
  readonly isHidden?: boolean
}

export interface PageRow {
  readonly cells: readonly PageCell[]
  /** The claims that it is about: the number of the text, the number of the claim. */
  readonly claims: readonly (readonly [text: number, claim: number])[]
  /** Of what there is trouble with, which may be put first. */
  readonly isOdd?: boolean
}

/** A page with a table, its texts under it side by side, and charts: what is found out about two reports or many. */
export interface TableData extends PageBase {
  readonly kind: 'table'
  readonly title: string
  readonly facts: string
  /** What odd rows are called: 不一致优先 */
  readonly first: string
  readonly columns: readonly PageColumn[]
  readonly rows: readonly PageRow[]
  readonly texts: readonly PageReport[]
}

export type PageData = ReviewData | TableData
