import { patternRule } from './pattern-rule.ts'

/** A place in an order: 居全国第7位. */
export const rank = patternRule({
  name: 'rank',
  kind: 'rank',
  patterns: [
    '{indicator}(从|由)(全国|全省|全市|世界|全球|{than})?{quantity}',
    '{indicator}(稳居|位居|排名|排在|位列|位次|跃居|跃升至?|升至|上升至|上升到|进至|进到|前移至|提升至|退居|居|列|排|名列|为)(全国|全省|全市|世界|全球|各省区市?|各省区|国内|中部|东部|西部|同类城市|省内|{than})?{quantity}',
    '{indicator}(全国|全省|全市){quantity}',
    '{indicator}{quantity}',
  ],
  isFor: ({ rule }) => rule === 'rank',
  examples: [
    ['质量竞争力指数居全国第7位', '质量竞争力指数 第7位'],
    ['公共服务质量满意度82.4分，全省第3', '公共服务质量满意度 第3'],
    ['进出口总额增长18.2%、增速居全国第3位', '进出口总额增速 第3位'],
  ],
  never: ['第三批试点7个', '召开第7次会议'],
})
