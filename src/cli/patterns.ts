import { patternRules } from '../claims/predicates/index.ts'
import type { PatternSource } from '../claims/predicates/pattern-rule.ts'
import { checkConfig } from '../config.ts'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { alignRows } from '../write/aligned.ts'
import { configOf, type ExtractingFlags } from './extracting.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'

/** baoshu patterns list */
export const define: Define = (program) => {
  const command = program.command('patterns').summary(words('help.patterns')).description(words('help.patterns.long'))
  const own = async () => (await configOf(command.optsWithGlobals<ExtractingFlags>()))?.patterns ?? []
  command
    .command('list', { isDefault: true })
    .description(words('help.patterns.list'))
    .action(async () => void process.stdout.write(listOf([...(await own()), ...patternRules])))
  command
    .command('show')
    .description(words('help.patterns.show'))
    .argument('<pattern>', words('argument.pattern'))
    .action(async (name: string) => {
      const found = [...(await own()), ...patternRules].find((pattern) => pattern.name === name)
      if (found === undefined) throw new BaoshuError('usage', say('cli.no-pattern', name))
      process.stdout.write(asYaml(found))
    })
  command
    .command('check')
    .description(words('help.patterns.check'))
    .argument('[file]', words('argument.config'))
    .action(async (given?: string) => {
      const file = given ?? (await configOf(command.optsWithGlobals<ExtractingFlags>()))?.file
      if (file === undefined) throw new BaoshuError('usage', say('cli.no-config'))
      const { patterns } = checkConfig(file)
      const sentences = patterns.reduce((sum, { examples, never }) => sum + examples.length + never.length, 0)
      process.stdout.write(`${file}: ${words('cli.patterns-good', patterns.length, sentences)}\n`)
    })
}

function listOf(patterns: readonly PatternSource[]): string {
  const columns = [words('patterns.pattern'), words('patterns.kind'), '原文', words('patterns.claim')].map((title) => ({
    title,
    align: 'left' as const,
  }))
  const rows = patterns.map(({ name, kind, direction, status, examples }) => {
    const [sentence = '', claim = ''] = examples[0] ?? []
    const what = [kind, direction, status].filter((part) => part !== undefined).join(' ')
    return [name, what, sentence, claim].map((text) => ({ text }))
  })
  return alignRows(columns, rows, Number.POSITIVE_INFINITY)
}

function asYaml({ name, patterns, kind, direction, status, units, examples, never }: PatternSource): string {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`
  const list = (values: readonly string[]) => `[${values.map(text).join(', ')}]`
  const lines = (key: string, values: readonly string[]) => [
    `    ${key}:`,
    ...values.map((value) => `      - ${value}`),
  ]
  return [
    'patterns:',
    `  - name: ${name}`,
    `    kind: ${kind}`,
    ...(direction === undefined ? [] : [`    direction: ${direction}`]),
    ...(status === undefined ? [] : [`    status: ${status}`]),
    ...(units === undefined ? [] : [`    units: ${list(units.filter((unit) => unit !== ''))}`]),
    ...lines('patterns', patterns.map(text)),
    ...lines('examples', examples.map(list)),
    ...lines('never', never.map(text)),
    '',
  ].join('\n')
}
