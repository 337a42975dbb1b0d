import { basename } from 'node:path'
import type { Claim } from '../../src/types.ts'
import type { GoldSet, Passage } from './gold.ts'

type Placed = Passage['claims'][number]
type Built = (file: string) => Promise<unknown>

/**
 * Reports that were reviewed as gold: what a person accepted or corrected has to be found as it was left, what was
 * rejected is wrong where it is made, and what nobody has looked at counts neither way.
 */
export async function loadReviewed(file: string, built: Built): Promise<GoldSet> {
  const { extract } = (await built('extract.js')) as typeof import('../../src/extract.ts')
  const { readReport } = (await built('read/index.js')) as typeof import('../../src/read/index.ts')
  const { builtInTaxonomy } = (await built('sectors/index.js')) as typeof import('../../src/sectors/index.ts')
  const { loadCorrectionsFile, settle } = (await built(
    'corrections/index.js',
  )) as typeof import('../../src/corrections/index.ts')
  const passages: Passage[] = []
  for (const one of loadCorrectionsFile(file, builtInTaxonomy().sectors)) {
    if (one.file === null) throw new Error(`${file}: to measure by it, each report has its “file”`)
    const report = await readReport(one.file)
    const { claims } = extract(report)
    const { settled } = settle(claims, one.corrections)
    const gold = claims.flatMap((claim) => {
      const correction = settled.get(claim)
      if (correction?.verdict === 'rejected') return []
      return [goldOf({ ...claim, ...correction?.set }, correction !== undefined)]
    })
    passages.push({ id: one.file, text: report.text, claims: gold })
  }
  return { name: basename(file), passages }
}

function goldOf(claim: Claim, must: boolean): Placed {
  const { raw, source, value, high, unit, qualifier, indicator, action, kind, direction, status, sector } = claim
  const verb = action === '' ? {} : { action: [action] }
  return {
    ...{ at: raw, start: source.start, value, high, unit, qualifier, kind, direction, status, sector, must },
    ...{ indicator: [indicator], ...verb },
  }
}
