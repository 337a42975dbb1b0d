import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

/** Texts that would cost a square where a rule goes back over what it has read. */
const kinds: Readonly<Record<string, (length: number) => string>> = {
  digits: (length) => '1'.repeat(length),
  'ordinals alone': (length) => '第'.repeat(length),
  'magnitudes alone': (length) => '万亿'.repeat(length / 2),
  'list marks': (length) => '、'.repeat(length),
  'quotation marks': (length) => '“'.repeat(length),
  'brackets in brackets': (length) => `${'（'.repeat(length / 2)}3个${'）'.repeat(length / 2)}`,
  'one sentence of figures': (length) => '新登记市场主体20.71万户，同比增长8.79%，'.repeat(length / 25),
  'one list of figures': (length) => '3个、'.repeat(length / 3),
  'figures beside brackets': (length) => '（甲）3个'.repeat(length / 6),
  'a clause without end': (length) => `${'推进质量强省建设'.repeat(length / 8)}503个`,
  'hedges without end': (length) => `${'超'.repeat(length)}过5个`,
  'one paragraph a figure': (length) => '新认证503个。\n'.repeat(length / 9),
  'figures in turn with spaces': (length) => '3 '.repeat(length / 2),
  'digits and commas': (length) => '1,'.repeat(length / 2),
  'a list and its figures': (length) => `${'甲、'.repeat(length / 4)}分别为${'3个、'.repeat(length / 6)}`,
  'rises from and to': (length) => '从5%提高到6%，'.repeat(length / 9),
  'Traditional characters': (length) => '新認證503個，'.repeat(length / 8),
  'forecasts in a row': (length) => '预计5家，'.repeat(length / 5),
  'plans in a row': (length) => '计划新增5家；'.repeat(length / 7),
  'parts of parts': (length) => '检查9个，其中5个，'.repeat(length / 10),
  'goals behind': (length) => '明确5个、'.repeat(length / 5),
  'footnote marks': (length) => '收入[1]'.repeat(length / 5),
  'a long table': (length) => `指标｜2021年｜2022年\n${'证书｜503｜612\n'.repeat(length / 11)}`,
}

const [short, long] = [10_000, 160_000]

/** Least processor time of two runs in milliseconds: what else the machine does adds to it, and takes nothing off. */
function costOf(text: string): number {
  const times = Array.from({ length: 2 }, () => {
    const before = process.cpuUsage()
    extract(reportOf(text))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

describe('hostile text', () => {
  // Tried again where something else took the machine; a square fails each time
  it.each(Object.entries(kinds))('of %s costs no more than its length', { retry: 1 }, (_, make) => {
    // The long one first, so that the code is compiled for both
    const cost = costOf(make(long))
    // Sixteen times the text: a square would cost 256 times. What takes less than four milliseconds is hard to measure
    expect(cost).toBeLessThan(40 * Math.max(costOf(make(short)), 4))
  })

  it('of a list longer than a call takes arguments gives its claims', () => {
    expect(extract(reportOf(`企业${'3个、'.repeat(130_000)}`)).claims.length).toBeGreaterThan(100_000)
  })
})
