/**
 * How long comparing takes and what it needs, on generated reports:
 *
 *   npx tsc -p bench && node node_modules/.cache/baoshu-bench/bench/compare.js [sizes]
 *
 * Every size runs in a process of its own, so that its memory is its own. `CPU / n log n` (in microseconds) should not grow.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compareReports } from '../src/compare/index.ts'
import type { Claim, Extraction } from '../src/types.ts'

const places = '东西南北中上下新老大'
  .split('')
  .flatMap((one) => ['山', '河', '湖', '城', '港', '岭', '桥', '原', '川', '口'].map((other) => `${one}${other}`))
const owners =
  '食品,药品,特种设备,电梯,农产品,消费品,工业产品,进口商品,出口商品,小微企业,服务业,制造业,建筑工程,检验机构,认证机构,计量器具,标准化,商标,发明专利,绿色建筑'.split(
    ',',
  )
const heads =
  '监督抽检批次,合格率,不合格批次,投诉举报,示范基地,获奖企业,营业收入,从业人员,违法案件,罚没款,注册数,覆盖率,满意度,办结率,培训人数,持证人员,整治行动,召回数量,证书,改造项目'.split(
    ',',
  )
const units = '批次 % 批次 件 个 家 元 人 件 元 家 % 分 % 人 人 次 件 张 个'.split(' ')

/** n claims with names of their own, each with a value near that of the same claim a year before. */
function generate(n: number, year: number): Extraction {
  const claims = Array.from({ length: n }, (_, at): Claim => {
    const [place, owner, head] = [
      at % places.length,
      Math.floor(at / 100) % owners.length,
      Math.floor(at / 2000) % heads.length,
    ]
    const round = Math.floor(at / (places.length * owners.length * heads.length))
    // One name in ten is worded differently in the second year
    const reworded = year === 2021 && at % 10 === 3 ? '全年' : ''
    const indicator = `${places[place]}${round > 0 ? `第${round}片` : ''}${reworded}${owners[owner]}${heads[head]}`
    const value = Math.round(100 + ((at * 7919) % 9000) * (year === 2021 ? 1.07 : 1))
    const raw = `${value}${units[head]}`
    return {
      id: `c${at}`,
      raw,
      value,
      high: null,
      unit: units[head] ?? '',
      currency: null,
      qualifier: 'exact',
      indicator,
      concept: null,
      action: '',
      kind: 'level',
      status: 'actual',
      sector: 'general',
      sectorBy: 'none',
      period: null,
      region: null,
      of: null,
      whole: null,
      reference: null,
      basis: null,
      direction: null,
      confidence: 1,
      extractor: 'generated',
      indicatorSpans: [],
      actionSpan: null,
      source: {
        start: at * 30,
        end: at * 30 + raw.length,
        line: at + 1,
        section: null,
        sentenceStart: 0,
        read: 'text' as const,
        sentence: `${indicator}${raw}`,
      },
    }
  })
  const report = {
    file: `${year}`,
    title: null,
    source: null,
    region: null,
    year,
    characters: n * 30,
    sha256: `${year}`,
  }
  return { schema: 'baoshu/2', report, claims }
}

/** Shuffled in a way that is the same every time: the new report has another order. */
function rotate(extraction: Extraction, by: number): Extraction {
  return { ...extraction, claims: [...extraction.claims.slice(by), ...extraction.claims.slice(0, by)] }
}

const [only, ...rest] = process.argv.slice(2)
if (only === '--one') {
  const n = Number(rest[0])
  const [old, news] = [generate(n, 2020), rotate(generate(n, 2021), Math.floor(n / 20))]
  const [start, before] = [performance.now(), process.cpuUsage()]
  const { rows } = compareReports(old, news, {})
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1e6
  const right = rows.filter((row) => row.old !== null && row.old.id === row.new?.id).length
  const memory = process.resourceUsage().maxRSS / 1024
  const perUnit = (cpu / (n * Math.log2(n))) * 1e6
  console.log(
    [n, seconds.toFixed(2), cpu.toFixed(2), perUnit.toFixed(2), memory.toFixed(0), ((right / n) * 100).toFixed(1)].join(
      '\t',
    ),
  )
} else {
  console.log(['claims', 'seconds', 'CPU', 'CPU / n log n', 'MB', '% right'].join('\t'))
  for (const n of only === undefined ? [1000, 3000, 10_000, 30_000] : [only, ...rest]) {
    const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', String(n)], { encoding: 'utf8' })
    process.stdout.write(run.stdout || run.stderr)
  }
}
