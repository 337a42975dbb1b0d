import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { BaoshuError } from '../errors.ts'
import { builtInFile, builtInTaxonomy, loadTaxonomy } from '../sectors/index.ts'
import type { Taxonomy } from '../types.ts'
import type { Define } from './index.ts'

/** baoshu taxonomy list */
export const define: Define = (program) => {
  const command = program
    .command('taxonomy')
    .summary('the sectors that claims are put in')
    .description('The sectors that claims are put in: list them, show the file that they come from, check your own.')
  defineList(command)
  defineShow(command)
  command
    .command('check')
    .description('Check a file of your own: every mistake is told with its line.')
    .argument('<file>', 'sectors in YAML')
    .action((file: string) => {
      const { sectors } = loadTaxonomy(file)
      const words = sectors.reduce((sum, sector) => sum + sector.words.length, 0)
      process.stdout.write(`${file}: good, ${sectors.length} sectors with ${words} words\n`)
    })
}

function defineList(command: Command): void {
  const list = command
    .command('list', { isDefault: true })
    .description('One sector a line: its id, its names, its sections of GB/T 4754—2017.')
    .option('--taxonomy <file>', 'your own sectors in place of the built-in ones')
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
    .description('The built-in file, a start for your own; with a sector, that one and its words.')
    .argument('[sector]', 'the id of a sector, agriculture')
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
    throw new BaoshuError('usage', `no sector is called “${id}”; there are ${known}`)
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
