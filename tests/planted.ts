import { randomFrom } from './generate.ts'

/** A passage whose figures agree, and the same with one that does not. */
export interface Twin {
  readonly kind: string
  readonly right: string
  readonly wrong: string
}

type Make = (draw: Draw) => readonly [right: string, wrong: string]

/** Random numbers and words for a passage. */
interface Draw {
  readonly whole: (least: number, most: number) => number
  readonly pick: <T>(all: readonly T[]) => T
}

const places = ['全省', '全市', '全县', '我市', '']
const things = ['食品', '药品', '电梯', '日用消费品', '建材产品', '儿童用品', '特种设备', '化肥']
const firms = ['市场主体', '经营主体', '工业企业', '个体工商户', '高新技术企业', '科技型中小企业']
const rises = ['提高到', '增加到', '提升至', '增至', '扩大到', '上升到']
const falls = ['下降到', '降至', '压缩到', '减少到', '缩短至']

const percent = (part: number, whole: number) => ((part / whole) * 100).toFixed(1)
/** Off by so much that no rounding explains it. */
const off = (value: number, by: number) => (value + by).toFixed(1)

/** What may be wrong in prose, several ways to say each. */
const prose: Readonly<Record<string, readonly Make[]>> = {
  rate: [
    ({ whole, pick }) => {
      const [all, good] = [whole(200, 5000), whole(120, 190)]
      const bad = all - good
      const [when, thing] = [pick(['全年', '上半年', '']), pick(things)]
      const text = (rate: string) => `${when}抽检${thing}${all}批次，合格${bad}批次，合格率${rate}%。`
      return twin(text, percent(bad, all), off((bad / all) * 100, -3))
    },
    ({ whole, pick }) => {
      const [all, bad] = [whole(300, 4000), whole(10, 90)]
      const thing = pick(things)
      const text = (rate: string) => `监督抽查${thing}${all}批次，检出不合格产品${bad}批次，不合格率为${rate}%。`
      return twin(text, percent(bad, all), off((bad / all) * 100, 4))
    },
    ({ whole }) => {
      const [all, done] = [whole(2000, 9000), whole(1200, 1900)]
      const text = (rate: string) => `共受理投诉举报${all}件，办结${all - done}件，办结率达到${rate}%。`
      return twin(text, percent(all - done, all), off(((all - done) / all) * 100, 5))
    },
  ],
  part: [
    ({ whole, pick }) => {
      const [all, part] = [whole(800, 3000), whole(100, 700)]
      const [place, thing] = [pick(places), pick(['有效发明专利', '检验检测机构', '绿色食品基地', '产业项目'])]
      const unit = thing === '检验检测机构' ? '家' : thing === '有效发明专利' ? '件' : '个'
      const text = (count: number) => `${place}拥有${thing}${all}${unit}，其中新增${count}${unit}。`
      return twin(text, part, all + part)
    },
    ({ whole, pick }) => {
      const [all, part] = [whole(60, 400), whole(5, 50)]
      const what = pick(['高新技术企业', '绿色工厂', '专精特新企业'])
      const text = (made: number) => `新认定${what}${made}家，总数达到${all}家。`
      return twin(text, part, all + part)
    },
  ],
  sum: [
    ({ whole, pick }) => {
      const parts = [whole(20, 90), whole(20, 90), whole(20, 90)]
      const names = pick([
        ['食品类', '药品类', '设备类'],
        ['服务类', '商品类', '合同类'],
        ['一等奖', '二等奖', '三等奖'],
      ])
      const [unit, what] = names[0] === '一等奖' ? ['个', '评出质量奖'] : ['件', '共接到诉求']
      const text = (all: number) =>
        `${what}${all}${unit}，其中${names.map((name, at) => `${name}${parts[at]}${unit}`).join('，')}。`
      return twin(text, sum(parts), sum(parts) - 10)
    },
    ({ whole }) => {
      const parts = [whole(30, 200), whole(10, 90), whole(5, 50)]
      const text = (all: number) =>
        `全年制修订国家标准${parts[0]}项、行业标准${parts[1]}项、地方标准${parts[2]}项，合计${all}项。`
      return twin(text, sum(parts), sum(parts) + 17)
    },
    ({ whole }) => {
      const [out, into] = [whole(1200, 3000), whole(300, 1100)]
      const text = (all: number) => `进出口总额${all}亿元，其中出口${out}亿元，进口${into}亿元。`
      return twin(text, out + into, out + into + 250)
    },
  ],
  share: [
    ({ whole }) => {
      const [all, part] = [whole(300, 900), whole(50, 250)]
      const text = (share: string) => `实有市场主体${all}万户，其中企业${part}万户，占${share}%。`
      return twin(text, percent(part, all), off((part / all) * 100, 8))
    },
    ({ whole }) => {
      const [all, part] = [whole(300, 900), whole(50, 250)]
      const text = (share: string) => `发放消费券${all}万元，其中餐饮消费券${part}万元，占比${share}%。`
      return twin(text, percent(part, all), off((part / all) * 100, 9))
    },
    ({ whole }) => {
      const first = whole(50, 150) / 10
      const second = whole(300, 450) / 10
      const third = (100 - first - second).toFixed(1)
      const text = (share: string) => `第一产业占${first}%，第二产业占${second}%，第三产业占${share}%。`
      return twin(text, third, off(Number(third), 6))
    },
  ],
  change: [
    ({ whole, pick }) => {
      const [from, more] = [whole(40, 400), whole(10, 300)]
      const verb = pick(rises)
      const what = pick(['国家级绿色工厂', '省级以上研发平台', '国家地理标志产品'])
      const text = (to: number) => `${what}从${from}家${verb}${to}家。`
      return twin(text, from + more, Math.max(1, from - 30))
    },
    ({ whole, pick }) => {
      const [from, less] = [whole(20, 60), whole(3, 15)]
      const verb = pick(falls)
      const text = (to: number) => `审批时限由${from}天${verb}${to}天。`
      return twin(text, from - less, from + less)
    },
    ({ whole, pick }) => {
      const [from, to] = [whole(50, 200), whole(210, 400)]
      const what = pick(firms)
      const text = (rate: string) => `${what}从${from}家增加到${to}家，增长${rate}%。`
      return twin(text, percent(to - from, from), off(((to - from) / from) * 100, 20))
    },
    ({ whole }) => {
      const [now, more] = [whole(40, 95), whole(10, 30)]
      const text = (points: number) => `装配式建筑占比达到${now}%，比上年提高${points}个百分点。`
      return twin(text, more / 10, now + more)
    },
    ({ whole }) => {
      const [base, more] = [whole(300, 900), whole(20, 90)]
      const text = (rate: string) => `全年新增检测设备${base + more}台，比上年增加${more}台，增长${rate}%。`
      return twin(text, percent(more, base), off((more / base) * 100, 12))
    },
  ],
  threshold: [
    ({ whole, pick }) => {
      const passed = whole(2, 9)
      const what = pick(['地区生产总值', '进出口总额', '数字经济规模'])
      const text = (reached: number) => `${what}突破${passed}000亿元，达到${reached}亿元。`
      return twin(text, passed * 1000 + whole(20, 600), passed * 1000 - whole(100, 600))
    },
  ],
  list: [
    ({ whole, pick }) => {
      const rates = [whole(10, 99) / 10, whole(10, 99) / 10, whole(10, 99) / 10]
      const what = pick(['新能源汽车、工业机器人、集成电路产量', '农业、工业、服务业用电量', '粮食、蔬菜、水果产量'])
      const text = (count: number) =>
        `${what}分别增长${rates
          .slice(0, count)
          .map((rate) => `${rate}%`)
          .join('、')}。`
      return twin(text, 3, 2)
    },
    ({ pick }) => {
      const what = pick(['产业集群', '重点产业', '支柱产业'])
      const text = (count: number) => `重点培育新材料、生物医药、航空航天、电子信息${count}个${what}。`
      return twin(text, 4, pick([3, 5, 6]))
    },
    ({ pick }) => {
      const what = pick(['新增长春市、吉林市、松原市', '支持吉林市、通化市、白山市'])
      const text = (count: number) => `${what}${count}个试点城市。`
      return twin(text, 3, 4)
    },
  ],
  rank: [
    ({ whole }) => {
      const top = whole(400, 600)
      const [second, third] = [top - whole(20, 90), top - whole(120, 190)]
      const text = ([a, b, c]: readonly number[]) => `投诉量前三位的是家用电器${a}件、服装鞋帽${b}件、餐饮服务${c}件。`
      return [text([top, second, third]), text([top, third - 40, second])]
    },
  ],
  bound: [
    ({ whole, pick }) => {
      const value = whole(900, 995) / 10
      const what = pick(['农产品抽检合格率', '群众满意率', '乡镇快递网点覆盖率', '清洁能源装机占比'])
      const text = (rate: number) => `${what}达到${rate}%。`
      return twin(text, value, value + 12)
    },
  ],
  repeat: [
    ({ whole, pick }) => {
      const value = whole(200, 800)
      const what = pick(['有效发明专利拥有量', '高标准农田建设面积', '检验检测机构总数'])
      const unit = what.includes('专利') ? '件' : what.includes('农田') ? '万亩' : '家'
      const text = (again: number) =>
        `${what}达到${value}${unit}，位居前列。\n\n三是夯实基础。质量工作不断加强。${what}达到${again}${unit}，再上新台阶。`
      return twin(text, value, value + 18)
    },
  ],
}

