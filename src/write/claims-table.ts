import type { Claim, Extraction, Place, Sector } from '../types.ts'
import type { Column, Row, Table } from './table.ts'

type Report = Extraction['report']

interface ClaimColumn extends Column {
  readonly cell: (claim: Claim, report: Report) => Row[number] | undefined
}

export const kinds = { level: '总量', change: '变化', share: '占比', gap: '差距', rank: '位次' }
export const statuses = { actual: '实际', target: '目标', baseline: '基期' }
const qualifiers = { exact: '确数', about: '约', over: '以上', under: '以下', range: '区间' }
const directions = { up: '升', down: '降' }
const sectorBys = { heading: '标题', words: '词语', none: '无' }
const readings = { text: '文本', ocr: '图像识别' }
const bases = { yoy: '同比', mom: '环比', none: '未说明' }

/** A claim and its report as one flat row: 吉林省 2020 三品一标 新认证 503 个 …; the order is that of the columns. */
const claimFields: readonly ClaimColumn[] = [
  text('file', '文件', 'The report, as it was given.', (_, { file }) => file, 28),
  text('title', '报告标题', 'The title of the report.', (_, { title }) => title, 36),
  text('publisher', '信息来源', 'Who published the report: 中国质量报.', (_, { source }) => source),
  text('report_region', '报告地区', 'The place that the report is about.', (_, report) => report.region, 12),
  {
    ...text('year', '报告年份', 'The year that 今年 and 全年 mean in the report.', (_, { year }) => year),
    type: 'year',
  },
  text('id', '编号', 'Number of the claim in its report: c07.', ({ id }) => id, 8),
  text('indicator', '指标', 'What is measured or counted: 三品一标.', ({ indicator }) => indicator, 28),
  text('concept', '标准指标', 'The normal form of the indicator, where one is known.', ({ concept }) => concept, 28),
  text('action', '动作', 'The verb that made or changed it: 新认证; empty for a plain state.', ({ action }) => action),
  percent(
    number('value', '数值', 'In base units: 20.71万户 is 207100; of a range the lower end.', ({ value }) => value),
  ),
  percent(number('high', '上限', 'The upper end of a range.', ({ high }) => high)),
  text('unit', '单位', 'Without its magnitude: 户; empty for a bare number.', ({ unit }) => unit, 10),
  text('currency', '币种', 'Of an amount of money: its ISO 4217 code.', ({ currency }) => currency, 8),
  coded(
    text('qualifier', '限定', 'exact, about, over, under or range.', ({ qualifier }) => qualifier, 10),
    qualifiers,
  ),
  coded(
    text('kind', '类型', 'level, change, share, gap or rank.', ({ kind }) => kind, 10),
    kinds,
  ),
  coded(
    text('direction', '方向', 'Of a change or gap: up or down.', ({ direction }) => direction, 8),
    directions,
  ),
  percent(
    number('signed_change', '增减值', 'Of a change or gap: the value, negative where it goes down.', signedChange),
  ),
  coded(
    text('basis', '对比基准', 'Of a change: yoy, mom, none, or the words as written.', ({ basis }) => basis, 12),
    bases,
  ),
  coded(
    text('status', '状态', 'actual, target or baseline.', ({ status }) => status, 10),
    statuses,
  ),
  text('of_id', '所属数据', 'The id of the claim that it grows, splits or shares.', ({ of }) => of, 8),
  text('whole', '所属整体', 'Of a share: the whole as named.', ({ whole }) => whole),
  text('reference', '参照', 'Of a gap: what it is measured from.', ({ reference }) => reference, 12),
  text('sector', '行业', 'A sector of the taxonomy: agriculture.', ({ sector }) => sector, 20),
  hidden(
    coded(
      text('sector_by', '行业依据', 'heading, words or none.', ({ sectorBy }) => sectorBy, 10),
      sectorBys,
    ),
  ),
  text(
    'period',
    '时期',
    'The time that the figure is for, as written: 今年以来.',
    ({ period }) => period?.text ?? null,
  ),
  day('period_from', '时期起', 'Its first day.', ({ period }) => period?.from ?? null),
  day('period_to', '时期止', 'Its last day.', ({ period }) => period?.to ?? null),
  text('region', '地区', 'The place that the figure is for.', ({ region }) => region, 12),
  {
    ...number(
      'confidence',
      '置信度',
      '0 to 1: the share of such claims that are wholly right.',
      (one) => one.confidence,
    ),
    type: 'share',
  },
  hidden(text('extractor', '抽取规则', 'The pattern that made it.', ({ extractor }) => extractor, 20)),
  text('raw', '原文数值', 'The numeral with its unit as written: 503 个.', ({ raw }) => raw),
  hidden(
    integer(
      'start_offset',
      '起点',
      'Where raw begins in the text of the report, in UTF-16 code units.',
      ({ source }) => source.start,
    ),
  ),
  hidden(integer('end_offset', '终点', 'Where it ends.', ({ source }) => source.end)),
  hidden(
    text('indicator_spans', '指标位置', 'Where the indicator was read: 807-811.', ({ indicatorSpans }) =>
      indicatorSpans.map(spanText).join(' '),
    ),
  ),
  hidden(
    text('action_span', '动作位置', 'Where the action was read: 803-806.', ({ actionSpan }) =>
      actionSpan === null ? null : spanText(actionSpan),
    ),
  ),
  integer('line', '行号', 'From 1.', ({ source }) => source.line),
  text('section', '章节', 'The heading that it stands under.', ({ source }) => source.section, 20),
  text('sentence', '原句', 'The sentence that it stands in.', ({ source }) => source.sentence, 60),
  hidden(integer('sentence_start', '原句起点', 'Where the sentence begins.', ({ source }) => source.sentenceStart)),
  integer('page', '页', 'From 1, where the format has pages.', ({ source }) => source.page ?? null),
  hidden(
    coded(
      text('read_as', '读取方式', 'text or ocr.', ({ source }) => source.read, 8),
      readings,
    ),
  ),
  hidden(integer('table_number', '表', 'Of a figure in a table: which, from 1.', ({ source }) => source.table?.number)),
  hidden(integer('table_row', '表行', 'Its row, from 1.', ({ source }) => source.table?.row)),
  hidden(integer('table_column', '表列', 'Its column, from 1.', ({ source }) => source.table?.column)),
]

