import type { Claim } from '../../types.ts'
import { amountText, fullNumber } from '../amount.ts'
import type { PageData } from '../page-data.ts'

export type Level = 'high' | 'middle' | 'low'

/** How sure a claim is, in three steps: below 0.75 somebody should look. */
export function levelOf(confidence: number): Level {
  return confidence >= 0.9 ? 'high' : confidence >= 0.75 ? 'middle' : 'low'
}

/** What the values of a claim are called: manufacturing → 制造业质量, yoy → 同比. */
export class Labels {
  readonly #data: Pick<PageData, 'words' | 'lang' | 'sectors'>
  #sectors: ReadonlyMap<string, string>

  constructor(data: Pick<PageData, 'words' | 'lang' | 'sectors'>) {
    this.#data = data
    this.#sectors = new Map(data.sectors.map(({ id, name }) => [id, name]))
  }

  sector(id: string): string {
    return this.#sectors.get(id) ?? id
  }

  /** Its number among the sectors, by which it has its colour. */
  sectorNumber(id: string): number {
    return Math.max(
      0,
      this.#data.sectors.findIndex((sector) => sector.id === id),
    )
  }

  basis(basis: string): string {
    return (this.#data.words.bases as Readonly<Record<string, string>>)[basis] ?? basis
  }

  amount(claim: Claim): string {
    return amountText(claim, this.#data.lang, this.#data.words)
  }

  kind({ kind }: Claim): string {
    return this.#data.words.kinds[kind]
  }

  /** What a field shows; `''` for what does not apply. */
  field(claim: Claim, name: keyof Claim): string {
    const { words } = this.#data
    const value = claim[name]
    if (value === null || value === undefined || value === '') return ''
    if (name === 'kind') return words.kinds[claim.kind]
    if (name === 'status') return words.statuses[claim.status]
    if (name === 'qualifier') return words.qualifiers[claim.qualifier]
    if (name === 'direction') return claim.direction === null ? '' : words.directions[claim.direction]
    if (name === 'basis') return this.basis(String(value))
    if (name === 'sector') return this.sector(claim.sector)
    if (name === 'period') return periodText(claim)
    return typeof value === 'number' ? fullNumber(value) : String(value)
  }
}

/** 今年以来 (2020-01-01 – ) */
function periodText({ period }: Claim): string {
  if (period === null) return ''
  const { text, from, to } = period
  return from === null && to === null ? text : `${text} · ${from ?? '…'} – ${to ?? '…'}`
}
