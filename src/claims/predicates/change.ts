import { patternRule } from './pattern-rule.ts'
import { wordClasses } from './word-classes.ts'

/** 新登记市场主体20.71万户，同比增长8.79%. */
export const rise = patternRule({
  name: 'rise',
  kind: 'change',
  direction: 'up',
  patterns: [
    '{indicator}(转为|转)?<adverb>?<rise>(了|幅度|幅度为|达到|达|为|均为|均达|分别为|分别达)?{quantity}',
    '{indicator}(均|都)?(保持|实现|维持)了?{quantity}的?(快速|高速|较快|稳定|平稳|持续)?(增长|增速|增幅)',
    '{indicator}以(每年|年均)?{quantity}的(速度|增速|幅度)',
    '{indicator}<yoy>(多|高|快|长)了?{quantity}',
  ],
  accepts: ({ left, quantity }) =>
    !/(?:新增|新提高|激发|负增长|少[增升涨])$/.test(left) &&
    !(/(?:整合|改造|建设|培育|打造)提升$/.test(left) && !/^(?:%|‰|百分点)$/.test(quantity.unit)),
  examples: [
    ['新登记市场主体20.71万户，同比增长8.79%', '新登记市场主体 8.79%'],
    ['规上工业增加值增长6.9%', '规上工业增加值 6.9%'],
    ['高等教育毛入学率提升6.2个百分点', '高等教育毛入学率 6.2个百分点'],
    ['高新技术企业5年增加2万多家', '高新技术企业 2万多家'],
    ['产业营收保持20%以上增长', '产业营收 20%'],
    ['电梯以每年24%的速度递增', '电梯 24%'],
    ['工业投资增长-3.5%', '工业投资 3.5%'],
  ],
  never: ['新增高新技术企业45家', '电力装机增至3000万千瓦', '经济增长贡献率达到35.6%'],
})

/** 技术交易额翻了一番. */
export const doubled = patternRule({
  name: 'doubled',
  kind: 'change',
  direction: 'up',
  units: ['番'],
  patterns: ['{indicator}<adverb>?(翻|再翻|实现翻)了?{quantity}'],
  examples: [
    ['技术交易额翻了一番', '技术交易额 一番'],
    ['数字经济规模力争翻两番', '数字经济规模 两番'],
    ['有效发明专利五年翻了1.3番', '有效发明专利 1.3番'],
  ],
  never: ['技术交易额增长一倍', '增长三番五次'],
})

/** 单位国内生产总值能耗下降3%左右. */
export const fall = patternRule({
  name: 'fall',
  kind: 'change',
  direction: 'down',
  patterns: [
    '{indicator}(转为|转)?<adverb>?<fall>(了|幅度|幅度为|达到|达|为|均为|均达|分别为|分别达)?{quantity}',
    '{indicator}<yoy>(少|低|慢|短)了?{quantity}',
  ],
  accepts: ({ left }) => !/(?:完成|实施|以旧换新|产业|结构|持续)(?:优化|改善)$/.test(left),
  examples: [
    ['单位国内生产总值能耗下降3%左右', '单位国内生产总值能耗 3%'],
    ['农村贫困人口减少1000万以上', '农村贫困人口 1000万'],
    ['工商业平均电价下降5分/千瓦时', '工商业平均电价 5分/千瓦时'],
  ],
  never: ['企业开办时间压缩到3天', 'PM2.5年平均浓度降至25微克/立方米'],
})

/** 居民消费价格涨幅3%左右: the change of what grew. */
export const growthNoun = patternRule({
  name: 'growth-noun',
  kind: 'change',
  direction: 'up',
  patterns: ['{indicator}<growth><adverb>?<reach>?{quantity}', '{indicator}<growth><shift><to>{quantity}'],
  accepts: ({ left }) => !/自然增长率/.test(left),
  examples: [
    ['居民消费价格涨幅3%左右', '居民消费价格 3%'],
    ['普惠小微企业贷款增幅超过40%', '普惠小微企业贷款 40%'],
    ['全社会研发投入增速达到11.5%', '全社会研发投入 11.5%'],
  ],
  never: ['经济增速比全国快2个百分点', '增速居全国第3位', '人口自然增长率7.22‰'],
})

/** 出口降幅为2.3%. */
export const declineNoun = patternRule({
  name: 'decline-noun',
  kind: 'change',
  direction: 'down',
  patterns: ['{indicator}<decline><adverb>?<reach>?{quantity}', '{indicator}<decline><shift><to>{quantity}'],
  examples: [
    ['外贸出口降幅为2.3%', '外贸出口 2.3%'],
    ['生产安全事故起数降幅达15%', '生产安全事故起数 15%'],
    ['投诉量跌幅7.5%', '投诉量 7.5%'],
  ],
  never: ['外贸出口降幅收窄2.3个百分点', '外贸出口下降到2.3亿元'],
})

const changes = ['rise', 'fall', 'growth', 'decline'].flatMap((name) => wordClasses[name] ?? [])
/** 增长-3.5%, 降幅为-2%, 增速由-2.3%: words say that it is a change, the sign only which way. */
const saysChange = new RegExp(`(?:${changes.join('|')})(?:幅度)?(?:均|分别)?[为是达了至到由从]?到?$|[由从自]$`)

/** The sign says which way: 同比−0.7个百分点. */
export const signed = patternRule({
  name: 'signed',
  kind: 'change',
  patterns: ['{indicator}(变动|变化|增减|涨跌)(幅度|率|情况)?(为|是|达)?{quantity}', '{indicator}{quantity}'],
  isFor: ({ sign }) => sign !== null,
  accepts: ({ left }) => !saysChange.test(left),
  examples: [
    ['规上工业总产值4.13万亿元，同比+17.2%', '规上工业总产值 17.2%'],
    ['不合格率4.4%，同比−0.7个百分点', '不合格率 0.7个百分点'],
    ['社会公用计量标准1042项，比上年+63项', '社会公用计量标准 63项'],
  ],
  never: ['规上工业总产值4.13万亿元', '两年增长6%—8%', '净利润-310万元'],
})

/** The change before it turned: 由下降2.3%转为增长8.5%. */
export const changeOnce = patternRule({
  name: 'change-once',
  kind: 'change',
  status: 'baseline',
  patterns: ['{indicator}(从|由){than}?(<rise>|<fall>){quantity}'],
  accepts: ({ right }) => /^(?:转|变|扩大|收窄|提高|回升|改善|至|到|→)/.test(right),
  examples: [
    ['工业投资由下降2.3%转为增长8.5%', '工业投资 2.3%'],
    ['出口由增长5%转为下降1.2%', '出口 5%'],
    ['民间投资由上年的下降0.4%转为增长6.1%', '民间投资 0.4%'],
  ],
  never: ['由于出口增长5%，工业回升', '合格率由92%提高到98.5%'],
})
