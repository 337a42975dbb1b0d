import type { Comparison, RegionalComparison } from '../compare/index.ts'
import type { Extraction } from '../types.ts'
import { besideText } from './beside.ts'
import { currentLanguage } from './language.ts'
import type { Sides } from './sides.ts'

/** The page of a comparison: two texts side by side, or a table of regions. */
export async function diffPage(
  result: Comparison | RegionalComparison,
  pair: readonly [Extraction, Extraction] | null,
  { reading, taxonomy }: Sides,
): Promise<string> {
  const { comparisonPage, regionsPage } = await import('../view/index.ts')
  if ('comparisons' in result || pair === null) {
    return regionsPage(result as RegionalComparison, taxonomy, currentLanguage())
  }
  const [old, news] = pair
  return comparisonPage(
    result,
    [await besideText(old, reading), await besideText(news, reading)],
    taxonomy,
    currentLanguage(),
  )
}
