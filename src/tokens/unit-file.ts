import { say } from '../messages/index.ts'
import {
  choiceOf,
  entriesOf,
  formOf,
  itemsOf,
  numberOf,
  textOf,
  textsOf,
  type YamlSource,
} from '../read/yaml-source.ts'
import { type OwnUnit, unitKinds } from './units.ts'

const keys = ['written', 'name', 'kind', 'scale']

/** A user's units, each a word or a mapping: [车皮, { written: [提, 提装], name: 包, scale: 10, kind: counter }] */
export function readUnits(source: YamlSource, node: unknown): OwnUnit[] {
  if (formOf(node) === 'nothing') return []
  return itemsOf(source, node, 'units').flatMap((item) => readOne(source, item))
}

function readOne(source: YamlSource, item: unknown): OwnUnit[] {
  if (formOf(item) !== 'mapping') {
    const { text } = textOf(source, item, say('a.unit'))
    return [{ written: checked(source, text, item), name: text, kind: 'counter', power: 0 }]
  }
  const fields = entriesOf(source, item, keys, say('a.unit'))
  const written = textsOf(source, fields.get('written'), say('a.written'))
  const first = written[0]
  if (first === undefined) return source.refuse(item, say('unit.no-written'))
  const name = fields.has('name') ? textOf(source, fields.get('name'), say('a.name')).text : first.text
  const kind = fields.has('kind') ? choiceOf(source, fields.get('kind'), say('a.kind-of-unit'), unitKinds) : 'counter'
  const power = fields.has('scale') ? powerOf(source, fields.get('scale')) : 0
  return written.map(({ text, node }) => ({ written: checked(source, text, node), name, kind, power }))
}

/** Numerals are read before the unit is, so a unit holds none and begins like none. */
function checked(source: YamlSource, text: string, node: unknown): string {
  if (/[\s\d，。；、：]/.test(text)) source.refuse(node, say('unit.mark', text))
  if (/^[零〇一二三四五六七八九十百千万亿]/.test(text)) source.refuse(node, say('unit.number', text))
  return text
}

/** A hundred of it for each: 100 → 2; the digits of a number are moved, never multiplied, so that 0.1 stays exact. */
function powerOf(source: YamlSource, node: unknown): number {
  const scale = numberOf(source, node, say('a.scale'))
  const power = Math.round(Math.log10(scale))
  if (scale > 0 && Math.abs(power) <= 12 && Number(`1e${power}`) === scale) return power
  return source.refuse(node, say('unit.scale', scale))
}
