import type { Said } from './messages/index.ts'
/**
 * The glossary: every noun of the house, one interface and one Chinese example each.
 * Plain readonly objects; offsets are UTF-16 code units into `Report.text`, half-open.
 */

/** A place in a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Something odd that did not stop the reading: 正文里有替换字符 U+FFFD. A bad file is an error, an odd sentence is a message. */
export interface Message {
  readonly level: 'info' | 'warning'
  readonly code: string
  readonly text: string
  /** The same in no language yet, where there is one. */
  readonly said?: Said
  readonly span: Span | null
}

/** The first and the last day of a time, YYYY-MM-DD; null where it is open or not known: 今年以来 → 2020-01-01 to null. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** A time as it is said: 今年以来. */
export interface Period extends Days {
  readonly text: string
}

/** What a report's words of time are counted from. */
export interface Now {
  /** That 全年, 本年 and 年末 mean; null where nothing says. */
  readonly year: number | null
  /** That 今年 means: 2026 in a report on 2025 that is spoken in January 2026, else the same. */
  readonly spoken: number | null
  /** What the report is about where that is less than a year: 2018年第一季度. */
  readonly span: Period | null
}

/** One of the reports that a file holds, from its title to the next: 某市2024年统计公报, behind it that of 2023. */
export interface ReportPart extends Now {
  readonly start: number
  readonly region: string | null
}

/** What was read: a text that never changes afterwards, and what is said about it. */
export interface Report {
  /** As given by the caller; `-` for standard input. */
  readonly file: string
  readonly title: string | null
  /** 信息来源：中国质量报 → 中国质量报 */
  readonly source: string | null
  /** 吉林省; null where neither title nor text says. */
  readonly region: string | null
  /** The year that 全年 means, and 今年 where nothing else is said; null where nothing says. */
  readonly year: number | null
  /** In order; nearly always there is one alone. */
  readonly parts: readonly [ReportPart, ...ReportPart[]]
  /** The text that every offset points into. Table rows are lines, their cells parted by a tab or ｜. */
  readonly text: string
  /** Of the input's bytes, in hexadecimal. */
  readonly sha256: string
  readonly messages: readonly Message[]
}

/**
 * A stretch that is read as one: between 。！？；or line ends, across a page break where one cuts it.
 * `reading` is the folded text without white space (１７１ 项 → 171项); `at[i]` is where `reading[i]` stands in the report.
 */
export interface Sentence extends Span {
  /** The headings it stands under, outermost first: 一、工作回顾 › 农产品质量. */
  readonly sections: readonly string[]
  /** The innermost as the report has it. */
  readonly section: string | null
  /** Number of the paragraph in the report, from 0: what 其中 and 同比 may reach back in. */
  readonly paragraph: number
  readonly line: number
  readonly reading: string
  /** Null where no white space was left out: then it is `start + i`. */
  readonly at: readonly number[] | null
  /** Where the reading is a table's cell. */
  readonly cell: Cell | null
}

/**
 * A cell of a table: 第2行 “1,042项” under 2021年, beside 社会公用计量标准. Where it stands and under which headings,
 * and what these make of its figure: the fields from `indicator` on are those of the claim that it gives.
 */
export interface Cell {
  /** Table, row and column from 1; the rows of headings count. */
  readonly table: number
  readonly row: number
  readonly column: number
  /** Of a row of 其中, the row that it is a part of. */
  readonly parent: number | null
  readonly rowHeader: string
  /** All levels of it: 监督抽查批次 for 批次 under 监督抽查. */
  readonly columnHeader: string
  /** From 单位：万吨 or a header's brackets; `''` where nothing says. A unit within the cell goes before it. */
  readonly unit: string
  /** 社会公用计量标准, with the column's words where they say more than a time: 食品相关产品 and 抽查批次 → 食品相关产品抽查批次. */
  readonly indicator: string
  /** 同比增长（%）, 比上年, 增速 → change; 占比, 占全省比重 → share; 2023年, 产量 → level. */
  readonly measure: 'level' | 'change' | 'share'
  /** The time as written, 2023年, 1—12月, 上年: of the column, the row, the column that a growth stands beside, or the caption. */
  readonly period: string | null
  /** 2025年目标 → target. */
  readonly status: 'actual' | 'target'
  /** Of a change, what a figure without a sign means: 降幅 → down, 增长 → up; a minus turns it round. */
  readonly direction: 'up' | 'down' | null
  /** Of a change: yoy (同比, 比上年), mom (环比, 比上月), none, or the words as written (比2012年). */
  readonly basis: string | null
  /** Of a share: the whole, where it is named: 占规上工业比重 → 规上工业. */
  readonly of: string | null
  /** The place that the row or column is about: 沈阳市; null where it is the report's own. */
  readonly region: string | null
}

