import { patternRules } from '../claims/index.ts'
import type { PatternSource } from '../claims/predicates/pattern-rule.ts'
import { checkConfig, configName } from '../config.ts'
import { BaoshuError } from '../errors.ts'
import { alignRows } from '../write/aligned.ts'
import { configOf, type ExtractingFlags } from './extracting.ts'
import type { Define } from './index.ts'

/** baoshu patterns list */
export const define: Define = (program) => {
  const command = program
    .command('patterns')
    .summary('the patterns that say what a number is of')
    .description(
      'The patterns that say what a number is of, your own before the built-in ones, in the order of trying.',
    )
  const own = async () => (await configOf(command.optsWithGlobals<ExtractingFlags>()))?.patterns ?? []
  command
    .command('list', { isDefault: true })
    .description('One pattern a line: its name, what it says, a sentence and the claim that it makes of it.')
    .action(async () => void process.stdout.write(listOf([...(await own()), ...patternRules])))
  command
    .command('show')
    .description(`One pattern as it stands in a ${configName}, a start for your own.`)
    .argument('<pattern>', 'its name: share-of-whole')
    .action(async (name: string) => {
      const found = [...(await own()), ...patternRules].find((pattern) => pattern.name === name)
      if (found === undefined) throw new BaoshuError('usage', `no pattern is called “${name}”`)
      process.stdout.write(asYaml(found))
    })
  command
    .command('check')
    .description('Run the examples of your own patterns: the first that gives something else is told with its line.')
    .argument('[file]', `a ${configName}; otherwise looked for from this folder upwards`)
    .action(async (given?: string) => {
      const file = given ?? (await configOf(command.optsWithGlobals<ExtractingFlags>()))?.file
      if (file === undefined) throw new BaoshuError('usage', `no ${configName} in this folder or above it`)
      const { patterns } = checkConfig(file)
      const sentences = patterns.reduce((sum, { examples, never }) => sum + examples.length + never.length, 0)
      process.stdout.write(`${file}: good, ${patterns.length} patterns with ${sentences} examples\n`)
    })
}

function listOf(patterns: readonly PatternSource[]): string {
  const columns = ['pattern', 'kind', '原文', 'claim'].map((title) => ({ title, align: 'left' as const }))
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
