import { intervalOf } from '../compare/interval.ts'
import { type Said, say } from '../messages/index.ts'
import { type Identity, judged } from './identity.ts'
import { type Figure, figuresBehind, type Passage } from './passages.ts'

/** How many members a list of words has: A、B和C is three, or two where 和 is part of a name. */
interface Members {
  readonly least: number
  readonly most: number
}

const marks = /[、／/]/g
const joins = /以及|[和与及或]/g

/** 荆州、孝感、黄冈 → 3; 软件和信息服务业、金融业 → 2 to 3; null where nothing is listed. */
function membersOf(words: string): Members | null {
  const plain = words.replace(/(?:”\s*“|》\s*《)/g, '”、“').replace(/[“”"《》]/g, '')
  const parted = plain.match(marks)?.length ?? 0
  const joined = plain.match(joins)?.length ?? 0
  return parted + joined === 0 ? null : { least: parted + 1, most: parted + joined + 1 }
}

/** 新能源汽车、智能家电、智能手机零售额分别增长8.7%、31.5%和32.3%: as many figures as things. */
export function checkRespective(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.flatMap((first) => {
      const subject = /(?<words>[^，。；：:（）()]*)[，]?分别[^，。；、\d]{0,12}$/.exec(first.lead)?.groups?.words
      const members = subject === undefined ? null : membersOf(subject)
      if (subject === undefined || members === null) return []
      const values = [first, ...valuesAfter(first)]
      const count = values.length
      const fits = members.least <= count && count <= members.most
      return [
        judged({
          check: 'list',
          claims: values.map(({ claim }) => claim),
          sum: `${subject}: ${numberOf(members)} ${fits ? '=' : '≠'} ${count} (${values.map(({ claim }) => claim.raw).join('、')})`,
          expected: members.most,
          stated: count,
          unit: '',
          fits,
          doubt: doubtOfList(subject, members, count),
        }),
      ]
    }),
  )
}

function numberOf({ least, most }: Members): string {
  return least === most ? String(least) : `${least}–${most}`
}

/** Values in a row: 8.7%、31.5%和32.3%; 近 and 左右 may stand between. */
function valuesAfter(first: Figure): Figure[] {
  const values: Figure[] = []
  for (const figure of figuresBehind(first)) {
    if (!/^(?:左右|以上|以内|余|多)?[、和与及]{1,2}(?:近|约|超过?|[+\-−－])?$/.test(figure.lead)) break
    values.push(figure)
  }
  return values
}

function doubtOfList(subject: string, { most }: Members, count: number): Said | null {
  if (count < 2 || most < 2) return say('doubt.one-for-all')
  if (/等|各|均|每/.test(subject)) return say('doubt.longer-list')
  return null
}

const verbs =
  /[建增达有获设立施完成推进打造育选入评认支持展引落创共超近约前各余外第每再还下辖较比实现到为是提]|出台|布局|组织|开工|举办|聚焦|围绕|坚持|抓好/

/** 新增荆州、孝感、黄冈3个城市: as many names as are counted; with 等 no more. */
export function checkNamed(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.flatMap((figure) => [...namedBefore(figure), ...namedBehind(figure)]),
  )
}

/** What names are counted in; 四角 may be a part of one. */
const counters =
  /^(?:个|家|项|类|种|条|座|所|名|位|件|部|台|支|只|款|场|届|处|户|人|省|市|县|区|国|镇|村|大|所|方面|领域|行业|单位|地区)$/
/** Counts up to this are of what was named. */
const mostNamed = 50

function isSmallCount({ claim }: Figure): boolean {
  const { kind, qualifier, unit, value } = claim
  return (
    kind === 'level' &&
    qualifier === 'exact' &&
    counters.test(unit) &&
    Number.isInteger(value) &&
    value >= 2 &&
    value <= mostNamed
  )
}

