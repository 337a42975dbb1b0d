import { type Field, number, tableOf, text } from '../compare/fields.ts'
import { claimOrNull } from '../compare/record.ts'
import { inLanguage } from '../messages/index.ts'
import { type Table, toClaimRecord } from '../write/index.ts'
import { type Audit, checks, type Identity } from './identity.ts'

/** What an audit found, its claims as an extraction has them. */
export function toAuditRecord({ schema, report, previous, findings, others, checked }: Audit): object {
  const records = findings.map(toIdentityRecord)
  return {
    schema,
    report,
    previous,
    findings: records,
    ...(others && { others: others.map(toIdentityRecord) }),
    checked,
  }
}

function toIdentityRecord(identity: Identity): object {
  return {
    ...identity,
    claims: identity.claims.map(toClaimRecord),
    previous: claimOrNull(identity.previous),
    doubt: doubtText(identity),
  }
}

function doubtText({ doubt }: Identity): string | null {
  return doubt === null ? null : inLanguage(doubt)
}

const fields: readonly Field<Identity>[] = [
  text('check', '检查', `${Object.keys(checks).join(', ')}.`, ({ check }) => check, 10),
  text('verdict', '结论', 'off, open or fits.', ({ verdict }) => verdict, 8),
  text('indicator', '指标', 'What the figures are of.', ({ indicator }) => indicator, 28),
  text('sum', '算式', 'What the figures give: 115.2万户 ÷ 432.6万户 = 26.63%.', ({ sum }) => sum, 36),
  number('expected', '应为', 'The figure that would fit.', ({ expected }) => expected),
  number('stated', '文中', 'The figure that stands there.', ({ stated }) => stated),
  text('unit', '单位', 'The unit of both.', ({ unit }) => unit, 10),
  number('confidence', '置信度', 'That the figures were read rightly, 0 to 1.', ({ confidence }) => confidence),
  text('doubt', '存疑', 'Why nothing is said of it.', doubtText, 24),
  text('lines', '行号', 'Where the figures stand: 7 9.', ({ claims }) => lines(claims), 10),
  text('ids', '编号', 'The claims: c07 c09.', ({ claims }) => claims.map(({ id }) => id).join(' '), 14),
  text('sentence', '原句', 'The sentence of the last one.', ({ claims }) => claims.at(-1)?.source.sentence ?? null, 60),
]

function lines(claims: Identity['claims']): string {
  return [...new Set(claims.map(({ source }) => source.line))].join(' ')
}

/** What an audit found, an identity a row. */
export function auditTable({ findings, others = [] }: Audit): Table {
  return tableOf('audit', '核查', fields, [...findings, ...others])
}
