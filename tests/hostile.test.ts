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
  'a long table': (length) => `指标｜2021年｜2022年\n${'证书｜503｜612\n'.repeat(length / 11)}`,
}

const [short, long] = [5_000, 40_000]

/** Processor time, which other work on the machine changes least: the median of three. */
function costOf(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    extract(reportOf(text))
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return times.sort((one, other) => one - other)[1] ?? 0
}

describe('hostile text', () => {
  // Tried again where something else took the machine; a square fails each time
  it.each(Object.entries(kinds))('of %s costs no more than its length', { retry: 2 }, (_, make) => {
    // The long one first, so that the code is compiled for both
    const cost = costOf(make(long))
    // Eight times the text: a square would cost 64 times. What takes less than ten milliseconds cannot be measured well
    expect(cost).toBeLessThan(24 * Math.max(costOf(make(short)), 10_000))
  })

  it('of a list longer than a call takes arguments gives its claims', () => {
    expect(extract(reportOf('3个、'.repeat(130_000))).claims.length).toBeGreaterThan(100_000)
  })
})
