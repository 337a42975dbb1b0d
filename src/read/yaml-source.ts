import { createRequire } from 'node:module'
import type { Node } from 'yaml'
import { BaoshuError, type ErrorCode, excerptOf } from '../errors.ts'
import { type Said, say } from '../messages/index.ts'

/** A YAML file under inspection: its top node, and how a mistake in it is reported with its line. */
export interface YamlSource {
  readonly file: string
  readonly top: Node | null
  /** Ends the reading: 分类.yaml:7:12: “抽检” stands twice. */
  readonly refuse: (node: unknown, message: Said | string) => never
}

/** Parses YAML (or JSON, which is YAML), keeping the place of everything in it. */
export function parseYaml(text: string, file: string, code: ErrorCode): YamlSource {
  const { parseDocument, LineCounter, isNode } = loadYaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const refuseAt = (start: number, length: number, message: Said | string): never => {
    const { line, col } = lines.linePos(Math.min(start, text.length))
    const [atLine, column] = line < 1 ? [1, 1] : [line, col]
    throw new BaoshuError(code, message, {
      file,
      line: atLine,
      column,
      excerpt: excerptOf(text, atLine, column, length),
    })
  }
  const broken = document.errors[0]
  if (broken !== undefined) {
    refuseAt(broken.pos[0], broken.pos[1] - broken.pos[0], say('yaml.invalid', firstLine(broken.message)))
  }
  return {
    file,
    top: document.contents,
    refuse(node, message) {
      const [start, end] = isNode(node) && node.range ? node.range : [0, 1]
      return refuseAt(start, firstLine(text.slice(start, end)).length, message)
    },
  }
}

/** The entries of a mapping, each key one of those known: { id, names, headings, words, gbt4754 }. */
export function entriesOf(source: YamlSource, node: unknown, known: readonly string[], what: Said | string): Entries {
  const { isMap, isScalar } = loadYaml()
  if (!isMap(node)) return source.refuse(node, say('yaml.mapping', what, known.join(', ')))
  const entries = new Map<string, unknown>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!known.includes(name)) {
      source.refuse(key, say('yaml.unknown-key', name, what, known.join(', ')))
    }
    entries.set(name, value)
  }
  return entries
}

export type Entries = ReadonlyMap<string, unknown>

/** A text and where it stands. */
export interface PlacedText {
  readonly text: string
  readonly node: unknown
}

/** A list of texts; one text alone counts as a list of one, nothing as none. */
export function textsOf(source: YamlSource, node: unknown, what: Said | string): PlacedText[] {
  const form = formOf(node)
  if (form === 'nothing') return []
  if (form === 'text') return [textOf(source, node, what)]
  return itemsOf(source, node, what).map((item) => textOf(source, item, what))
}

/** One text; a bare number is asked to be quoted, since 0123 and 1.0 would lose their form. */
export function textOf(source: YamlSource, node: unknown, what: Said | string): PlacedText {
  const { isScalar } = loadYaml()
  if (!isScalar(node)) return source.refuse(node, say('yaml.text', what))
  const { value } = node
  if (typeof value === 'string' && value.trim() !== '') return { text: value.trim(), node }
  if (typeof value === 'string' || value === null) return source.refuse(node, say('yaml.empty', what))
  return source.refuse(node, say('yaml.quotes', what, node.source ?? String(value)))
}

/** What stands there: `words:` with nothing behind it is nothing. */
export function formOf(node: unknown): 'nothing' | 'text' | 'list' | 'mapping' {
  const { isMap, isScalar, isSeq } = loadYaml()
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return 'nothing'
  return isSeq(node) ? 'list' : isMap(node) ? 'mapping' : 'text'
}

/** The items of a list. */
export function itemsOf(source: YamlSource, node: unknown, what: Said | string): readonly unknown[] {
  const { isSeq } = loadYaml()
  return isSeq(node) ? node.items : source.refuse(node, say('yaml.list', what))
}

/** One of a few words: kind: share */
export function choiceOf<T extends string>(
  source: YamlSource,
  node: unknown,
  what: Said | string,
  choices: readonly T[],
): T {
  const { text } = textOf(source, node, what)
  const chosen = choices.find((choice) => choice === text)
  return chosen ?? source.refuse(node, say('yaml.choice', text, what, choices.join(', ')))
}

/** A list of lists of texts, two at least in each: [[市场主体, 经营主体]] */
export function listsOf(source: YamlSource, node: unknown, what: Said | string): PlacedText[][] {
  return itemsOf(source, node, what).map((item) => {
    const texts = textsOf(source, item, what)
    return texts.length < 2 ? source.refuse(item, say('yaml.lists', what)) : texts
  })
}

/** true or false. */
export function truthOf(source: YamlSource, node: unknown, what: Said | string): boolean {
  const { isScalar } = loadYaml()
  if (isScalar(node) && typeof node.value === 'boolean') return node.value
  return source.refuse(node, say('yaml.truth', what))
}

/** A number. */
export function numberOf(source: YamlSource, node: unknown, what: Said | string): number {
  const { isScalar } = loadYaml()
  if (isScalar(node) && typeof node.value === 'number') return node.value
  return source.refuse(node, say('yaml.number', what))
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}

type Yaml = typeof import('yaml')
let yaml: Yaml | null = null

/** Loaded when the first file is read: the built-in sectors need none. */
function loadYaml(): Yaml {
  yaml ??= createRequire(import.meta.url)('yaml') as Yaml
  return yaml
}
