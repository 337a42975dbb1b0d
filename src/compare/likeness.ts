import type { MatchKind } from './comparison.ts'
import type { Features } from './features.ts'
import { flowLikeness } from './flow.ts'
import { modifierLikeness } from './modifiers.ts'
import { dimensionOf, unitLikeness } from './units.ts'

/** How much a pair of characters tells: 鲁班 much, 企业 little. */
export type GramWeights = (gram: string) => number

/** Weights by rarity among all claims of both reports. */
export function weighGrams(all: readonly Features[]): GramWeights {
  const counts = new Map<string, number>()
  for (const { grams, told } of all) {
    for (const gram of new Set([...grams.keys(), ...told])) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  const weights = new Map([...counts].map(([gram, count]) => [gram, Math.log(1 + all.length / count)]))
  return (gram) => weights.get(gram) ?? Math.log(1 + all.length)
}

/** How alike two claims are, 0..1: their names above all, then what forbids or speaks for a match. */
export function likenessOf(one: Features, other: Features, weightOf: GramWeights): number {
  const may =
    unitLikeness(one.claim.unit, other.claim.unit) *
    flowLikeness(one.flow, other.flow) *
    modifierLikeness(one.modifiers, other.modifiers) *
    placeLikeness(one, other) *
    baseLikeness(one, other) *
    spanLikeness(one, other)
  if (may === 0) return 0
  const name =
    one.name === other.name
      ? sameNameLikeness(one, other)
      : nameLikeness(one, other, weightOf) * sizeLikeness(one, other)
  return name * may * (1 - support.total + supportOf(one, other))
}

/** Under another name a figure ten times as great is another's: 举报2.18万件 is not 举报立案2210件. */
function sizeLikeness(one: Features, other: Features): number {
  return 1 - 0.5 * Math.min(1, Math.max(0, Math.abs(one.magnitude - other.magnitude) - 0.4) / 0.6)
}

/** 召回缺陷产品31批次、4.8万件 and 召回28批次，涉及产品5.2万件: where the figures beside are the same, so may these be. */
export function likenessBeside(
  one: Features,
  other: Features,
  { beside, isAlone }: Beside,
  weightOf: GramWeights,
): number {
  const likeness = likenessOf(one, other, weightOf)
  if (likeness < bonus.least || one.claim.unit !== other.claim.unit) return likeness
  return likeness + (bonus.beside * beside + (isAlone ? bonus.alone : 0)) * nearness(one, other)
}

/** What speaks for two figures besides their names. */
export interface Beside {
  /** How many of the figures before and behind them are matched with each other: 0, 0.5 or 1. */
  readonly beside: number
  /** That both are the only ones of their unit that are left. */
  readonly isAlone: boolean
}

const bonus = { least: 0.03, beside: 0.3, alone: 0.2 }

/** Whether two figures are of nearly the same size, 1 to 0: for 412 and 386 0.9, for 100 and 300 0. */
function nearness(one: Features, other: Features): number {
  return Math.max(0, 1 - Math.abs(one.magnitude - other.magnitude) / 0.4)
}

/** exact 新登记市场主体 twice, alias 新登记经营主体, similar otherwise. */
export function matchKindOf(one: Features, other: Features): MatchKind {
  if (one.name !== other.name) return 'similar'
  return one.folded === other.folded ? 'exact' : 'alias'
}

/** 企业 twice is little where one is 帮扶 and one 抽查; of a long name the verb matters less. */
function sameNameLikeness(one: Features, other: Features): number {
  if (one.action === other.action) return 1
  const agreement = one.action === '' || other.action === '' ? 0.7 : overlap(new Set(one.action), new Set(other.action))
  return 1 - (1 - agreement) * (one.name.length <= 2 ? 0.4 : 0.12)
}

/** What names share, weighed by rarity; how much of the shorter is in the longer; whether they end alike. */
function nameLikeness(one: Features, other: Features, weightOf: GramWeights): number {
  const here = coverOf(one.grams, other.grams, weightOf)
  const there = coverOf(other.grams, one.grams, weightOf)
  const shared = (here.covered + there.covered) / (here.total + there.total)
  const [short, long] = here.total < there.total ? [here, there] : [there, here]
  const contained = (short.covered / short.total) * Math.min(1, short.total / enoughToSay, long.covered)
  const likeness = 0.5 * shared + 0.3 * contained + 0.2 * endLikeness(one.name, other.name)
  const exchanged = 1 - Math.min(here.missing / here.total, there.missing / there.total)
  return Math.max(likeness * exchanged, shortenedLikeness(one, other, weightOf))
}

/** 定期检验 and 定检, 持证作业人员 and 作业人员持证: the one is what is left of the other, whatever the order. */
function shortenedLikeness(one: Features, other: Features, weightOf: GramWeights): number {
  const told = keptOf(one.told, other.told, weightOf)
  if (one.action === '' && other.action === '') return told
  return Math.max(
    told,
    keptOf(one.name, other.name, weightOf),
    keptOf(one.told, other.name, weightOf),
    keptOf(one.name, other.told, weightOf),
  )
}

/** So much of the shorter name must be found again in the longer one. */
const mostKept = 0.75

function keptOf(one: string, other: string, weightOf: GramWeights): number {
  if (one.length < 2 || other.length < 2) return 0
  const weigh = (text: string) => [...text].reduce((sum, char) => sum + weightOf(char), 0)
  const [light, heavy] = [weigh(one), weigh(other)].sort((a, b) => a - b) as [number, number]
  const left = [...other]
  let both = 0
  for (const char of one) {
    const at = left.indexOf(char)
    if (at < 0) continue
    both += weightOf(char)
    left[at] = ''
  }
  return both / light < mostKept ? 0 : 0.25 * (both / light) + 0.65 * (both / heavy) + 0.1
}

/**
 * How much of a name is also in another, or near it: 12315平台 stands in the name here, before the figure there. What is
 * `missing` on both sides is exchanged, 一般性转移支付 for 均衡性转移支付, and speaks against a match.
 */
function coverOf(
  name: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  weightOf: GramWeights,
): { total: number; covered: number; missing: number } {
  let [total, covered, missing] = [0, 0, 0]
  for (const [gram, weight] of name) {
    const amount = weight * weightOf(gram)
    total += amount
    if (other.has(gram)) covered += amount
    else if (weight === 1) missing += amount
  }
  return { total, covered, missing }
}

/** Of a name this heavy it means something that a longer one contains it: 鲁班奖 yes, 企业 no. */
const enoughToSay = 8

/** The head of a Chinese noun phrase stands last: 整体通关时间 and 通关时间 end alike in four characters. */
function endLikeness(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 4)
  let same = 0
  while (same < most && one.at(-1 - same) === other.at(-1 - same)) same++
  return same / most
}

