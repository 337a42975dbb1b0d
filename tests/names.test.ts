import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

/** Each claim as its figure, indicator, action, kind with direction, and status where it is no actual figure. */
const saidOf = (text: string): string[] =>
  extract(reportOf(text, { year: 2021 })).claims.map(({ raw, indicator, action, kind, direction, status }) =>
    [raw, indicator, action, kind, direction ?? '', status === 'actual' ? '' : status].filter(Boolean).join(' '),
  )

describe('names', () => {
  it.each([
    ['机构对特种设备进行检验，督促企业整改隐患1250个。', ['1250个 隐患 督促企业整改 level']],
    ['上半年全市新登记市场主体中企业3.2万户。', ['3.2万户 企业 level']],
    ['为退役军人提供2.6万个就业岗位。', ['2.6万个 就业岗位 提供 level']],
    ['为小微企业解决计量难题64个。', ['64个 计量难题 解决 level']],
    ['建立残疾人两项补贴制度，惠及210万人。', ['210万人 残疾人两项补贴制度 惠及 level']],
    ['抽查发现23批次产品不合格。', ['23批次 产品不合格 发现 level']],
    ['25个行业增加值实现增长。', ['25个 行业 实现 level']],
    ['整合提升1200个民生服务综合体。', ['1200个 民生服务综合体 提升 level']],
    [
      '共巡查在建项目312个，其中住宅工程99个，公共建筑30个，合格率98%。',
      [
        '312个 在建项目 共巡查 level',
        '99个 住宅工程 共巡查 level',
        '30个 公共建筑 共巡查 level',
        '98% 公共建筑合格率 level',
      ],
    ],
    ['压减4471家定点屠宰厂。', ['4471家 定点屠宰厂 change down']],
    ['市民投诉占绝大多数，达5153件。', ['5153件 市民投诉 level']],
    ['出境投诉量与上年基本持平，共529件。', ['529件 出境投诉量 level']],
    [
      '市场主体呈现良好势头，从2012年的50万户增长到目前的160万户。',
      ['50万户 市场主体 level baseline', '160万户 市场主体 增长到 level'],
    ],
    ['热线12345担当主入口。', []],
    ['技术合同成交额年均增长28.5%。', ['28.5% 技术合同成交额 change up']],
    ['食品、药品抽检合格率分别达98.5%和99%。', ['98.5% 食品抽检合格率 level', '99% 药品抽检合格率 level']],
    ['粮食产量26.9亿斤，增产0.9亿斤。', ['26.9亿斤 粮食产量 level', '0.9亿斤 粮食产量 change up']],
    ['13个大模型通过国家备案。', ['13个 大模型 通过 level']],
    ['颗粒物浓度为40微克/m3。', ['40微克/m3 颗粒物浓度 level']],
    ['颗粒物浓度为24.7μg/m3。', ['24.7μg/m3 颗粒物浓度 level']],
    ['共开具整改通知单70份。', ['70份 整改通知单 共开具 level']],
    ['3个市场监管所被评为五星所。', ['3个 市场监管所 评为 level']],
    ['发放宣传资料300余万份。', ['300余万份 宣传资料 发放 level']],
    ['检查覆盖面超过95%。', ['95% 检查覆盖面 level']],
    ['全省建成检测中心（站）36个。', ['36个 检测中心（站） 建成 level']],
    ['七台河市新认证绿色食品12个。', ['12个 绿色食品 新认证 level']],
    ['移送司法机关143件。', ['143件 移送司法机关 移送 level']],
    ['参训人员500人。', ['500人 参训人员 level']],
    ['456个县区通过评估。', ['456个 县区 通过 level']],
    ['共计发展优质稻面积17万亩。', ['17万亩 优质稻面积 共计发展 level']],
    ['全国消协组织共受理投诉104万件。', ['104万件 投诉 共受理 level']],
    ['一般性转移支付规模大幅增加、专项转移支付项目有260个。', ['260个 专项转移支付项目 level']],
    ['苏州市区企业123家。', ['123家 企业 level']],
    ['湖北粮食总产量1203亿斤。', ['1203亿斤 粮食总产量 level']],
    ['武汉港吞吐量1.2亿吨。', ['1.2亿吨 武汉港吞吐量 level']],
    ['5家内向型企业获奖。', ['5家 内向型企业 获奖 level']],
    ['注销企业123家，存续企业3213家。', ['123家 企业 注销 level', '3213家 存续企业 level']],
    ['专利申请量、授权量分别为300件、200件。', ['300件 专利申请量 level', '200件 专利授权量 level']],
    ['义务教育 全市义务教育中小学214所。', ['214所 义务教育中小学 level']],
    ['备案行业标准4414项，地方标准4004项。', ['4414项 行业标准 备案 level', '4004项 地方标准 备案 level']],
    ['全年共抽查1280家企业生产的1560批次产品。', ['1280家 企业 共抽查 level', '1560批次 产品 共抽查 level']],
    [
      '中小型企业不合格产品检出率分别为5.6%和14.4%。',
      ['5.6% 中型企业不合格产品检出率 level', '14.4% 小型企业不合格产品检出率 level'],
    ],
    ['每千人托位、养老床位数分别达到4.7个、27.3张。', ['4.7个 每千人托位数 level', '27.3张 每千人养老床位数 level']],
  ])('%s', (text, wanted) => {
    expect(saidOf(text)).toEqual(wanted)
  })

  it.each([
    ['新登记市场主体突破百万大关，达102.4万户。', ['102.4万户 新登记市场主体 level']],
    ['市场主体20万户，平均每天新设1200户。', ['20万户 市场主体 level', '1200户 市场主体 新设 level']],
    ['出栏生猪26万头，存栏9万头。', ['26万头 生猪 出栏 level', '9万头 生猪存栏 存栏 level']],
    ['服务类投诉占比持续上升，连续两年超过40%。', ['40% 服务类投诉占比 share']],
    ['绿色农产品比重：68.9%。', ['68.9% 绿色农产品比重 level']],
  ])('that were said before: %s', (text, wanted) => {
    expect(saidOf(text)).toEqual(wanted)
  })
})

