import type { Verdict } from '../../corrections/correction.ts'
import { changeable } from '../../corrections/correction.ts'
import type { Claim } from '../../types.ts'
import type { ReviewData } from '../page-data.ts'
import { fill } from '../words.ts'
import { h, plain } from './dom.ts'
import { editForm } from './edit-form.ts'
import type { Labels } from './labels.ts'
import type { Item, Ledger } from './ledger.ts'

type Report = ReviewData['reports'][number]

/** What a panel may ask of the page around it. */
interface Around {
  readonly move: (step: number) => void
  readonly close: () => void
}

/** One claim closely: its fields, its sentence, how it was made, and what a person says of it. */
export class Panel {
  readonly element: HTMLElement
  readonly #data: ReviewData
  readonly #labels: Labels
  readonly #ledger: Ledger
  readonly #around: Around
  #item: Item | null = null
  #isEditing = false

  constructor(element: HTMLElement, data: ReviewData, labels: Labels, ledger: Ledger, around: Around) {
    this.element = element
    this.#data = data
    this.#labels = labels
    this.#ledger = ledger
    this.#around = around
    this.show(null)
  }

  get isEditing(): boolean {
    return this.#isEditing
  }

  show(item: Item | null): void {
    this.#item = item
    this.#isEditing = false
    this.#draw()
    this.element.scrollTop = 0
  }

  refresh(): void {
    if (!this.#isEditing) this.#draw()
  }

  edit(): void {
    if (this.#item === null) return
    this.#isEditing = true
    this.#draw()
    this.element.querySelector<HTMLElement>('form input')?.focus()
  }

  stopEditing(): void {
    this.#isEditing = false
    this.#draw()
  }

  #draw(): void {
    const item = this.#item
    const { words } = this.#data
    if (item === null) {
      this.element.replaceChildren(h('p', { class: 'panel-empty' }, words.pickOne))
      return
    }
    const content = this.#isEditing ? [this.#form(item)] : [this.#facts(item), this.#origin(item)]
    this.element.replaceChildren(this.#head(item), h('div', { class: 'panel-body' }, content))
  }

  #head(item: Item): HTMLElement {
    const { words } = this.#data
    const { now, correction } = item
    const verdict = correction?.verdict ?? 'open'
    return h(
      'div',
      { class: 'panel-head' },
      h(
        'div',
        { class: 'panel-title' },
        h('h2', {}, now.action === '' ? null : h('span', { class: 'action' }, plain(now.action)), plain(now.indicator)),
        h('span', { class: 'amount' }, plain(this.#labels.amount(now))),
        h('span', { class: `verdict verdict-${verdict}` }, words[verdict]),
      ),
      h(
        'div',
        { class: 'panel-buttons' },
        this.#button('accepted', words.accept, 'A'),
        h(
          'button',
          { type: 'button', class: 'correct', 'aria-keyshortcuts': 'E', onclick: () => this.edit() },
          words.correct,
          key('E'),
        ),
        this.#button('rejected', words.reject, 'R'),
        h('span', { class: 'gap' }),
        h(
          'button',
          {
            type: 'button',
            class: 'icon',
            title: words.previous,
            'aria-label': words.previous,
            onclick: () => this.#around.move(-1),
          },
          '↑',
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'icon',
            title: words.next,
            'aria-label': words.next,
            onclick: () => this.#around.move(1),
          },
          '↓',
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'icon close',
            title: words.close,
            'aria-label': words.close,
            onclick: () => this.#around.close(),
          },
          '✕',
        ),
      ),
    )
  }

  /** Pressed a second time it takes back what it said. */
  #button(verdict: Verdict, label: string, shortcut: string): HTMLElement {
    const isOn = this.#item?.correction?.verdict === verdict
    const attributes = { type: 'button', class: verdict, 'aria-pressed': String(isOn), 'aria-keyshortcuts': shortcut }
    return h('button', { ...attributes, onclick: () => this.say(verdict) }, label, key(shortcut))
  }

