import { describe, expect, it } from 'vitest'
import { auditReport } from '../src/audit/index.ts'
import { extract } from '../src/extract.ts'
import { readBytes, reportOf as reportOfText } from '../src/read/index.ts'
import { claimsOf, offices } from './compare-fixtures.ts'

const audit = (text: string, all = false) => auditReport(extract(reportOfText(text, { year: 2021 })), null, { all })

/** What an audit finds in a text: the check and the sum. */
const found = (text: string): string[] => audit(text).findings.map(({ check, sum }) => `${check} ${sum}`)

/** What fits, and what is open, bounds aside. */
const others = (text: string): string[] =>
  (audit(text, true).others ?? [])
    .filter(({ check }) => check !== 'bound')
    .map(({ verdict, check, sum }) => `${verdict} ${check} ${sum}`)

describe('figures that cannot all be right', () => {
  it.each([
    // Parts
    ['有效专利7335项，其中发明专利7534项。', 'part 7534项 > 7335项'],
    ['罚没款1.03亿元，其中食品罚没款10360万元。', 'part 10360万元 > 1.03亿元'],
    ['新增全国文明城市32个，总数达到22个。', 'part 32个 > 22个'],
    ['诉求120件，其中食品类30件，药品类40件，设备类60件。', 'sum 30件 + 40件 + 60件 = 130件 > 120件'],
    ['累计建成示范区35个，其中国家级12个、省级28个。', 'sum 12个 + 28个 = 40个 > 35个'],
    ['投诉举报总量12.5万件，其中投诉8.2万件，举报5.3万件。', 'sum 8.2万件 + 5.3万件 = 13.5万件 > 12.5万件'],
    ['共抽查企业1200家，其中合格1100家，不合格200家。', 'sum 1100家 + 200家 = 1300家 > 1200家'],
    ['进出口总额2.57万亿元，其中出口1.5万亿元，进口1.2万亿元。', 'sum 1.5万亿元 + 1.2万亿元 = 2.7万亿元 > 2.57万亿元'],
    // Totals
    ['国家标准12项、行业标准9项，合计13项。', 'sum 12项 + 9项 = 21项 ≠ 13项'],
    ['检查生产企业860家、销售企业1240家、使用单位300家，合计2500家。', 'sum 860家 + 1240家 + 300家 = 2400家 ≠ 2500家'],
    ['五年累计新增专利1200件，年均300件。', 'sum 1200件 ÷ 5 = 240件 ≠ 300件'],
    // Rates and shares
    ['抽检100批次，合格97批次，合格率95%。', 'rate 97批次 ÷ 100批次 = 97% ≠ 95%'],
    ['监督抽查450批次，发现不合格产品36批次，不合格率为6%。', 'rate 36批次 ÷ 450批次 = 8% ≠ 6%'],
    ['发现隐患1200个，整改1150个，整改完成率90.2%。', 'rate 1150个 ÷ 1200个 = 95.83% ≠ 90.2%'],
    ['市场主体432.6万户，其中企业115.2万户，占36.6%。', 'share 115.2万户 ÷ 432.6万户 = 26.63% ≠ 36.6%'],
    ['完成投资120亿元，占年度计划100亿元的110%。', 'share 120亿元 ÷ 100亿元 = 120% ≠ 110%'],
    ['第一产业占6.5%，第二产业占38.2%，第三产业占65.3%。', 'share 6.5% + 38.2% + 65.3% = 110% ≠ 100%'],
    ['清洁能源装机占比达到105%。', 'bound 105% > 100%'],
    // Changes
    ['规模以上企业从1200家增加到1100家。', 'change 1200家增加到1100家: 1100家 < 1200家'],
    ['群众满意率由85.2%提高到88.6%，提高2.4个百分点。', 'change 85.2% → 88.6%: +3.4百分点 ≠ +2.4百分点'],
    ['食品抽检合格率98.2%，比上年的97.1%提高2.1个百分点。', 'change 97.1% → 98.2%: +1.1百分点 ≠ +2.1百分点'],
    ['新登记企业5.6万户，同比增长12%，上年同期为5.2万户。', 'change 5.2万户 → 5.6万户: +7.69% ≠ +12%'],
    ['专精特新企业达到800家，较上年增加120家，增幅25%。', 'change 120家 ÷ 680家: +17.65% ≠ +25%'],
    ['通用机场增加25个、达到11个。', 'part 25个 > 11个'],
    ['进出口总额增长15%，其中出口增长12%，进口增长5%。', 'change 12%, 5%: 15% does not lie between'],
    ['绿色食品产值突破500亿元，达到486亿元。', 'threshold 486亿元 < 500亿元'],
    // Lists
    ['粮食、蔬菜、水果产量分别增长3.1%、2.2%。', 'list 粮食、蔬菜、水果产量: 3 ≠ 2 (3.1%、2.2%)'],
    ['新增长春市、吉林市、松原市4个试点城市。', 'list 新增长春市、吉林市、松原市: 3 ≠ 4'],
    ['投诉量前三位的是家用电器440件、服装鞋帽280件、餐饮服务396件。', 'rank 280件 < 396件'],
  ])('%s', (text, finding) => {
    expect(found(text)).toContain(finding)
  })
})

