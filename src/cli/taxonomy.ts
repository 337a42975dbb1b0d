import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { builtInFile, builtInTaxonomy, loadTaxonomy } from '../sectors/index.ts'
import type { Taxonomy } from '../types.ts'
import type { Define } from './index.ts'
import { words } from './language.ts'

/** baoshu taxonomy list */
export const define: Define = (program) => {
  const command = program.command('taxonomy').summary(words('help.taxonomy')).description(words('help.taxonomy.long'))
  defineList(command)
  defineShow(command)
  command
    .command('check')
    .description(words('help.taxonomy.check'))
    .argument('<file>', words('argument.taxonomy'))
    .action((file: string) => {
      const { sectors } = loadTaxonomy(file)
      const count = sectors.reduce((sum, sector) => sum + sector.words.length, 0)
      process.stdout.write(`${file}: ${words('cli.taxonomy-good', sectors.length, count)}\n`)
    })
}

function defineList(command: Command): void {
  const list = command
    .command('list', { isDefault: true })
    .description(words('help.taxonomy.list'))
    .option('--taxonomy <file>', words('option.taxonomy.list'))
  list.action(() => {
    const { taxonomy: file } = list.opts<{ readonly taxonomy?: string }>()
    const taxonomy = file === undefined ? builtInTaxonomy() : loadTaxonomy(file)
    const width = Math.max(...taxonomy.sectors.map(({ id }) => id.length))
    const rows = taxonomy.sectors.map(({ id, names, gbt4754 }) =>
      [id.padEnd(width), names.join(' · '), gbt4754.join(' · ')].filter((part) => part !== '').join('  '),
    )
    process.stdout.write(`${rows.join('\n')}\n`)
  })
}

function defineShow(command: Command): void {
  command
    .command('show')
    .description(words('help.taxonomy.show'))
    .argument('[sector]', words('argument.sector'))
    .action(async (id?: string) => {
      process.stdout.write(
        id === undefined ? await readFile(builtInFile, 'utf8') : describeSector(id, builtInTaxonomy()),
      )
    })
}

function describeSector(id: string, taxonomy: Taxonomy): string {
  const sector = taxonomy.sectors.find((known) => known.id === id || known.names.includes(id))
  if (sector === undefined) {
    const known = taxonomy.sectors.map((other) => other.id).join(', ')
    throw new BaoshuError('usage', say('cli.no-sector', id, known))
  }
  const lines = [
    `id: ${sector.id}`,
    `names: [${sector.names.join(', ')}]`,
    `gbt4754: [${sector.gbt4754.join(', ')}]`,
    `headings: [${sector.headings.join(', ')}]`,
    `words: [${sector.words.join(', ')}]`,
  ]
  return `${lines.join('\n')}\n`
}