  say(verdict: Verdict): void {
    const item = this.#item
    if (item === null) return
    this.#ledger.say(item, item.correction?.verdict === verdict ? null : verdict)
  }

  #facts(item: Item): HTMLElement {
    const { words } = this.#data
    const { made, now } = item
    const names = [...changeable.filter((name) => name !== 'action'), 'extractor'] as const
    const rows = names.flatMap((name) => {
      const [shown, was] = [this.#labels.field(now, name), this.#labels.field(made, name)]
      if (shown === '' && was === '') return []
      const changed =
        shown === was
          ? null
          : h('span', { class: 'was' }, fill(words.machineSaid, { v: was === '' ? words.none : plain(was) }))
      const value = h(
        'dd',
        { class: changed === null ? null : 'is-changed' },
        shown === '' ? words.none : plain(shown),
        changed,
      )
      return [h('div', { class: 'field' }, h('dt', {}, words[name]), value)]
    })
    const { source } = now
    const place = [source.section === null ? null : plain(source.section), `${words.line} ${source.line}`, now.id]
    const note = item.correction?.note ?? null
    return h(
      'div',
      { class: 'panel-facts' },
      this.#quote(item),
      h('p', { class: 'place' }, place.filter((part) => part !== null).join(' · ')),
      note === null ? null : h('p', { class: 'note' }, `${words.note}：${plain(note)}`),
      h('dl', {}, rows),
    )
  }

  #quote({ made, sentence: [from] }: Item): HTMLElement {
    const { sentence, start, end } = made.source
    const at = start - from
    const parts = [sentence.slice(0, at), sentence.slice(at, at + end - start), sentence.slice(at + end - start)].map(
      plain,
    )
    return h('blockquote', {}, parts[0] ?? '', h('mark', {}, parts[1] ?? ''), parts[2] ?? '')
  }

  #origin(item: Item): HTMLElement {
    const { words } = this.#data
    const report = this.#data.reports[item.report] as Report
    const candidates = report.candidates[item.number] ?? []
    const { confidence } = item.made
    return h(
      'div',
      { class: 'panel-origin' },
      h('p', { class: 'sure' }, `${words.confidence} `, h('strong', {}, `${Math.round(confidence * 100)}%`)),
      candidates.length === 0 ? null : this.#candidates(item, candidates),
      h('h3', {}, words.why),
      (report.reasons[item.number] ?? []).map(([title, lines]) =>
        h(
          'details',
          { class: 'reason', open: title !== words.reasonRefused },
          h('summary', {}, title),
          h(
            'ul',
            {},
            lines.map((line) => h('li', {}, plain(line))),
          ),
        ),
      ),
    )
  }

  #candidates(item: Item, candidates: readonly Partial<Claim>[]): HTMLElement {
    const { words } = this.#data
    const rows = candidates.map((candidate) => {
      const claim = { ...item.made, ...candidate }
      const text = `${claim.action} ${claim.indicator} ${this.#labels.amount(claim)} · ${this.#labels.kind(claim)}`
      const use = () => this.#ledger.say(item, 'corrected', candidate)
      return h(
        'li',
        {},
        h('span', {}, plain(text.trim())),
        h('button', { type: 'button', class: 'link', onclick: use }, words.useIt),
      )
    })
    return h('div', { class: 'candidates' }, h('h3', {}, words.candidates), h('ul', {}, rows))
  }

  #form(item: Item): HTMLElement {
    return editForm(item.now, item.correction?.note ?? null, this.#data, {
      onSave: (change, note) => {
        this.#isEditing = false
        this.#ledger.say(item, 'corrected', change, note)
      },
      onCancel: () => this.stopEditing(),
    })
  }
}

function key(name: string): HTMLElement {
  return h('kbd', { 'aria-hidden': 'true' }, name)
}
