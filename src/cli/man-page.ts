import type { Argument, Command, Option } from 'commander'
import type { Language, MessageId } from '../messages/index.ts'
import { describe } from './commander-words.ts'
import { examplesOf } from './examples.ts'
import { wholeProgram } from './index.ts'
import { settleLanguage, words } from './language.ts'
import { version } from './version.ts'

/** The manual page baoshu(1) in roff, out of the commands as their help has them. */
export async function manPage(language: Language): Promise<string> {
  settleLanguage(['--lang', language])
  const program = await wholeProgram()
  const commands = program.commands.flatMap((command) => [command, ...command.commands])
  const help = program.createHelp()
  return [
    `.TH BAOSHU 1 "" "baoshu ${version()}"`,
    '.ad l',
    ...section('man.name', [`baoshu \\- ${escaped(program.description())}`]),
    ...section('man.synopsis', [`.B baoshu`, `.I command`, escaped('[options] …')]),
    ...section('man.options', help.visibleOptions(program).flatMap(optionLines)),
    ...section('man.commands', commands.flatMap(commandLines)),
    ...section('man.files', ['.TP', '.B baoshu.yaml', escaped(words('man.files.config'))]),
    ...section('man.exit', rowsOf('man.exit.rows')),
    ...section('man.environment', rowsOf('man.environment.rows')),
    ...section('man.examples', exampleLines([])),
    '',
  ].join('\n')
}

type TextId = MessageId & `man.${string}`

function section(title: TextId, lines: readonly string[]): string[] {
  return [`.SH ${escaped(words(title))}`, ...lines]
}

function commandLines(command: Command): string[] {
  const path = command.parent?.parent ? [command.parent.name(), command.name()] : [command.name()]
  const help = command.createHelp()
  return [
    `.SS ${escaped(`${path.join(' ')} ${command.usage()}`)}`,
    escaped(command.description()),
    ...command.registeredArguments.flatMap((argument) => term(`.I ${escaped(argument.name())}`, argument)),
    ...help
      .visibleOptions(command)
      .filter(({ long }) => long !== '--help')
      .flatMap(optionLines),
    ...(examplesOf(path) === null ? [] : ['.PP', ...exampleLines(path)]),
  ]
}

function optionLines(option: Option): string[] {
  return term(`.B ${escaped(option.flags)}`, option)
}

function term(head: string, about: Option | Argument): string[] {
  return ['.TP', head, escaped(describe(about))]
}

/** A comment and the command under it, as they are typed. */
function exampleLines(path: readonly string[]): string[] {
  return ['.nf', ...(examplesOf(path) ?? '').split('\n').map(escaped), '.fi']
}

/** Lines of a term, a bar and what it means: 0 | done */
function rowsOf(id: 'man.exit.rows' | 'man.environment.rows'): string[] {
  return words(id)
    .split('\n')
    .flatMap((line) => {
      const [head = '', text = ''] = line.split(' | ')
      return ['.TP', `.B ${escaped(head)}`, escaped(text)]
    })
}

/** Nothing that means something to roff, which is told where a line of Chinese may end. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')
    .replace(/[\u2e80-\uffef][，。；：！？、）》”’…]*/g, '$&\\:')
}
