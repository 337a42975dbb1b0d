import { patternRule, ratios } from './pattern-rule.ts'

/** A part of a whole that is named: 占总销售收入的73.5%. */
export const shareOfWhole = patternRule({
  name: 'share-of-whole',
  kind: 'share',
  units: ratios,
  patterns: [
    '{indicator}占{whole}(的?(比重|比例|份额|百分比|比率)|的)?<adverb>?(<reach>|<shift><to>)?{quantity}',
    '{indicator}占{whole}(的|比重|比例)?(超过|近|约){quantity}',
  ],
  accepts: ({ left }) => !/占(?:比|用|有|领)[^占]*$/.test(left),
  examples: [
    ['高新技术产品销售收入450.29亿元，占总销售收入的73.5%', '高新技术产品销售收入 73.5%'],
    ['装配式建筑占新建建筑面积的18.4%', '装配式建筑 18.4%'],
    ['服务业增加值占地区生产总值比重达到54.1%', '服务业增加值 54.1%'],
    ['民营经济占全省经济总量的三分之二', '民营经济 三分之二'],
  ],
  never: ['服务业增加值占比达到54.1%', '耕地占用税收入增长5%', '市场占有率达到30%'],
})

/** The same of old, before it became what follows: 占全国份额从14%提升到15.5%. */
export const shareOnce = patternRule({
  name: 'share-once',
  kind: 'share',
  status: 'baseline',
  units: ratios,
  patterns: [
    '{indicator}占{whole}(的?(比重|比例|份额|比率))(从|由)({than}的)?{quantity}',
    '{indicator}在{whole}((中|里|内)的?|的)(占比|比重|份额)(从|由)({than}的)?{quantity}',
    '{indicator}(在<region>的?)?(占比|比重|份额)(从|由)({than}的)?{quantity}',
  ],
  examples: [
    ['出口规模突破4万亿元，占全国份额从14%提升到15.5%', '出口规模 14%'],
    ['非化石能源装机占比由31%提升至54%', '非化石能源装机 31%'],
    ['民营企业进出口占比由2019年的42.7%提高到48.6%', '民营企业进出口 42.7%'],
  ],
  never: ['合格率由92%提高到98.5%', '占全国份额15.5%'],
})

/** A share whose whole is not said: 占比68.6%. */
export const shareAlone = patternRule({
  name: 'share-alone',
  kind: 'share',
  units: ratios,
  patterns: [
    '{indicator}在{whole}((中|里|内)的?|的)(占比|比重)<adverb>?(<reach>|<shift><to>)?{quantity}',
    '{indicator}(仅|只|已|约|还|合计|分别)?占了?<adverb>?(将近|超过|超|近)?{quantity}',
    '{indicator}(在<region>的?)?(占比|比重|所占比例|所占份额)<adverb>?(<reach>|<shift><to>)?{quantity}',
  ],
  examples: [
    ['可再生能源装机容量占比68.6%', '可再生能源装机容量 68.6%'],
    ['优特钢产能占比超过72%', '优特钢产能 72%'],
    ['清洁能源在能源消费中的占比达到28%', '清洁能源 28%'],
    ['数字经济核心产业增加值比重达到9.5%', '数字经济核心产业增加值 9.5%'],
  ],
  never: ['水质优良比例95.2%', '挤占3亿元', '可再生能源装机容量占比提高2.3个百分点'],
})

/** A part named behind its number: 61%的污水处理厂完成改造. */
export const shareOfNoun = patternRule({
  name: 'share-of-noun',
  kind: 'share',
  units: ratios,
  patterns: ['{quantity}的{indicator}'],
  accepts: (slot) =>
    /^(?:的[^，。；]{1,16}[和与及])?[\s全省市县]*$/.test(slot.left) &&
    !/^(?:的)?(?:税率|比例|速度|增速|占比|水平|目标)/.test(slot.right.replace(/^以上/, '')),
  examples: [
    ['61%的城市污水处理厂完成提标改造', '城市污水处理厂 61%'],
    ['超80%的科技攻坚项目由企业承担', '科技攻坚项目 80%'],
    ['全省95%以上的行政村实现通客车', '行政村 95%'],
  ],
  never: ['现行16%的税率降至13%', '合格率98%'],
})

/** The same of a fraction, which needs no 的: 三分之一企业完成改造. */
export const shareOfParts = patternRule({
  name: 'share-of-parts',
  kind: 'share',
  units: [''],
  patterns: ['{quantity}{indicator}'],
  isFor: ({ raw }) => raw.includes('分之'),
  accepts: ({ left, right }) => /^[\s全省市县区]*$/.test(left) && !/^(?:以上|左右)?[，。；的]/.test(right),
  examples: [
    ['全市三分之一企业完成改造', '企业 三分之一'],
    ['五分之二商户已换证', '商户 五分之二'],
    ['超过三分之二村庄通了燃气', '村庄 三分之二'],
  ],
  never: ['民营经济占全省经济总量的三分之二', '95%以上行政村通客车'],
})
