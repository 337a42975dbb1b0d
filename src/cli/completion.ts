import { type Argument, type Command, Argument as CommandArgument, type Option } from 'commander'
import { type CompletedCommand, type CompletedOption, completionScripts } from './completion-scripts.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'

/** baoshu completion bash >> ~/.bashrc */
export const define: Define = (program) => {
  program
    .command('completion')
    .summary(words('help.completion'))
    .description(words('help.completion.long'))
    .addArgument(new CommandArgument('<shell>', words('argument.shell')).choices(Object.keys(completionScripts)))
    .action((shell: keyof typeof completionScripts) => {
      process.stdout.write(completionScripts[shell](completedCommands(program)))
    })
}

/** The program, its commands and theirs, as a shell has to know them. */
export function completedCommands(program: Command, path: readonly string[] = []): CompletedCommand[] {
  const help = program.createHelp()
  const own = {
    path,
    summary: program.summary() || program.description(),
    options: [...help.visibleOptions(program), ...(path.length === 0 ? [] : help.visibleGlobalOptions(program))].map(
      asCompleted,
    ),
    values: program.registeredArguments.flatMap(({ argChoices }: Argument) => argChoices ?? []),
  }
  const inner = help.visibleCommands(program).filter((command) => program.commands.includes(command))
  return [own, ...inner.flatMap((command) => completedCommands(command, [...path, command.name()]))]
}

function asCompleted({ short, long, description, argChoices, required, optional }: Option): CompletedOption {
  const names = [short, long].filter((name) => name !== undefined && name !== null)
  return { names, description, takesValue: required || optional, values: argChoices ?? [] }
}
