import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { simplify } from './simplify.ts'

/** Where the article stands in a page: the innermost element that holds nine tenths of its prose, menus and footers aside. */
export function findArticle(body: Element): Element {
  const weights = weigh(body)
  const total = weights.get(body) ?? 0
  let article = body
  for (;;) {
    const next = article.children.find(
      (child) => isTag(child) && mayHold(child) && (weights.get(child) ?? 0) >= total * 0.9,
    )
    if (next === undefined || total === 0) return article
    article = next as Element
  }
}

const holders = new Set([
  'div',
  'section',
  'article',
  'main',
  'center',
  'form',
  'table',
  'tbody',
  'tr',
  'td',
  'font',
  'span',
])
const asides = new Set([
  'nav',
  'footer',
  'aside',
  'header',
  'a',
  'script',
  'style',
  'noscript',
  'iframe',
  'select',
  'button',
])

/** A layout table may hold an article in one cell; a table of figures is part of one. */
function mayHold(element: Element): boolean {
  if (element.name !== 'table') return holders.has(element.name)
  const cells = [element, ...element.children.filter(isTag)].flatMap(({ children }) => children.filter(isTag))
  return cells.filter(({ name }) => name === 'tr').length < 2
}

// 版权所有 · 备案号 · 主办单位：某某局 地址：…
const imprint =
  /版权所有|ICP备|公网安备|网站标识码|(?:主办|承办|技术支持|维护)单位?[：:]|联系电话[：:]|邮政?编[码]?[：:]|Copyright|浏览器/i

/** How much prose each element holds: text outside links that reads as sentences, and figures in tables. */
function weigh(body: Element): Map<Element, number> {
  const weights = new Map<Element, number>()
  const weightOf = (node: AnyNode, inTable: boolean): number => {
    if (isText(node)) return isProse(node.data, inTable) ? node.data.trim().length : 0
    if (!isTag(node) || asides.has(node.name)) return 0
    const within = inTable || node.name === 'td'
    const weight = node.children.reduce((sum, child) => sum + weightOf(child, within), 0)
    weights.set(node, weight)
    return weight
  }
  weightOf(body, false)
  return weights
}

function isProse(text: string, inTable: boolean): boolean {
  if (imprint.test(simplify(text))) return false
  return /[，。；、]/.test(text) || text.trim().length >= 25 || (inTable && /\d/.test(text))
}

const tool =
  '下载|打印|列印|打印本页|全屏|收藏|收藏本页|字号|字级|字体|加大|还原|减小|放大|缩小|大|中|小|默认|分享|分享到|分享给|微信|微博|QQ空间|' +
  '关闭|关闭窗口|关闭本页|返回|返回顶部|回顶部|繁体|简体|无障碍|朗读|纠错|扫一扫'
// 【字号：大 中 小】 打印 关闭
const toolBar = new RegExp(`^(?:(?:${tool})|[\\s|｜【】\\[\\]()（）：:>/、\\-])+$`)
const trail = /^(?:您?(?:现在)?(?:的)?(?:当前|目前)?所?在?的?位置(?:是)?\s*[：:]|首页\s*[>＞»/-])/
const pageFoot =
  /^(?:上一[篇条页]|下一[篇条页]|（?责任?编辑?[：:]|编辑[：:]|扫一扫|相关(?:链接|新闻|阅读|文章|连结)|附件[：:]?$|浏览次数|阅读次数|点击数|分享到|【?\s*(?:打印|关闭))/

/** Is a line of an article a tool bar, a trail or a foot, and no part of the report? 【字号：大 中 小】打印 */
export function isFurniture(line: string): boolean {
  if (line.length > 90) return false
  const plain = simplify(line)
  return toolBar.test(plain) || trail.test(plain) || (line.length < 60 && (pageFoot.test(plain) || imprint.test(plain)))
}

/** A list in which nearly all is links: a menu, or other articles; one link alone may be a heading. */
export function isLinkList(element: Element): boolean {
  const text = lengthOf(element, false)
  if (text === 0 || lengthOf(element, true) <= text * 0.8) return false
  return isLister.test(element.name) ? element.children.length > 2 : linksIn(element) > 2
}

const isLister = /^(?:ul|ol|dl|div)$/

function linksIn(element: Element): number {
  return element.children.filter(isTag).reduce((sum, child) => sum + (child.name === 'a' ? 1 : linksIn(child)), 0)
}

function lengthOf(node: AnyNode, linksOnly: boolean): number {
  if (isText(node)) return linksOnly ? 0 : node.data.trim().length
  if (!isTag(node)) return 0
  const inside = linksOnly && node.name === 'a' ? false : linksOnly
  return node.children.reduce((sum, child) => sum + lengthOf(child, inside), 0)
}
