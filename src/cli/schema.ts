import { Argument } from 'commander'
import { comparisonSchemaText, schemaText, tableSchemaText } from '../write/index.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'
import { deliver, outputOption } from './output.ts'

const schemas = { extract: schemaText, diff: comparisonSchemaText, table: tableSchemaText }

/** baoshu schema diff */
export const define: Define = (program) => {
  const command = program
    .command('schema')
    .summary(words('help.schema'))
    .description(words('help.schema.long'))
    .addArgument(new Argument('[command]', words('argument.schema')).choices(Object.keys(schemas)).default('extract'))
    .addOption(outputOption())
  command.action((name: keyof typeof schemas) =>
    deliver(schemas[name](), command.opts<{ readonly output?: string }>().output),
  )
}
