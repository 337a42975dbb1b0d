import { InvalidArgumentError } from 'commander'

/** 2020 */
export function parseYear(value: string): number {
  if (/^[12]\d{3}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('A year has four digits, as 2020.')
}

/** 0.9 */
export function parseShare(value: string): number {
  const share = Number(value)
  if (value.trim() !== '' && share >= 0 && share <= 1) return share
  throw new InvalidArgumentError('It is a number from 0 to 1, as 0.9.')
}

/** 3 */
export function parseCount(value: string): number {
  if (/^[1-9]\d{0,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('It is a whole number from 1 on.')
}

const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 }

/** 200MB → 200000000 */
export function parseSize(value: string): number {
  const found = /^(?<number>\d{1,12}(?:\.\d{1,3})?)\s?(?<scale>[kmg]?)b?$/i.exec(value)?.groups
  const size = Math.round(Number(found?.number) * (scales[found?.scale?.toLowerCase() ?? ''] ?? 0))
  if (size >= 1) return size
  throw new InvalidArgumentError('It is a number of bytes, as 200MB.')
}

/** 0.5 */
export function parseAmount(value: string): number {
  if (/^\d{1,12}(?:\.\d{1,12})?$/.test(value)) return Number(value)
  throw new InvalidArgumentError('It is a number from 0 on, as 0.5.')
}