/** How exact the writer says a number is: 近百 about, 700余 over, 不到3天 under, 5%—5.5% range. */
export type Qualifier = 'exact' | 'about' | 'over' | 'under' | 'range'

/** A number with its unit: 20.71万户 → 207100 户. Its span is exactly the numeral and unit as written. */
export interface Quantity extends Span {
  readonly raw: string
  /** In base units, −3100000 of -310万元; a percentage stays the number before the sign. */
  readonly value: number
  /** The upper end of a range, else null. */
  readonly high: number | null
  /** Without its magnitude: 万户 → 户; `''` for a bare number. */
  readonly unit: string
  readonly qualifier: Qualifier
  /** Of a change, outside of `raw`: +63项, 同比−10.4%; an amount below zero has its sign in `raw` and `value`. */
  readonly sign: 'up' | 'down' | null
  /** The quantity rule that read it. */
  readonly rule: string
}

/** What a quantity is to its indicator: 达到 level, 增长 change, 占 share, 高于全国 gap, 居第7位 rank. */
export type Kind = 'level' | 'change' | 'share' | 'gap' | 'rank'
export type Direction = 'up' | 'down'
export type Status = 'actual' | 'target' | 'baseline'

/** A place as it is written out: [start, end]. */
export type Place = readonly [start: number, end: number]

/** Where a claim stands in the report. */
export interface Source extends Span {
  /** From 1. */
  readonly line: number
  readonly section: string | null
  readonly sentence: string
  /** Where the sentence begins in the report's text. */
  readonly sentenceStart: number
  /** From 1, where the format has pages. */
  readonly page?: number
  /** How its characters were come by: as text, or read off a picture. */
  readonly read: 'text' | 'ocr'
  /** Of a claim read from a table: numbers from 1. */
  readonly table?: { readonly number: number; readonly row: number; readonly column: number }
}

/** One mention of a quantity that says how much of something there is, was, or is planned: 新认证“三品一标”503个. */
export interface Claim {
  /** c07, by place in the report. */
  readonly id: string
  readonly raw: string
  readonly value: number
  readonly high: number | null
  readonly unit: string
  /** Of an amount of money: its ISO 4217 code, CNY. */
  readonly currency: string | null
  readonly qualifier: Qualifier
  /** 三品一标 */
  readonly indicator: string
  /** The normal form of the indicator where one is known: 规模以上工业增加值 of 规上工业增加值. */
  readonly concept: string | null
  /** 新认证; `''` for a plain state. */
  readonly action: string
  readonly kind: Kind
  readonly status: Status
  /** The sector's id: agriculture. */
  readonly sector: string
  readonly sectorBy: 'heading' | 'words' | 'none'
  readonly period: Period | null
  readonly region: string | null
  /** The id of the claim that this one grows, splits or shares. */
  readonly of: string | null
  /** Of a share: the whole as named, where it is no claim: 总销售收入 of 占总销售收入的73.5%. */
  readonly whole: string | null
  /** Of a gap: what it is measured from: 全国 of 高于全国0.7个百分点. */
  readonly reference: string | null
  /** Of a change: yoy (同比), mom (环比), none, or the words as written (比2012年). */
  readonly basis: string | null
  readonly direction: Direction | null
  /** 0..1: the share of claims given about this figure that are wholly right. */
  readonly confidence: number
  /** The claim pattern that made it: count-after-object. */
  readonly extractor: string
  /** Where the indicator was read, in reading order: owner and attribute, list member and shared head are apart. */
  readonly indicatorSpans: readonly Place[]
  /** Where the action was read; null where there is none. */
  readonly actionSpan: Place | null
  readonly source: Source
}

/** A branch of the taxonomy: agriculture 农产品质量. */
export interface Sector {
  readonly id: string
  readonly names: readonly string[]
  /** Words of a section heading that settle it. */
  readonly headings: readonly string[]
  /** Words of an indicator or its sentence that point to it. */
  readonly words: readonly string[]
  /** Sections of GB/T 4754—2017: A 农、林、牧、渔业. */
  readonly gbt4754: readonly string[]
}

export interface Taxonomy {
  readonly sectors: readonly Sector[]
}

/** What is written for one report, and what comparing takes. */
export interface Extraction {
  readonly schema: 'baoshu/2'
  readonly report: {
    readonly file: string
    readonly title: string | null
    readonly source: string | null
    readonly region: string | null
    readonly year: number | null
    readonly characters: number
    readonly sha256: string
  }
  readonly claims: readonly Claim[]
}