describe('changes', () => {
  it.each([
    ['一般公共预算收入2.4亿元，比上年减收1070万元。', '1070万元 一般公共预算收入 change down'],
    ['工业总产值比增12.2%。', '12.2% 工业总产值 change up'],
    ['产业营收保持20%以上增长。', '20% 产业营收 change up'],
    ['投诉、举报数量增幅较大，分别增长46.3%、37.9%。', '37.9% 举报数量 change up'],
    ['教育、医疗支出占消费支出的比重分别提高0.7个和1.3个百分点。', '1.3个百分点 医疗支出比重 change up'],
    ['第一产业占地区生产总值的比重上升3.8个百分点。', '3.8个百分点 第一产业比重 change up'],
    ['产业层次改造提升5个百分点。', '5个百分点 产业层次改造 change up'],
    ['营业收入、利润分别增长10%,20%。', '20% 利润 change up'],
  ])('%s', (text, wanted) => {
    expect(saidOf(text).at(-1)).toBe(wanted)
  })

  it('are none: a natural growth rate, a gap to two places', () => {
    expect(saidOf('人口自然增长率7.22‰。')).toEqual(['7.22‰ 人口自然增长率 level'])
    expect(saidOf('生产总值增长6.2%，高于全国、全省1.1个、0.4个百分点。')).toEqual([
      '6.2% 生产总值 change up',
      '1.1个 生产总值 gap up',
      '0.4个百分点 生产总值 gap up',
    ])
  })

  it('are gaps to what has its figure in brackets', () => {
    expect(saidOf('合格率为93.58%，较全国平均水平（93.29%）高出0.29个百分点。').at(-1)).toMatch(/ gap up$/)
  })

  it('begin at a baseline across a comma', () => {
    expect(saidOf('产品合格率由2016年的91.6%，提高到95.5%。')).toEqual([
      '91.6% 产品合格率 level baseline',
      '95.5% 产品合格率 提高 level',
    ])
  })
})

