import type { Claim } from '../../types.ts'
import type { ReviewData } from '../page-data.ts'
import type { Facet } from './filters.ts'
import { type Labels, levelOf } from './labels.ts'
import type { Item } from './ledger.ts'

/** What claims are filtered by. */
export function facetsOf({ words, sectors }: ReviewData, labels: Labels): Facet<Item>[] {
  const { kinds, statuses, levels } = words
  return [
    {
      key: 'sector',
      title: words.sector,
      read: ({ now }) => now.sector,
      label: (id) => labels.sector(id),
      order: sectors.map(({ id }) => id),
    },
    {
      key: 'kind',
      title: words.kind,
      read: ({ now }) => now.kind,
      label: (kind) => kinds[kind as Claim['kind']],
      order: Object.keys(kinds),
    },
    {
      key: 'status',
      title: words.status,
      read: ({ now }) => now.status,
      label: (status) => statuses[status as Claim['status']],
      order: Object.keys(statuses),
    },
    {
      key: 'period',
      title: words.period,
      read: ({ now }) => now.period?.text ?? '',
      label: (text) => (text === '' ? words.noPeriod : text),
      order: [],
    },
    {
      key: 'confidence',
      title: words.confidence,
      read: ({ made }) => levelOf(made.confidence),
      label: (level) => levels[level as keyof typeof levels],
      order: ['low', 'middle', 'high'],
    },
    {
      key: 'review',
      title: words.review,
      read: ({ correction }) => correction?.verdict ?? 'open',
      label: (verdict) => words[verdict as 'open'],
      order: ['open', 'accepted', 'corrected', 'rejected'],
    },
  ]
}

/** What is searched in a claim. */
export function searchText({ now }: Item): string {
  const { indicator, action, raw, id, region, period, source } = now
  const parts = [indicator, action, raw, id, region, period?.text, source.section, source.sentence]
  return parts.filter((part) => part !== null && part !== undefined).join('\n')
}
