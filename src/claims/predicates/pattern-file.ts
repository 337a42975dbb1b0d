import {
  choiceOf,
  type Entries,
  entriesOf,
  formOf,
  itemsOf,
  type PlacedText,
  textOf,
  textsOf,
  type YamlSource,
} from '../../read/yaml-source.ts'
import { patternRules } from './index.ts'
import { compilePattern } from './pattern.ts'
import type { Example, PatternSource } from './pattern-rule.ts'

const keys = ['name', 'patterns', 'kind', 'direction', 'status', 'units', 'examples', 'never']
const kinds = ['level', 'change', 'share', 'gap', 'rank'] as const

/** A pattern of a user's file, and where its sentences stand in it. */
export interface PlacedPattern {
  readonly pattern: PatternSource
  readonly examples: readonly unknown[]
  readonly never: readonly unknown[]
}

/** A user's patterns, every mistake with its line: [{ name: ours, patterns: ['{indicator}冲上{quantity}'], kind: level }] */
export function readPatterns(source: YamlSource, node: unknown): PlacedPattern[] {
  if (formOf(node) === 'nothing') return []
  const taken = new Set(['table-cell', ...patternRules.map(({ name }) => name)])
  return itemsOf(source, node, 'patterns').map((item) => {
    const fields = entriesOf(source, item, keys, 'a pattern')
    const name = readName(source, item, fields, taken)
    taken.add(name)
    return readOne(source, item, fields, name)
  })
}

function readName(source: YamlSource, item: unknown, fields: Entries, taken: ReadonlySet<string>): string {
  if (!fields.has('name')) source.refuse(item, 'a pattern has no name')
  const { text: name, node } = textOf(source, fields.get('name'), 'a name')
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    source.refuse(node, `“${name}” is no name: small letters, digits and hyphens, as in share-of-whole`)
  }
  if (taken.has(name)) source.refuse(node, `a pattern is called ${name} already`)
  return name
}

function readOne(source: YamlSource, item: unknown, fields: Entries, name: string): PlacedPattern {
  const patterns = textsOf(source, fields.get('patterns'), 'a pattern')
  if (patterns.length === 0) source.refuse(item, `the pattern ${name} has no patterns: '{indicator}达到{quantity}'`)
  if (!fields.has('kind')) source.refuse(item, `the pattern ${name} has no kind: ${kinds.join(', ')}`)
  const examples = readExamples(source, fields.get('examples'))
  if (examples.length === 0) {
    source.refuse(item, `the pattern ${name} has no examples: [[a sentence, 'indicator 12家']]`)
  }
  const never = textsOf(source, fields.get('never'), 'a sentence')
  const units = textsOf(source, fields.get('units'), 'a unit').map(({ text }) => text)
  const pattern: PatternSource = {
    name,
    patterns: patterns.map((written) => checked(source, written)),
    ...readKind(source, item, fields),
    ...(units.length === 0 ? {} : { units }),
    examples: examples.map(([example]) => example),
    never: never.map(({ text }) => text),
  }
  return { pattern, examples: examples.map(([, place]) => place), never: never.map((sentence) => sentence.node) }
}

function checked(source: YamlSource, { text, node }: PlacedText): string {
  try {
    compilePattern(text)
    return text
  } catch (error) {
    return source.refuse(node, error instanceof SyntaxError ? error.message : String(error))
  }
}

function readKind(
  source: YamlSource,
  item: unknown,
  fields: Entries,
): Pick<PatternSource, 'kind' | 'direction' | 'status'> {
  const kind = choiceOf(source, fields.get('kind'), 'kind of claim', kinds)
  const goes = kind === 'change' || kind === 'gap'
  if (goes && !fields.has('direction')) source.refuse(item, `a ${kind} goes up or down: direction: up`)
  if (!goes && fields.has('direction')) source.refuse(fields.get('direction'), `a ${kind} has no direction`)
  return {
    kind,
    ...(goes ? { direction: choiceOf(source, fields.get('direction'), 'direction', ['up', 'down'] as const) } : {}),
    ...(fields.has('status')
      ? { status: choiceOf(source, fields.get('status'), 'status', ['actual', 'target', 'baseline'] as const) }
      : {}),
  }
}

/** [a sentence, what it makes of it: indicator and raw]: [合格率冲上98%, 合格率 98%] */
function readExamples(source: YamlSource, node: unknown): [Example, unknown][] {
  if (formOf(node) === 'nothing') return []
  return itemsOf(source, node, 'examples').map((item) => {
    const [sentence, ...claims] = itemsOf(source, item, 'an example').map((part) => textOf(source, part, 'a text'))
    if (sentence === undefined || claims.length === 0) {
      return source.refuse(item, 'an example is a sentence and its claims: [合格率冲上98%, 合格率 98%]')
    }
    return [[sentence.text, ...claims.map(({ text }) => text)], item]
  })
}
