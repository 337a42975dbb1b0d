import { columnsOf } from '../errors.ts'
import type { BatchEvent } from '../many/batch.ts'
import { words } from './language.ts'

/** How a batch shows its progress on standard error. */
export const progressKinds = ['bar', 'json', 'none'] as const
export type ProgressKind = (typeof progressKinds)[number]

export interface Progress {
  readonly onEvent: (event: BatchEvent) => void
  /** Takes the bar away, so that other lines can be written. */
  readonly end: () => void
}

/** A line that is drawn anew, or a JSON line an event, or nothing. */
export function showProgress(kind: ProgressKind, stream: NodeJS.WriteStream): Progress {
  if (kind === 'json') {
    return { onEvent: (event) => void stream.write(`${JSON.stringify(toRecord(event))}\n`), end: () => {} }
  }
  return kind === 'bar' ? drawBar(stream) : { onEvent: () => {}, end: () => {} }
}

/** { event: 'file', file: '年报.txt', ms: 12, status: 'done', kept: false, claims: 28 } */
function toRecord(event: BatchEvent): object {
  if (event.event !== 'file') return event
  const { outcome, ...rest } = event
  if (outcome.status === 'done') return { ...rest, status: 'done', kept: outcome.isKept, claims: outcome.claims }
  return { ...rest, status: outcome.status, error: { code: outcome.code, message: outcome.message } }
}

/** Drawing more often is work that nobody sees. */
const drawEvery = 100

function drawBar(stream: NodeJS.WriteStream): Progress {
  const state = { files: 0, done: 0, failed: 0, start: 0, drawn: 0 }
  const draw = (text: string) => void stream.write(`\r${text}\u001b[K`)
  return {
    onEvent: (event) => {
      const now = performance.now()
      if (event.event === 'start') Object.assign(state, { files: event.files, start: now })
      if (event.event === 'tables') draw(words('progress.tables', event.files.length))
      if (event.event !== 'file') return
      state.done++
      if (event.outcome.status === 'failed') state.failed++
      if (now - state.drawn < drawEvery && state.done < state.files) return
      state.drawn = now
      draw(barOf(state, now - state.start, stream.columns ?? 80))
    },
    end: () => draw(''),
  }
}

interface State {
  readonly files: number
  readonly done: number
  readonly failed: number
}

/** ███████░░░  6,912/10,000  118 files/s  26 s left  3 errors */
export function barOf({ files, done, failed }: State, ms: number, columns: number): string {
  const speed = done / Math.max(ms / 1000, 0.001)
  const parts = [
    `${done.toLocaleString('en')}/${files.toLocaleString('en')}`,
    words('progress.speed', String(speed < 10 ? speed.toFixed(1) : Math.round(speed))),
    words('progress.left', timeOf((files - done) / speed)),
    ...(failed === 0 ? [] : [words('progress.errors', failed)]),
  ]
  const text = parts.join('  ')
  const width = Math.min(30, columns - columnsOf(text) - 4)
  if (width < 5) return text.slice(0, Math.max(0, columns - 1))
  const full = Math.round((done / files) * width)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}  ${text}`
}

/** 26 s, 4 min, 1 h 12 min */
export function timeOf(seconds: number): string {
  if (seconds < 90) return words('time.seconds', Math.ceil(seconds))
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return words('time.minutes', minutes)
  return words('time.hours', Math.floor(minutes / 60), minutes % 60)
}
