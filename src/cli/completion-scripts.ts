/** An option as a shell has to know it: -f and --format, with one of these values. */
export interface CompletedOption {
  readonly names: readonly string[]
  readonly description: string
  readonly takesValue: boolean
  /** Where there are none, a value may be a file. */
  readonly values: readonly string[]
}

/** A command: ['taxonomy', 'list']; the program itself has an empty path. */
export interface CompletedCommand {
  readonly path: readonly string[]
  readonly summary: string
  readonly options: readonly CompletedOption[]
  /** Of its argument; where there are none, it may be a file. */
  readonly values: readonly string[]
}

type Commands = readonly CompletedCommand[]

/** A script for each shell, out of the commands as they are. */
export const completionScripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

function innerOf(commands: Commands, { path }: CompletedCommand): Commands {
  return commands.filter(
    (one) => one.path.length === path.length + 1 && path.every((name, at) => one.path[at] === name),
  )
}

const nameOf = ({ path }: CompletedCommand): string => path.at(-1) ?? 'baoshu'
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Where bash gets no word it offers files, by `-o default`. */
function bashScript(commands: Commands): string {
  const keyOf = ({ path }: CompletedCommand) => path.join(' ')
  const reply = (list: readonly string[]) => `COMPREPLY=($(compgen -W ${quoted(list.join(' '))} -- "$word"))`
  const known = commands.slice(1).map((one) => quoted(keyOf(one)))
  const values = commands.flatMap((command) =>
    command.options
      .filter(({ takesValue }) => takesValue)
      .map(({ names, values: list }) => {
        const cases = names.map((name) => quoted(`${keyOf(command)}:${name}`)).join(' | ')
        return `    ${cases}) ${list.length === 0 ? '' : `${reply(list)}; `}return ;;`
      }),
  )
  const options = commands.map(
    (command) => `      ${quoted(keyOf(command))}) ${reply(command.options.flatMap(({ names }) => names))} ;;`,
  )
  const rest = commands.flatMap((command) => {
    const list = [...innerOf(commands, command).map(nameOf), ...command.values]
    return list.length === 0 ? [] : [`    ${quoted(keyOf(command))}) ${reply(list)} ;;`]
  })
  return `_baoshu() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command='' one
  for one in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${command:+$command }$one" in
    ${known.join(' | ')}) command="\${command:+$command }$one" ;;
    esac
  done
  COMPREPLY=()
  case "$command:$before" in
${values.join('\n')}
  esac
  if [[ $word == -* ]]; then
    case "$command" in
${options.join('\n')}
    esac
    return
  fi
  case "$command" in
${rest.join('\n')}
  esac
}
complete -o default -F _baoshu baoshu
`
}

function zshScript(commands: Commands): string {
  const plain = (text: string) => text.replace(/[[\]:\\]/g, '\\$&')
  const optionOf = ({ names, description, takesValue, values }: CompletedOption) => {
    const value = takesValue ? `: :${values.length === 0 ? '_files' : `(${values.join(' ')})`}` : ''
    return names.map((name) => `    ${quoted(`*${name}[${plain(description)}]${value}`)}`)
  }
  const functionOf = (command: CompletedCommand): string => {
    const name = ['_baoshu', ...command.path].join('_')
    const inner = innerOf(commands, command)
    const offered = [...inner.map((one) => `${nameOf(one)}:${plain(one.summary)}`), ...command.values]
    const list = offered.map((one) => `    ${quoted(one)}`).join('\n')
    const rest =
      inner.length === 0
        ? offered.length === 0
          ? ["    '*: :_files'"]
          : [`    '1: :->values'`]
        : [`    '1: :->values'`, `    '*:: :->inner'`]
    const states = [
      ...(offered.length === 0 ? [] : [`  values) _describe -t values ${quoted(nameOf(command))} offered ;;`]),
      ...(inner.length === 0 ? [] : [`  inner) (( $+functions[${name}_$words[1]] )) && ${name}_$words[1] ;;`]),
    ]
    return `${name}() {
  local state line
  local -a offered
  offered=(
${list}
  )
  _arguments -C \\
${[...command.options.flatMap(optionOf), ...rest].join(' \\\n')}
  case $state in
${states.join('\n')}
  esac
}
`
  }
  return `#compdef baoshu
${commands.map(functionOf).join('\n')}
if [[ $funcstack[1] == _baoshu ]]; then
  _baoshu "$@"
else
  compdef _baoshu baoshu
fi
`
}

function fishScript(commands: Commands): string {
  const conditionOf = (command: CompletedCommand, inner: Commands) => {
    const seen = command.path.map((name) => `__fish_seen_subcommand_from ${name}`)
    const none = inner.length === 0 ? [] : [`not __fish_seen_subcommand_from ${inner.map(nameOf).join(' ')}`]
    return [...seen, ...none].join('; and ')
  }
  const lines = commands.flatMap((command) => {
    const inner = innerOf(commands, command)
    const start = `complete -c baoshu -n ${quoted(conditionOf(command, inner))}`
    return [
      ...inner.map((one) => `${start} -f -a ${nameOf(one)} -d ${quoted(one.summary)}`),
      ...(command.values.length === 0 ? [] : [`${start} -f -a ${quoted(command.values.join(' '))}`]),
      ...command.options.map(({ names, description, takesValue, values }) => {
        const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
        const value = takesValue ? (values.length === 0 ? ['-r'] : ['-x', `-a ${quoted(values.join(' '))}`]) : []
        return [start, ...flags, ...value, `-d ${quoted(description)}`].join(' ')
      }),
    ]
  })
  return `${lines.join('\n')}\n`
}