function placeLikeness(one: Features, other: Features): number {
  if (one.place === other.place) return 1
  return one.place === '' || other.place === '' ? 0.8 : 0
}

/** Growth against the year before is not that of 五年来 or 年均. */
function baseLikeness(one: Features, other: Features): number {
  return one.base === other.base ? 1 : one.base === '' || other.base === '' ? 0.75 : 0.6
}

/** What came in five years is not held against what came in one; what there is, and a rate, may be. A quarter is no year. */
function spanLikeness(one: Features, other: Features): number {
  if (one.span === other.span) return 1
  if (isStanding(one) && isStanding(other)) return 0.95
  const spans = [one.span, other.span]
  return spans.includes('years') ? (spans.includes('years?') ? 0.9 : 0) : spans.includes('years?') ? 0.7 : 0.8
}

/** 5G基站达到8万个, 合格率98%: no amount that came in a time. */
function isStanding({ claim, flow, told }: Features): boolean {
  if (claim.kind === 'change' || deeds.test(told)) return false
  return dimensionOf(claim.unit).name === 'percent' || flow === 'stock' || (flow === null && claim.action === '')
}

const deeds =
  /改造|搬迁|[新改扩]建|新增|减税|降费|修订|制定|培训|发放|引进|开工|完成|检查|抽[检查]|投诉|举报|受理|办理|查处/

/** What else speaks for a pair; the square of the distance keeps equal names in their order. */
const support = { context: 0.1, sector: 0.05, order: 0.03, magnitude: 0.05, span: 0.05, kind: 0.02, total: 0.3 }

function supportOf(one: Features, other: Features): number {
  const magnitude = Math.max(0, 1 - Math.abs(one.magnitude - other.magnitude) / 2)
  return (
    support.context * overlap(one.context, other.context) +
    (one.claim.sector === other.claim.sector ? support.sector : 0) +
    support.order * (1 - (one.order - other.order) ** 2) +
    support.magnitude * magnitude +
    (one.span === other.span ? support.span : 0) +
    (one.claim.kind === other.claim.kind ? support.kind : 0)
  )
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1
  let both = 0
  for (const gram of one) if (other.has(gram)) both++
  return (2 * both) / (one.size + other.size)
}
