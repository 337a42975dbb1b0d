import { checkGrowth } from '../compare/growth.ts'
import { type Interval, intervalOf, intervalsOf, meet } from '../compare/interval.ts'
import { say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { growthTold } from './growths.ts'
import { type Identity, judged } from './identity.ts'
import { rateOfCounts } from './rates.ts'
import { addUpTo, plainSum, rounded, sumText } from './sums.ts'

interface Placed extends Claim {
  readonly source: Claim['source'] & { readonly table: NonNullable<Claim['source']['table']> }
}

/** The columns of a table add up to its row of totals; in a row the shares, rates and growths are those of its counts. */
export function checkTables(claims: readonly Claim[]): Identity[] {
  const placed = claims.filter(
    (claim): claim is Placed => claim.source.table !== undefined && claim.status === 'actual',
  )
  return groups(placed, ({ source }) => source.table.number).flatMap((table) => {
    const totals = groups(table.filter(isCount), ({ source }) => source.table.column).flatMap(totalOf)
    const rows = groups(table, ({ source }) => source.table.row)
    return [
      ...totalsOf(totals),
      ...sharesOf(table, [...totals, ...wholesOf(table)]),
      ...rows.flatMap((row) => [...ratesOf(row), ...growthsOf(row), ...quartersOf(row)]),
    ]
  })
}

function groups(claims: readonly Placed[], keyOf: (claim: Placed) => number): Placed[][] {
  const found = new Map<number, Placed[]>()
  for (const claim of claims) {
    const group = found.get(keyOf(claim))
    if (group === undefined) found.set(keyOf(claim), [claim])
    else group.push(claim)
  }
  return [...found.values()]
}

function isCount({ kind, unit, indicator }: Placed): boolean {
  return kind === 'level' && unit !== '%' && unit !== '‰' && !/率$|人均|平均|每/.test(indicator)
}

interface Total {
  readonly whole: Placed
  readonly parts: readonly Placed[]
}

/** A column with its row 合计, the last or the first: its name is what all others end with, or its place is that of all. */
function totalOf(column: readonly Placed[]): Total[] {
  const rows = [...column].sort((one, other) => one.source.table.row - other.source.table.row)
  const ends = [rows.at(-1), rows[0]].filter((claim) => claim !== undefined)
  for (const whole of ends) {
    const parts = rows.filter((claim) => claim !== whole)
    if (parts.length >= 2 && parts.every((part) => isPartOf(part, whole))) return [{ whole, parts }]
  }
  return []
}

function isPartOf(part: Placed, whole: Placed): boolean {
  if (part.unit !== whole.unit || part.period?.from !== whole.period?.from) return false
  if (ofAll.test(whole.indicator) && whole.region === null && part.region !== null) return true
  if (part.indicator === whole.indicator) return part.region !== whole.region && part.region !== null
  return part.indicator.length > whole.indicator.length && part.indicator.endsWith(whole.indicator)
}

const ofAll = /^(?:全省|全市|全县|全区|全州|全国|合计|总计|总数)$/

/** A row whose share is 100% holds the whole of the column beside, whatever the rows below are called. */
function wholesOf(table: readonly Placed[]): Total[] {
  const shares = table.filter(({ kind, unit }) => kind === 'share' && unit === '%')
  const all = shares.filter(({ value }) => value === 100)
  const whole =
    all.length === 1 ? table.find((count) => isCount(count) && isBeside(count, all[0] as Placed)) : undefined
  if (whole === undefined) return []
  const parts = table.filter(
    (count) => isCount(count) && count !== whole && count.source.table.column === whole.source.table.column,
  )
  return [{ whole, parts }]
}

/** 一季度, 二季度, 三季度, 四季度 and 全年 in one row. */
function quartersOf(row: readonly Placed[]): Identity[] {
  const counts = row.filter(isCount)
  const year = counts.find(({ period }) => spanOf(period) === '01-01 12-31')
  const quarters = ['01-01 03-31', '04-01 06-30', '07-01 09-30', '10-01 12-31'].map((span) =>
    counts.find((count) => spanOf(count.period) === span && count.indicator === year?.indicator),
  )
  const parts = quarters.filter((quarter) => quarter !== undefined)
  if (year === undefined || parts.length < 4 || parts.some((part) => part.unit !== year.unit)) return []
  const fits = addUpTo(parts, year)
  const sum = `${sumText(parts)} ${fits ? '=' : '≠'} ${year.raw}`
  // What there is at the end of a quarter adds up to nothing
  const isStock = parts.every(({ value }) => Math.abs(value / year.value - 1) < 0.5)
  if (!fits && isStock) return []
  return [judged({ check: 'sum', claims: [...parts, year], sum, expected: plainSum(parts), fits, doubt: null })]
}

function spanOf(period: Claim['period']): string {
  return `${period?.from?.slice(5)} ${period?.to?.slice(5)}`
}

function totalsOf(totals: readonly Total[]): Identity[] {
  const fitting = totals.filter(({ whole, parts }) => addUpTo(parts, whole))
  return totals.map((total) => {
    const { whole, parts } = total
    const fits = fitting.includes(total)
    const rows = parts.map(({ source }) => source.table.row).concat(whole.source.table.row)
    const isWhole = Math.max(...rows) - Math.min(...rows) === parts.length
    return judged({
      check: 'sum',
      claims: [...parts, whole],
      sum: `${sumText(parts)} ${fits ? '=' : '≠'} ${whole.raw}`,
      expected: plainSum(parts),
      fits,
      doubt: !isWhole
        ? say('doubt.rows-left-out')
        : totals.length > 1 && fitting.length === 0
          ? say('doubt.overlap')
          : null,
    })
  })
}

/** 占比 beside a count: the count by its total. */
function sharesOf(table: readonly Placed[], totals: readonly Total[]): Identity[] {
  return table.flatMap((share) => {
    if (share.kind !== 'share' || share.unit !== '%') return []
    const total = totals.find(({ parts }) => parts.some((part) => isBeside(part, share)))
    const part = total?.parts.find((one) => isBeside(one, share))
    if (total === undefined || part === undefined || total.whole.value <= 0) return []
    const [of, all] = intervalsOf([part, total.whole]) as [Interval, Interval]
    const fits = meet({ low: (of.low / all.high) * 100, high: (of.high / all.low) * 100 }, intervalOf(share))
    const expected = rounded((part.value / total.whole.value) * 100)
    const sum = `${part.raw} ÷ ${total.whole.raw} = ${expected}%${fits ? '' : ` ≠ ${share.raw}`}`
    return [judged({ check: 'share', claims: [total.whole, part, share], sum, expected, fits, doubt: null })]
  })
}

function isBeside(count: Placed, share: Placed): boolean {
  return count.source.table.row === share.source.table.row && count.indicator === share.indicator
}

function ratesOf(row: readonly Placed[]): Identity[] {
  const counts = row.filter(isCount)
  return row.flatMap((rate) => {
    const found = rate.kind === 'level' && rate.unit === '%' ? rateOfCounts(rate, counts) : null
    return found === null ? [] : [judged({ check: 'rate', ...found, doubt: null })]
  })
}

/** 2023年, 2024年, 同比增长 in one row. */
function growthsOf(row: readonly Placed[]): Identity[] {
  return row.flatMap((change) => {
    if (change.kind !== 'change' || (change.basis !== 'yoy' && change.basis !== 'none')) return []
    const levels = row.filter((claim) => claim.kind === 'level' && claim.indicator === change.indicator)
    const level = levels.find((claim) => yearOf(claim) === yearOf(change) && claim.period?.to === change.period?.to)
    const base = levels.find((claim) => yearOf(claim) === yearOf(change) - 1 && isSameSpan(claim, level))
    if (level === undefined || base === undefined) return []
    const { consistent, stated } = checkGrowth(change, base, level)
    const told = growthTold(`${base.raw} → ${level.raw}`, stated.computed, change, consistent !== false)
    return [judged({ check: 'change', claims: [base, level, change], ...told, doubt: null })]
  })
}

function yearOf({ period }: Claim): number {
  return Number(period?.from?.slice(0, 4) ?? Number.NaN)
}

function isSameSpan(one: Claim, other: Claim | undefined): boolean {
  return (
    one.period?.to?.slice(5) === other?.period?.to?.slice(5) &&
    one.period?.from?.slice(5) === other?.period?.from?.slice(5)
  )
}
