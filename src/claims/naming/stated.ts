import { endsInAttribute } from '../mentions/attributes.ts'
import { type Token, textOf } from '../mentions/words.ts'
import { countOf, family, hashOf, pairOf } from '../ranking/traits.ts'
import { flag, type Proposing } from './candidate.ts'
import { listsIn } from './lists.ts'
import { joined, nameOf } from './name.ts'
import type { Range } from './situation.ts'
import { regionOf } from './span-traits.ts'
import { mayBegin, mayEnd, spansIn } from './spans.ts'

const f = {
  repeated: family('named before'),
  cut: family('word cut out'),
  cutClass: family('class cut out'),
  skipped: family('text between figure and name'),
  mark: family('mark behind its stretch'),
  behindFigure: family('stretch behind a figure'),
}

/** 全省累计[新登记市场主体]20.71万户 */
export function inOwnClause<Sum>({ situation, own, ownRegion, slot, ledger, add }: Proposing<Sum>): void {
  const { tokens, run, said } = situation
  const { sentence } = slot
  for (const [from, to] of spansIn(tokens, own, 14, 4)) {
    const span = [from, to] as const
    const sum = ownRegion.of(from, to)
    for (const list of listsIn(sentence, tokens, span, run.slots.length, ledger)) {
      add('own clause, list', list.names, span, ledger.plus(sum, list.sum))
    }
    const name = nameOf(sentence, tokens, from, to)
    ledger.visit(f.repeated, flag(said.some((one) => one.name.text === name.text)))
    add('own clause', [name], span, ledger.plus(sum, ledger.take()))
    // 检验检测机构[实现]营业收入
    for (let at = Math.max(from + 1, to - 4); at < to - 1; at++) {
      const { kind, text, class: own } = (tokens[at] as Token).lexeme
      if (!cuttable.has(kind)) continue
      ledger.visit(f.cut, text)
      ledger.visit(f.cutClass, own, flag(endsInAttribute(textOf(tokens, at + 1, to))))
      const cut = joined(nameOf(sentence, tokens, from, at), nameOf(sentence, tokens, at + 1, to))
      add('own clause, cut', [cut], span, ledger.plus(sum, ledger.take()))
    }
  }
}

const cuttable = new Set(['strong', 'soft', 'verb', 'adverb', 'time'])

const farthestBehind = 4
const longestBehind = 10

/** 创建10个[安全优质农产品生产基地] */
export function behindFigure<Sum>({ situation, own, behind, slot, figure, ledger, add }: Proposing<Sum>): void {
  const { tokens, taken } = situation
  const kind = taken?.rule.kind ?? 'level'
  const [from, to] = behind
  const mayBe =
    kind === 'level' || kind === 'share' || taken?.match.side === 'right' || (kind === 'change' && own[1] - own[0] <= 2)
  if (!mayBe || from >= to) return
  const region = regionOf(tokens, behind, hashOf('behind'), figure, ledger)
  for (let start = from; start < Math.min(to, from + farthestBehind); start++) {
    if (!mayBegin(tokens[start] as Token)) continue
    ledger.visit(f.skipped, countOf(start - from, 4), hashOf(textOf(tokens, from, start)))
    const skipped = ledger.take()
    for (let end = start + 1; end <= Math.min(to, start + longestBehind); end++) {
      if (!mayEnd(tokens[end - 1] as Token)) continue
      add(
        'behind',
        [nameOf(slot.sentence, tokens, start, end)],
        [start, end],
        ledger.plus(region.of(start, end), skipped),
      )
    }
  }
}

/** [市场经营主体]增量提质，总量突破1000万户 */
export function inClausesBefore<Sum>({ situation, before, slot, figure, ledger, add }: Proposing<Sum>): void {
  const { tokens, run } = situation
  before.forEach((range, index) => {
    const [start, end] = range
    const region = regionOf(tokens, range, places[index] as number, figure, ledger)
    const place = countOf(index, 3)
    ledger.visit(f.mark, place, pairOf(tokens[end]?.lexeme.text ?? 0, figure.kind))
    ledger.visit(f.behindFigure, place, flag(tokens[start - 1]?.lexeme.kind === 'quantity'))
    const around = ledger.take()
    for (const span of spansIn(tokens, range, index === 0 ? 10 : 6, index === 0 ? 5 : 2)) {
      const sum = ledger.plus(region.of(...span), around)
      for (const list of index < 2 ? listsIn(slot.sentence, tokens, span, run.slots.length, ledger) : []) {
        add('before, list', list.names, none, ledger.plus(sum, list.sum))
      }
      add('before', [nameOf(slot.sentence, tokens, ...span)], none, sum)
    }
  })
}

/** Where clauses before stand, the nearest first. */
export const places = ['clause before', 'second clause before', 'third clause before'].map(hashOf)
const none: Range = [0, 0]
