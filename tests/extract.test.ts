import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import type { Claim } from '../src/types.ts'

const claimsOf = (text: string): readonly Claim[] => extract(reportOf(text, { year: 2020 })).claims

/** What a claim grows, splits or shares: the figure of another, or a whole by its name. */
const parentOf = ({ of, whole }: Claim, claims: readonly Claim[]) =>
  claims.find(({ id }) => id === of)?.raw ?? (whole === null ? 'nothing' : `a whole: ${whole}`)

describe('what a claim is of', () => {
  it.each([
    ['全省规模以上工业增加值达到100亿元，增长5%。', ['nothing', '100亿元']],
    ['力争规模以上工业增加值达到100亿元，增长5%。', ['nothing', '100亿元']],
    ['高新技术产品销售收入占总销售收入的73.5%。', ['a whole: 总销售收入']],
  ])('%s', (text, wanted) => {
    const claims = claimsOf(text)
    expect(claims.map((claim) => parentOf(claim, claims))).toEqual(wanted)
  })
})

describe('a long report', () => {
  const filler = (sentences: number) => '会议指出，质量第一。\n'.repeat(sentences)
  const paragraph = '力争市场主体达到20万户，增长8%。其中，企业5万户，增长9%。认证绿色食品503个。\n'

  it.each([0, 1, 996, 997, 998, 999, 1000, 1001, 1997, 1998, 1999, 2000, 5000])(
    'is read alike behind %d sentences',
    (count) => {
      const said = (claims: readonly Claim[]) =>
        claims.map((claim) => [claim.raw, claim.indicator, claim.kind, claim.status, parentOf(claim, claims)])
      const text = filler(count) + paragraph + filler(3)
      const claims = claimsOf(text)
      expect(said(claims)).toEqual(said(claimsOf(paragraph)))
      expect(claims.map(({ source }) => text.slice(source.start, source.end))).toEqual(claims.map(({ raw }) => raw))
    },
  )

  it.each([996, 997, 998, 999, 1000])('keeps a plan of several paragraphs together behind %d sentences', (count) => {
    const plan = '全年计划完成水库加固5座；\n除险公园12座；\n栽树13万棵。\n'
    const list =
      '——创新能力提升。研发投入强度超过7%，户均专利达到10件以上。\n——智造普及。数控化率超过65%以上，新建车间300个、工厂50个。\n'
    for (const text of [plan, list]) {
      const statuses = claimsOf(filler(count) + text).map(({ status }) => status)
      expect(statuses).toEqual(claimsOf(text).map(({ status }) => status))
      expect(new Set(statuses)).toEqual(new Set(['target']))
    }
  })

  it('numbers its claims through, all as long', () => {
    const claims = claimsOf(paragraph.repeat(400))
    expect(claims).toHaveLength(2000)
    expect(claims.map(({ id }) => id)).toEqual(
      Array.from({ length: 2000 }, (_, index) => `c${String(index + 1).padStart(4, '0')}`),
    )
    expect(claims.filter(({ raw }) => raw === '8%').every((claim) => parentOf(claim, claims) === '20万户')).toBe(true)
  })
})
