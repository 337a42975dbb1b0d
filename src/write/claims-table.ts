import type { Claim, Extraction, Place } from '../types.ts'
import type { Column, Row } from './table.ts'

type Report = Extraction['report']

interface ClaimColumn extends Column {
  readonly cell: (claim: Claim, report: Report) => Row[number]
}

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
  number('value', '数值', 'In base units: 20.71万户 is 207100; of a range the lower end.', ({ value }) => value),
  number('high', '上限', 'The upper end of a range.', ({ high }) => high),
  text('unit', '单位', 'Without its magnitude: 户; empty for a bare number.', ({ unit }) => unit, 10),
  text('currency', '币种', 'Of an amount of money: its ISO 4217 code.', ({ currency }) => currency, 8),
  text('qualifier', '限定', 'exact, about, over, under or range.', ({ qualifier }) => qualifier, 10),
  text('kind', '类型', 'level, change, share, gap or rank.', ({ kind }) => kind, 10),
  text('direction', '方向', 'Of a change or gap: up or down.', ({ direction }) => direction, 8),
  text('basis', '对比基准', 'Of a change: yoy, mom, none, or the words as written.', ({ basis }) => basis, 12),
  text('status', '状态', 'actual, target or baseline.', ({ status }) => status, 10),
  text('of', '所属主张', 'The id of the claim that it grows, splits or shares.', ({ of }) => of, 8),
  text('whole', '所属整体', 'Of a share: the whole as named.', ({ whole }) => whole),
  text('reference', '参照', 'Of a gap: what it is measured from.', ({ reference }) => reference, 12),
  text('sector', '行业', 'A sector of the taxonomy: agriculture.', ({ sector }) => sector, 20),
  text('sectorBy', '行业依据', 'heading, words or none.', ({ sectorBy }) => sectorBy, 10),
  text(
    'period',
    '时期',
    'The time that the figure is for, as written: 今年以来.',
    ({ period }) => period?.text ?? null,
  ),
  day('period_from', '时期起', 'Its first day.', ({ period }) => period?.from ?? null),
  day('period_to', '时期止', 'Its last day.', ({ period }) => period?.to ?? null),
  text('region', '地区', 'The place that the figure is for.', ({ region }) => region, 12),
  number(
    'confidence',
    '置信度',
    '0 to 1: the share of such claims that are wholly right.',
    ({ confidence }) => confidence,
  ),
  text('extractor', '抽取规则', 'The pattern that made it.', ({ extractor }) => extractor, 20),
  text('raw', '原文数值', 'The numeral with its unit as written: 503 个.', ({ raw }) => raw),
  integer(
    'start',
    '起点',
    'Where raw begins in the text of the report, in UTF-16 code units.',
    ({ source }) => source.start,
  ),
  integer('end', '终点', 'Where it ends.', ({ source }) => source.end),
  text('indicator_spans', '指标位置', 'Where the indicator was read: 807-811.', ({ indicatorSpans }) =>
    indicatorSpans.map(spanText).join(' '),
  ),
  text('action_span', '动作位置', 'Where the action was read: 803-806.', ({ actionSpan }) =>
    actionSpan === null ? null : spanText(actionSpan),
  ),
  integer('line', '行号', 'From 1.', ({ source }) => source.line),
  text('section', '章节', 'The heading that it stands under.', ({ source }) => source.section, 20),
  text('sentence', '原句', 'The sentence that it stands in.', ({ source }) => source.sentence, 60),
  integer('sentence_start', '原句起点', 'Where the sentence begins.', ({ source }) => source.sentenceStart),
  integer('page', '页', 'From 1, where the format has pages.', ({ source }) => source.page ?? null),
  text('read', '读取方式', 'text or ocr.', ({ source }) => source.read, 8),
  integer('table', '表', 'Of a figure in a table: which one, from 1.', ({ source }) => source.table?.number ?? null),
  integer('row', '表行', 'Its row, from 1.', ({ source }) => source.table?.row ?? null),
  integer('column', '表列', 'Its column, from 1.', ({ source }) => source.table?.column ?? null),
]

/** The columns of a table of claims. */
export const claimColumns: readonly Column[] = claimFields.map(({ cell: _, ...column }) => column)

/** The rows of one report, a claim each, in the order of the report. */
export function claimRows({ report, claims }: Extraction): Row[] {
  return claims.map((claim) => claimFields.map(({ cell }) => cell(claim, report)))
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
