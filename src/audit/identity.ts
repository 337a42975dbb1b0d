import type { ReportFacts } from '../compare/comparison.ts'
import { type Said, say } from '../messages/index.ts'
import type { Claim } from '../types.ts'

/** What figures are held against; a row of the help, of the tables and of the summary. */
export const checks = {
  part: 'a part is no more than its whole: 其中, 包括, and what is new than all there is',
  sum: 'parts, lists and columns add up: 合计, 共, 分别, the total of a table',
  share: 'a share is its part by its whole: 占, 占比, 比重',
  rate: 'a rate is one count by another: 合格率 = 合格 ÷ 抽检',
  change: 'a change fits the figures it lies between: 从A到B, 比上年, 提高2.1个百分点，达到98%',
  bound: 'a share or a rate of a whole is no more than 100%',
  threshold: 'what was passed is less than what was reached: 突破6万亿元，达到62661亿元',
  list: 'as many figures as are named: 分别, A、B和C三个',
  rank: 'a ranking is in its order: 前三位, 由高到低',
  repeat: 'a figure told twice is the same twice',
  growth: 'a growth fits the report of the year before',
} as const

export type Check = keyof typeof checks

/** fits; off: the figures cannot all be right; open: how they belong together is not sure enough to say. */
export type Verdict = 'fits' | 'off' | 'open'

/** Figures that hang together, and whether they can all be right: 抽检100批次，合格97批次，合格率95%. */
export interface Identity {
  readonly check: Check
  readonly verdict: Verdict
  readonly indicator: string
  /** As they stand, the one that was checked last. */
  readonly claims: readonly Claim[]
  /** The figure of the report before, where one was given. */
  readonly previous: Claim | null
  /** As a person would write it: 97批次 ÷ 100批次 = 97% */
  readonly sum: string
  readonly expected: number | null
  readonly stated: number
  readonly unit: string
  /** 0..1, that the figures were read rightly: the least of theirs, and less where the construction leaves doubt. */
  readonly confidence: number
  /** Why it is open. */
  readonly doubt: Said | null
}

/** The arithmetic of one report. */
export interface Audit {
  readonly schema: 'baoshu-audit/1'
  readonly report: ReportFacts
  readonly previous: ReportFacts | null
  /** Those that are off, in the order of the report. */
  readonly findings: readonly Identity[]
  /** All others, where they were asked for. */
  readonly others?: readonly Identity[]
  readonly checked: Readonly<Record<Check, Count>>
}

/** How many identities of a kind there are. */
export interface Count {
  readonly fits: number
  readonly off: number
  readonly open: number
}

/** What is said of figures, before it is weighed. */
export interface Told {
  readonly check: Check
  readonly claims: readonly Claim[]
  readonly sum: string
  readonly expected: number | null
  readonly fits: boolean
  /** Why figures that do not fit may have been read wrongly; null where nothing speaks for it. */
  readonly doubt: Said | null
  readonly indicator?: string
  readonly stated?: number
  readonly unit?: string
  readonly previous?: Claim | null
}

/** Below it the figures may have been read wrongly, and nothing is alarmed about. */
const sureRead = 0.1

/** Figures that fit fit, however doubtful; those that do not are an alarm only where nothing speaks against it. */
export function judged(told: Told): Identity {
  const last = told.claims.at(-1) as Claim
  const least = Math.min(...told.claims.map(({ confidence }) => confidence))
  const isUnsure = least < sureRead
  const doubt = told.fits ? null : (told.doubt ?? (isUnsure ? say('doubt.confidence', least) : null))
  return {
    check: told.check,
    verdict: told.fits ? 'fits' : doubt === null ? 'off' : 'open',
    indicator: told.indicator ?? last.indicator,
    claims: told.claims,
    previous: told.previous ?? null,
    sum: told.sum,
    expected: told.expected,
    stated: told.stated ?? last.value,
    unit: told.unit ?? last.unit,
    confidence: least,
    doubt,
  }
}
