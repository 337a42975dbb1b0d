import type { Quantity } from '../../types.ts'

/** A quantity and what is around it. */
interface Around {
  /** What stands before it, to the beginning of the sentence. */
  readonly before: string
  readonly quantity: Quantity
  /** What stands directly behind it. */
  readonly behind: string
}

/** A kind of quantity that only describes a noun: it is no claim of its own. */
interface Modifier {
  readonly name: string
  readonly describes: (around: Around) => boolean
  /** Sentences and the figures in them that only describe. */
  readonly examples: readonly (readonly [sentence: string, raw: string])[]
  readonly never: readonly (readonly [sentence: string, raw: string])[]
}

/** 1500户以上规上工业企业 are so many of them; 亿元以上项目 are such. */
const counters = /^(?:户|家|个|人|名|项|件|所|批次|套|种|条)$/
const hedge = /(?:约|近|超过?|突破|[跨迈站登跃][上过越]|逾|达|不[低少]于|不足|不到|至少)$/
const isMagnitude = (raw: string): boolean =>
  '十百千万亿'.includes(raw.charAt(0)) && !/[\d一二三四五六七八九两]/.test(raw)
const opensNoun = (text: string): boolean => /^[\u4e00-\u9fff]/.test(text)

export const modifiers: readonly Modifier[] = [
  {
    name: 'batches and departments',
    describes: ({ before, quantity: { unit }, behind }) =>
      (unit === '批' && before.endsWith('分')) || (unit === '部门' && /^[分联]/.test(behind)),
    examples: [
      ['省直5部门分3批认定示范企业51家', '5部门'],
      ['省直5部门分3批认定示范企业51家', '3批'],
    ],
    never: [['抽查3批次', '3批次']],
  },
  {
    name: 'class',
    describes: ({ quantity: { raw, unit }, behind }) =>
      unit === '强' ||
      raw.endsWith('强') ||
      behind.startsWith('级') ||
      (unit === '' && /^(?:强|大[\u4e00-\u9fff])/.test(behind)),
    examples: [['新增500强企业3家', '500强']],
    never: [['新增企业500家', '500家']],
  },
  {
    name: 'threshold',
    describes: ({ quantity: { raw, unit }, behind }) =>
      '及以'.includes(behind.charAt(0)) &&
      !counters.test(unit) &&
      !(unit === '' && /[万亿]$/.test(raw)) &&
      /^(?:及?以上|及?以下|以内)的?[\u4e00-\u9fff“]/.test(behind) &&
      !/^(?:及?以上|及?以下|以内)(?:和|及|与|的?水平)/.test(behind),
    examples: [['新开工1亿元以上项目86个', '1亿元']],
    never: [['建成1500户以上规上工业企业', '1500户']],
  },
  {
    name: 'steps',
    describes: ({ quantity: { unit }, behind }) => unit === '个' && /^大?(?:台阶|大关|关口|门槛)/.test(behind),
    examples: [['生产总值连续跨越8万亿、9万亿三个大台阶', '三个']],
    never: [['建成台阶式水库3个', '3个']],
  },
  {
    name: 'age',
    describes: ({ before, quantity: { unit, high }, behind }) => {
      if (unit !== '岁' && unit !== '周岁') return false
      const rest = behind.replace(/^(?:（含）|\(含\))?(?:及?以[上下内]|以[上下]（含[^）]*）)?(?:的)?/, '')
      if (/(?:寿命|年龄)[^，。；]{0,10}$/.test(before)) return high !== null && opensNoun(rest)
      return (
        high !== null ||
        rest.length < behind.length ||
        /^(?:组|段|的?(?:人|老|儿|青|少|妇|男|女|居民|群众|学生))/.test(rest)
      )
    },
    examples: [
      ['0—14岁人口占17.95%', '0—14岁'],
      ['65岁及以上人口1200万人', '65岁'],
      ['60周岁以上老年人免费乘车', '60周岁'],
    ],
    never: [
      ['人均预期寿命达到78.3岁', '78.3岁'],
      ['平均年龄45岁', '45岁'],
      ['人均预期寿命80岁以上', '80岁'],
    ],
  },
  {
    name: 'vague magnitude',
    describes: ({ before, quantity: { raw }, behind }) => isMagnitude(raw) && opensNoun(behind) && !hedge.test(before),
    examples: [['吸引上百名专家参会', '百名']],
    never: [
      ['吸引近百名专家参会', '百名'],
      ['服务业增加值跨上万亿元台阶', '万亿元'],
    ],
  },
]

const longestBehind = 12
const longestBefore = 24

/** Does a number only describe the noun behind it? 亿元以上案件, 万元生产总值, 500强企业, 0—14岁人口 */
export function isModifier(reading: string, quantity: Quantity): boolean {
  // 九成以上行政村 is a share of them
  if (quantity.unit === '%') return false
  const around = {
    before: reading.slice(Math.max(0, quantity.start - longestBefore), quantity.start),
    quantity,
    behind: reading.slice(quantity.end, quantity.end + longestBehind),
  }
  return modifiers.some(({ describes }) => describes(around))
}

/** 完成四类重点对象危房改造24.5万户: such a number is part of the name of what the next one counts. */
export function isKindOfNext(reading: string, { start, end, raw }: Quantity, next: Quantity | undefined): boolean {
  if (next === undefined || raw.charCodeAt(0) < 128 || !/^[二两三四五六七八九十](?:类|大类|项)$/.test(raw)) return false
  if (raw.endsWith('项') && !/[人业民生农]$/.test(reading.slice(0, start))) return false
  const between = reading.slice(end, next.start)
  return /^[\u4e00-\u9fff]{4,}$/.test(between) || (raw === '两项' && /^(?:补贴|制度|改革)/.test(between))
}