/** The columns of a table of claims. */
export const claimColumns: readonly Column[] = claimFields.map(({ cell: _, ...column }) => column)

/** The same, with the names of the sectors where people read: agriculture → 农产品质量 */
export function claimColumnsWith(sectors: readonly Sector[]): Column[] {
  const words = Object.fromEntries(sectors.map(({ id, names }) => [id, names[0] ?? id]))
  return claimColumns.map((column) => (column.name === 'sector' ? { ...column, words } : column))
}

/** The rows of one report, a claim each, in the order of the report; what does not apply is null and never an empty text. */
export function claimRows({ report, claims }: Extraction): Row[] {
  return claims.map((claim) =>
    claimFields.map(({ cell }) => {
      const value = cell(claim, report) ?? null
      return value === '' ? null : value
    }),
  )
}

const ofReport = ['file', 'title', 'publisher', 'report_region', 'year']

/** The table of one report: what would be the same in every row, or empty, is out of sight where people read. */
export function claimTable(extraction: Extraction, sectors: readonly Sector[]): Table {
  const rows = claimRows(extraction)
  const columns = claimColumnsWith(sectors).map((column, at) => {
    const tellsNothing = ofReport.includes(column.name) || rows.every((row) => row[at] === null)
    return tellsNothing ? { ...column, isHidden: true } : column
  })
  return { name: 'claims', title: '指标', columns, rows }
}

/** The same, and a table for each sector that has a claim: 指标, 农产品质量, 公共服务质量 … */
export function claimTablesBySector(extraction: Extraction, sectors: readonly Sector[]): Table[] {
  const all = claimTable(extraction, sectors)
  const known = [...new Set([...sectors.map(({ id }) => id), ...extraction.claims.map(({ sector }) => sector)])]
  const parts = known.flatMap((id): Table[] => {
    const claims = extraction.claims.filter(({ sector }) => sector === id)
    const title = sectors.find((sector) => sector.id === id)?.names[0] ?? id
    return claims.length === 0 ? [] : [{ ...all, name: id, title, rows: claimRows({ ...extraction, claims }) }]
  })
  return [all, ...parts]
}

/** 下降8.8% → -8.8 */
function signedChange({ value, direction }: Claim): number | null {
  return direction === null ? null : direction === 'down' ? -value : value
}

const spanText = ([start, end]: Place): string => `${start}-${end}`

type Read = ClaimColumn['cell']

function text(name: string, title: string, description: string, cell: Read, width?: number): ClaimColumn {
  return { name, title, type: 'text', description, cell, ...(width === undefined ? {} : { width }) }
}

function number(name: string, title: string, description: string, cell: Read): ClaimColumn {
  return { name, title, type: 'number', description, cell }
}

function integer(name: string, title: string, description: string, cell: Read): ClaimColumn {
  return { name, title, type: 'integer', description, cell }
}

function day(name: string, title: string, description: string, cell: Read): ClaimColumn {
  return { name, title, type: 'day', description, cell }
}

/** For programs: out of sight where people read. */
function hidden(column: ClaimColumn): ClaimColumn {
  return { ...column, isHidden: true }
}

/** Of codes, for which people read words. */
function coded(column: ClaimColumn, words: Readonly<Record<string, string>>): ClaimColumn {
  return { ...column, words }
}

/** A number with the unit of the claim. */
function percent(column: ClaimColumn): ClaimColumn {
  return { ...column, unitIn: 'unit' }
}
