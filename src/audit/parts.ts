import { intervalOf } from '../compare/interval.ts'
import { modifiersOf } from '../compare/modifiers.ts'
import { foldName } from '../concepts/index.ts'
import { type Said, say } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import { type Identity, judged } from './identity.ts'
import { areAlike, between, type Figure, figuresBefore, figuresBehind, isAmount, type Passage } from './passages.ts'
import { addUpTo, plainSum, sumOf, sumText } from './sums.ts'

/** Choices whose members do not overlap; those that are all there is are told. */
const partitions: readonly { readonly choice: string; readonly all: readonly string[] }[] = [
  { choice: 'trade', all: ['出口', '进口'] },
  { choice: 'people', all: ['农村', '城镇'] },
  { choice: 'industry', all: ['第一产业', '第三产业', '第二产业'] },
  { choice: 'sex', all: ['女', '男'] },
  { choice: 'government', all: ['中央', '地方'] },
  ...['goods', 'standard', 'patent', 'pollutant', 'insurance', 'school', 'rank'].map((choice) => ({ choice, all: [] })),
]

/** 食品类30件、药品类40件: kinds of one thing do not overlap. */
const kindWord = /(?:类|类别|等级|级|型|档|片区|地区|季度|批|等奖|方面|领域|行业|环节)$/
const opens = /其中|包括|包含|含有|分为/
const rest = /其余|剩余|余下|其他/

/** 诉求120件，其中食品类30件，药品类40件: a part is no more than its whole, and all parts are no more than it either. */
export function checkParts(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.flatMap((figure) => {
      if (!opens.test(figure.lead) || !isAmount(figure)) return []
      const whole = wholeOf(figure)
      if (whole === undefined) return []
      const parts = partsFrom(figure)
      return [partOf(whole, figure), ...together(whole, parts)]
    }),
  )
}

/** The amount that a part belongs to: the last one before 其中, in its unit. */
export function wholeOf(part: Figure): Figure | undefined {
  const words = part.lead.split(opens)[0] ?? ''
  if (/[。；]/.test(words) && !/^[^。；]*[。；]\s*$/.test(words)) return undefined
  return figuresBefore(part).find(
    (figure) => isAmount(figure) && areAlike(figure.claim, part.claim) && !opens.test(betweenWholeAnd(figure, part)),
  )
}

/** 其中 once only: what stands behind an earlier 其中 is a part itself. */
function betweenWholeAnd(whole: Figure, part: Figure): string {
  return between(whole, part).slice(0, -part.lead.length || undefined)
}

function partOf(whole: Figure, part: Figure): Identity {
  const fits = intervalOf(part.claim).low <= intervalOf(whole.claim).high
  return judged({
    check: 'part',
    claims: [whole.claim, part.claim],
    sum: fits ? `${part.claim.raw} ≤ ${whole.claim.raw}` : `${part.claim.raw} > ${whole.claim.raw}`,
    expected: whole.claim.value,
    fits,
    doubt: doubtOf(whole, part),
  })
}

/** 新增5万批次，其中… may be of a part that is no count of the whole's things. */
function doubtOf(whole: Figure, part: Figure): Said | null {
  if (whole.passage !== part.passage && !/^[^，]*其中/.test(part.lead)) return say('doubt.whole-elsewhere')
  if (/累计|历年|总数|共有/.test(part.lead) !== /累计|历年|总数|共有/.test(whole.lead)) return say('doubt.year-or-all')
  const words = between(whole, part)
  return words.length > 60 ? say('doubt.whole-far') : null
}

/** A part and those that go on in its way: 其中食品类30件，药品类40件，设备类60件. */
function partsFrom(first: Figure): Figure[] {
  const parts = [first]
  let last = first
  for (const figure of goingOn(first)) {
    const { claim, lead } = figure
    if (claim.kind !== first.claim.kind && !isAmount(figure)) continue
    if (!isAmount(figure) || !areAlike(first.claim, claim)) {
      if (claim.kind === first.claim.kind && claim.status === 'actual' && lead.length <= 6) continue
      break
    }
    if (
      !/^[^，；。]{0,2}[，、；]?[^，；。]{0,16}$/.test(lead) ||
      /合计|共计|总计|累计|同比|比上年|以上|达到?$/.test(lead)
    )
      break
    parts.push(figure)
    last = figure
  }
  return last === first ? [first] : parts
}

/** Of its sentence and, where lists are parted by semicolons, of the next ones. */
function goingOn(first: Figure): readonly Figure[] {
  return figuresBehind(first)
}

