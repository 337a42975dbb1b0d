import { describe, expect, test } from 'vitest'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'
import { findTables } from '../src/text/tables.ts'

/** raw | row heading | column heading | unit, as it reads. */
function figuresOf(text: string): string[] {
  return findTables(text).flatMap(({ figures }) =>
    figures.map(({ start, end, cell }) =>
      [text.slice(start, end), cell.rowHeader, cell.columnHeader, cell.unit].join(' | '),
    ),
  )
}

describe('tables in the text view', () => {
  test('a list of figures with a unit in the label', () => {
    const text = '指标｜2021年｜比上年\n检验检测机构（家）｜478｜+21\n有效认证证书｜10.37万张｜+12.6%\n'
    expect(figuresOf(text)).toEqual([
      '478 | 检验检测机构 | 2021年 | 家',
      '+21 | 检验检测机构 | 比上年 | 家',
      '10.37万张 | 有效认证证书 | 2021年 | ',
      '+12.6% | 有效认证证书 | 比上年 | ',
    ])
  })

  test('a unit line, years as headings, a growth with its own unit, dashes and a total', () => {
    const text =
      '表1 主要农产品产量\n单位：万吨\n\n品种\t2022年\t2023年\t同比增长（%）\n粮食\t3,751.0\t3,788.1\t1.0\n' +
      '蔬菜\t—\t510.2\t-\n其中：设施蔬菜\t101\t…\t\n合计\t4,261.2\t4,298.3\t0.9\n\n下一段说2024年安排。\n'
    const [table] = findTables(text)
    expect(table?.caption).toBe('表1 主要农产品产量')
    expect(figuresOf(text)).toEqual([
      '3,751.0 | 粮食 | 2022年 | 万吨',
      '3,788.1 | 粮食 | 2023年 | 万吨',
      '1.0 | 粮食 | 同比增长 | %',
      '510.2 | 蔬菜 | 2023年 | 万吨',
      '101 | 设施蔬菜 | 2022年 | 万吨',
      '4,261.2 | 合计 | 2022年 | 万吨',
      '4,298.3 | 合计 | 2023年 | 万吨',
      '0.9 | 合计 | 同比增长 | %',
    ])
  })

  test('two levels of headings, said over their span', () => {
    const text =
      '产品类别\t监督抽查\t监督抽查\t风险监测\n产品类别\t批次（批次）\t合格率（%）\t批次（批次）\n食品相关产品\t320\t97.8\t45\n儿童玩具\t118\t91.5\t30\n'
    expect(figuresOf(text)).toEqual([
      '320 | 食品相关产品 | 监督抽查批次 | 批次',
      '97.8 | 食品相关产品 | 监督抽查合格率 | %',
      '45 | 食品相关产品 | 风险监测批次 | 批次',
      '118 | 儿童玩具 | 监督抽查批次 | 批次',
      '91.5 | 儿童玩具 | 监督抽查合格率 | %',
      '30 | 儿童玩具 | 风险监测批次 | 批次',
    ])
  })

  test('numbers of rows, groups merged at the left and a column of units', () => {
    const text =
      '序号\t类别\t指标\t计量单位\t2022\t2023\n1\t计量\t社会公用计量标准\t项\t1042\t1097\n2\t计量\t强检器具\t万台\t36.5\t38\n3\t认证\t有效证书\t万张\t10.37\t11.52\n'
    expect(figuresOf(text)).toEqual([
      '1042 | 社会公用计量标准 | 2022 | 项',
      '1097 | 社会公用计量标准 | 2023 | 项',
      '36.5 | 强检器具 | 2022 | 万台',
      '38 | 强检器具 | 2023 | 万台',
      '10.37 | 有效证书 | 2022 | 万张',
      '11.52 | 有效证书 | 2023 | 万张',
    ])
  })

  test('groups on rows of their own part what is called the same', () => {
    const text = '项目\t数量（家）\n一、食品\t\n企业\t120\n合计\t150\n二、药品\t\n企业\t30\n合计\t41\n'
    expect(figuresOf(text)).toEqual([
      '120 | 食品企业 | 数量 | 家',
      '150 | 食品合计 | 数量 | 家',
      '30 | 药品企业 | 数量 | 家',
      '41 | 药品合计 | 数量 | 家',
    ])
  })

  test('two units in the line: the rate takes the percent sign', () => {
    const text = '单位：亿元、%\n指标\t总量\t比上年增长\n进出口总额\t2530.4\t13.5\n出口额\t1480\t11.2\n'
    expect(figuresOf(text)).toEqual([
      '2530.4 | 进出口总额 | 总量 | 亿元',
      '13.5 | 进出口总额 | 比上年增长 | %',
      '1480 | 出口额 | 总量 | 亿元',
      '11.2 | 出口额 | 比上年增长 | %',
    ])
  })

  test('a Markdown table', () => {
    const text = '| 指标 | 2023年 |\n|------|:-----:|\n| 绿色工厂（家） | 61 |\n| 质量奖 | 3个 |\n'
    expect(figuresOf(text)).toEqual(['61 | 绿色工厂 | 2023年 | 家', '3个 | 质量奖 | 2023年 | '])
  })

  test('columns aligned by spaces in a plain text', () => {
    const text = '指标            2022年    2023年\n绿色工厂（家）    45      61\n质量奖（个）      2       3\n'
    expect(figuresOf(text)).toEqual([
      '45 | 绿色工厂 | 2022年 | 家',
      '61 | 绿色工厂 | 2023年 | 家',
      '2 | 质量奖 | 2022年 | 个',
      '3 | 质量奖 | 2023年 | 个',
    ])
  })

  test('places in rows, indicators in columns, headings said again after a page', () => {
    const heading = '地区\t抽查批次（批次）\t合格率\n'
    const text = `${heading}沈阳市\t4,286\t92.4%\n${heading}大连市\t3,015\t93.1%\n`
    expect(figuresOf(text)).toEqual([
      '4,286 | 沈阳市 | 抽查批次 | 批次',
      '92.4% | 沈阳市 | 合格率 | ',
      '3,015 | 大连市 | 抽查批次 | 批次',
      '93.1% | 大连市 | 合格率 | ',
    ])
  })

  test('no figures: names with digits, times, numbers of documents, remarks', () => {
    const text =
      '名录\t5A级景区\t文号\t批准日期\t数量（家）\t备注\n示范区\t3A级\t市监〔2023〕12号\t2023年5月6日\t12\t2022年为9家\n工作站\t5G\t市监〔2023〕15号\t2023-05-06\t7\t\n'
    expect(figuresOf(text)).toEqual(['12 | 示范区 | 数量 | 家', '7 | 工作站 | 数量 | 家'])
  })

  test('prose is no table', () => {
    expect(
      findTables(
        '信息来源：中国质量报　　2021年2月9日\n2020年，全省新认证503个。\n　　第二段有12项。\n　　第三段有15项。\n',
      ),
    ).toEqual([])
    expect(findTables('某某市办公室｜2022年1月20日印发\n——公共服务满意度：82.4分\n')).toEqual([])
    expect(findTables('\t第一段，新认证503个。\n\t第二段，发布标准11项。\n')).toEqual([])
  })

  test('numbers of tables, rows and columns count from 1', () => {
    const text = '甲\t数量\n子\t1\n\n正文。\n\n乙\t数量\n丑\t2\n寅\t3\n'
    expect(
      findTables(text).flatMap(({ figures }) => figures.map(({ cell }) => [cell.table, cell.row, cell.column])),
    ).toEqual([
      [1, 2, 2],
      [2, 2, 2],
      [2, 3, 2],
    ])
  })
})

