import type { Claim } from '../types.ts'
import type { Cell, Table } from '../write/index.ts'
import type { RegionalComparison } from './by-region.ts'
import type { Comparison, Row } from './comparison.ts'
import { type Field, integer, number, tableOf, text } from './fields.ts'
import type { Series, Trend } from './trend.ts'

interface PlacedRow {
  readonly row: Row
  readonly comparison: Comparison
}

const rowFields: readonly Field<PlacedRow>[] = [
  text('region', '地区', 'The place that the reports are about.', ({ comparison }) => comparison.new.region, 12),
  text('status', '状态', 'changed, unchanged, added or removed.', ({ row }) => row.status, 10),
  text('sector', '行业', 'A sector of the taxonomy: agriculture.', ({ row }) => row.sector, 16),
  text('indicator', '指标', 'What is measured or counted, as the new report calls it.', ({ row }) => row.indicator, 28),
  text('concept', '标准指标', 'Its normal form, where one is known.', ({ row }) => row.concept, 28),
  text('kind', '类型', 'level, change, share, gap or rank.', ({ row }) => claimOf(row).kind, 8),
  text('unit', '单位', 'The unit of both values.', ({ row }) => row.unit, 10),
  text('old_raw', '旧原文', 'As the old report has it.', ({ row }) => row.old?.raw ?? null, 14),
  text('new_raw', '新原文', 'As the new report has it.', ({ row }) => row.new?.raw ?? null, 14),
  number('old_value', '旧值', 'In the common unit.', ({ row }) => row.oldValue),
  number('new_value', '新值', 'In the common unit.', ({ row }) => row.newValue),
  number('delta', '变化', 'New less old; of percentages in points.', ({ row }) => row.delta),
  text('delta_unit', '变化单位', 'The unit of the change.', ({ row }) => row.deltaUnit, 10),
  number('percent', '变化率', 'The change in percent of the old value.', ({ row }) => row.percent),
  text('match', '匹配', 'exact, alias, similar or manual.', ({ row }) => row.match, 8),
  number('score', '匹配分', 'How alike the two are, 0 to 1.', ({ row }) => row.score),
  text('stated', '文中增长', 'The growth that the new report states.', ({ row }) => row.stated?.claim.raw ?? null, 12),
  number('stated_value', '文中增长值', 'The same, signed.', ({ row }) => row.stated?.value ?? null),
  number('computed', '计算增长', 'What the two amounts give.', ({ row }) => row.stated?.computed ?? null),
  text(
    'consistent',
    '是否一致',
    'true or false; empty where nothing can be said.',
    ({ row }) => truth(row.consistent),
    8,
  ),
  number('implied_old', '推算旧值', 'The base that the statement implies.', ({ row }) => row.stated?.implied ?? null),
  text('old_indicator', '旧指标', 'What the old report calls it.', ({ row }) => row.old?.indicator ?? null, 28),
  text('old_id', '旧编号', 'The claim of the old report.', ({ row }) => row.old?.id ?? null, 8),
  text('new_id', '新编号', 'The claim of the new report.', ({ row }) => row.new?.id ?? null, 8),
  integer('old_line', '旧行号', 'Its line in the old report.', ({ row }) => row.old?.source.line ?? null),
  integer('new_line', '新行号', 'Its line in the new report.', ({ row }) => row.new?.source.line ?? null),
]

/** A comparison, or those of many regions, as one flat table. */
export function diffTable(result: Comparison | RegionalComparison): Table {
  const comparisons = 'comparisons' in result ? result.comparisons : [result]
  const rows = comparisons.flatMap((comparison) => comparison.rows.map((row) => ({ row, comparison })))
  return tableOf('diff', '对比', rowFields, rows)
}

/** A panel, indicator × year. */
export function trendTable({ reports, years, series }: Trend): Table {
  const fields: Field<Series>[] = [
    text('region', '地区', 'The place.', ({ region }) => region, 12),
    text('indicator', '指标', 'As the latest report calls it.', ({ indicator }) => indicator, 28),
    text('kind', '类型', 'level, change, share, gap or rank.', ({ claims }) => claims.find(Boolean)?.kind ?? null, 8),
    text('sector', '行业', 'A sector of the taxonomy.', ({ sector }) => sector, 16),
    text('unit', '单位', 'The unit of all values.', ({ unit }) => unit, 10),
    ...years.map((_, at): Field<Series> => {
      const name = yearName({ reports, years }, at)
      return number(
        name,
        name,
        'The value in that year; empty where the report does not say.',
        ({ values }) => values[at] ?? null,
      )
    }),
    number('score', '匹配分', 'The least likeness that holds the series together.', ({ score }) => score),
  ]
  return tableOf('trend', '趋势', fields, series)
}

/** 2021; the file where a year is not known or stands twice. */
export function yearName({ reports, years }: Pick<Trend, 'reports' | 'years'>, at: number): string {
  const year = years[at] ?? null
  const isOnly = years.filter((other) => other === year).length === 1
  return year !== null && isOnly ? String(year) : baseName(reports[at]?.file ?? '')
}

/** 年报/吉林-2020.txt → 吉林-2020.txt */
export function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, '')
}

function claimOf(row: Row): Claim {
  return (row.new ?? row.old) as Claim
}

function truth(value: boolean | null): Cell {
  return value === null ? null : String(value)
}
