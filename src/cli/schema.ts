import { Argument } from 'commander'
import { comparisonSchemaText, schemaText } from '../write/index.ts'
import type { Define } from './index.ts'
import { deliver, outputOption } from './output.ts'

const schemas = { extract: schemaText, diff: comparisonSchemaText }

/** baoshu schema diff */
export const define: Define = (program) => {
  const command = program
    .command('schema')
    .summary('the JSON Schema of what extract or diff writes')
    .description('The JSON Schema (2020-12) of what `baoshu extract` or `baoshu diff` writes.')
    .addArgument(new Argument('[command]', 'whose output').choices(Object.keys(schemas)).default('extract'))
    .addOption(outputOption())
  command.action((name: keyof typeof schemas) =>
    deliver(schemas[name](), command.opts<{ readonly output?: string }>().output),
  )
}