/** raw = indicator, then what else the headings say. */
function claimsOf(text: string): string[] {
  return findTables(text).flatMap(({ figures }) =>
    figures.map(({ start, end, cell }) => {
      const { indicator, unit, measure, direction, basis, of, status, period, region } = cell
      const kind =
        measure === 'level' ? status : [measure, direction, basis, of].filter((word) => word !== null).join(' ')
      return [`${text.slice(start, end)} = ${indicator}`, unit, kind, period, region].filter((part) => part).join(' · ')
    }),
  )
}

describe('what the headings of a cell make of its figure', () => {
  test('a period, and a growth against the year before', () => {
    const text = '指标｜2021年｜比上年\n检验检测机构（家）｜478｜+21\n国家标准｜216项｜−9项\n'
    expect(claimsOf(text)).toEqual([
      '478 = 检验检测机构 · 家 · actual · 2021年',
      '+21 = 检验检测机构 · 家 · change up yoy · 2021年',
      '216项 = 国家标准 · actual · 2021年',
      '−9项 = 国家标准 · change up yoy · 2021年',
    ])
  })

  test('a total takes its name from the caption, a share its whole from the heading', () => {
    const text =
      '表1 全省主要农产品产量\n单位：万吨\n\n品种\t2022年\t2023年\t同比增长\t占全国农产品比重\n粮食\t3,751\t3,788.1\t1.0\t5.2\n合计\t4,261\t4,298.3\t0.9\t—\n'
    expect(claimsOf(text)).toEqual([
      '3,751 = 粮食 · 万吨 · actual · 2022年',
      '3,788.1 = 粮食 · 万吨 · actual · 2023年',
      '1.0 = 粮食 · % · change up yoy · 2023年',
      '5.2 = 粮食 · % · share 全国农产品 · 2023年',
      '4,261 = 主要农产品产量 · 万吨 · actual · 2022年',
      '4,298.3 = 主要农产品产量 · 万吨 · actual · 2023年',
      '0.9 = 主要农产品产量 · % · change up yoy · 2023年',
    ])
  })

  test('places in rows: the column is the indicator, its growth beside it', () => {
    const text =
      '表2 2023年各市产品质量监督抽查情况\n\n地区\t抽查批次\t合格率（%）\t比上年提高（百分点）\n全市\t320\t98.8\t0.5\n沈阳\t120\t98.3\t-0.2\n法库县\t20\t100\t—\n高新区\t7\t85.7\t\n'
    expect(claimsOf(text)).toEqual([
      '320 = 抽查批次 · actual · 2023年',
      '98.8 = 合格率 · % · actual · 2023年',
      '0.5 = 合格率 · 百分点 · change up yoy · 2023年',
      '120 = 抽查批次 · actual · 2023年 · 沈阳市',
      '98.3 = 合格率 · % · actual · 2023年 · 沈阳市',
      '-0.2 = 合格率 · 百分点 · change up yoy · 2023年 · 沈阳市',
      '20 = 抽查批次 · actual · 2023年 · 法库县',
      '100 = 合格率 · % · actual · 2023年 · 法库县',
      '7 = 抽查批次 · actual · 2023年 · 高新区',
      '85.7 = 合格率 · % · actual · 2023年 · 高新区',
    ])
  })

  test('years in rows, and a row of growth under them', () => {
    const text = '年份\t粮食产量（万吨）\t降幅\n2021年\t2010\t2\n2022年\t3700\t2.8\n增长\t2.8\t\n'
    expect(claimsOf(text)).toEqual([
      '2010 = 粮食产量 · 万吨 · actual · 2021年',
      '2 = 粮食产量 · % · change down none · 2021年',
      '3700 = 粮食产量 · 万吨 · actual · 2022年',
      '2.8 = 粮食产量 · % · change down none · 2022年',
      '2.8 = 粮食产量 · % · change up none',
    ])
  })

  test('two levels: an indicator over its amount and its growth, a year over a part of it', () => {
    const trade = '商品\t出口\t出口\n商品\t总额（亿元）\t环比增长（%）\n机电产品\t100\t5\n'
    expect(claimsOf(trade)).toEqual(['100 = 机电产品出口 · 亿元 · actual', '5 = 机电产品出口 · % · change up mom'])
    const year = '指标\t2023年\t2023年\n指标\t1—12月\t比2020年增长（%）\n工业增加值（亿元）\t512\t6.2\n'
    expect(claimsOf(year)).toEqual([
      '512 = 工业增加值 · 亿元 · actual · 2023年1—12月',
      '6.2 = 工业增加值 · % · change up 比2020年 · 2023年',
    ])
  })

  test('goals, and an indicator that is a growth itself', () => {
    const text = '指标\t2023年实际\t2025年目标值\n研发投入强度（%）\t2.1\t3\n规上工业增加值增速（%）\t5\t6.5\n'
    expect(claimsOf(text)).toEqual([
      '2.1 = 研发投入强度 · % · actual · 2023年',
      '3 = 研发投入强度 · % · target · 2025年',
      '5 = 规上工业增加值 · % · change up none · 2023年',
      '6.5 = 规上工业增加值 · % · change up none · 2025年',
    ])
  })

  test('two halves side by side', () => {
    const text =
      '指标\t数值\t指标\t数值\n绿色工厂（家）\t61\t质量奖（个）\t3\n有效证书（万张）\t2.5\t标准（项）\t1042\n'
    expect(claimsOf(text)).toEqual([
      '61 = 绿色工厂 · 家 · actual',
      '3 = 质量奖 · 个 · actual',
      '2.5 = 有效证书 · 万张 · actual',
      '1042 = 标准 · 项 · actual',
    ])
    expect(findTables(text)[0]?.figures.map(({ cell }) => [cell.row, cell.column])).toEqual([
      [2, 2],
      [2, 4],
      [3, 2],
      [3, 4],
    ])
  })
})

