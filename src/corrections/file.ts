import type { Said } from '../messages/index.ts'
import { say } from '../messages/index.ts'
import {
  choiceOf,
  type Entries,
  entriesOf,
  formOf,
  itemsOf,
  numberOf,
  parseYaml,
  textOf,
  type YamlSource,
} from '../read/yaml-source.ts'
import { readTextFile } from '../sectors/index.ts'
import type { Period } from '../types.ts'
import { type Change, type Correction, changeable, correctionsSchema, type ReportCorrections } from './correction.ts'

/** The corrections of a file in YAML or JSON, by report; every mistake is told with its line. */
export function readCorrectionsFile(file: string): ReportCorrections[] {
  return readCorrections(readTextFile(file, say('what.corrections')), file)
}

/** The same from its text: corrections: [{ raw: 503 个, set: { indicator: 三品一标 } }] */
export function readCorrections(text: string, file: string): ReportCorrections[] {
  const source = parseYaml(text, file, 'parse')
  if (source.top === null) return []
  const entries = entriesOf(source, source.top, ['schema', 'reports', 'corrections'], say('what.corrections'))
  if (entries.has('schema')) choiceOf(source, entries.get('schema'), 'schema', [correctionsSchema])
  const reports = listIn(source, entries, 'reports').map((node) => reportOf(source, node))
  const alone = correctionsIn(source, entries)
  return alone.length === 0 ? reports : [...reports, { file: null, sha256: null, corrections: alone }]
}

function reportOf(source: YamlSource, node: unknown): ReportCorrections {
  const entries = entriesOf(source, node, ['file', 'title', 'sha256', 'corrections'], 'reports[]')
  const { file, sha256 } = textsIn(source, entries, ['file', 'sha256'])
  return { file: file ?? null, sha256: sha256 ?? null, corrections: correctionsIn(source, entries) }
}

function correctionsIn(source: YamlSource, entries: Entries): Correction[] {
  return listIn(source, entries, 'corrections').map((node) => correctionOf(source, node))
}

const keys = ['verdict', 'raw', 'start', 'line', 'sentence', 'set', 'note'] as const
const verdicts = ['accepted', 'corrected', 'rejected'] as const

/** Where a person only says what is set, it is corrected; where nothing is said but the figure, accepted. */
function correctionOf(source: YamlSource, node: unknown): Correction {
  const entries = entriesOf(source, node, keys, 'corrections[]')
  if (!entries.has('raw')) source.refuse(node, say('corrections.no-raw'))
  const set = formOf(entries.get('set')) === 'nothing' ? {} : changeOf(source, entries.get('set'))
  const usual = Object.keys(set).length > 0 ? 'corrected' : 'accepted'
  const { sentence, note } = textsIn(source, entries, ['sentence', 'note'])
  return {
    verdict: entries.has('verdict') ? choiceOf(source, entries.get('verdict'), 'verdict', verdicts) : usual,
    raw: textOf(source, entries.get('raw'), 'raw').text,
    start: numberIn(source, entries, 'start'),
    line: numberIn(source, entries, 'line'),
    sentence: sentence ?? null,
    set,
    note: note ?? null,
  }
}

type Field = (typeof changeable)[number]
type Read = (source: YamlSource, node: unknown, name: string) => unknown

const choices: Readonly<Partial<Record<Field, readonly string[]>>> = {
  qualifier: ['exact', 'about', 'over', 'under', 'range'],
  kind: ['level', 'change', 'share', 'gap', 'rank'],
  direction: ['up', 'down'],
  status: ['actual', 'target', 'baseline'],
}
/** What a claim always has: it cannot be set to nothing. */
const needed: readonly Field[] = ['indicator', 'value', 'qualifier', 'kind', 'status', 'sector']
const plainTexts: readonly Field[] = ['action', 'unit']

function changeOf(source: YamlSource, node: unknown): Change {
  const entries = entriesOf(source, node, changeable, 'set')
  const read = [...entries].map(([name, value]) => [name, valueIn(source, value, name as Field)])
  return Object.fromEntries(read) as Change
}

function valueIn(source: YamlSource, node: unknown, name: Field): unknown {
  const isEmpty = formOf(node) === 'nothing' || isEmptyText(node)
  if (isEmpty && needed.includes(name)) return source.refuse(node, say('yaml.empty', name))
  if (isEmpty) return plainTexts.includes(name) ? '' : null
  return readerOf(name)(source, node, name)
}

function readerOf(name: Field): Read {
  const words = choices[name]
  if (words !== undefined) return (source, node) => choiceOf(source, node, name, words)
  if (name === 'value' || name === 'high') return numberOf
  if (name === 'period') return periodOf
  return (source, node) => textOf(source, node, name).text
}

/** { text: 2020年, from: 2020-01-01, to: 2020-12-31 }, or the words alone. */
function periodOf(source: YamlSource, node: unknown): Period {
  if (formOf(node) === 'text') return { text: textOf(source, node, 'period').text, from: null, to: null }
  const { text, from, to } = textsIn(source, entriesOf(source, node, ['text', 'from', 'to'], 'period'), [
    'text',
    'from',
    'to',
  ])
  return { text: text ?? '', from: from ?? null, to: to ?? null }
}

function isEmptyText(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'value' in node && node.value === ''
}

function listIn(source: YamlSource, entries: Entries, name: Said | string): readonly unknown[] {
  const node = entries.get(String(name))
  return formOf(node) === 'nothing' ? [] : itemsOf(source, node, name)
}

function textsIn<Name extends string>(
  source: YamlSource,
  entries: Entries,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const found = names.filter((name) => formOf(entries.get(name)) !== 'nothing' && !isEmptyText(entries.get(name)))
  return Object.fromEntries(found.map((name) => [name, textOf(source, entries.get(name), name).text])) as Partial<
    Record<Name, string>
  >
}

function numberIn(source: YamlSource, entries: Entries, name: string): number | null {
  return formOf(entries.get(name)) === 'nothing' ? null : numberOf(source, entries.get(name), name)
}
