/** Endings of what can be measured of a thing: 合格率, 零售额, 保有量; they need to know of what. */
const endings =
  '率|覆盖面|额|量|用时|值|数|度|收入|支出|投资|利润|营收|税收|规模|面积|里程|时间|时限|时长|周期|费用|价格|余额|寿命|水平|浓度|强度|能力|比例|比重|占比|人次|人数|贷款|存款|消费|份额|增速|增幅|案件|装机|容量|得分|分数|成本|均价|电价|单价|工资|薪酬|价值|产能|频次|效率|经费|资金|销售|业绩|总和|倍差|周期|次数|天数|标准|年限|床位|播面|花费|储量|库存|流量|总产|单产'
const knownEndings = new Set(endings.split('|'))
const longestEnding = Math.max(...[...knownEndings].map(({ length }) => length))

/** Does a word or name end in something that is measured? 工业增加值 */
export const endsInAttribute = (text: string): boolean => attributeEnding(text) !== null

/** That ending: 技改投资 → 投资. */
export function attributeEnding(text: string): string | null {
  for (let length = Math.min(longestEnding, text.length); length > 0; length--) {
    const end = text.slice(text.length - length)
    if (knownEndings.has(end)) return end
  }
  return null
}

/** Words that add nothing to know of what. */
const modifiers =
  '按时|初查|受理|登记|其|播种|种植|养殖|总体|综合|平均|按期|及时|依法|一次性?|整体|监测|抽检|检测|检验|检出|抽查|不|不合格|未|年|年均|实有|初次|首次|复检|产品|批次|群众|用户|消费者|公众|总|年度|当年|问题|线上|期末|户均|人均|月均|日均|累计|到场|上架|总体上|原始|全部|在用|在营|现有|有效'
const attributes =
  '利润|利润总额|用时|时长|时限|总产|单产|合格率|不合格率|检出率|覆盖率|办结率|满意率|满意度|达标率|覆盖面|完成率|总数|总量|数量|规模|总值|总额|金额|面积|增速|增幅|处置率|回复率|受理率|成功率|通过率|利用率|使用率|好评率|回访率|普及率|发现率|查处率|送检率|产值|产量|销量|均价|成交额|交易额|销售额|营业额|业务量|客流量|人数|户数|占比|比重|播面|调解率|响应率|整改率|处置率|抽检率|开工率|竣工率|投产率|解决率|化解率|履约率|入驻率|销号率|交付率|到位率|兑现率|采纳率|落实率|优良率|优秀率|准确率|知晓率|参与率|支持率|合规率|回收率|上线率|备案率|建档率|接通率|按期率|结案率|立案率|率'
const bare = new RegExp(`^(?:${modifiers})*(?:${attributes})$`)

/** Is a name only an attribute, whose owner is said elsewhere? 按期办结率, 总数; 食品抽检合格率 is none. */
export function isBareAttribute(name: string): boolean {
  const known = knownBare.get(name)
  if (known !== undefined) return known
  if (knownBare.size > mostKnown) knownBare.clear()
  const isBare = endsInAttribute(name) && bare.test(name)
  knownBare.set(name, isBare)
  return isBare
}

/** Asked several times of each name. */
const knownBare = new Map<string, boolean>()
const mostKnown = 2000

const atEnd = new RegExp(`(?:${modifiers})*(?:${attributes}|${endings})$`)

/** The attribute that a name ends in: 生产环节不合格率 → 不合格率; '' where it ends in none. */
export function attributesAtEnd(name: string): string {
  return endsInAttribute(name) ? (atEnd.exec(name)?.[0] ?? '') : ''
}

/** What a name is of, its attribute left off: 食品抽检合格率 → 食品抽检, 监督抽检量 → 监督抽检, 涉旅投诉 → 涉旅投诉. */
export function ownerOf(name: string): string {
  const attribute = /(?:标准|生产总值|案件)$/.test(name) ? '' : attributesAtEnd(name)
  if (attribute === '') return name
  // 抽检 in 食品抽检合格率 is what was done, not how the share is meant
  const kept = /^(?:抽检|监测|检验|检测|抽查|产品)+/.exec(attribute)?.[0] ?? ''
  return name.slice(0, name.length - attribute.length) + kept
}
