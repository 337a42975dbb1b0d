import { createRequire } from 'node:module'
import type { Node } from 'yaml'
import { BaoshuError, type ErrorCode, excerptOf } from '../errors.ts'

/** A YAML file under inspection: its top node, and how a mistake in it is reported with its line. */
export interface YamlSource {
  readonly file: string
  readonly top: Node | null
  /** Ends the reading: 分类.yaml:7:12: “抽检” stands twice. */
  readonly refuse: (node: unknown, message: string) => never
}

/** Parses YAML (or JSON, which is YAML), keeping the place of everything in it. */
export function parseYaml(text: string, file: string, code: ErrorCode): YamlSource {
  const { parseDocument, LineCounter, isNode } = loadYaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const refuseAt = (start: number, length: number, message: string): never => {
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
    refuseAt(broken.pos[0], broken.pos[1] - broken.pos[0], `not valid YAML: ${firstLine(broken.message)}`)
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
export function entriesOf(source: YamlSource, node: unknown, known: readonly string[], what: string): Entries {
  const { isMap, isScalar } = loadYaml()
  if (!isMap(node)) return source.refuse(node, `${what} is a mapping with ${known.join(', ')}`)
  const entries = new Map<string, unknown>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!known.includes(name)) {
      source.refuse(key, `“${name}” is nothing that ${what} has; known are ${known.join(', ')}`)
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
export function textsOf(source: YamlSource, node: unknown, what: string): PlacedText[] {
  const form = formOf(node)
  if (form === 'nothing') return []
  if (form === 'text') return [textOf(source, node, what)]
  return itemsOf(source, node, what).map((item) => textOf(source, item, what))
}

/** One text; a bare number is asked to be quoted, since 0123 and 1.0 would lose their form. */
export function textOf(source: YamlSource, node: unknown, what: string): PlacedText {
  const { isScalar } = loadYaml()
  if (!isScalar(node)) return source.refuse(node, `${what} is a text`)
  const { value } = node
  if (typeof value === 'string' && value.trim() !== '') return { text: value.trim(), node }
  if (typeof value === 'string' || value === null) return source.refuse(node, `${what} is empty`)
  return source.refuse(node, `${what} is a text: write '${node.source ?? String(value)}' in quotes`)
}

/** What stands there: `words:` with nothing behind it is nothing. */
export function formOf(node: unknown): 'nothing' | 'text' | 'list' | 'mapping' {
  const { isMap, isScalar, isSeq } = loadYaml()
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return 'nothing'
  return isSeq(node) ? 'list' : isMap(node) ? 'mapping' : 'text'
}

/** The items of a list. */
export function itemsOf(source: YamlSource, node: unknown, what: string): readonly unknown[] {
  const { isSeq } = loadYaml()
  return isSeq(node) ? node.items : source.refuse(node, `${what} is a list`)
}

/** One of a few words: kind: share */
export function choiceOf<T extends string>(source: YamlSource, node: unknown, what: string, choices: readonly T[]): T {
  const { text } = textOf(source, node, what)
  const chosen = choices.find((choice) => choice === text)
  return chosen ?? source.refuse(node, `“${text}” is no ${what}; there are ${choices.join(', ')}`)
}

/** A list of lists of texts, two at least in each: [[市场主体, 经营主体]] */
export function listsOf(source: YamlSource, node: unknown, what: string): PlacedText[][] {
  return itemsOf(source, node, what).map((item) => {
    const texts = textsOf(source, item, what)
    return texts.length < 2 ? source.refuse(item, `each of ${what} is a list of two or more`) : texts
  })
}

/** true or false. */
export function truthOf(source: YamlSource, node: unknown, what: string): boolean {
  const { isScalar } = loadYaml()
  if (isScalar(node) && typeof node.value === 'boolean') return node.value
  return source.refuse(node, `${what} is true or false`)
}

/** A number. */
export function numberOf(source: YamlSource, node: unknown, what: string): number {
  const { isScalar } = loadYaml()
  if (isScalar(node) && typeof node.value === 'number') return node.value
  return source.refuse(node, `${what} is a number`)
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
