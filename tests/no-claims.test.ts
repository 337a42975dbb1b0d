import { describe, expect, it } from 'vitest'
import { modifiers } from '../src/claims/mentions/modifiers.ts'
import { extract } from '../src/extract.ts'
import { findQuantities } from '../src/quantities/index.ts'
import { reportOf } from '../src/read/index.ts'

const rawsOf = (text: string): string[] => extract(reportOf(text, { year: 2021 })).claims.map(({ raw }) => raw)

describe('what is around the text of a page claims nothing', () => {
  it('lines of contents, captions, axes, notes, page heads and feet', () => {
    const text = `某省2022年统计公报
目录
一、综合 ................ 3
二、农业……………………5
（一）工业 7

图 3  2018-2022年地区生产总值
亿元
60000
50000
%
8.0
6.0
全年地区生产总值48200亿元，增长4.2%（见图3、表4和附件2）。
表 4  2022年居民消费价格
单位：%
注1：本公报1%以内误差不另说明。
[1]规模以上工业统计范围为年主营业务收入2000万元及以上的工业企业。其余2类除外。
［5］两重：国家重大战略实施。
第 3 页 共 12 页
发布日期：2023-02-28 10:30:15 来源：省统计局 浏览次数：12,345次
电话：0351-4195000、4195001 邮编：030001 （0351）4083456
晋ICP备05000001号-1 晋公网安备14010902000123号 网站标识码：1400000022`
    expect(rawsOf(text)).toEqual(['48200亿元', '4.2%'])
  })

  it.each([
    ['会议下午两点半开始，每晚20点关门，合格率98%。', ['98%']],
    ['依据国质检〔2018〕-26号文件改造国道318，完成率97%。', ['97%']],
    ['校验码3fa85f6457174562，误差1.5e-3，样本2^10，满意率96%。', ['96%']],
    ['地砖规格800mm×800mm，三次产业结构为6.5:38.2:55.3，达标率95%。', ['95%']],
    ['居民消费价格指数（上年=100）为101.2，以2020年为100。', ['101.2']],
    ['60岁及以上人口占21.3%，人均预期寿命79.1岁。', ['21.3%', '79.1岁']],
    ['18k金饰品合格率94%，商场负一层商户12家。', ['94%', '12家']],
    ['登陆台风3个，陆家嘴企业20家，队伍三百人，收拾场地9处。', ['3个', '20家', '三百人', '9处']],
  ])('%s', (text, raws) => {
    expect(rawsOf(text)).toEqual(raws)
  })

  it('names are clean of what was left out', () => {
    const names = (text: string) => extract(reportOf(text, { year: 2021 })).claims.map(({ indicator }) => indicator)
    expect(names('居民消费价格指数（上年=100）为101.2。')).toEqual(['居民消费价格指数'])
    expect(names('发行总额（亿元）：10.00\n贷款港币约8亿元。')).toEqual(['发行总额', '贷款'])
    expect(names('产值<U+00A0>5亿元，利润&#160;3亿元。')).toEqual(['产值', '利润'])
  })
})

describe.each(modifiers.map((modifier) => [modifier.name, modifier] as const))('describing: %s', (_, modifier) => {
  const describes = (sentence: string, raw: string): boolean => {
    const quantity = findQuantities(sentence).find((found) => found.raw === raw)
    if (quantity === undefined) throw new Error(`${sentence} holds no ${raw}`)
    return modifier.describes({
      before: sentence.slice(0, quantity.start),
      quantity,
      behind: sentence.slice(quantity.end),
    })
  }

  it.each(modifier.examples)('in %s is %s', (sentence, raw) => {
    expect(describes(sentence, raw)).toBe(true)
    expect(rawsOf(sentence)).not.toContain(raw)
  })

  it.each(modifier.never)('in %s is not %s', (sentence, raw) => {
    expect(describes(sentence, raw)).toBe(false)
  })
})
