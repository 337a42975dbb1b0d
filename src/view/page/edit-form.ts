import type { Change } from '../../corrections/correction.ts'
import type { Claim } from '../../types.ts'
import type { ReviewData } from '../page-data.ts'
import { h } from './dom.ts'

type Words = ReviewData['words']
type Options = readonly (readonly [value: string, label: string])[]

/** A field of the form: what it is called, and what may be chosen where it is no free text. */
interface Field {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly type?: 'number' | 'date'
  readonly options?: Options
  readonly isWide?: boolean
}

/** The fields of a claim to be put right; nothing is checked here that the command line would not take. */
export function editForm(
  claim: Claim,
  note: string | null,
  { words, sectors }: ReviewData,
  { onSave, onCancel }: { onSave: (change: Change, note: string | null) => void; onCancel: () => void },
): HTMLFormElement {
  const fields = fieldsOf(
    claim,
    note,
    words,
    sectors.map(({ id, name }) => [id, name]),
  )
  const form = h(
    'form',
    { class: 'edit', 'aria-label': words.correct, autocomplete: 'off' },
    h('div', { class: 'edit-fields' }, fields.map(fieldElement)),
    h(
      'div',
      { class: 'edit-buttons' },
      h('button', { type: 'submit', class: 'primary' }, words.save),
      h('button', { type: 'button', onclick: onCancel }, words.cancel),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const read = new FormData(form)
    const said = String(read.get('note') ?? '').trim()
    onSave(changeOf(claim, read), said === '' ? null : said)
  })
  return form
}

function fieldsOf(claim: Claim, note: string | null, words: Words, sectors: Options): Field[] {
  const optional: Options = [['', words.none]]
  const { period } = claim
  return [
    { name: 'indicator', label: words.indicator, value: claim.indicator, isWide: true },
    { name: 'action', label: words.action, value: claim.action },
    { name: 'value', label: words.value, value: String(claim.value), type: 'number' },
    { name: 'high', label: words.high, value: claim.high === null ? '' : String(claim.high), type: 'number' },
    { name: 'unit', label: words.unit, value: claim.unit },
    { name: 'qualifier', label: words.qualifier, value: claim.qualifier, options: Object.entries(words.qualifiers) },
    { name: 'kind', label: words.kind, value: claim.kind, options: Object.entries(words.kinds) },
    {
      name: 'direction',
      label: words.direction,
      value: claim.direction ?? '',
      options: [...optional, ...Object.entries(words.directions)],
    },
    { name: 'basis', label: words.basis, value: claim.basis ?? '' },
    { name: 'status', label: words.status, value: claim.status, options: Object.entries(words.statuses) },
    { name: 'sector', label: words.sector, value: claim.sector, options: sectors },
    { name: 'period', label: words.period, value: period?.text ?? '' },
    { name: 'from', label: `${words.period}${words.from}`, value: period?.from ?? '', type: 'date' },
    { name: 'to', label: `${words.period}${words.to}`, value: period?.to ?? '', type: 'date' },
    { name: 'region', label: words.region, value: claim.region ?? '' },
    { name: 'whole', label: words.whole, value: claim.whole ?? '' },
    { name: 'note', label: words.note, value: note ?? '', isWide: true },
  ]
}

function fieldElement({ name, label, value, type, options, isWide }: Field): HTMLElement {
  const control =
    options === undefined
      ? h('input', {
          name,
          value,
          type: type ?? 'text',
          step: type === 'number' ? 'any' : null,
          required: name === 'indicator' || name === 'value',
        })
      : h(
          'select',
          { name },
          options.map(([one, text]) => h('option', { value: one, selected: one === value }, text)),
        )
  return h('label', { class: isWide ? 'wide' : null }, h('span', {}, label), control)
}

function changeOf(claim: Claim, form: FormData): Change {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  const number = (name: string) => (text(name) === '' ? null : Number(text(name)))
  const period = { text: text('period'), from: orNull('from'), to: orNull('to') }
  const hasPeriod = Object.values(period).some((part) => part !== null && part !== '')
  return {
    indicator: text('indicator'),
    action: text('action'),
    value: number('value') ?? claim.value,
    high: number('high'),
    unit: text('unit'),
    qualifier: text('qualifier') as Claim['qualifier'],
    kind: text('kind') as Claim['kind'],
    direction: orNull('direction') as Claim['direction'],
    basis: orNull('basis'),
    status: text('status') as Claim['status'],
    sector: text('sector'),
    period: hasPeriod ? period : null,
    region: orNull('region'),
    whole: orNull('whole'),
  }
}
