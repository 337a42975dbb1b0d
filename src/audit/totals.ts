import { say } from '../messages/index.ts'
import { type Identity, judged } from './identity.ts'
import { areAlike, type Figure, figuresBefore, isAmount, type Passage } from './passages.ts'
import { addUpTo, plainSum, sumText } from './sums.ts'

const total = /(?:合计|共计|总计|小计|总共|一共)[^，、；。]{0,8}$|[，；]共$/
const looseTotal = /(?:^|[，、；。])(?:[^，、；。]{0,6})共[^同，、；。]{0,8}$/
/** Years that are added up: 2019年、2020年、2021年分别新增10家、12家、15家，三年累计37家 */
const yearsTotal = /[两三四五六七八九十]年(?:来)?(?:共|累计|合计)[^，、；。]{0,8}$/

/** 国家标准204项、行业标准12项，合计216项: a total is the sum of what stands before it. */
export function checkTotals(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) => figures.flatMap(totalOf))
}

function totalOf(figure: Figure): Identity[] {
  const isSaid = total.test(figure.lead) || yearsTotal.test(figure.lead)
  if ((!isSaid && !looseTotal.test(figure.lead)) || !isAmount(figure) || figure.claim.status !== 'actual') return []
  const list = listBefore(figure)
  if (list.length < 2) return []
  const claims = list.map(({ claim }) => claim)
  const whole = figure.claim
  // A list may begin later than it seems, never end before its total
  const added =
    claims
      .slice(0, -1)
      .map((_, from) => claims.slice(from))
      .find((some) => addUpTo(some, whole)) ?? claims
  const fits = addUpTo(added, whole)
  if (!fits && !isSaid) return []
  return [
    judged({
      check: 'sum',
      indicator: whole.indicator,
      claims: [...added, whole],
      sum: `${sumText(added)} ${fits ? '=' : '≠'} ${whole.raw}`,
      expected: plainSum(added),
      fits,
      doubt: list.some(({ claim }) => claim.qualifier !== 'exact') ? say('doubt.inexact') : null,
    }),
  ]
}

/** The amounts in a row right before a total, in its unit: 国家标准204项、行业标准12项. */
function listBefore(figure: Figure): Figure[] {
  const list: Figure[] = []
  for (const other of figuresBefore(figure)) {
    if (other.passage !== figure.passage) break
    if (!isAmount(other) || other.claim.kind !== 'level' || other.claim.unit !== figure.claim.unit) break
    if (!areOfOneTime(other, figure)) break
    list.unshift(other)
  }
  return list
}

/** Where a total is said, years and quarters are added up too; else all must be of one time. */
function areOfOneTime(other: Figure, figure: Figure): boolean {
  const isSaid = yearsTotal.test(figure.lead) || total.test(figure.lead)
  return isSaid ? other.claim.status === figure.claim.status : areAlike(other.claim, figure.claim)
}
