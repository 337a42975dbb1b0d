import type { Draft } from '../draft.ts'
import type { Slot } from '../mentions/slots.ts'
import { attributesAtEnd, endsInAttribute } from './attributes.ts'
import { cleanName } from './names.ts'
import { noPhrase, type Phrase } from './noun-phrase.ts'
import { type Framed, goal, type Names, perUnit, type Topic, topicOf } from './topic.ts'

/** A run that names nothing itself, and what there is to go by. */
interface Bare {
  readonly framed: Framed
  readonly slot: Slot
  readonly said: Phrase
  /** What it says was done: 责令停产. */
  readonly verbs: string
  /** What the clause before names. */
  readonly leading: Phrase
  /** The claim before. */
  readonly last: Draft | undefined
  readonly topic: Topic
}

/** Where the names of such a run may come from, the first that knows them having it. */
const sources: readonly ((bare: Bare) => Names | null)[] = [
  colon,
  clauseBefore,
  sameDeed,
  reached,
  sameUnit,
  deedItself,
  claimsBefore,
  heading,
  ({ leading }) => (leading.name === '' ? null : carried(leading.name)),
  ({ verbs }) => (verbs === '' ? null : { indicators: [verbs], named: 'here' }),
]

/** Nothing is named here: what the run before was of, what the colon's label says, or the clause before. */
export function carriedNames(framed: Framed, said: Phrase, topic: Topic): Names {
  const bare: Bare = {
    framed,
    slot: framed.run.slots[0] as Slot,
    said,
    verbs: cleanName(said.action),
    leading: leadingOf(framed),
    last: topic.last.at(-1),
    topic,
  }
  for (const source of sources) {
    const names = source(bare)
    if (names !== null) return names
  }
  return { indicators: [topic.subject], named: 'nowhere' }
}

/** 财政总收入 of 财政总收入突破亿元大关: what it passed names nothing. */
function leadingOf({ lead }: Framed): Phrase {
  const phrase = lead()
  if (/^(?:新)?(?:进展|成效|成果|突破|提升|实效|进步|成绩)$/.test(phrase.name)) return noPhrase
  return /(?:大关|关口|台阶|门槛|新高|纪录)$/.test(phrase.name)
    ? { subject: '', action: '', name: phrase.subject }
    : phrase
}

const carried = (name: string, of?: Draft): Names => ({
  indicators: [name],
  named: 'carried',
  ...(of === undefined ? {} : { of }),
})

/** 规上工业总产值：4.13万亿元 */
function colon({ slot, last, topic }: Bare): Names | null {
  const isOwn = last !== undefined && (topic.label === '' || last.slot.label === slot.label)
  return isOwn || topic.label === '' ? null : { indicators: [topic.label], named: 'here' }
}

/** 市场经营主体增量提质，总量突破1000万户 */
function clauseBefore({ framed, slot, leading, last }: Bare): Names | null {
  if (leading.name === '' || leading.action !== '' || framed.taken.rule.kind === 'share') return null
  const topic = topicOf(leading.name)
  // 增速与上月持平 is of what was said before
  if (/^(?:增速|增幅|涨幅|降幅)$/.test(topic)) return null
  // 投诉、举报数量增幅较大，分别增长46.3%、37.86%
  const members = topic.split(/[、和与及]/)
  const n = framed.run.slots.length
  if (n > 1 && members.length === n) {
    const tail = attributesAtEnd(topic)
    return { indicators: members.map((member) => (member.endsWith(tail) ? member : member + tail)), named: 'carried' }
  }
  return carried(rated(topic, slot, last))
}

/** 发行超长期特别国债，今年先发行1万亿元 */
function sameDeed({ verbs, leading }: Bare): Names | null {
  const isSame = leading.name !== '' && verbs.length >= 2 && leading.action.endsWith(verbs.slice(-2))
  return isSame ? carried(leading.name) : null
}

/** 建立残疾人两项补贴制度，惠及2100多万人 */
function reached({ verbs, leading }: Bare): Names | null {
  return leading.name !== '' && /^(?:已|累计|共)?(?:惠及|受益|覆盖|服务|支持)$/.test(verbs)
    ? carried(leading.name)
    : null
}

/** 检查企业1.2万家次，责令整改860家次 */
function sameUnit({ slot, verbs, topic }: Bare): Names | null {
  const level = topic.recent.findLast(({ kind }) => kind === 'level')
  return level !== undefined && verbs.length >= 2 && isSameUnit(level, slot) ? carried(level.indicator, level) : null
}

/** 责令停产26家 behind an amount of money is of what was done. */
function deedItself({ framed, slot, verbs, last }: Bare): Names | null {
  const { rule } = framed.taken
  const countsOther = last !== undefined && !isSameUnit(last, slot) && rule.kind === 'level'
  return countsOther && verbs !== '覆盖' && verbs.length >= 2 && rule.name === 'count-after-object'
    ? { indicators: [verbs], named: 'here' }
    : null
}

/** 新登记市场主体20.71万户，同比增长8.79%; 进出口总额分别为3亿元、2亿元，增长5%、6% */
function claimsBefore({ framed, said, last, topic }: Bare): Names | null {
  if (last === undefined) return null
  const n = framed.run.slots.length
  const namesOf = (drafts: readonly Draft[]): Names => ({
    indicators: drafts.map(({ indicator }) => indicator),
    named: 'carried',
    of: last,
  })
  if (n > 1 && topic.last.length === n) return namesOf(topic.last)
  const levels = topic.recent.filter(({ kind, status }) => kind === 'level' && status !== 'baseline')
  if (n > 1 && levels.length >= n) return namesOf(levels.slice(-n))
  // 完成年计划710亿元的89.4%，增长2.0%: what grew is what the plan is for
  const isPlan = ({ indicator }: Draft): boolean => /^(?:年度?|全年)?(?:计划|目标|预算)$/.test(indicator)
  const of = isPlan(last) ? (topic.recent.findLast((draft) => !isPlan(draft)) ?? last) : last
  return carried(`${perUnit.test(said.name) ? said.name : ''}${of.indicator}`, of)
}

/** 市场主体总量 as a heading, then 目标85万户 */
function heading({ slot, said }: Bare): Names | null {
  const name = slot.sentence.sections.at(-1) ?? ''
  const isGoal = goal.test(said.name) || /(?:目标|实际|计划)(?:为|值为)?$|^(?:压减|压缩|提高|降)/.test(slot.left)
  return isGoal && name !== '' ? carried(name) : null
}

const isSameUnit = (draft: Draft, slot: Slot): boolean => draft.slot.quantity.unit === slot.quantity.unit

/** 电动自行车差一些，只有82.5% after another 合格率. */
function rated(name: string, { quantity }: Slot, last: Draft | undefined): string {
  const isRate = quantity.unit === '%' && last?.slot.quantity.unit === '%' && last.kind === 'level'
  return isRate && !endsInAttribute(name) ? name + attributesAtEnd(last.indicator) : name
}
