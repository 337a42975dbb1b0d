import { patternRule } from './pattern-rule.ts'

/** Where it came to: 企业开办时间压缩到3天, 新能源汽车年产量增至82万辆. */
export const movedTo = patternRule({
  name: 'moved-to',
  kind: 'level',
  patterns: ['{indicator}<adverb>?<shift>了?<to>{quantity}', '{indicator}→{quantity}'],
  examples: [
    ['企业开办时间压缩到3天', '企业开办时间 3天'],
    ['新能源汽车年产量增至82万辆', '新能源汽车年产量 82万辆'],
    ['森林覆盖率提高到42.5%', '森林覆盖率 42.5%'],
    ['企业开办：1个工作日→0.5个工作日', '企业开办 0.5个工作日'],
  ],
  never: ['森林覆盖率提高2.5个百分点', '市场主体达到256万户'],
})

/** 由91.58%，提高到95.46%: the move is in a clause of its own. */
const movesOn =
  /^(?:[、和][\d.,万亿]{1,12}[^，]{0,4})?，(?:分别)?(?:提高|提升|上升|增加|增长|下降|降低|减少|压缩|扩大|跃升|攀升|回升|缩短)[至到为]/

/** Where it came from: 高铁里程由2110公里增至3055公里. */
export const movedFrom = patternRule({
  name: 'moved-from',
  kind: 'level',
  status: 'baseline',
  patterns: ['{indicator}(从|由|自){than}?{quantity}', '{indicator}{quantity}→'],
  accepts: ({ right, quantity, sentence }) =>
    (right === '' && movesOn.test(sentence.reading.slice(quantity.end, quantity.end + 30))) ||
    /(?:[至到为成]|→)(?:了|约|近|超|超过|每月|每年|(?:\d|二).{0,8}的|今年的|目前的|现在的|的)?$/.test(right) ||
    /^→/.test(right),
  examples: [
    ['高铁里程由2110公里增至3055公里', '高铁里程 2110公里'],
    ['基础养老金最低标准从每月70元提高到88元', '基础养老金最低标准 70元'],
    ['企业开办：1个工作日→0.5个工作日', '企业开办 1个工作日'],
    ['产品合格率由2016年的91.58%，提高到95.46%', '产品合格率 91.58%'],
  ],
  never: ['抽检合格率98%', '项目由3家企业承担'],
})

/** 将制造业现行16%的税率降至13%: the old value before its name. */
export const formerRate = patternRule({
  name: 'former-rate',
  kind: 'level',
  status: 'baseline',
  patterns: ['{quantity}的{indicator}<shift><to>'],
  examples: [
    ['将制造业现行16%的税率降至13%', '税率 16%'],
    ['把现行10%的税率降至9%', '税率 10%'],
    ['将原来20元的收费下调到15元', '收费 20元'],
  ],
  never: ['16%的企业完成改造', '税率降至13%'],
})

/** 是2012年的2.1倍: a ratio, and no growth. */
export const timesOf = patternRule({
  name: 'times-of',
  kind: 'level',
  units: ['倍'],
  patterns: ['{indicator}(是|为|达到|达|相当于|约为|约是){than}的{quantity}'],
  examples: [
    ['发明专利拥有量是2012年的2.1倍', '发明专利拥有量 2.1倍'],
    ['研发投入达到五年前的1.8倍', '研发投入 1.8倍'],
    ['数字经济规模为上年的1.5倍', '数字经济规模 1.5倍'],
  ],
  never: ['发明专利拥有量增长2.1倍', '增长倍数为2.1倍'],
})

/** 为预算的101.3%, 完成年度目标的109.7%: how far a plan was met. */
export const percentOf = patternRule({
  name: 'percent-of',
  kind: 'level',
  units: ['%'],
  patterns: ['{indicator}(是|为|达到|达|相当于|完成)了?{than}的{quantity}'],
  accepts: ({ left }) => /(?:预算|目标|计划|任务|上年|去年|同期)[^，]{0,4}的$/.test(left),
  examples: [
    ['一般公共预算收入3247.8亿元，为预算的101.3%', '一般公共预算收入 101.3%'],
    ['到位市外资金98.7亿元，完成年度目标的109.7%', '市外资金 109.7%'],
    ['税收收入80亿元，达到年初计划的98%', '税收收入 98%'],
  ],
  never: ['占年度任务的103%', '合格率为98%'],
})

/** 市场主体总数达到256.20万户. */
export const reached = patternRule({
  name: 'reached',
  kind: 'level',
  patterns: ['{indicator}<adverb>?<reach>{quantity}'],
  accepts: ({ left, right }) =>
    !(
      /^(?:.{0,6}[，])?(?:实现|完成|安排|保持|为|[已现还另都仍只约]?有|共有|累计|共)$/.test(left) &&
      /^[\u4e00-\u9fff]/.test(right)
    ) &&
    !/(?:[认成作称命誉行因化所共国公私享没]|[^就仍现]设|以[^，]{1,4}|其|凡|只|拥|具|富)[为有]$|总是$|还是$|(?:安|编)排$/.test(
      left,
    ),
  examples: [
    ['市场主体总数达到256.20万户', '市场主体总数 256.20万户'],
    ['外汇储备保持在3万亿美元以上', '外汇储备 3万亿美元'],
    ['城镇调查失业率平均为5.1%', '城镇调查失业率 5.1%'],
    ['一般公共预算收入合计3.7万亿元', '一般公共预算收入 3.7万亿元'],
  ],
  never: ['建成示范基地51家', '合格率提高到98%', '累计完成投资86.5亿元'],
})
