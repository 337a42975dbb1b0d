import type { Direction, Kind } from '../types.ts'
import type { Draft } from './draft.ts'
import { endsInAttribute } from './mentions/attributes.ts'
import type { Run } from './mentions/runs.ts'
import type { Slot } from './mentions/slots.ts'
import { countAfterObject, objectAfterCount } from './predicates/counted.ts'
import type { Taken } from './predicates/match.ts'

/** 减少农村贫困人口65万人 is a change, 新增 and 完成 are not. */
const grew = /^(?:再|平均|累计|共|计划)?(?:净增加?|增加|扩大|提高|提升|上调)了?$/
const shrank = /^(?:再|平均|累计|共|计划)?(?:减少|压减|缩减|削减|降低|下调|减轻)了?$/

/** What a figure is to its name, where words and what was said before change what the construction says. */
export function kindOf(
  run: Run,
  { rule }: Taken,
  previous: Draft | undefined,
  name: string,
  action: string,
): { kind: Kind; direction: Direction | null } {
  const slot = run.slots[0] as Slot
  if (rule === countAfterObject || rule === objectAfterCount) {
    // 整合提升1000个服务综合体 are so many of them
    if (rule === objectAfterCount && /(?:提升|提高)了?$/.test(action)) return { kind: 'level', direction: null }
    if (grew.test(action)) return { kind: 'change', direction: 'up' }
    if (shrank.test(action)) return { kind: 'change', direction: 'down' }
  }
  if (rule.kind === 'level') return levelOr(slot, previous, name)
  if (rule.kind !== 'change' && rule.kind !== 'gap') return { kind: rule.kind, direction: null }
  if (rule.name === 'change-once')
    return { kind: 'change', direction: /[降减跌缩负][^增升涨]{0,2}$/.test(slot.left) ? 'down' : 'up' }
  const fallsWell = /浓度|失业|能耗|不合格|事故|死亡|投诉|PM/i.test(name) && /(?:优于|好于)/.test(slot.left)
  return { kind: rule.kind, direction: fallsWell ? 'down' : (rule.direction ?? null) }
}

function levelOr(slot: Slot, previous: Draft | undefined, name: string): { kind: Kind; direction: Direction | null } {
  // 占比由31%提升至54%: what came of a share is one
  if (previous?.status === 'baseline' && (slot.follows || slot.left === ''))
    return { kind: previous.kind, direction: previous.direction }
  // 服务类投诉占比持续上升，连续两年超过40%
  const isShare = slot.quantity.unit === '%' && slot.label === '' && /(?:占比|比重)$/.test(name)
  return { kind: isShare || isPart(slot, name) ? 'share' : 'level', direction: null }
}

/** 近九成是民企, 78.6%已消除风险: a part of what it names or of what was named. */
function isPart({ quantity, right }: Slot, name: string): boolean {
  if (quantity.unit !== '%' || endsInAttribute(name)) return false
  return quantity.raw.endsWith('成') || /^(?:已|以上已|是|为)/.test(right)
}