function twin<T>(text: (value: T) => string, right: T, wrong: T): readonly [string, string] {
  return [text(right), text(wrong)]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** What may be wrong in a table. */
const tables: Readonly<Record<string, Make>> = {
  total: ({ whole }) => {
    const counts = [whole(100, 900), whole(100, 900), whole(100, 900)]
    const text = (all: number) =>
      table(
        ['地区', '检验检测机构数（家）'],
        [
          ['甲市', counts[0]],
          ['乙市', counts[1]],
          ['丙市', counts[2]],
          ['合计', all],
        ],
      )
    return twin(text, sum(counts), sum(counts) + 30)
  },
  kinds: ({ whole }) => {
    const counts = [whole(100, 900), whole(100, 900), whole(100, 900)]
    const good = counts.map((count) => count - whole(5, 40))
    const names = ['食品', '化妆品', '日用品']
    const text = (all: number) =>
      table(
        ['类别', '抽检批次', '合格批次'],
        [...names.map((name, at) => [name, counts[at], good[at]]), ['合计', sum(counts), all]],
      )
    return twin(text, sum(good), sum(good) - 20)
  },
  rate: ({ whole }) => {
    const [all, bad] = [whole(300, 900), whole(10, 90)]
    const text = (rate: string) =>
      table(
        ['产品', '抽查批次', '合格批次', '合格率（%）'],
        [
          ['电线电缆', all, all - bad, rate],
          ['水泥', 200, 190, '95.0'],
        ],
      )
    return twin(text, percent(all - bad, all), off(((all - bad) / all) * 100, -4))
  },
  share: ({ whole }) => {
    const counts = [whole(100, 900), whole(100, 900)]
    const text = (share: string) =>
      table(
        ['地区', '企业数（家）', '占比（%）'],
        [
          ['甲市', counts[0], share],
          ['乙市', counts[1], percent(counts[1] ?? 0, sum(counts))],
          ['合计', sum(counts), '100.0'],
        ],
      )
    return twin(text, percent(counts[0] ?? 0, sum(counts)), off(((counts[0] ?? 0) / sum(counts)) * 100, 7))
  },
  growth: ({ whole }) => {
    const [before, now] = [whole(100, 400), whole(410, 900)]
    const text = (rate: string) =>
      table(
        ['指标', '2020年', '2021年', '同比增长（%）'],
        [
          ['有效认证证书（张）', before, now, rate],
          ['社会公用计量标准（项）', 200, 230, '15.0'],
        ],
      )
    return twin(text, percent(now - before, before), off(((now - before) / before) * 100, 11))
  },
}

function table(head: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** So many twins of each kind, the same from the same seed. */
export function plantedTwins(seed: number, each: number): { readonly prose: Twin[]; readonly tables: Twin[] } {
  const random = randomFrom(seed)
  const draw: Draw = {
    whole: (least, most) => least + Math.floor(random() * (most - least + 1)),
    pick: (all) => all[Math.floor(random() * all.length)] as (typeof all)[number],
  }
  const twins = (kind: string, makes: readonly Make[]) =>
    makes.flatMap((make) =>
      Array.from({ length: each }, (): Twin => {
        const [right, wrong] = make(draw)
        return { kind, right, wrong }
      }),
    )
  return {
    prose: Object.entries(prose).flatMap(([kind, makes]) => twins(kind, makes)),
    tables: Object.entries(tables).flatMap(([kind, make]) => twins(kind, [make])),
  }
}
