import type { Claim } from '../types.ts'
import { wordsBefore } from './around.ts'
import type { Checked, Finding } from './finding.ts'
import { intervalOf, meet } from './interval.ts'
import { sumFinding, sumOf } from './parts.ts'

const total = /(?:合计|共计|总计|小计)$|^(?:合计|共计|总计)/

/** 国家标准204项、行业标准12项，合计216项, and the last row of a table: a total is the sum of what stands before it. */
export function checkTotals(claims: readonly Claim[]): Checked {
  const levels = claims.filter(({ kind, status }) => kind === 'level' && status === 'actual')
  const lists = levels.flatMap((claim) => {
    const parts = claim.source.table === undefined ? listBefore(claim, levels) : columnAbove(claim, levels)
    return parts.length < 2 ? [] : [{ whole: claim, parts }]
  })
  const findings = lists.flatMap(({ whole, parts }): Finding[] =>
    meet(sumOf(parts), intervalOf(whole)) ? [] : [sumFinding('total', whole, parts)],
  )
  return { count: lists.length, findings }
}

/** The figures of the sentence before its total, where all are in the total's unit. */
function listBefore(claim: Claim, levels: readonly Claim[]): Claim[] {
  if (!total.test(wordsBefore(claim))) return []
  const before = levels.filter(
    ({ source }) => source.sentence === claim.source.sentence && source.start < claim.source.start,
  )
  const isList = before.every(({ unit, of, qualifier }) => unit === claim.unit && of === null && qualifier === 'exact')
  return isList ? before : []
}

/** The cells of a table above the cell of its row 合计. */
function columnAbove(claim: Claim, levels: readonly Claim[]): Claim[] {
  const place = claim.source.table
  if (place === undefined || !total.test(claim.indicator)) return []
  const above = levels.filter(
    ({ source: { table } }) => table?.number === place.number && table.column === place.column && table.row < place.row,
  )
  const isList = above.every(({ unit, indicator }) => unit === claim.unit && !total.test(indicator))
  return isList && above.length === place.row - 2 ? above : []
}