/** What parts come to. */
function together(whole: Figure, parts: readonly Figure[]): Identity[] {
  if (parts.length < 2) return []
  const claims = parts.map(({ claim }) => claim)
  const isAll = addUpTo(claims, whole.claim)
  const kind = isAll ? 'all' : partitionOf(parts, whole)
  const isTooMuch = sumOf(claims).low > intervalOf(whole.claim).high
  if (kind === null && !isTooMuch) return []
  const fits = isAll || (kind !== 'all' && !isTooMuch)
  return [
    judged({
      check: 'sum',
      indicator: whole.claim.indicator,
      claims: [...claims, whole.claim],
      sum: `${sumText(claims)} ${fits ? (isAll ? '=' : '≤') : isTooMuch ? '>' : '≠'} ${whole.claim.raw}`,
      expected: plainSum(claims),
      fits,
      doubt:
        kind === null
          ? say('doubt.overlap')
          : claims.some(({ qualifier }) => qualifier !== 'exact')
            ? say('doubt.inexact')
            : null,
    }),
  ]
}

/** Whether parts are all there is, at least do not overlap, or nothing is known. */
function partitionOf(parts: readonly Figure[], whole: Figure): 'all' | 'apart' | null {
  if (rest.test(parts.at(-1)?.lead ?? '') || isMadeOf(whole, parts) || areContrary(parts)) return 'all'
  for (const { choice, all } of partitions) {
    const chosen = parts.map((part) => chosenBy(part, choice))
    if (chosen.some((word) => word === undefined) || new Set(chosen).size < chosen.length) continue
    return all.length === chosen.length && all.every((word) => chosen.includes(word)) ? 'all' : 'apart'
  }
  return parts.every(({ lead, claim }) => kindWord.test(lead) || kindWord.test(claim.indicator)) ? 'apart' : null
}

/** 投诉举报 is made of 投诉 and 举报, and of nothing else. */
function isMadeOf(whole: Figure, parts: readonly Figure[]): boolean {
  const names = parts.map(({ claim }) => foldName(claim.indicator))
  const rest = names.reduce((name, part) => name.replace(part, ''), foldName(whole.claim.indicator))
  return (
    names.every((name) => name.length >= 2) &&
    rest.length <= 2 &&
    rest.length < foldName(whole.claim.indicator).length - 3
  )
}

/** 合格 and 不合格 */
function areContrary(parts: readonly Figure[]): boolean {
  const [one = '', other = '', ...more] = parts.map(({ claim }) => claim.indicator)
  return (
    more.length === 0 &&
    [one, other].some((name, at) => [`不${name}`, `未${name}`, `非${name}`].includes(at === 0 ? other : one))
  )
}

/** What a part is called, or what stands right before it: 其中出口1.5万亿元 */
function chosenBy({ lead, claim }: Figure, choice: string): string | undefined {
  const before = /[^，,、；;：:（(。]*$/.exec(lead)?.[0] ?? ''
  return [before, claim.indicator].map((words) => choiceIn(words, choice)).find((word) => word !== undefined)
}

function choiceIn(words: string, choice: string): string | undefined {
  if (choice === 'government') return /中央|地方/.exec(words)?.[0]
  return modifiersOf(foldName(words)).get(choice)
}

/** What is newly made is no more than what there is then: 新增12个，总数达到22个; 增加11个、达到25个. */
export function checkNew(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.slice(1).flatMap((total, at) => {
      const made = figures[at] as Figure
      if (!isTotalOf(made, total)) return []
      const fits = intervalOf(made.claim).low <= intervalOf(total.claim).high
      return [
        judged({
          check: 'part',
          claims: [made.claim, total.claim],
          sum: `${made.claim.raw} ${fits ? '≤' : '>'} ${total.claim.raw}`,
          expected: null,
          fits,
          doubt: null,
        }),
      ]
    }),
  )
}

const totalLead =
  /^(?:余|多|以上)?[，、]?(?:总数|总量|总规模|累计|总计|共|目前|现|全省|全市)*(?:已|共|达|达到|增至|增加到|增长到|扩大到|突破|超过|有)*$/

function isTotalOf(made: Figure, total: Figure): boolean {
  const isMade =
    /新|增/.test(made.claim.action) || /[新净]增|增加|新建|新设/.test(made.lead.slice(-12)) || isRise(made.claim)
  return (
    isMade &&
    total.claim.kind === 'level' &&
    total.lead !== '' &&
    totalLead.test(total.lead) &&
    /[^，、]/.test(total.lead) &&
    made.claim.unit === total.claim.unit &&
    isAmount(made) &&
    isAmount(total) &&
    made.claim.status === total.claim.status
  )
}

function isRise({ kind, direction }: Claim): boolean {
  return kind === 'change' && direction === 'up'
}
