import type { Slot } from '../mentions/slots.ts'
import { patternRule } from './pattern-rule.ts'

/** Another time, not another place: 比去年, 较2012年, 比年初预算. */
const time =
  '年|月|去年|上年|同期|季度|预算|以前|之前|改革前|期初|上期|上轮|上一|前期|往年|计划前|疫情前|初期|末|季度|届|轮|十[一二三四五六]五'
const endsInTime = new RegExp(
  `(?:比|较|与|(?<!合)同)(?:[^比较，]{0,10})?(?:${time})[^比较，]{0,6}?(?:相比)?(?:高|低|快|慢|多|少|好|降|升|长|短)?出?了?$`,
)
/** 提高 and 减少 say by themselves what changed; 同比 is no 比. */
const grows =
  /(?:提|拔|抬|升|增|新)高$|[减缺]少$|增多$|[降减]低$|加快$|[放减]慢$|缩短$|[同环占对]比[^比较]{0,4}$|(?:为|是|达|占|比例|比率|占比|断面)$/
const goal = /(?:比|较)(?!去年|上年)[^比较]{0,6}(?:目标|计划|标准|法定|要求)[^比较]{0,6}$/
const comparesTimes = ({ left }: Slot): boolean => !grows.test(left) && endsInTime.test(left) && !goal.test(left)
const comparesPlaces = (slot: Slot): boolean =>
  !grows.test(slot.left) && (goal.test(slot.left) || !endsInTime.test(slot.left))

/** 高于全国0.7个百分点. */
export const above = patternRule({
  name: 'above',
  kind: 'gap',
  direction: 'up',
  patterns: [
    '{indicator}(高于|快于|优于|好于|多于|大于|领先于|高过|强于|跑赢){than}{quantity}',
    '{indicator}(高于|快于|优于|好于|高出|超过)<group>(、|和|与)<group>(平均)?(水平)?{quantity}',
    '{indicator}(超过|超出|超)<group>{than}?{quantity}',
    '{indicator}(高出|领先){than}{quantity}',
    '{indicator}(超过|超出){than}(增速|增幅|增长率|水平)<adverb>?{quantity}',
    '{indicator}(比|较){than}<adverb>?(高|快|多|高出|快出|多出|领先)了?{quantity}',
  ],
  accepts: comparesPlaces,
  examples: [
    ['地区生产总值年均增长5.9%、高于全国0.5个百分点', '地区生产总值 0.5个百分点'],
    ['规上工业增加值增长6.9%，比全国平均水平快2个百分点', '规上工业增加值 2个百分点'],
    ['农产品质量安全总体合格率为98.7%，高于全国平均水平0.9个百分点', '农产品质量安全总体合格率 0.9个百分点'],
    ['居民收入增长7.3%，超过人均国内生产总值增速0.9个百分点', '居民收入 0.9个百分点'],
  ],
  never: ['比去年预算高0.2个百分点', '合格率高于98%'],
})

/** 失业率低于全国平均0.3个百分点. */
export const below = patternRule({
  name: 'below',
  kind: 'gap',
  direction: 'down',
  patterns: [
    '{indicator}(低于|慢于|少于|小于|短于|落后于|落后|低出){than}{quantity}',
    '{indicator}(低于|慢于|少于)<group>(、|和|与)<group>(平均)?(水平)?{quantity}',
    '{indicator}(相差|差距为?|还差|差){quantity}',
    '{indicator}(比|较){than}<adverb>?(低|慢|少|短|低出|少出|落后)了?{quantity}',
  ],
  accepts: (slot) => comparesPlaces(slot) && !/[逆顺落偏时温价]差$/.test(slot.left),
  examples: [
    ['城镇调查失业率低于全国平均0.3个百分点', '城镇调查失业率 0.3个百分点'],
    ['居民消费价格涨幅2%，比全国低0.4个百分点', '居民消费价格 0.4个百分点'],
    ['万元产值能耗比行业平均水平低12%', '万元产值能耗 12%'],
  ],
  never: ['失业率比上年低0.3个百分点', '失业率低于5.5%'],
})

/** Higher than at another time is a change: 比去年预算高0.2个百分点. */
export const higherThanBefore = patternRule({
  name: 'higher-than-before',
  kind: 'change',
  direction: 'up',
  patterns: ['{indicator}(比|较|与|同){than}(相比)?<adverb>?(高|快|多|高出|快出|多出|长)了?{quantity}'],
  accepts: comparesTimes,
  examples: [
    ['赤字率按2.8%安排，比去年预算高0.2个百分点', '赤字率 0.2个百分点'],
    ['合格率98.7%，较上年同期高1.1个百分点', '合格率 1.1个百分点'],
    ['空气优良天数300天，比2020年多12天', '空气优良天数 12天'],
  ],
  never: ['比全国平均水平高2个百分点', '合格率比上年提高2个百分点'],
})

/** 比上年少12天. */
export const lowerThanBefore = patternRule({
  name: 'lower-than-before',
  kind: 'change',
  direction: 'down',
  patterns: ['{indicator}(比|较|与|同){than}(相比)?<adverb>?(低|慢|少|低出|少出|短)了?{quantity}'],
  accepts: comparesTimes,
  examples: [
    ['重污染天数6天，比上年少3天', '重污染天数 3天'],
    ['不合格率1.2%，较2019年低0.4个百分点', '不合格率 0.4个百分点'],
    ['平均通关时间20小时，比去年短2小时', '平均通关时间 2小时'],
  ],
  never: ['失业率比全国低0.3个百分点', '比上年减少3天'],
})
