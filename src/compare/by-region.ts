import type { Extraction } from '../types.ts'
import type { Comparison, ReportFacts, Summary } from './comparison.ts'
import { compareReports, type DiffOptions } from './diff.ts'

/** Many reports of two years, compared region by region. */
export interface RegionalComparison {
  readonly schema: 'baoshu-diffs/1'
  readonly comparisons: readonly Comparison[]
  /** Reports that have no other to be compared with. */
  readonly alone: { readonly old: readonly ReportFacts[]; readonly new: readonly ReportFacts[] }
  readonly summary: Summary
}

/** Compares 吉林省 with 吉林省 and 辽宁省 with 辽宁省; where the region is not known, the same file name with itself. */
export function compareByRegion(
  old: readonly Extraction[],
  news: readonly Extraction[],
  options: DiffOptions = {},
): RegionalComparison {
  const [before, after] = [byKey(old), byKey(news)]
  const pairs = [...after].flatMap(([key, extraction]) => {
    const other = before.get(key)
    return other === undefined ? [] : [[other, extraction] as const]
  })
  const comparisons = pairs.map(([one, other]) => compareReports(one, other, options))
  const used = new Set(pairs.flat())
  const rest = (all: readonly Extraction[]) => all.filter((one) => !used.has(one)).map(({ report }) => report)
  return {
    schema: 'baoshu-diffs/1',
    comparisons,
    alone: { old: rest(old), new: rest(news) },
    summary: sumOf(comparisons.map(({ summary }) => summary)),
  }
}

/** By region; of several reports of a region the latest stands for it. */
function byKey(extractions: readonly Extraction[]): Map<string, Extraction> {
  const sorted = [...extractions].sort((one, other) => (one.report.year ?? 0) - (other.report.year ?? 0))
  return new Map(sorted.map((extraction) => [keyOf(extraction), extraction]))
}

function keyOf({ report: { region, file } }: Extraction): string {
  return region ?? `file ${file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$|\d{4}年?/g, '')}`
}

/** All counts added up. */
export function sumOf(summaries: readonly Summary[]): Summary {
  const sum = (name: keyof Summary) => summaries.reduce((total, summary) => total + summary[name], 0)
  return {
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    added: sum('added'),
    removed: sum('removed'),
    consistent: sum('consistent'),
    inconsistent: sum('inconsistent'),
  }
}
