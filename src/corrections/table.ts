import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import type { Period, Sector } from '../types.ts'
import { claimColumns } from '../write/index.ts'
import { type Change, type Correction, changeable, type ReportCorrections, type Verdict } from './correction.ts'

/** A table of claims as it came back, a row a claim, its cells as texts; the first row is the heads. */
export type EditedRows = readonly (readonly string[])[]

/**
 * Corrections out of an edited table of claims: each row says what its claim is now, and what differs from what the
 * machine says is a correction. A column 核对 may say 采纳 or 剔除; columns that are missing say nothing.
 */
export function correctionsOfTable(
  [heads = [], ...rows]: EditedRows,
  sectors: readonly Sector[],
  file: string,
): ReportCorrections[] {
  const names = heads.map(fieldOf)
  if (!isClaimTable([heads])) throw new BaoshuError('parse', say('corrections.no-table'), { file, line: 1 })
  const reports = new Map<string, Correction[]>()
  for (const [at, row] of rows.entries()) {
    const cells = new Map(
      names.flatMap((name, column) => (name === null ? [] : [[name, textOf(row[column])] as const])),
    )
    if ((cells.get('raw') ?? '') === '') continue
    const report = cells.get('file') ?? ''
    const refuse = (text: string, what: string): never => {
      throw new BaoshuError('parse', say('corrections.cell', text, what), { file, line: at + 2 })
    }
    reports.set(report, [...(reports.get(report) ?? []), correctionOf(cells, sectors, refuse)])
  }
  return [...reports].map(([report, corrections]) => ({
    file: report === '' ? null : report,
    sha256: null,
    corrections,
  }))
}

/** Whether a sheet holds claims; others may lie beside it. */
export function isClaimTable([heads = []]: EditedRows): boolean {
  return heads.map(fieldOf).includes('raw')
}

type Cells = ReadonlyMap<string, string>
type Refuse = (text: string, what: string) => never

const others: Readonly<Record<string, string>> = {
  ...{ of_id: 'of', start_offset: 'start' },
  ...{ 核对: 'verdict', review: 'verdict', verdict: 'verdict', 备注: 'note', note: 'note' },
}

/** 指标, indicator → indicator; 起点 → start; a column of one’s own is none. */
function fieldOf(head: string): string | null {
  const written = head.trim().replace(/^\ufeff/, '')
  const own = others[written]
  if (own !== undefined) return own
  const column = claimColumns.find(({ name, title }) => [name, title, name.replaceAll('_', ' ')].includes(written))
  return column === undefined ? null : (others[column.name] ?? column.name)
}

/** '=1+1 was =1+1 before a table was made of it. */
function textOf(cell = ''): string {
  return cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '').trim()
}

function correctionOf(cells: Cells, sectors: readonly Sector[], refuse: Refuse): Correction {
  const number = (name: string) => (cells.get(name) ? Number(cells.get(name)) : null)
  const said = cells.get('verdict') ?? ''
  return {
    verdict: said === '' ? 'corrected' : (verdicts[said] ?? refuse(said, '核对')),
    raw: cells.get('raw') ?? '',
    start: number('start'),
    line: number('line'),
    sentence: cells.get('sentence') || null,
    set: changeOf(cells, sectors, refuse),
    note: cells.get('note') || null,
  }
}

const verdicts: Readonly<Record<string, Verdict>> = {
  ...{ accepted: 'accepted', 采纳: 'accepted', 已采纳: 'accepted', 对: 'accepted', '√': 'accepted', '✓': 'accepted' },
  ...{ rejected: 'rejected', 剔除: 'rejected', 已剔除: 'rejected', 错: 'rejected', '×': 'rejected', '✕': 'rejected' },
  ...{ corrected: 'corrected', 更正: 'corrected', 已更正: 'corrected', open: 'corrected', 未核对: 'corrected' },
}

/** The code of a field for what people read in its place: 目标 → target */
function codeOf(name: string, text: string): string | undefined {
  const words = claimColumns.find((column) => column.name === name)?.words ?? {}
  return Object.keys(words).find((code) => code === text || words[code] === text)
}

/** Fields whose words are all there is to choose from. */
const closed = ['kind', 'status', 'qualifier', 'direction']
const needed = ['indicator', 'value', 'qualifier', 'kind', 'status', 'sector']
const plainTexts = ['action', 'unit']

function changeOf(cells: Cells, sectors: readonly Sector[], refuse: Refuse): Change {
  const entries = changeable.flatMap((name): [string, unknown][] => {
    const text = cells.get(name)
    if (text === undefined) return []
    if (name === 'period') return [[name, periodOf(cells)]]
    if (text === '') return needed.includes(name) ? [] : [[name, plainTexts.includes(name) ? '' : null]]
    return [[name, valueIn(name, text, sectors, refuse)]]
  })
  return Object.fromEntries(entries) as Change
}

function valueIn(name: string, text: string, sectors: readonly Sector[], refuse: Refuse): unknown {
  if (name === 'value' || name === 'high') {
    const number = Number(text.replace(/[,，%]/g, ''))
    return Number.isFinite(number) ? number : refuse(text, name)
  }
  if (name === 'sector')
    return sectors.find(({ id, names }) => id === text || names.includes(text))?.id ?? refuse(text, name)
  return codeOf(name, text) ?? (closed.includes(name) ? refuse(text, name) : text)
}

function periodOf(cells: Cells): Period | null {
  const [text, from, to] = ['period', 'period_from', 'period_to'].map((name) => cells.get(name) ?? '')
  if (!text && !from && !to) return null
  return { text: text ?? '', from: dayOf(from), to: dayOf(to) }
}

/** A day as a sheet keeps it, 43831, or as it is written. */
function dayOf(text = ''): string | null {
  if (text === '') return null
  if (!/^\d{5}(?:\.0*)?$/.test(text)) return text.replaceAll('/', '-')
  return new Date((Number(text) - 25_569) * 864e5).toISOString().slice(0, 10)
}
