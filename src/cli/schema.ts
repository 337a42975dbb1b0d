import { schemaText } from '../write/index.ts'
import type { Define } from './index.ts'
import { deliver, outputOption } from './output.ts'

/** baoshu schema */
export const define: Define = (program) => {
  const command = program
    .command('schema')
    .summary('the JSON Schema of what extract writes')
    .description('The JSON Schema (2020-12) of what `baoshu extract` writes.')
    .addOption(outputOption())
  command.action(() => deliver(schemaText(), command.opts<{ readonly output?: string }>().output))
}
