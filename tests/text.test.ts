import { describe, expect, it } from 'vitest'
import { fold } from '../src/text/fold.ts'
import { findParagraphs } from '../src/text/paragraphs.ts'
import { headingOf } from '../src/text/sections.ts'
import { spanInReport, splitSentences } from '../src/text/sentences.ts'

describe('fold', () => {
  it.each([
    ['１７１ 项，９５．２％', '171 项，95.2%'],
    ['質量強市（試點）', '质量强市（试点）'],
    ['−0.7 ＋63 ㎡ ℃', '-0.7 +63 ㎡ ℃'],
    ['二〇二一年', '二零二一年'],
    ['二○二一年○ 无条件', '二零二一年○ 无条件'],
    ['增长8.79%,其中(含配套)1,234家;投资:5.6%,10.2%', '增长8.79%，其中（含配套）1,234家；投资：5.6%,10.2%'],
    ['比例为1:2.5,于12:30发布。见a.txt, b.txt', '比例为1:2.5，于12:30发布。见a.txt, b.txt'],
    ['通报了情况.据介绍', '通报了情况。据介绍'],
    ['合格率15℅', '合格率15%'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(text).length).toBe(text.length)
  })
})

describe('paragraphs', () => {
  const linesOf = (text: string) =>
    findParagraphs(text).map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)))

  it('join what a page break cuts', () => {
    const text = '强化标准化示范工地考核检查，将检测机构纳\n\n— 8 —\n\n入第六方责任主体；出台细则。\n\n第二段。'
    expect(linesOf(text)).toEqual([
      ['强化标准化示范工地考核检查，将检测机构纳', '入第六方责任主体；出台细则。'],
      ['第二段。'],
    ])
  })

  it('keep headings, lists and rows of a table apart', () => {
    const text =
      '一、农产品\n（一）绿色食品，认证情况和基地建设的有关情况\n——认证：503个，有效\n甲，乙，丙，丁，戊，己，庚\t5\t6\n'
    expect(linesOf(text).length).toBe(4)
  })

  it('know the number of their first line', () => {
    expect(findParagraphs('甲。\r\n\r\n乙。\r丙。').map(({ line }) => line)).toEqual([1, 3, 4])
  })
})

describe('headings', () => {
  it.each([
    ['一、2018年工作回顾', '2018年工作回顾'],
    ['（一）产业升级迈出坚实步伐。规上工业增加值增长6.9%。', '产业升级迈出坚实步伐'],
    ['农产品质量方面，新认证503个。', '农产品质量'],
    ['【食品药品】', '食品药品'],
    ['农产品质量', '农产品质量'],
    ['下一步，力争达到98%。', '下一步'],
    ['——公共服务质量满意度：82.4分', null],
    ['1.新认证503个，创建2个，完成5项，建成6家。', null],
    ['2020年，全省新认证503个。', null],
  ])('%s', (paragraph, name) => {
    expect(headingOf(paragraph)?.name ?? null).toBe(name)
  })
})

describe('sentences', () => {
  const text = '一、回顾\n农产品质量方面，新认证 503 个；创建 17 381 家。\n服务业稳步增长。\n二、打算\n达到98%。'
  const sentences = [...splitSentences({ text })]

  it('have their headings, and an opener holds for its own paragraph alone', () => {
    expect(sentences.map(({ reading, sections }) => [reading, ...sections])).toEqual([
      ['一、回顾', '回顾'],
      ['农产品质量方面，新认证503个；', '回顾', '农产品质量'],
      ['创建17381家。', '回顾', '农产品质量'],
      ['服务业稳步增长。', '回顾'],
      ['二、打算', '打算'],
      ['达到98%。', '打算'],
    ])
  })

  it('point back into the report', () => {
    for (const sentence of sentences) {
      const { reading } = sentence
      for (let at = 0; at < reading.length; at++) {
        const { start, end } = spanInReport(sentence, at, at + 1)
        expect(text.slice(start, end)).toBe(reading[at])
      }
    }
    const [, , created] = sentences
    const span = created && spanInReport(created, 2, 8)
    expect(span && text.slice(span.start, span.end)).toBe('17 381 家')
  })
})
