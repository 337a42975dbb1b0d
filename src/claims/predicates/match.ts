import type { Quantity } from '../../types.ts'
import type { Run } from '../mentions/runs.ts'
import type { Slot } from '../mentions/slots.ts'
import { type Match, reverse, signsOf } from './pattern.ts'
import type { PatternRule } from './pattern-rule.ts'

/** Which pattern took a quantity, and what it found. */
export interface Taken {
  readonly rule: PatternRule
  readonly match: Match
}

/** One pattern tried on a quantity, for `explain`. */
export interface Trial {
  readonly rule: string
  readonly took: boolean
  readonly why: string
}

/** The first pattern that takes a quantity; null where none does. `trace` is told of each that was tried. */
function matchRules(slot: Slot, rules: readonly PatternRule[], trace?: (trial: Trial) => void): Taken | null {
  let reversed: string | null = null
  const backwards = (): string => (reversed ??= reverse(slot.left.slice(-longestLeft)))
  const signs = signsOf(slot.left)
  const trials = trace === undefined ? likely(rules, slot.left.at(-1) ?? '') : rules.map(whole)
  for (const { rule, matchers } of trials) {
    const refusal = refusalOf(rule, slot.quantity)
    if (refusal !== null) {
      trace?.({ rule: rule.name, took: false, why: refusal })
      continue
    }
    const match = perHead(firstMatch(matchers, slot, backwards, signs), slot)
    if (match === null) {
      trace?.({ rule: rule.name, took: false, why: 'other words' })
      continue
    }
    if (rule.accepts !== undefined && !rule.accepts(slot)) {
      trace?.({ rule: rule.name, took: false, why: 'the words fit, what is around them does not' })
      continue
    }
    trace?.({ rule: rule.name, took: true, why: `“${match.indicator}”` })
    return { rule, match }
  }
  return null
}

/** 农户人均增收: the adverb 均 is part of 人均. */
function perHead(match: Match | null, { left }: Slot): Match | null {
  if (match === null || match.side === 'right') return match
  const { indicator } = match
  const rest = left.slice(indicator.length)
  if (rest.startsWith('均') && /[人户亩日月地]$/.test(indicator))
    return { ...match, indicator: `${indicator}均${rest.includes('增收') ? '增收' : ''}` }
  return rest.includes('增收') ? { ...match, indicator: `${indicator}增收` } : match
}

function refusalOf({ units, isFor }: PatternRule, quantity: Quantity): string | null {
  if (units?.includes(quantity.unit) === false) return `not for the unit “${quantity.unit}”`
  return isFor?.(quantity) === false ? 'not for such a number' : null
}

/** No pattern reads further to the left. */
const longestLeft = 200

/** A rule, and those of its matchers that are worth a trial. */
type Candidate = Pick<PatternRule, 'matchers'> & { readonly rule: PatternRule }

const whole = (rule: PatternRule): Candidate => ({ rule, matchers: rule.matchers })

const likelyRules = new WeakMap<readonly PatternRule[], Map<string, readonly Candidate[]>>()

/** The matchers that may stand directly behind this character: rise and fall for 长 are not those for 占. */
function likely(rules: readonly PatternRule[], nearest: string): readonly Candidate[] {
  const known = likelyRules.get(rules) ?? new Map<string, readonly Candidate[]>()
  likelyRules.set(rules, known)
  const found = known.get(nearest)
  if (found !== undefined) return found
  const candidates = rules
    .map((rule) => ({ rule, matchers: rule.matchers.filter(({ before }) => before?.has(nearest) !== false) }))
    .filter(({ matchers }) => matchers.length > 0)
  known.set(nearest, candidates)
  return candidates
}

/** Most patterns are settled by the characters next to the number, without being run. */
function firstMatch(
  matchers: PatternRule['matchers'],
  { left, right }: Slot,
  backwards: () => string,
  signs: number,
): Match | null {
  const next = right.charAt(0)
  for (const { behind, needs, match } of matchers) {
    if ((signs & needs) !== needs || behind?.has(next) === false) continue
    const found = match(left, right, backwards())
    if (found !== null) return found
  }
  return null
}

/** The pattern that takes a run: by what stands before its first number and behind its last. */
export function takenOf({ slots }: Run, rules: readonly PatternRule[], trace?: (trial: Trial) => void): Taken | null {
  const [slot, last] = [slots[0] as Slot, slots.at(-1) as Slot]
  return matchRules(last === slot ? slot : { ...slot, right: last.right }, rules, trace)
}