describe('figures that are all right, or not sure to hang together', () => {
  it.each([
    '有效专利7335项，其中发明专利1754项。',
    '罚没款1.03亿元，其中食品罚没款10340万元。',
    '企业100家，其中民营企业80家，高新技术企业60家。',
    '抽检5万批次，其中每千人6.6批次。',
    '今年计划抽检3000批次。去年抽检5000批次，其中食品4000批次。',
    '检查企业100家。检查商户300户，其中立案450件。',
    '通勤乘客满意度评分86.17分，其中老年乘客88.71分。',
    '国家标准12项、行业标准9项，合计21项。',
    '国家标准12项、行业标准9项，合计12项次整改。',
    '一般公共预算收入41260万元，占调整后预算102.15%。',
    '合格率达98%，比上年的97.1%提高0.9个百分点。',
    '投资完成率125.5%。',
    '城镇和农村居民人均可支配收入分别增长4.3%、5.5%。',
    '软件和信息服务业、金融业增加值分别增长9.6%、7.9%。',
    '出台产业扶持、人才引进等20条措施。',
    '推进3个先导区、6个园区建设。',
    '已有17个省（区、市）完成改革。',
    '创新指数从第11位跃升至第7位。',
    '贷款从4.2亿元调整为3.1亿元。',
    '受理案件128件176人。审结案件119件161人。',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('tells what it checked, and what it could not, and why', () => {
    expect(others('高铁里程由2110公里增至3055公里。')).toEqual(['fits change 2110公里增至3055公里'])
    expect(others('科技园、产业园、示范园分别增加2个。')).toEqual(['open list 科技园、产业园、示范园: 3 ≠ 1 (2个)'])
    const { checked, findings } = audit('全年质量工作不断推进，新增检测机构12家。')
    expect([Object.values(checked).every(({ fits, off, open }) => fits + off + open === 0), findings]).toEqual([
      true,
      [],
    ])
  })

  it('takes the figure in its place, where it stands twice in a sentence', () => {
    expect(found('国家标准12项、行业标准9项、团体标准12项，合计33项。')).toEqual([])
  })
})

describe('tables', () => {
  const table = (...rows: string[]) => [rows[0], (rows[0] ?? '').replace(/[^|]+/g, '---'), ...rows.slice(1)].join('\n')
  const inTable = async (text: string) => {
    const bytes = new TextEncoder().encode(`# 2021年情况\n\n${text}\n`)
    return auditReport(extract(await readBytes(bytes, { file: '表.md', year: 2021 }))).findings.map(({ sum }) => sum)
  }

  it('are the sums of their quarters, and of their places', async () => {
    const rows = (all: number, year: number) =>
      table(
        '|地区|一季度|二季度|三季度|四季度|全年|',
        `|全省|60|${all}|80|90|300|`,
        `|甲市|20|30|40|50|${year}|`,
        '|乙市|40|40|40|40|160|',
      )
    expect(await inTable(rows(70, 140))).toEqual([])
    expect((await inTable(rows(85, 150))).sort()).toEqual([
      '150 + 160 = 310 ≠ 300',
      '20 + 30 + 40 + 50 = 140 ≠ 150',
      '30 + 40 = 70 ≠ 85',
      '60 + 85 + 80 + 90 = 315 ≠ 300',
    ])
  })

  it('have shares of the row that is the whole', async () => {
    const rows = (share: string) =>
      table(
        '|指标|数量（户）|占比（%）|',
        '|经营主体|1000|100.0|',
        '|其中：企业|300|30.0|',
        `|个体工商户|690|${share}|`,
      )
    expect(await inTable(rows('69.0'))).toEqual([])
    expect(await inTable(rows('79.0'))).toEqual(['690 ÷ 1000 = 69% ≠ 79.0'])
  })
})

describe('the time that it takes', () => {
  it('grows as the report does', () => {
    const text = '抽检食品100批次，合格97批次，合格率97%；其中生产环节60批次，流通环节40批次。'
    const claims = (times: number) => extract(reportOfText(Array(times).fill(text).join('\n'), { year: 2021 }))
    const [small, large] = [claims(50), claims(400)]
    const spent = (extraction: typeof small) => {
      const start = process.cpuUsage().user
      for (let at = 0; at < 3; at++) auditReport(extraction)
      return process.cpuUsage().user - start
    }
    spent(small)
    expect(spent(large)).toBeLessThan(40 * Math.max(spent(small), 1000))
  })
})

describe('the reports of two years', () => {
  it.each(offices)('$name: the growths that do not fit are all that is found', ({ name, years: [before, after] }) => {
    const [old, news] = [claimsOf(name, before), claimsOf(name, after)]
    expect(auditReport(old).findings).toEqual([])
    expect(auditReport(news).findings).toEqual([])
    const { findings, checked } = auditReport(news, old)
    expect(findings.map(({ check, stated }) => [check, stated])).toEqual(
      name === 'liaoning'
        ? [
            ['growth', 41.1],
            ['growth', 1.3],
          ]
        : [
            ['growth', 13.4],
            ['growth', 18],
          ],
    )
    expect(findings.map(({ previous }) => previous?.raw)).toEqual(
      name === 'liaoning' ? ['38.2万件', '97.9%'] : ['1.24万家', '118.6亿元'],
    )
    expect(checked.growth.fits).toBeGreaterThan(18)
  })
})
