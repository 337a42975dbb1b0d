import { en } from './en.ts'
import { zh } from './zh.ts'

/** The languages that the program speaks; what it writes for other programs is the same in all. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** Every message there is, in one language. English says what there is, so that the compiler finds what another lacks. */
export type Catalogue = Readonly<typeof en>
export type MessageId = keyof Catalogue

/** A message without values. */
export type PlainId = { [Id in MessageId]: Catalogue[Id] extends string ? Id : never }[MessageId]

/** What is to be told, in no language yet: plain data, which may cross threads. { id: 'read.empty', values: [] } */
export interface Said {
  readonly id: MessageId
  readonly values: readonly unknown[]
}

/** A word of a message may be a message itself, so that it comes in the same language. */
type Given<Values extends readonly unknown[]> = {
  [At in keyof Values]: Values[At] extends string ? Values[At] | Said : Values[At]
}
export type ValuesOf<Id extends MessageId> = Catalogue[Id] extends (...values: infer Values) => string
  ? Given<Values>
  : []

const catalogues: Readonly<Record<Language, Catalogue>> = { zh, en }

/** A message with its values: say('write.ending', '.xyz', '.csv, .md') */
export function say<Id extends MessageId>(id: Id, ...values: ValuesOf<Id>): Said {
  return { id, values }
}

/** A message in a language; a text is itself: inLanguage(say('read.empty'), 'zh') → 文件为空 */
export function inLanguage(said: Said | string, language: Language = 'en'): string {
  if (typeof said === 'string') return said
  const message = catalogues[language][said.id] as string | ((...values: readonly unknown[]) => string)
  if (typeof message === 'string') return message
  return message(...said.values.map((value) => (isSaid(value) ? inLanguage(value, language) : value)))
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'id' in value && 'values' in value
}
