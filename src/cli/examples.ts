import type { Command } from 'commander'
import { en } from '../messages/en.ts'
import type { MessageId } from '../messages/index.ts'
import { words } from './language.ts'

type ExampleId = Extract<MessageId, `examples.${string}` | 'examples'>

/** Puts the examples of the catalogue under the help of each command: `examples.taxonomy.show` under `baoshu taxonomy show`. */
export function addExamples(command: Command, path: readonly string[] = []): void {
  const examples = examplesOf(path)
  if (examples !== null) command.addHelpText('after', `\n${words('commander.examples')}\n${indented(examples)}`)
  for (const one of command.commands) addExamples(one, [...path, one.name()])
}

/** Lines of a comment and lines of a command; null where there are none. */
export function examplesOf(path: readonly string[]): string | null {
  const id = ['examples', ...path].join('.')
  return id in en ? words(id as ExampleId) : null
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}