function namedBefore(figure: Figure): Identity[] {
  if (!isSmallCount(figure) || !(figure.claim.indicator.includes('、') || /^[^，。、；：:（）()\s]/.test(figure.tail)))
    return []
  const found =
    /(?<begins>^|[，。；：:（）()])(?<words>[^，。；：:（）()\d]*?[^、，。；：:（）()\d])(?<open>等)?(?:这|共)?$/.exec(
      figure.lead,
    )?.groups
  // What begins behind another figure is no list from its first name on
  if (found === undefined || (found.begins === '' && figure.passage.figures[0] !== figure)) return []
  const words = found.words ?? ''
  const members = words.includes('、') || words.includes('”“') ? membersOf(words) : null
  if (members === null) return []
  return [named(figure, words, members, found.open === '等')]
}

/** 3个产业（绍兴黄酒、金华火腿、西湖龙井茶） */
function namedBehind(figure: Figure): Identity[] {
  const words = /^[^，。；、（(]{0,12}[（(](?<words>[^）)，。；\d]*、[^）)，。；\d]*)[）)]/.exec(figure.tail)?.groups
    ?.words
  // 17个省（区、市） are of one kind
  if (words === undefined || /^(?:[省市州区县旗盟镇乡]、?)+$/.test(words)) return []
  const members = isSmallCount(figure) ? membersOf(words) : null
  return members === null ? [] : [named(figure, words, members, words.includes('等'))]
}

function named(figure: Figure, words: string, members: Members, isOpen: boolean): Identity {
  const count = figure.claim.value
  const fits = isOpen ? members.least <= count : members.least <= count && count <= members.most
  return judged({
    check: 'list',
    claims: [figure.claim],
    sum: `${words}${isOpen ? '等' : ''}: ${numberOf(members)} ${fits ? (isOpen ? '≤' : '=') : isOpen ? '>' : '≠'} ${count}`,
    expected: members.most,
    stated: count,
    fits,
    doubt: doubtOfNames(words, members),
  })
}

/** A list of things that were done, with the count for its last alone, is no list of names. */
function doubtOfNames(words: string, { least, most }: Members): Said | null {
  const [first = '', ...others] = words.split('、')
  const last = others.at(-1) ?? ''
  if (others.some((name) => verbs.test(name)) || last.length > 10 || last.includes('的')) return say('doubt.last-alone')
  if (least === 2 && most > 2) return say('doubt.parted-otherwise')
  if (first.length > 24 || /多|少|大|小|高|低/.test(others.join(''))) return say('doubt.pairs')
  return null
}

const ranking =
  /(?:(?<sure>前[一二三四五六七八九十\d]+[位名]?|居前|[从由](?:高|多|大)[到至](?:低|少|小))|依次)[^，。；\d]{0,20}[：:]?[^，。；\d]{0,12}$/

/** 前三位的是甲省（40.1件）、乙省（22.0件）、丙省（19.5件）: each no more than the one before. */
export function checkRanks(passages: readonly Passage[]): Identity[] {
  return passages.flatMap(({ figures }) =>
    figures.flatMap((first) => {
      const word = ranking.exec(first.passage.text.slice(Math.max(0, first.at - 40), first.at))
      if (word === null) return []
      const list = rankedFrom(first)
      if (list.length < 3) return []
      const wrong = list.findIndex(
        ({ claim }, at) => at > 0 && intervalOf(claim).low > intervalOf((list[at - 1] as Figure).claim).high,
      )
      const claims = list.map(({ claim }) => claim)
      const [less, more] = [claims[wrong - 1], claims[wrong]]
      if (wrong > 0 && word.groups?.sure === undefined) return []
      return [
        judged({
          check: 'rank',
          claims,
          sum: wrong > 0 ? `${less?.raw} < ${more?.raw}` : claims.map(({ raw }) => raw).join(' ≥ '),
          expected: null,
          fits: wrong <= 0,
          doubt: null,
        }),
      ]
    }),
  )
}

function rankedFrom(first: Figure): Figure[] {
  const list = [first]
  for (const figure of figuresBehind(first)) {
    const isNext = figure.claim.unit === first.claim.unit && figure.claim.kind === first.claim.kind
    if (!isNext || !/^[）)]?[、，和；][^，。；]{1,16}$/.test(figure.lead)) break
    list.push(figure)
  }
  return list
}
