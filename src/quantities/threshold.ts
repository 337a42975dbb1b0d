import { hedgeAfter, hedgeBefore } from '../tokens/words.ts'
import { inUnit, numeralsOf, type Rule, unitsOf } from './rule.ts'

/** A magnitude alone behind a hedge: 突破万亿元, 近百家, 超百亿次. */
export const threshold: Rule = {
  name: 'threshold',
  pattern: /数量?/y,
  read: (tokens, text) => {
    const [numeral] = numeralsOf(tokens)
    const [unit] = unitsOf(tokens)
    if (!numeral?.bare) return null
    const hedge = hedgeBefore(text, numeral.start, { magnitude: true, things: false })
    // 稳定在万亿斤以上
    const isHeld = text[numeral.start - 1] === '在' && hedgeAfter(text, tokens.at(-1)?.end ?? numeral.end) !== null
    return hedge === null && !isHeld ? null : inUnit(numeral, unit)
  },
  examples: [
    [{ value: 1e12, unit: '元', qualifier: 'over' }, '突破⟦万亿元⟧', '超⟦万亿元⟧'],
    [{ value: 100, unit: '家', qualifier: 'about' }, '近⟦百家⟧', '约⟦百家⟧'],
    [{ value: 1000, unit: '家', qualifier: 'over' }, '上⟦千家⟧', '数⟦千家⟧'],
    [{ value: 1e12, unit: '斤', qualifier: 'over' }, '稳定在⟦万亿斤⟧以上'],
  ],
  never: ['万亿级产业', '百日攻坚', '千企行', '万元'],
}
