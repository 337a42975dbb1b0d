import type { Message } from '../types.ts'

/** What a page's text layer says, and whether it is drawn where nobody sees it. */
export interface PageText {
  readonly text: string
  readonly isHidden: boolean
}

/** Warnings of pages whose text may not be what they show: pictures with recognised text under them, and garbled text. */
export function doubtsOf(pages: readonly PageText[]): Message[] {
  const hidden = pagesThat(pages, ({ isHidden }) => isHidden)
  const garbled = pagesThat(pages, ({ text }) => isGarbled(text))
  return [
    ...warning('picture-pages', hidden, 'a picture with text under it that a machine recognised; check its figures'),
    ...warning('garbled', garbled, 'a text layer that is garbled; have the pages recognised (OCR)'),
  ]
}

function pagesThat(pages: readonly PageText[], holds: (page: PageText) => boolean): number[] {
  return pages.flatMap((page, index) => (holds(page) ? [index + 1] : []))
}

function warning(code: string, pages: readonly number[], what: string): Message[] {
  if (pages.length === 0) return []
  const named = pages.length === 1 ? `page ${pages[0]} has` : `pages ${rangesOf(pages)} have each`
  return [{ level: 'warning', code, text: `${named} ${what}`, span: null }]
}

/** 1, 2, 3, 7 → 1–3, 7 */
function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === page - 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

// Private letters of a font, what no decoding knew, Latin letters that Chinese bytes were taken for
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const strange = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f]/g
/** Hardly a line of Chinese is without them. */
const frequent = /[的一年和在中人大工业质量市为与有个是上国地发展全产品]/g

/** ÖÐ¹ú, private letters, or Chinese without its commonest characters: a font that does not say what its letters are. */
function isGarbled(text: string): boolean {
  const letters = text.replace(/[\s\d.,;:%()+\-—–]/g, '')
  if (letters.length < 20) return false
  if ((letters.match(strange)?.length ?? 0) > 0.1 * letters.length) return true
  const han = letters.match(/[\u3400-\u9fff]/g)?.length ?? 0
  return han >= 150 && (letters.match(frequent)?.length ?? 0) < 0.02 * han
}

/** Does the file hold a picture of a page's shape, as scans are? Streams stand in it as they are, so their marks can be looked for. */
export function holdsPagePicture(bytes: Uint8Array, page: { width: number; height: number }): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shape = page.width / page.height
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 6)) {
    const around = file.toString('latin1', Math.max(0, at - 400), at + 400)
    const [width, height] = ['Width', 'Height'].map((name) =>
      Number(new RegExp(`/${name}\\s+(\\d{1,6})`).exec(around)?.[1] ?? 0),
    )
    if (width !== undefined && height !== undefined && width >= 600 && Math.abs(width / height / shape - 1) < 0.03)
      return true
  }
  return false
}
