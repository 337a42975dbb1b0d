import { type CheerioAPI, load } from 'cheerio'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { BaoshuError } from '../errors.ts'
import { limits, type ReadOptions } from './document.ts'

/** Markup as a tree, in bounds: neither too many elements nor nested too deep. */
export function loadMarkup(markup: string, options: ReadOptions): CheerioAPI {
  refuseManyElements(markup, options)
  return load(markup, { treeAdapter: countingAdapter(options) } as Parameters<typeof load>[1])
}

/** What is built is counted as it is built: a <b> that is never closed is made anew in every paragraph behind it. */
function countingAdapter(options: ReadOptions): typeof adapter {
  const most = options.maxElements ?? limits.maxElements
  const deepest = (options.maxDepth ?? limits.maxDepth) + 1
  let [elements, depth] = [0, 0]
  return {
    ...adapter,
    createElement: (name, namespace, attributes) => {
      if (++elements > most) throw tooMany(options)
      return adapter.createElement(name, namespace, attributes)
    },
    onItemPush: () => {
      if (++depth > deepest) throw tooDeep(options)
    },
    onItemPop: () => {
      depth--
    },
  }
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
  if (elements < 0 || words < 0) throw tooMany(options)
}

const [lessThan, space, lowerCase, a, z] = [0x3c, 0x20, 0x20, 0x61, 0x7a]

function tooMany(options: ReadOptions): BaoshuError {
  const most = options.maxElements ?? limits.maxElements
  return new BaoshuError('too-large', `it has more than ${most} elements; raise the limit with --max-elements`, {
    file: options.file ?? null,
  })
}

function tooDeep(options: ReadOptions): BaoshuError {
  const most = options.maxDepth ?? limits.maxDepth
  return new BaoshuError('too-large', `elements are nested deeper than ${most}; raise the limit with --max-depth`, {
    file: options.file ?? null,
  })
}
