import type { Slot } from './slots.ts'

/** Numbers that stand for one phrase: 分别增长 [4.3%、5.5%]; most runs have one. */
export interface Run {
  readonly slots: readonly Slot[]
  /** 分别 or the like: the names and the numbers go one by one. */
  readonly respective: boolean
}

const isRespective = (left: string): boolean => left.includes('分别') || left.includes('依次') || left.includes('各为')

/** The slots of a sentence in runs. */
export function runsOf(slots: readonly Slot[]): Run[] {
  const runs: { slots: Slot[]; respective: boolean }[] = []
  for (const slot of slots) {
    const last = runs.at(-1)
    if (last !== undefined && slot.joins) last.slots.push(slot)
    else runs.push({ slots: [slot], respective: isRespective(slot.left) })
  }
  return runs
}
