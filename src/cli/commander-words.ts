import type { Argument, Command, HelpConfiguration, Option, OutputConfiguration } from 'commander'
import { columnsOf } from '../errors.ts'
import type { MessageId } from '../messages/index.ts'
import { currentLanguage, words } from './language.ts'

/** Makes the parser of the command line speak the language of this run, in its help and in its errors. */
export function speak(program: Command): Command {
  return program.configureHelp(help).configureOutput(output).helpCommand('help [command]', words('help.help'))
}

const titles: Readonly<Record<string, MessageId>> = {
  'Usage:': 'commander.usage',
  'Arguments:': 'commander.arguments',
  'Options:': 'commander.options',
  'Global Options:': 'commander.global-options',
  'Commands:': 'commander.commands',
}

const help: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => (titles[title] === undefined ? title : words(titles[title])),
  optionDescription: describe,
  argumentDescription: describe,
  displayWidth: columnsOf,
  boxWrap: wrapped,
}

/** 各份结果的格式（可选：yaml、json；默认：json） */
export function describe({ description, argChoices, defaultValue }: Option | Argument): string {
  const parts = [
    ...(argChoices === undefined ? [] : [words('commander.choices', argChoices.join(', '))]),
    ...(isTelling(defaultValue) ? [words('commander.default', String(defaultValue))] : []),
  ]
  return parts.length === 0 ? description : words('commander.described', description, parts.join('; '))
}

function isTelling(value: unknown): boolean {
  return value !== undefined && !Array.isArray(value)
}

// Between two Chinese characters a line may end, but not before a mark that closes and not behind one that opens
const piece = / +|[（《“‘]*[\u2e80-\uffef][，。；：！？、）》”’…]*|[^\u2e80-\uffef “‘]+[，。；：！？、）》”’…]*|./g

/** A text in lines of so many columns, of which a Chinese character takes two. */
function wrapped(text: string, width: number): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const [next] of paragraph.matchAll(piece)) {
      if (columnsOf((line + next).trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = next.trimStart()
      } else line += next
    }
    lines.push(line)
  }
  return lines.join('\n')
}

const output: OutputConfiguration = { outputError: (text, write) => write(`baoshu: ${phrased(text)}\n`) }

type Phrase = readonly [said: RegExp, phrase: (...parts: string[]) => string]

/** What the parser says in English, and how it is said here. */
const phrases: readonly Phrase[] = [
  [/^missing required argument '(.+)'$/, (name = '') => words('commander.missing-argument', name)],
  [/^option '(.+)' argument missing$/, (option = '') => words('commander.missing-value', option)],
  [/^required option '(.+)' not specified$/, (option = '') => words('commander.missing-option', option)],
  [/^unknown option '(.+)'$/, (option = '') => words('commander.unknown-option', option)],
  [/^unknown command '(.+)'$/, (command = '') => words('commander.unknown-command', command)],
  [
    /^too many arguments.* Expected (\d+) arguments? but got (\d+)\.$/,
    (expected = '', got = '') => words('commander.too-many', expected, got),
  ],
  [
    /^option '(.+)' argument '(.*)' is invalid\. (.+)$/,
    (option = '', value = '', why = '') => words('commander.bad-value', option, value, phraseOf(why)),
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.+)'\. (.+)$/,
    (value = '', argument = '', why = '') => words('commander.bad-argument', argument, value, phraseOf(why)),
  ],
  [/^Allowed choices are (.+)\.$/, (choices = '') => words('commander.allowed', choices)],
]

function phraseOf(said: string): string {
  for (const [known, phrase] of phrases) {
    const found = known.exec(said)
    if (found !== null) return phrase(...found.slice(1))
  }
  return said
}

/** error: unknown command 'extrat' ⏎ (Did you mean extract?) → 没有命令“extrat”（是不是 extract？） */
function phrased(text: string): string {
  const { said = '', similar } =
    /^(?:error: )?(?<said>.*?)(?:\s*\(Did you mean (?:one of )?(?<similar>.+)\?\))?\s*$/s.exec(text)?.groups ?? {}
  const gap = currentLanguage() === 'zh' ? '' : ' '
  return `${phraseOf(said)}${similar === undefined ? '' : `${gap}${words('commander.similar', similar)}`}`
}
