import type { Claim } from '../types.ts'

/** A difference to be read: 85900 户 → +8.59万户, -0.3 百分点 → -0.3百分点. */
export function formatDelta(delta: number, unit: string): string {
  const size = Math.abs(delta)
  const sign = delta > 0 ? '+' : delta < 0 ? '-' : '±'
  const isScaled = !['%', '百分点', '倍'].includes(unit)
  const [scale, word] = isScaled && size >= 1e8 ? [1e8, '亿'] : isScaled && size >= 1e4 ? [1e4, '万'] : [1, '']
  return `${sign}${Number((size / scale).toPrecision(scale === 1 ? 12 : 6))}${word}${unit}`
}

/** An amount to be read: 62661亿 元 → 62661亿元, 6.9 % → 6.9%. */
export function amountIn(value: number, unit: string): string {
  return formatDelta(value, unit).replace(/^[+±]/, '')
}

/** 11.8548 → +11.85% */
export function formatPercent(percent: number): string {
  return `${percent > 0 ? '+' : ''}${Number(percent.toFixed(Math.abs(percent) < 1 ? 2 : 1))}%`
}

/** An indicator and what is told of it: 居民消费价格（增速）, 新认定 高新技术企业; nothing is added to a plain amount. */
export function nameWithKind(
  indicator: string,
  { kind, unit, action }: Pick<Claim, 'kind' | 'unit' | 'action'>,
): string {
  const name = { level: '', share: '占比', change: unit === '%' ? '增速' : '变化', gap: '差距', rank: '位次' }[kind]
  if (name !== '') return indicator.endsWith(name) ? indicator : `${indicator}（${name}）`
  return /^(?:累计|共)?(?:新|净增)/.test(action) && !indicator.startsWith(action) ? `${action} ${indicator}` : indicator
}
