import { InvalidArgumentError } from 'commander'
import { words } from './language.ts'

/** 2020 */
export function parseYear(value: string): number {
  if (/^[12]\d{3}$/.test(value)) return Number(value)
  throw new InvalidArgumentError(words('value.year'))
}

/** 0.9 */
export function parseShare(value: string): number {
  const share = Number(value)
  if (value.trim() !== '' && share >= 0 && share <= 1) return share
  throw new InvalidArgumentError(words('value.share'))
}

/** 3 */
export function parseCount(value: string): number {
  if (/^[1-9]\d{0,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError(words('value.count'))
}

const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 }

/** 200MB → 200000000 */
export function parseSize(value: string): number {
  const found = /^(?<number>\d{1,12}(?:\.\d{1,3})?)\s?(?<scale>[kmg]?)b?$/i.exec(value)?.groups
  const size = Math.round(Number(found?.number) * (scales[found?.scale?.toLowerCase() ?? ''] ?? 0))
  if (size >= 1) return size
  throw new InvalidArgumentError(words('value.size'))
}

/** 0.5 */
export function parseAmount(value: string): number {
  if (/^\d{1,12}(?:\.\d{1,12})?$/.test(value)) return Number(value)
  throw new InvalidArgumentError(words('value.amount'))
}

/** 2.5 */
export function parseSeconds(value: string): number {
  const seconds = Number(value)
  if (value.trim() !== '' && seconds > 0 && seconds <= 86_400) return seconds
  throw new InvalidArgumentError(words('value.seconds'))
}