describe('marks typed in ASCII', () => {
  it('part clauses, and stand in names as they do in the report', () => {
    expect(saidOf('监督抽检合格率98.7%,其中(含复检)农产品合格率97.2%;建成检测中心(站)1,036个.')).toEqual([
      '98.7% 监督抽检合格率 level',
      '97.2% 农产品合格率 level',
      '1,036个 检测中心(站) 建成 level',
    ])
  })

  it('are found again where the report has both', () => {
    expect(saidOf('场(厂)内车辆合格率98.3%，其中叉车（含电动）合格率97.1%。')).toEqual([
      '98.3% 场(厂)内车辆合格率 level',
      '97.1% 叉车（含电动）合格率 level',
    ])
    expect(saidOf('場(廠)內專用機動車輛合格率98.3%。')).toEqual(['98.3% 場(廠)內專用機動車輛合格率 level'])
  })

  it('leave headings what they are', () => {
    const [claim] = extract(reportOf('一.食品安全\n抽检食品123批次。')).claims
    expect(claim?.source.section).toBe('食品安全')
  })

  it('of footnotes are no figures', () => {
    expect(saidOf('国民总收入[3]896915亿元,比上年增长6.5%。')).toEqual([
      '896915亿元 国民总收入 level',
      '6.5% 国民总收入 change up',
    ])
  })
})

describe('plans', () => {
  it.each([
    ['2022年检测机构数量将达7697家。', ['target']],
    ['今年再压减钢铁产能3000万吨左右。', ['target']],
    ['未来五年，建成质量基础设施一站式服务站60个。', ['target']],
    ['全年计划完成饮用水达标人口36.2万人；除险加固水库5座。', ['target', 'target']],
    ['具体目标是：新增国家标准400项；新增地方标准600项。', ['target', 'target']],
    ['计划完成水库加固5座；截至11月已完成6座。', ['target', 'actual']],
    ['省级预算资金3.2亿元，预计总投资5.5亿元，共硬化道路12公里。', ['actual', 'target', 'actual']],
    ['营养改善计划惠及农村学生3600万人。', ['actual']],
    ['根据抽查计划安排，抽查产品35种。', ['actual']],
    ['全市有小学200所，教师5000人，学生80000人，图书室50个，操场100个。', Array(5).fill('actual')],
    ['目标是明确的；去年完成投资123亿元；新建学校12所。', ['actual', 'actual']],
    ['全年计划完成水库加固5座；新建公共厕所12座；新建学校13所。', ['target', 'target', 'target']],
    ['我市预计全年完成投资120亿元，同比增长8%。', ['target', 'target']],
    ['天气预测准确率达98.3%。', ['actual']],
    ['按照上级要求，我局开展检查；检查企业123家；发现问题35个。', ['actual', 'actual']],
    ['全市将办好10件民生实事。\n1.新建幼儿园12所。\n2.改造老旧小区30个，惠及居民2万户。', Array(4).fill('target')],
    ['县政府将重点抓好8件实事。分别是：（1）新建公厕20座。（2）硬化巷道5万平方米。', Array(3).fill('target')],
    ['到2025年，消费环境更加放心。\n1.质量稳步提高。抽检合格率稳定在98%以上。', ['target']],
    ['将企业开办时间压缩到1天，培育企业50家。', ['actual', 'actual']],
    ['全省将全面推行电子证照，培育企业50家。', ['target']],
    ['确保热线全天畅通，共处置诉求3984件。', ['actual']],
    ['年初明确验收合格率达到100%、优良率达到90%的质量目标。', ['target', 'target']],
    ['新增国家级人才计划入选者106人。', ['actual']],
    ['新增12家重点实验室。', ['actual']],
    ['主要完成投资5.2亿元。', ['actual']],
    ['近三年来年均增长8.5%。', ['actual']],
    ['空气优良率达100%，噪声达标率大于65%，废物利用率达100%，垃圾处理率达100%。', Array(4).fill('actual')],
    [
      '——创新能力提升。研发投入强度超过7%，户均高价值专利达到10件。\n——智造普及。关键工序数控化率超过65%、管理数字化普及率超过80%，新建车间300个、工厂50个。',
      ['target', 'target', 'target', 'target', 'target', 'target'],
    ],
  ])('%s', (text, wanted) => {
    expect(extract(reportOf(text, { year: 2021 })).claims.map(({ status }) => status)).toEqual(wanted)
  })
})
