import type { Language } from '../messages/index.ts'
import type { Claim } from '../types.ts'
import type { Words } from './words.ts'

type Amount = Pick<Claim, 'value' | 'high' | 'unit' | 'qualifier' | 'kind' | 'direction'>

/** A number as people read it: 207100 → 20.71万, in English 207,100. */
export function numberText(value: number, lang: Language): string {
  const size = Math.abs(value)
  if (lang === 'zh' && size >= 1e12) return `${grouped(value / 1e12)}万亿`
  if (lang === 'zh' && size >= 1e8) return `${grouped(value / 1e8)}亿`
  if (lang === 'zh' && size >= 1e4) return `${grouped(value / 1e4)}万`
  return grouped(value)
}

/** The whole number, digit by digit: 207,100 */
export function fullNumber(value: number): string {
  return grouped(value)
}

/** An amount with its hedge and its direction: 超 700家, 5–5.5%, ↓ 8.79%. */
export function amountText(amount: Amount, lang: Language, words: Words): string {
  const { value, high, unit, qualifier, direction } = amount
  const number = high === null ? numberText(value, lang) : `${numberText(value, lang)}–${numberText(high, lang)}`
  const hedge = qualifier === 'exact' || qualifier === 'range' ? '' : `${words.hedges[qualifier]} `
  const arrow = direction === null ? '' : direction === 'up' ? '↑ ' : '↓ '
  return `${arrow}${hedge}${number}${lang === 'en' && /^[A-Za-z一-鿿]/.test(unit) ? ' ' : ''}${unit}`
}

function grouped(value: number): string {
  const [whole = '', ...rest] = String(Number(value.toPrecision(12))).split('.')
  if (/e/.test(whole) || rest.some((part) => /e/.test(part))) return String(value)
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...rest].join('.')
}
