import { applyCorrections, differing, settle } from '../../corrections/apply.ts'
import {
  type Change,
  type Correction,
  changeable,
  correctionsSchema,
  type Verdict,
} from '../../corrections/correction.ts'
import type { Claim, Extraction } from '../../types.ts'
import type { PageClaim } from '../page-data.ts'

/** A claim of the page: as the machine made it, as it stands now, and what was said of it. */
export interface Item {
  readonly number: number
  readonly report: number
  readonly made: Claim
  readonly sentence: readonly [number, number]
  /** With the corrections applied; the machine's where it was rejected. */
  now: Claim
  correction: Correction | null
}

interface Step {
  readonly item: Item
  readonly before: Correction | null
  readonly after: Correction | null
}

/** What a person says of claims, step by step, kept in the browser under the hash of the report. */
export class Ledger {
  readonly items: readonly (readonly Item[])[]
  readonly #facts: readonly Extraction['report'][]
  readonly #onChange: (items: readonly Item[]) => void
  #done: Step[][] = []

  constructor(
    reports: readonly { readonly facts: Extraction['report']; readonly items: readonly Item[] }[],
    onChange: (items: readonly Item[]) => void,
  ) {
    this.items = reports.map(({ items }) => items)
    this.#facts = reports.map(({ facts }) => facts)
    this.#onChange = onChange
    for (const [at, { sha256 }] of this.#facts.entries()) {
      const kept = readStored(sha256)
      if (kept !== null) this.#put(at, kept)
    }
  }

  /** Says it of one claim; `null` takes back what was said. */
  say(item: Item, verdict: Verdict | null, set: Change = {}, note: string | null = null): void {
    const changes = verdict === 'corrected' ? differing(item.made, set) : {}
    const isPlain = verdict === 'corrected' && Object.keys(changes).length === 0
    const after = verdict === null ? null : correctionOf(item, isPlain ? 'accepted' : verdict, changes, note)
    this.#take([{ item, before: item.correction, after }])
  }

  /** Takes back the last step; what it was about, or null where there is none. */
  undo(): Item | null {
    const steps = this.#done.pop()
    if (steps === undefined) return null
    for (const { item, before } of steps) set(item, before)
    this.#changed(steps.map(({ item }) => item))
    return steps[0]?.item ?? null
  }

  /** The file of corrections, of all reports of the page. */
  toFile(): string {
    const reports = this.#facts.map(({ file, title, sha256 }, at) => ({
      ...{ file, title, sha256 },
      corrections: (this.items[at] ?? []).flatMap(record),
    }))
    return `${JSON.stringify({ schema: correctionsSchema, reports: reports.filter(hasAny) }, null, 2)}\n`
  }

  /** Takes over what a file says, as one step; how many corrections found their claims, or null where it is no such file. */
  fromFile(text: string): number | null {
    const parsed = parseFile(text)
    if (parsed === null) return null
    const steps = this.#facts.flatMap((facts, at) => {
      const own = parsed.filter(({ sha256, file }) => (sha256 ?? facts.sha256) === facts.sha256 || file === facts.file)
      return this.#stepsOf(
        at,
        own.flatMap(({ corrections }) => corrections),
      )
    })
    this.#take(steps)
    return steps.length
  }

  #stepsOf(report: number, corrections: readonly Correction[]): Step[] {
    const items = this.items[report] ?? []
    const { settled } = settle(
      items.map(({ made }) => made),
      corrections,
    )
    return items.flatMap((item) => {
      const after = settled.get(item.made)
      return after === undefined ? [] : [{ item, before: item.correction, after }]
    })
  }

  #put(report: number, corrections: readonly Correction[]): void {
    for (const { item, after } of this.#stepsOf(report, corrections)) set(item, after)
  }

  #take(steps: readonly Step[]): void {
    if (steps.length === 0) return
    for (const { item, after } of steps) set(item, after)
    this.#done.push([...steps])
    this.#changed(steps.map(({ item }) => item))
  }

  #changed(items: readonly Item[]): void {
    for (const at of new Set(items.map(({ report }) => report))) {
      const said = (this.items[at] ?? []).flatMap(({ correction }) => (correction === null ? [] : [correction]))
      store(this.#facts[at]?.sha256 ?? '', said)
    }
    this.#onChange(items)
  }
}

/** The claim of a page as the extractor made it. */
export function claimOf({ sentence: [start, end], source, ...fields }: PageClaim, text: string): Claim {
  return { ...fields, source: { ...source, sentence: text.slice(start, end) } }
}

export function set(item: Item, correction: Correction | null): void {
  item.correction = correction
  const isKept = correction !== null && correction.verdict !== 'rejected'
  item.now = isKept ? (applyCorrections([item.made], [correction]).claims[0] ?? item.made) : item.made
}

function correctionOf({ made }: Item, verdict: Verdict, changes: Change, note: string | null): Correction {
  const { start, line, sentence } = made.source
  return { verdict, raw: made.raw, start, line, sentence, set: changes, note }
}

/** With all fields as they were seen, so that they stay so whatever a later program makes of the text. */
function record({ correction, now }: Item): object[] {
  if (correction === null) return []
  const { set: _, note, ...said } = correction
  const fields =
    said.verdict === 'rejected' ? {} : { set: Object.fromEntries(changeable.map((name) => [name, now[name]])) }
  return [{ ...said, ...fields, ...(note === null ? {} : { note }) }]
}

const hasAny = ({ corrections }: { readonly corrections: readonly object[] }): boolean => corrections.length > 0

interface Parsed {
  readonly file?: string | null
  readonly sha256?: string | null
  readonly corrections: readonly Correction[]
}

function parseFile(text: string): readonly Parsed[] | null {
  try {
    const { schema, reports } = JSON.parse(text) as { schema?: unknown; reports?: readonly Parsed[] }
    if (schema !== correctionsSchema || !Array.isArray(reports)) return null
    return reports.map((report: Parsed) => ({
      ...report,
      corrections: report.corrections.map((one) => ({ ...one, set: one.set ?? {}, note: one.note ?? null })),
    }))
  } catch {
    return null
  }
}

const keyOf = (sha256: string): string => `baoshu-corrections ${sha256}`

/** A browser may keep nothing for files; then the page forgets when it is closed. */
function store(sha256: string, corrections: readonly Correction[]): void {
  try {
    if (corrections.length === 0) localStorage.removeItem(keyOf(sha256))
    else localStorage.setItem(keyOf(sha256), JSON.stringify(corrections))
  } catch {
    // Nothing is lost that the page does not still show
  }
}

function readStored(sha256: string): readonly Correction[] | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(sha256)) ?? 'null') as readonly Correction[] | null
  } catch {
    return null
  }
}
