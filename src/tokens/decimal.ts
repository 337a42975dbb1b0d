/** An exact decimal, `digits / 10^scale`: binary floats would make 8.79万 into 87899.99999999999. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

export const ZERO: Decimal = { digits: 0n, scale: 0 }

/** 20.71 → 2071 / 10^2; the text holds only digits and at most one point. */
export function toDecimal(text: string): Decimal {
  const point = text.indexOf('.')
  return point < 0
    ? { digits: BigInt(text), scale: 0 }
    : { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 }
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (isZero(a)) return b
  if (isZero(b)) return a
  const scale = Math.max(a.scale, b.scale)
  return { digits: atScale(a, scale) + atScale(b, scale), scale }
}

/** Times ten to the power: 1.66亿 is (1.66, 8) → 166000000; a negative power divides. */
export function timesTen(a: Decimal, power: number): Decimal {
  return a.scale >= power
    ? { digits: a.digits, scale: a.scale - power }
    : { digits: a.digits * 10n ** BigInt(power - a.scale), scale: 0 }
}

export const negative = (a: Decimal): Decimal => ({ digits: -a.digits, scale: a.scale })

/** The nearest double, read from text so that nothing is rounded twice. */
export function toNumber(a: Decimal): number {
  // Two numbers that a double holds exactly divide into the nearest one
  if (a.scale <= 22 && a.digits < exact && a.digits > -exact) return Number(a.digits) / 10 ** a.scale
  return Number(`${a.digits}e-${a.scale}`)
}

const exact = 2n ** 53n

export const isZero = (a: Decimal): boolean => a.digits === 0n

function atScale(a: Decimal, scale: number): bigint {
  return a.scale === scale ? a.digits : a.digits * 10n ** BigInt(scale - a.scale)
}
