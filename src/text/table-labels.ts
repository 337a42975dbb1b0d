import { writtenTime } from '../times/headings.ts'
import { placeOf } from './cell-sense.ts'
import { headingOf } from './table-headings.ts'
import { isGroup, labelColumns, type TableShape } from './table-shape.ts'

/** What stands beside a row's figures: 予以公开 under 办理结果, of 沈阳市. */
export interface RowLabel {
  /** Outermost first, those alone that tell the row apart. */
  readonly levels: readonly string[]
  readonly region: string | null
  /** The place as it stands there. */
  readonly place: string
  /** Of 其中：设施蔬菜, the row that it is a part of; by its place in the shape. */
  readonly whole: number | null
}

/** A row's names as they stand, before it is known which of them are needed. */
interface Names {
  readonly parents: readonly string[]
  readonly name: string
  readonly region: string | null
  readonly place: string
}

const total = /^(?:合计|小计|总计|总和)$/
const split = /^(?:其中|#|＃)[：:]?/
const numbered = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|合计|总计)/

/** What each row is called: its name, after its group's where the name is said twice or is 合计: 食品企业, 食品合计. */
export function labelsOf(shape: TableShape): RowLabel[] {
  const names = namesOf(shape)
  const wholes = wholesOf(shape)
  const levels = names.map(({ parents, name }, index) => {
    if (index < shape.top) return [name]
    const others = names.filter((other, at) => at >= shape.top && at !== index && other.region === names[index]?.region)
    return neededOf(parents, name, others)
  })
  return names.map(({ region, place }, index) => ({
    levels: levels[index] ?? [],
    region,
    place,
    whole: wholes[index] ?? null,
  }))
}

/** 不予公开 › 属于国家秘密: the nearest names that no other row has; of three levels always two. */
function neededOf(parents: readonly string[], name: string, others: readonly Names[]): string[] {
  const isTotal = total.test(headingOf(name).words)
  let from = isTotal || parents.length > 1 ? parents.length - 1 : parents.length
  const said = (start: number) => [...parents.slice(Math.max(0, start)), name]
  const isSaidBy = (start: number) => (other: Names) =>
    said(start).join() ===
    [
      ...other.parents.slice(Math.min(other.parents.length, other.parents.length - (parents.length - start))),
      other.name,
    ].join()
  while (from > 0 && others.some(isSaidBy(from))) from--
  return said(from)
}

const headsPlaces = /^(?:地区|区域|行政区划?|城市|省份|[各地]?[省市区县州、/]{1,5})(?:名称)?$/
const headsOwners = /^(?:公司|企业|单位|机构|银行|部门|子公司|被[投检]\p{Script=Han}{1,4}|承检机构)(?:名称)?$/u

function namesOf(shape: TableShape): Names[] {
  const columns = labelColumns(shape)
  const heads = columns.map((column) => shape.headings[column]?.join('') ?? '')
  const areMonths = columns.map((column, level) => isOfMonths(shape, column, heads[level] ?? ''))
  let above: string[] = []
  let group = ''
  return shape.rows.map((row, index) => {
    const said = columns.map((column, level) => {
      const text = row.cells[column]?.text.replace(/\s+/g, '') ?? ''
      return areMonths[level] === true ? (writtenTime(text)?.replace(/\d+日$/, '') ?? text) : text
    })
    const last = said.findLastIndex((text) => text !== '')
    const parts = said.map((text, level) => (text === '' && level < last ? (above[level] ?? '') : text))
    if (index >= shape.top) above = parts
    if (index >= shape.top && isGroup(row)) group = groupOf(parts[0] ?? '')
    return namesOfRow(parts, heads, columns.length > 1 ? '' : group)
  })
}

/** 一、食品 → 食品; 其中： names nothing. */
const groupOf = (text: string): string => (split.test(text) ? '' : headingOf(text).words)

/** 10/1/2025 under 月份, or over nothing but first days, is a month. */
function isOfMonths(shape: TableShape, column: number, head: string): boolean {
  const texts = shape.rows.slice(shape.top).map(({ cells }) => writtenTime(cells[column]?.text.trim() ?? ''))
  const days = texts.filter((text) => text?.endsWith('日') === true)
  return (
    days.length > 0 && (/月/.test(head) || (days.length > 2 && days.every((text) => text?.endsWith('月1日') === true)))
  )
}

/** 甲公司, 营业收入 under 公司, 项目 → 甲公司营业收入; 沈阳, 合格率 under 地区, 指标 → 合格率 of 沈阳市. */
function namesOfRow(parts: readonly string[], heads: readonly string[], group: string): Names {
  const said = parts
    .map((text, level) => ({ text, head: heads[level] ?? '' }))
    .filter(({ text }, level) => text !== '' && text !== parts[level - 1])
  const places = said.map(({ text, head }) => placeUnder(head, text))
  const plain = said.filter((_, at) => places[at] === null)
  const [first] = plain
  const owner = first !== undefined && plain.length > 1 && headsOwners.test(first.head) ? first.text : ''
  const named = (owner === '' ? plain : plain.slice(1)).map(({ text }) => text)
  return {
    name: owner + (named.at(-1) ?? ''),
    parents: group === '' ? named.slice(0, -1).map((text) => headingOf(text).words) : [group],
    region: places.findLast((place) => place !== null) ?? null,
    place: said.findLast((_, at) => places[at] !== null)?.text ?? '',
  }
}

function placeUnder(head: string, text: string): string | null {
  const place = placeOf(text)
  return place === null && headsPlaces.test(head) && !/^(?:[全合总小]|平均)/.test(text) ? text : place
}

/** Which row each is a part of: 其中：设施蔬菜 of the one above, and all rows under 其中： alone. */
function wholesOf(shape: TableShape): (number | null)[] {
  const columns = labelColumns(shape)
  let whole: number | null = null
  let goesOn = false
  return shape.rows.map((row, index) => {
    if (index < shape.top) return null
    const said = columns
      .map((column) => row.cells[column]?.text.replace(/\s+/g, '') ?? '')
      .filter((text) => text !== '')
    const isPart = said.some((text) => split.test(text))
    if (isPart && said.every((text) => /^(?:其中|#|＃)[：:]?$/.test(text))) goesOn = true
    else if (isPart) return whole
    else if (goesOn && !said.some((text) => numbered.test(text))) return whole
    else [whole, goesOn] = [index, false]
    return null
  })
}
