import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities } from '../src/quantities/index.ts'
import { splitSentences } from '../src/text/sentences.ts'
import { currencyOf, moneyNamedBehind, moneyNames } from '../src/tokens/currencies.ts'
import { units } from '../src/tokens/units.ts'

/** Two ways to write each digit and magnitude: as everyday text does, and as amounts in words do. */
const scripts = [
  ['零一二三四五六七八九', ['', '十', '百', '千']],
  ['零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']],
] as const
type Script = (typeof scripts)[number]

/** 3210 → 三千二百一十, four figures at most; 零 for those left out between others. */
function spellSection(section: number, [digits, magnitudes]: Script): string {
  return [...String(section)]
    .map((figure, i, all) => (figure === '0' ? '零' : digits.charAt(Number(figure)) + magnitudes[all.length - 1 - i]))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}

/** 120003400 → 一亿二千万三千四百 */
function spell(number: number, script: Script): string {
  const [high, middle, low] = [Math.floor(number / 1e8), Math.floor(number / 1e4) % 1e4, number % 1e4]
  let text = high > 0 ? `${spellSection(high, script)}亿` : ''
  if (middle > 0) text += `${text !== '' && middle < 1000 ? '零' : ''}${spellSection(middle, script)}万`
  if (low > 0) text += `${text !== '' && (low < 1000 || middle === 0) ? '零' : ''}${spellSection(low, script)}`
  return text
}

const words = (lines: string) => lines.split(/\s+/).filter(Boolean)
const counted = fc.constantFrom('家', '户', '人次', '批次', '元', '亩', '吨', '个百分点', '微克/立方米')
const figure = fc.integer({ min: 2, max: 999_999_999_999 })

describe('a number reads back as it was written', () => {
  it('in words, everyday and formal', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom(...scripts), (number, script) => {
        expect(findQuantities(`资产${spell(number, script)}元`)).toMatchObject([{ value: number, unit: '元' }])
      }),
    )
  })

  it('in figures, with points, commas, magnitudes and signs', () => {
    const magnitude = fc.constantFrom(['', 0], ['万', 4], ['亿', 8], ['万亿', 12]) as fc.Arbitrary<[string, number]>
    const parts = [fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 3 }), magnitude] as const
    fc.assert(
      fc.property(
        ...parts,
        fc.boolean(),
        fc.constantFrom('', '-', '－', '−', '负'),
        (digits, scale, [word, power], commas, sign) => {
          const plain = (digits / 10 ** scale).toFixed(scale)
          const [whole = '', rest] = plain.split('.')
          const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`)
          const raw = `${sign}${commas ? grouped : plain}${word}元`
          const value = Number(`${sign === '' ? '' : '-'}${plain}e${power}`)
          expect(findQuantities(`净利润为${raw.replace(/[－−]/, '-')}`)).toMatchObject([
            { value: value === 0 ? expect.any(Number) : value, unit: '元' },
          ])
        },
      ),
    )
  })

  it('mixed: 3千零20, 13万2', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), counted, (many, few, unit) => {
        expect(findQuantities(`共${many}万零${few}${unit}`)).toMatchObject([{ value: many * 1e4 + few }])
        expect(findQuantities(`共${many}万${few}`)).toMatchObject([{ value: many * 1e4 + few * 1e3 }])
        expect(findQuantities(`共${many}万${few}千${unit}`)).toMatchObject([{ value: many * 1e4 + few * 1e3 }])
      }),
    )
  })

  it('in every unit, with every hedge and as a range', () => {
    const known = Object.values(units)
      .flatMap(words)
      // 11点至16点 and 11日—16日 are times
      .filter((unit) => unit !== '点' && unit !== '日')
    const hedges = fc.constantFrom(
      ['约', '', 'about'],
      ['超过', '', 'over'],
      ['不足', '', 'under'],
      ['', '左右', 'about'],
      ['', '以上', 'over'],
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.integer({ min: 11, max: 99 }),
        hedges,
        (unit, number, [before, after, qualifier]) => {
          expect(findQuantities(`面积${before}${number}${unit}${after}`)).toMatchObject([
            { value: number, unit, qualifier },
          ])
          expect(findQuantities(`面积${number}${unit}—${number + 5}${unit}`)).toMatchObject([
            { value: number, high: number + 5, unit },
          ])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('where one number ends', () => {
  it.each([
    ['跨越7万亿、8万亿、9万亿三个台阶', [7e12, 8e12, 9e12, 3]],
    ['涉及企业120，360人受益', [120, 360]],
    ['分别为20, 300, 450元', [20, 300, 450]],
    ['登记市场主体207，100户', [207100]],
    ['唯一一家、十分之一二手房', [0.1]],
  ])('%s', (text, values) => {
    const [sentence] = splitSentences({ text })
    expect(findQuantities(sentence?.reading ?? '').map(({ value }) => value)).toEqual(values)
  })

  it.each([
    ['床位7.1 815张', ['7.1', '815张']],
    ['县级2843 977 394个', ['2843', '977', '394个']],
    ['资产9,370 149万元', ['9,370', '149万元']],
    ['医院12\t35家', ['12', '35家']],
    ['户籍人口1 205 388人', ['1205388人']],
  ])('%s', (text, raws) => {
    const [sentence] = splitSentences({ text })
    expect(findQuantities(sentence?.reading ?? '').map(({ raw }) => raw)).toEqual(raws)
  })
})

describe('money', () => {
  const named = moneyNames.filter(([name]) => name !== '元')

  it.each(named)('in %s is in %s, named before or behind', (name, unit) => {
    const behind = [{ value: 3e8, unit }]
    expect(findQuantities(`投资3亿${name}`)).toMatchObject([{ raw: `3亿${name}`, ...behind[0] }])
    if (name === '法郎') return
    expect(findQuantities(`投资${name}3亿元`)).toMatchObject([{ raw: `${name}3亿元`, value: 3e8, unit }])
    expect(findQuantities(`投资${name}3亿`)).toMatchObject([{ raw: `${name}3亿`, value: 3e8, unit }])
    expect(findQuantities(`投资${name}超过3亿元`)).toMatchObject([
      { raw: '3亿元', value: 3e8, unit, qualifier: 'over' },
    ])
  })

  it.each(moneyNamedBehind)('behind a word for money: 5%s is in %s', (written, unit) => {
    expect(findQuantities(`费用5${written}`)).toMatchObject([{ raw: `5${written}`, value: 5, unit }])
  })

  it.each([
    ['￥300', '元', 300],
    ['¥1,200', '元', 1200],
    ['$2.5亿', '美元', 250000000],
    ['US$300万', '美元', 3000000],
    ['HK$8000', '港元', 8000],
    ['€50', '欧元', 50],
    ['-￥300', '元', -300],
    ['￥-300', '元', -300],
  ])('%s', (text, unit, value) => {
    expect(findQuantities(`费用${text}`)).toMatchObject([{ raw: text, unit, value }])
  })

  it('has a code, a price that of its money, and nothing else has one', () => {
    expect(['元', '港元', '元/吨', '角', '美分', '户', '', '%'].map(currencyOf)).toEqual([
      'CNY',
      'HKD',
      'CNY',
      'CNY',
      'USD',
      null,
      null,
      null,
    ])
  })

  it('keeps the unit that is written where that is no 元', () => {
    expect(findQuantities('人民币债券5只，人民币兑换3亿美元')).toMatchObject([{ unit: '只' }, { unit: '美元' }])
  })
})
