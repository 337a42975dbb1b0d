import { tableOf } from '../text/characters.ts'
import { base, weights } from './confidence-table.ts'
import type { Draft } from './draft.ts'
import { isBareAttribute } from './mentions/attributes.ts'

/** How sure a claim is, 0.01 to 0.99: of claims given 0.9, about nine in ten were wholly right where it was measured. */
export function confidenceOf(draft: Draft): number {
  const points = traitsOf(draft).reduce((sum, trait) => sum + (weights[trait] ?? 0), base)
  const share = 1 / (1 + Math.exp(-points))
  return Math.min(0.99, Math.max(0.01, Math.round(share * 100) / 100))
}

/** Traits such as pattern rise, each made once: looking up a new string costs more. */
function traitsCalled(kind: string): (value: string | number) => string {
  const made = new Map<string | number, string>()
  return (value) => {
    const trait = made.get(value) ?? `${kind} ${value}`
    made.set(value, trait)
    return trait
  }
}

const [ofPattern, ofSource, ofBoth, ofChance, ofLead, ofPlan, ofQualifier, ofLength] = [
  traitsCalled('pattern'),
  traitsCalled('name from'),
  traitsCalled('name and pattern'),
  traitsCalled('chance of the name'),
  traitsCalled('ahead of the next name'),
  traitsCalled('plan or not'),
  traitsCalled('qualifier'),
  traitsCalled('name of'),
]

/** What tells sure claims from others: how likely its name was, where it was read, how plainly it is a plan or none. */
export function traitsOf({ slot, extractor, name, sure }: Draft): string[] {
  const indicator = name.text
  const { isSeveral, isPlain } = signsOf(indicator)
  const traits = [
    ofPattern(extractor),
    ofSource(sure.by),
    ofBoth(`${sure.by}, ${extractor}`),
    ofChance(stepOf(logOdds(sure.name))),
    ofLead(Math.min(8, Math.round(Math.log((sure.name + 1e-6) / (sure.second + 1e-6))))),
    ofPlan(sure.plan === null ? 'not asked' : Math.min(5, Math.round(Math.abs(sure.plan)))),
    ofQualifier(slot.quantity.qualifier),
    ofLength(lengthOf(indicator)),
  ]
  if (isSeveral) traits.push('name of several')
  if (isBareAttribute(indicator)) traits.push('name that is an attribute')
  if (!isPlain || indicator.length < 2) traits.push('name with other signs')
  if (slot.follows) traits.push('in the clause of another number')
  return traits
}

const logOdds = (chance: number): number => Math.log((chance + 1e-6) / (1 - chance + 1e-6))
const stepOf = (odds: number): number => Math.max(-2, Math.min(9, Math.round(2 * odds) / 2))

const joiners = tableOf('、和与及')

/** Does a name join several, and has it Chinese characters alone? */
function signsOf(indicator: string): { isSeveral: boolean; isPlain: boolean } {
  let isSeveral = false
  let isPlain = true
  for (let at = 0; at < indicator.length; at++) {
    const code = indicator.charCodeAt(at)
    if (joiners[code] === 1) isSeveral = true
    if (code < 0x4e00 || code > 0x9fff) isPlain = false
  }
  return { isSeveral, isPlain }
}

/** In characters, by steps: 9 to 12. */
function lengthOf({ length }: string): string {
  if (length <= 2) return String(length)
  return length <= 4 ? '3 to 4' : length <= 8 ? '5 to 8' : length <= 12 ? '9 to 12' : length <= 18 ? '13 to 18' : 'more'
}
