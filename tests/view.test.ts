import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { readReport, reportOf } from '../src/read/index.ts'
import { builtInTaxonomy } from '../src/sectors/index.ts'
import type { Claim, Report } from '../src/types.ts'
import { numberText } from '../src/view/amount.ts'
import { spread } from '../src/view/charts/slopes.ts'
import { reviewPage, viewedOf } from '../src/view/index.ts'
import { markedText } from '../src/view/marked-text.ts'
import { candidatesOf } from '../src/view/reasons.ts'
import { wordsFor } from '../src/view/words.ts'

function pageFor(report: Report): string {
  return reviewPage([viewedOf(report)], builtInTaxonomy())
}

describe('the review page', () => {
  it('runs its own script and style alone, and names no address', async () => {
    const page = pageFor(await readReport('seeds/jilin-2020.txt'))
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? ''
    const hashes = ['script', 'style'].map((tag) => {
      const content = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? ''
      expect(content.length).toBeGreaterThan(1000)
      return `${tag}-src 'sha256-${createHash('sha256').update(content).digest('base64')}'`
    })
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "base-uri 'none'", ...hashes]))
    expect(/(?:https?:\/\/(?!www\.w3\.org\/2000\/svg)|@import|url\().{0,40}/.exec(page)).toBe(null)
  })

  it('is the same for the same bytes', async () => {
    const report = await readReport('seeds/jilin-2020.txt')
    expect(pageFor(report)).toBe(pageFor(report))
  })

  it('is small: a report of a few thousand characters under 250 KB, one with 300 claims under 700 KB', async () => {
    expect(Buffer.byteLength(pageFor(await readReport('seeds/jilin-2020.txt')))).toBeLessThan(250_000)
    const texts = readdirSync('fixtures/reports').map((name) => {
      const [file] = readdirSync(`fixtures/reports/${name}`).filter((one) => one.startsWith('report.'))
      return file === undefined ? '' : readFileSync(`fixtures/reports/${name}/${file}`, 'utf8')
    })
    const report = reportOf(texts.join('\n'))
    const { claims } = extract(report)
    expect(claims.length).toBeGreaterThan(300)
    expect((Buffer.byteLength(pageFor(report)) / claims.length) * 300).toBeLessThan(700_000)
  })
})

describe('the other names of a figure', () => {
  it('are those that were possible, each figure of a list with its own', () => {
    const { explained } = viewedOf(
      reportOf('食品抽检4.2万批次，合格率98.6%。城镇和农村居民人均可支配收入分别增长4.3%、5.5%。'),
    )
    const quantities = explained.flatMap((sentence) => sentence.quantities)
    for (const quantity of quantities) {
      const others = candidatesOf(quantity).map(({ indicator }) => indicator)
      expect(others).not.toContain(quantity.claim?.indicator)
    }
    expect(quantities).toHaveLength(4)
    expect(quantities.flatMap(candidatesOf).length).toBeGreaterThan(3)
  })
})

describe('a text with its figures', () => {
  const text = '新认证“三品一标”503个，<b>\r\n\t达1,000'
  const at = (part: string): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length]
  const [claim] = extract(reportOf(text)).claims
  const placed = (figure: string, names: string[], action: string | null) => {
    const [start, end] = at(figure)
    const source = { ...(claim as Claim).source, start, end }
    return {
      ...(claim as Claim),
      source,
      indicatorSpans: names.map(at),
      actionSpan: action === null ? null : at(action),
    }
  }

  it('marks the words that name them too, also where several share them or a figure stands in one', () => {
    const html = markedText(text, [
      placed('503个', ['三品一标'], '新认证'),
      placed('1,000', ['三品一标', '达1,000'], null),
    ])
    expect(html).toBe(
      '<p><span class="name" data-n="0">新认证</span>“<span class="name" data-n="0 1">三品一标</span>”' +
        '<mark role="button" tabindex="-1" data-f="0">503个</mark>，&lt;b&gt;</p>&#13;\n' +
        '<p class="cells">\t<span class="name" data-n="1">达</span>' +
        '<span class="name" data-n="1"><mark role="button" tabindex="-1" data-f="1">1,000</mark></span></p>',
    )
  })
})

describe('names at the end of slopes', () => {
  it('stand apart, as near to their lines as can be', () => {
    expect(spread([9, 5, 1], 2)).toEqual([9, 5, 1])
    expect(spread([5, 5], 2)).toEqual([6, 4])
    expect(spread([9, 3, 3, 2.9], 1)[0]).toBe(9)
  })
})

describe('the words of a page', () => {
  it('are as many in each language', () => {
    const keys = (words: object): string[] =>
      Object.entries(words).flatMap(([key, value]) => [key, ...(typeof value === 'object' ? keys(value) : [])])
    expect(keys(wordsFor('en'))).toEqual(keys(wordsFor('zh')))
  })
})

describe('an amount', () => {
  it.each([
    [503, '503'],
    [207100, '20.71万'],
    [1.22e9, '12.2亿'],
    [6.2661e12, '6.2661万亿'],
    [0.6667, '0.6667'],
    [-3100000, '-310万'],
  ])('%d is %s', (value, text) => {
    expect(numberText(value, 'zh')).toBe(text)
  })

  it('is grouped in English', () => {
    expect(numberText(207100.5, 'en')).toBe('207,100.5')
  })
})