/** value unit = indicator, as the whole way from the text gives it. */
function valuesOf(text: string): string[] {
  return extract(reportOf(text.replaceAll('|', '\t'), { year: 2024 })).claims.map((claim) =>
    [`${claim.value}${claim.unit} ${claim.indicator}`, claim.direction, claim.basis, claim.period?.text, claim.region]
      .filter((part) => part !== null && part !== 'none')
      .join(' · '),
  )
}

describe('tables as people have them', () => {
  test.each([
    [
      'headings set anew in the middle',
      '|2024年1月|2024年2月\n余额（亿元）|11|10\n同比增速|3.3%|-0.4%\n|2024年7月|2024年8月\n余额（亿元）|12|13\n',
      [
        '1100000000元 余额 · 2024年1月',
        '1000000000元 余额 · 2024年2月',
        '3.3% 余额 · up · yoy · 2024年1月',
        '0.4% 余额 · down · yoy · 2024年2月',
        '1200000000元 余额 · 2024年7月',
        '1300000000元 余额 · 2024年8月',
      ],
    ],
    [
      'a row of units, owners in rows, a loss in brackets',
      '项目|营业收入|净利润|资产负债率\n单位|万元|万元|%\n甲公司|52|-31|45.6\n乙公司|48|(12)|50.1\n',
      [
        '520000元 甲公司营业收入 · 2024年',
        '-310000元 甲公司净利润 · 2024年',
        '45.6% 甲公司资产负债率 · 2024年',
        '480000元 乙公司营业收入 · 2024年',
        '-120000元 乙公司净利润 · 2024年',
        '50.1% 乙公司资产负债率 · 2024年',
      ],
    ],
    [
      'a column of units without its name',
      '指标|口径|2023年\n常住人口|万人|105\n生产总值|亿元|64.2\n',
      ['1050000人 常住人口 · 2023年', '6420000000元 生产总值 · 2023年'],
    ],
    [
      'days as headings, units in words',
      '（除特别注明外，金额单位均为人民币千元）\n项目|2023年12月31日|20221231\n货币资金|1,200|1,100\n存货|30|20\n',
      [
        '1200000元 货币资金 · 2023年12月31日',
        '1100000元 货币资金 · 2022年12月31日',
        '30000元 存货 · 2023年12月31日',
        '20000元 存货 · 2022年12月31日',
      ],
    ],
    [
      'this period and the one before, and what is no money',
      '单位：万元\n项目|本期金额|上年同期\n营业收入|12|11\n毛利率|35.2|36.1\n每股收益|0.5|0.4\n',
      [
        '120000元 营业收入 · 本期',
        '110000元 营业收入 · 上年同期',
        '35.2% 毛利率 · 本期',
        '36.1% 毛利率 · 上年同期',
        '0.5元/股 每股收益 · 本期',
        '0.4元/股 每股收益 · 上年同期',
      ],
    ],
    [
      'first days as months',
      '月份|增量（亿元）\n10/1/2025|8\n2025-09-01|-3\n202508|5\n',
      ['800000000元 增量 · 2025年10月', '-300000000元 增量 · 2025年9月', '500000000元 增量 · 2025年8月'],
    ],
    [
      'three levels of names, a total of its group',
      '办理情况|办理情况|办理情况|总计\n三、办理结果|（一）予以公开|（一）予以公开|136\n三、办理结果|（三）不予公开|1.属于国家秘密|2\n三、办理结果|（三）不予公开|2.属于内部事务|8\n三、办理结果|（七）总计|（七）总计|146\n',
      [
        '136 予以公开 · 2024年',
        '2 不予公开属于国家秘密 · 2024年',
        '8 不予公开属于内部事务 · 2024年',
        '146 办理结果 · 2024年',
      ],
    ],
    [
      'owners and places beside what is measured',
      '公司|项目|数值（万元）\n甲公司|收入|12\n甲公司|利润|1\n乙公司|收入|22\n',
      ['120000元 甲公司收入 · 2024年', '10000元 甲公司利润 · 2024年', '220000元 乙公司收入 · 2024年'],
    ],
    [
      'places beside what is measured',
      '地区|指标|数值\n沈阳市|合格率（%）|98\n沈阳市|抽查批次|120\n大连市|合格率（%）|97\n',
      ['98% 合格率 · 2024年 · 沈阳市', '120 抽查批次 · 2024年 · 沈阳市', '97% 合格率 · 2024年 · 大连市'],
    ],
    [
      'owners over what is measured',
      '项目|甲公司|乙公司\n收入（万元）|12|13\n利润（万元）|1|2\n',
      [
        '120000元 甲公司收入 · 2024年',
        '130000元 乙公司收入 · 2024年',
        '10000元 甲公司利润 · 2024年',
        '20000元 乙公司利润 · 2024年',
      ],
    ],
    [
      'one row under two levels',
      '抽查|抽查|监测\n批次|合格率（%）|问题率（%）\n320|97.8|2.2\n',
      ['320 抽查批次 · 2024年', '97.8% 抽查合格率 · 2024年', '2.2% 监测问题率 · 2024年'],
    ],
    [
      'a caption that says what the figures do',
      '2024年9月商品价格涨跌幅度\n商品|比上月|比上年同月\n粮食|0.2|-1.3\n油|-0.1|2.1\n',
      [
        '0.2% 粮食 · up · mom · 2024年9月',
        '1.3% 粮食 · down · yoy · 2024年9月',
        '0.1% 油 · down · mom · 2024年9月',
        '2.1% 油 · up · yoy · 2024年9月',
      ],
    ],
    [
      'a statement of accounts: who made it is no unit, a growth is of the year',
      '编制单位：甲公司　单位：元　币种：人民币\n项目|2024年|2023年|增减率（%）\n收入|12|11|9.1\n利润|(3)|2|-250\n',
      [
        '12元 收入 · 2024年',
        '11元 收入 · 2023年',
        '9.1% 收入 · up · 2024年',
        '-3元 利润 · 2024年',
        '2元 利润 · 2023年',
        '250% 利润 · down · 2024年',
      ],
    ],
    [
      'goals in few words and in brackets of their own',
      '指标|2025年目标|2024年完成\n产值增长（%）|5.5左右|5.2\n能耗（万吨）|〔13.5〕|2.1\n',
      ['5.5% 产值 · up · 2025年', '5.2% 产值 · up · 2024年', '135000吨 能耗 · 2025年', '21000吨 能耗 · 2024年'],
    ],
    ['names with dashes only', '指标|2023|2024\n食品|—|—\n粮食|10|12\n', ['10 粮食 · 2023', '12 粮食 · 2024']],
  ])('%s', (_, text, wanted) => {
    expect(valuesOf(text)).toEqual(wanted)
  })

  test('parts under 其中 are of the row above', () => {
    const text =
      '品种\t产量（万吨）\n蔬菜\t510\n其中：设施蔬菜\t101\n水果\t320\n其中：\t\n苹果\t100\n梨\t50\n合计\t830\n'
    const { claims } = extract(reportOf(text))
    const nameOf = new Map(claims.map(({ id, indicator }) => [id, indicator]))
    expect(claims.map(({ indicator, of }) => [indicator, of === null ? null : nameOf.get(of)])).toEqual([
      ['蔬菜产量', null],
      ['设施蔬菜产量', '蔬菜产量'],
      ['水果产量', null],
      ['苹果产量', '水果产量'],
      ['梨产量', '水果产量'],
      ['产量', null],
    ])
  })
})
