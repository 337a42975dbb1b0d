/** A choice that a name makes: 国家级 or 省级, 进口 or 出口. Two names that choose differently are two indicators. */
interface Choice {
  readonly name: string
  /** Matched longest first, so that 进出口 is not taken for 出口. */
  readonly pattern: RegExp
  /** How much is left of the likeness where one name chooses and the other says nothing. */
  readonly silence: number
}

const choice = (name: string, words: string, silence: number): Choice => ({
  name,
  pattern: new RegExp(words, 'g'),
  silence,
})

const choices: readonly Choice[] = [
  choice('rank', '世界级|国家级|国家(?=重点|技术|高新|标准|工程)|省级|自治区级|市级|县级|区级|乡镇?级|村级', 0.85),
  choice('trade', '进出口|进口|出口', 0.6),
  choice('negation', '不合格|不良|不达标|不满意|不符合|未|失业|零投诉', 0.3),
  choice('people', '城乡|城镇|城市|农村|乡村|农民', 0.7),
  choice('standard', '(?:国际|国家|行业|地方|团体|企业)标准', 0.7),
  choice('patent', '高价值发明专利|发明专利|实用新型|外观设计', 0.7),
  choice('industry', '第?[一二三]产(?:业)?', 0.6),
  choice('school', '学前|幼儿园|小学|初中|高中|中职|高职|本科|研究生|义务教育|高等教育|职业教育', 0.7),
  choice('pollutant', '细颗粒物|可吸入颗粒物|PM10|二氧化硫|氮氧化物|化学需氧量|氨氮|臭氧|二氧化碳', 0.6),
  choice('goods', '食品|药品|医疗器械|化妆品|农产品|工业产品|消费品|特种设备|电梯', 0.8),
  choice('size', '特大型|大中型|大型|中型|小型|微型|小微|中小', 0.8),
  choice('owner', '国有|民营|外资|私营|个体|外商', 0.7),
  choice('insurance', '(?:养老|医疗|失业|工伤|生育|大病)保险', 0.7),
  choice('way', '高铁|高速公路|铁路|公路|水路|民航|地铁|农村公路', 0.75),
  choice('border', '入境|出境|境内|境外|跨境', 0.7),
  choice('sex', '男|女', 0.5),
  choice('per', '人均|户均|亩均|每?[千万]人|日均|月均|年均|单位|万元', 0.2),
  choice('sign', '增速|涨幅|增幅|降幅|比重|占比|贡献率', 0.7),
  // 5A级景区, 4A级景区, 12315平台, 96333平台
  choice('label', '[A-Z]*\\d[A-Z\\d.]*|[A-Z]+', 0.88),
]

/** What a name chooses, by the kind of choice: 国家级出口企业 → rank 国家级, trade 出口. */
export type Modifiers = ReadonlyMap<string, string>

export function modifiersOf(name: string): Modifiers {
  const found = new Map<string, string>()
  for (const { name: kind, pattern } of choices) {
    const words = name.match(pattern)
    if (words !== null) found.set(kind, [...new Set(words)].sort().join(' '))
  }
  return found
}

/** 1 where two names choose alike, 0 where they choose differently, between them where one says nothing. */
export function modifierLikeness(one: Modifiers, other: Modifiers): number {
  if (one.size === 0 && other.size === 0) return 1
  let likeness = 1
  for (const { name, silence } of choices) {
    const here = one.get(name)
    const there = other.get(name)
    if (here === there) continue
    if (here !== undefined && there !== undefined) return 0
    likeness *= silence
  }
  return likeness
}
