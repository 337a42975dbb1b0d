import {
  inLanguage,
  type Language,
  languages,
  type MessageId,
  type Said,
  say,
  type ValuesOf,
} from '../messages/index.ts'

/** The language of this run of the program; the library takes its own with each call. */
let current: Language = 'en'
let asked: Language | null = null

/** Settles the language by --lang, else by the locale: ['extract', '--lang', 'zh'] → zh */
export function settleLanguage(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  asked = languages.find((language) => language === askedFor(argv)) ?? null
  current = asked ?? languageOfLocale(env)
}

/** What --lang says, null where nothing is said. */
export function askedLanguage(): Language | null {
  return asked
}

export function currentLanguage(): Language {
  return current
}

/** A message in the language of this run: words('cli.trend-few') → 走势至少需要两份报告 */
export function words<Id extends MessageId>(id: Id, ...values: ValuesOf<Id>): string {
  return inWords(say(id, ...values))
}

/** The same for a message that is made already. */
export function inWords(said: Said | string): string {
  return inLanguage(said, current)
}

/** What stands behind --lang; before the words of the command are known, since these are in the language. */
function askedFor(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return undefined
  const word = argv[at] ?? ''
  return word.includes('=') ? word.slice('--lang='.length) : argv[at + 1]
}

/** LC_ALL before LC_MESSAGES before LANG; where none is set, as on Windows, what the system says. */
function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en'
}
