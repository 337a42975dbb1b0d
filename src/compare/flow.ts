import type { Claim } from '../types.ts'
import { wordsBefore } from './places.ts'

/** Whether an amount is what came in a year (新登记, 新增) or what there is (总数, 实有); null where nothing says. */
export type Flow = 'flow' | 'stock' | null

// 新登记, 新认证, 新增, 当年, 净增; but not 新能源汽车, 高新技术, 创新
const flowWords =
  /(?<![高创更革翻最全])新(?!能源|材料|兴|型|技术|产品|药|农|业态|媒体|动能|质|区|时代|闻|冠|华|疆|三板|消费|经济|零售|基建|安|乡|余|北|会|一代|旧)|当年|净增/
const stockWords =
  /总数|总量|总计|累计|实有|有效|存量|保有|在用|现有|拥有|已有|达到|增至|升至|增加到|提高到|提升到|扩大到/
/** 新登记市场主体 → flow, 市场主体总数 → stock; 累计新登记 is either. */
export function flowOf(claim: Claim): Flow {
  return flowIn(`${claim.action}${claim.indicator}`) ?? flowIn(wordsBefore(claim))
}

function flowIn(text: string): Flow {
  const isNew = flowWords.test(text)
  return isNew === stockWords.test(text) ? null : isNew ? 'flow' : 'stock'
}

/** 1 where both are the same, 0 where one is a flow and one a stock, a little less than 1 where one says nothing. */
export function flowLikeness(one: Flow, other: Flow): number {
  if (one === other) return 1
  return one !== null && other !== null ? 0 : 0.95
}
