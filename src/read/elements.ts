import { type CheerioAPI, load } from 'cheerio'
import { isTag } from 'domhandler'
import { BaoshuError } from '../errors.ts'
import { limits, type ReadOptions } from './document.ts'

/** Markup as a tree, in bounds: neither too many elements nor nested too deep. */
export function loadMarkup(markup: string, options: ReadOptions): CheerioAPI {
  refuseManyElements(markup, options)
  const $ = load(markup)
  refuseDeep($, options)
  return $
}

/** Markup with so many elements or attributes that taking it apart would need more memory than there is is refused unread. */
export function refuseManyElements(markup: string, options: ReadOptions): void {
  const most = options.maxElements ?? limits.maxElements
  // A word after a space may be an attribute, ten of which take the room of an element.
  let [elements, words] = [most, most * 10]
  for (let at = 0; at < markup.length && elements >= 0 && words >= 0; at++) {
    const code = markup.charCodeAt(at)
    if (code !== lessThan && code > space) continue
    const next = markup.charCodeAt(at + 1) | lowerCase
    if (next < a || next > z) continue
    if (code === lessThan) elements--
    else words--
  }
  if (elements >= 0 && words >= 0) return
  throw new BaoshuError('too-large', `it has more than ${most} elements; raise the limit with --max-elements`, {
    file: options.file ?? null,
  })
}

const [lessThan, space, lowerCase, a, z] = [0x3c, 0x20, 0x20, 0x61, 0x7a]

/** Pages nested without end would overflow the stack of whoever walks them. */
function refuseDeep($: CheerioAPI, options: ReadOptions): void {
  const most = options.maxDepth ?? limits.maxDepth
  let level = $.root()[0]?.children.filter(isTag) ?? []
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) {
      throw new BaoshuError('too-large', `elements are nested deeper than ${most}; raise the limit with --max-depth`, {
        file: options.file ?? null,
      })
    }
    level = level.flatMap(({ children }) => children.filter(isTag))
  }
}
