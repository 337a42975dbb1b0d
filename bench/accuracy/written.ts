import { writeFileSync } from 'node:fs'
import { built } from './built.ts'
import type { Table } from './fit.ts'

const { bytesOf } = (await built('claims/ranking/weights.js')) as typeof import('../../src/claims/ranking/weights.ts')

type Models = import('../../src/claims/models.ts').Models

export function writeWeights(models: Models): void {
  for (const [name, weights] of Object.entries(models))
    writeFileSync(`src/claims/ranking/${name}.weights`, bytesOf(weights))
}

export function writeConfidence({ base, weights }: Table): void {
  const lines = Object.entries(weights)
    .filter(([, weight]) => weight !== 0)
    .map(([trait, weight]) => `  ${/\W/.test(trait) ? `'${trait}'` : trait}: ${weight},`)
  writeFileSync(
    'src/claims/confidence-table.ts',
    `/** Written by \`npm run train\`: the points of a claim, and how many each trait adds or takes. */
export const base = ${base}

export const weights: Readonly<Record<string, number>> = {
${lines.join('\n')}
}
`,
  )
}
