import { patternRule } from './pattern-rule.ts'

/** How often something was done: 先后4次降低存款准备金率. */
export const timesDone = patternRule({
  name: 'times-done',
  kind: 'level',
  units: ['次', '轮', '批次'],
  patterns: ['{quantity}{indicator}'],
  accepts: ({ left, right }) =>
    /^(?:.{0,8}(?:先后|累计|连续|共|已|年内|全年))?$/.test(left) &&
    /^(?:降低|下调|上调|提高|调整|召开|组织|开展|发布|入选|荣获|获得?|赴|举办|承办|修订)/.test(right),
  examples: [
    ['先后4次降低存款准备金率', '存款准备金率 4次'],
    ['全年3次下调收费标准', '收费标准 3次'],
    ['累计12次组织专项检查', '专项检查 12次'],
  ],
  never: ['抽检15.8万批次，合格率97.9%', '开展专项检查12次'],
})

/** The thing behind its number: 创建10个安全优质农产品生产基地, 17种抗癌药大幅降价. */
export const objectAfterCount = patternRule({
  name: 'object-after-count',
  kind: 'level',
  patterns: ['{quantity}{indicator}'],
  examples: [
    ['创建10个安全优质农产品生产基地', '安全优质农产品生产基地 10个'],
    ['17种抗癌药大幅降价', '抗癌药 17种'],
    ['项目在通榆等16个县市区落地', '县市区 16个'],
    ['近1400万农业转移人口在城镇落户', '农业转移人口 1400万'],
  ],
  never: ['认定示范基地51家', '市场主体20.71万户同比增长8.79%'],
})

/** The thing before its number: 认定省级双创示范基地51家. */
export const countAfterObject = patternRule({
  name: 'count-after-object',
  kind: 'level',
  patterns: ['{indicator}{quantity}'],
  examples: [
    ['认定省级双创示范基地51家', '省级双创示范基地 51家'],
    ['吊销生产许可证1户', '生产许可证 1户'],
    ['全省累计新登记市场主体20.71万户', '新登记市场主体 20.71万户'],
    ['水质优良比例95.2%', '水质优良比例 95.2%'],
  ],
  never: ['创建10个生产基地', '水质优良比例提高5个百分点'],
})
