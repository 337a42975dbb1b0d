import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Random numbers from a seed, the same on every machine (mulberry32); 0 ≤ x < 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A report in the style of the real ones, of about so many bytes: 江苏省2021年质量工作综述 … */
export function generateReport(seed: number, bytes: number): string {
  const random = randomFrom(seed)
  const make = makerOf(random)
  const region = make.pick(regions)
  const year = 2012 + Math.floor(random() * 12)
  const lines = [
    `${region}${year}年${make.pick(titles)}`,
    '',
    `信息来源：${make.pick(sources)}`,
    '',
    make.opening(region, year),
  ]
  let size = Buffer.byteLength(lines.join('\n'))
  for (let at = 0; size < bytes; at++) {
    const line = make.paragraph(sections[at % sections.length] ?? '', Math.min(bytes - size, 1600))
    lines.push('', line)
    size += Buffer.byteLength(line) + 2
  }
  return `${lines.join('\n')}\n`
}

/** Reports of 1 to 30 KB in folders of two hundred: 000/报告00000.txt; gives their paths within the folder. */
export function generateFolder(folder: string, count: number, seed = 1): string[] {
  const random = randomFrom(seed)
  const names = Array.from({ length: count }, (_, at) => {
    const group = String(Math.floor(at / 200)).padStart(3, '0')
    return `${group}/报告${String(at).padStart(5, '0')}.txt`
  })
  for (const [at, name] of names.entries()) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    // Most reports are short: the square of an even distribution
    writeFileSync(join(folder, name), generateReport(seed * 1_000_003 + at, 1000 + random() ** 2 * 29_000))
  }
  return names
}

/** What is no report: its name and bytes, in turn random, cut off, empty, wrongly named, and huge. */
export function generateHostile(at: number): { readonly name: string; readonly bytes: Uint8Array } {
  const random = randomFrom(900_000 + at)
  const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256))
  const number = String(at).padStart(5, '0')
  const kinds = [
    () => ({ name: `乱${number}.txt`, bytes: noise(4096) }),
    () => ({
      name: `断${number}.pdf`,
      bytes: Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Cat'), noise(500)]),
    }),
    () => ({
      name: `断${number}.docx`,
      bytes: Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0word/document.xml'), noise(700)]),
    }),
    () => ({ name: `空${number}.txt`, bytes: new Uint8Array() }),
    () => ({ name: `误${number}.txt`, bytes: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise(900)]) }),
    () => ({ name: `误${number}.docx`, bytes: Buffer.from(generateReport(at, 2000)) }),
    () => ({ name: `空白${number}.html`, bytes: Buffer.from('<html><body><script>1</script></body></html>') }),
  ]
  return (kinds[at % kinds.length] ?? kinds[0])?.() as { name: string; bytes: Uint8Array }
}

const regions = ['吉林省', '江苏省', '浙江省', '四川省', '苏州市', '杭州市', '成都市', '广东省', '山东省', '福建省']
const titles = ['质量工作综述', '质量状况公报', '质量强省建设工作总结', '质量提升行动情况的报告']
const sources = ['中国质量报', '省市场监管局', '质量发展局']
const sections = [
  '制造业质量',
  '服务业质量',
  '农产品质量',
  '消费品质量',
  '食品药品质量',
  '中小企业质量',
  '工程建设质量',
  '进出口商品质量',
  '公共服务质量',
]
const counted: readonly (readonly [verb: string, noun: string, unit: string])[] = [
  ['新认证', '“三品一标”', '个'],
  ['发布', '国家标准', '项'],
  ['新认定', '科技小巨人企业', '户'],
  ['建成', '县域公共服务中心', '个'],
  ['创建', '绿色食品原料标准化生产基地', '个'],
  ['累计新登记', '市场主体', '万户'],
  ['查处', '质量违法案件', '件'],
  ['培育', '专精特新企业', '家'],
  ['抽检', '食品', '批次'],
]
const amounts: readonly (readonly [noun: string, unit: string])[] = [
  ['高新技术产品销售收入', '亿元'],
  ['现场签约金额', '亿元'],
  ['规模以上工业增加值', '亿元'],
  ['有效发明专利', '项'],
  ['进出口总额', '亿美元'],
  ['游客承载能力', '万人次'],
]
const rates = ['食品抽检合格率', '产品质量国家监督抽查合格率', '主要农产品监测合格率', '公共服务满意度', '水质优良比例']
const fillers = [
  '着力完善质量基础设施，加强计量、标准、检验检测和认证认可体系建设',
  '持续开展“百千万对标达标”活动，引导企业导入先进质量管理方法',
  '加大对假冒伪劣产品的整治力度，切实维护消费者合法权益',
  '支持企业开展技术改造和工艺创新，提高关键零部件的可靠性',
  '推进农村电子商务和冷链物流建设，打造特色农产品品牌',
  '开展校园食品安全守护行动，推进“明厨亮灶”改造工程',
  '强化质量第一、以质取胜意识，努力创造更多的优质产品、优质工程、优质服务',
  '落实参建各方工程质量安全主体责任，完善质量安全风险预警和快速反应监管体系',
  '深化商事制度改革，推行“无纸化、无介质、零见面”审批',
  '开展“双随机、一公开”抽查，推进第三批质量提升行动',
  '按照“十四五”规划和2020-2022年三年行动方案的部署，推动高质量发展',
]

function makerOf(random: () => number) {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const whole = (most: number) => String(1 + Math.floor(random() ** 3 * most))
  const decimal = (most: number) => (random() * most).toFixed(random() < 0.5 ? 1 : 2)
  const phrases: readonly (() => string)[] = [
    () => {
      const [verb, noun, unit] = pick(counted)
      return `${verb}${noun}${unit.startsWith('万') ? decimal(90) : whole(9000)}${pick(['', ' ', '余'])}${unit}`
    },
    () => {
      const [noun, unit] = pick(amounts)
      return `${noun}达到${decimal(900)}${unit}，同比${pick(['增长', '下降'])}${decimal(30)}%`
    },
    () => `${pick(rates)}达${decimal(10).replace(/^\d/, '9$&')}%，比上年提高${decimal(5)}个百分点`,
    () => {
      const [noun, unit] = pick(amounts)
      return `实现${noun}逾${whole(500)}${unit}，占全省的${decimal(80)}%`
    },
    () => `企业开办时间压缩到${whole(9)}天`,
  ]
  // As many figures as the seed has: twelve a thousand characters
  const phrase = () => (random() < 0.78 ? pick(fillers) : pick(phrases)())
  const sentence = () => `${Array.from({ length: 2 + Math.floor(random() * 4) }, phrase).join('，')}。`
  return {
    pick,
    opening: (region: string, year: number) =>
      `${year}年，${region}委、${region}政府高度重视质量工作，${pick(fillers)}。`,
    paragraph: (section: string, bytes: number) => {
      let text = `${section}方面，`
      while (Buffer.byteLength(text) < bytes) text += sentence()
      return text
    },
  }
}
