import type { Language } from '../messages/index.ts'
import type { Taxonomy } from '../types.ts'
import type { PageCell, PageSector } from './page-data.ts'

/** The sectors by what people call them: 农产品质量 */
export function sectorsOf({ sectors }: Taxonomy, lang: Language): PageSector[] {
  return sectors.map(({ id, names }) => ({ id, name: (lang === 'zh' ? names[0] : names.at(-1)) ?? id }))
}

export function sectorCell(id: string, sectors: readonly PageSector[]): PageCell {
  const at = sectors.findIndex((sector) => sector.id === id)
  return { text: sectors[at]?.name ?? id, order: at, look: `sector sector-${Math.max(0, at) % 12}` }
}
