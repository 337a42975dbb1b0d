import { createRequire } from 'node:module'
import { BaoshuError } from '../errors.ts'
import { inLanguage, say } from '../messages/index.ts'
import type { Message } from '../types.ts'
import type { ReadOptions } from './document.ts'

/** Bytes as text: 年报 in GB18030 → 年报, with the encoding that was found. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly messages: readonly Message[]
}

/** Bytes → text by BOM, else UTF-8 if it fits, else UTF-16, GB18030 or Big5 by their characters. `declared` is what a page says of itself. */
export function decode(bytes: Uint8Array, options: ReadOptions = {}, declared: string | null = null): Decoded {
  const file = options.file ?? null
  if (bytes.length === 0) throw new BaoshuError('empty', say('read.empty'), { file })
  const encoding = options.encoding ?? encodingOf(bytes, declared)
  const text = decoderOf(encoding, file).decode(bytes)
  if (/^\s*$/.test(text)) throw new BaoshuError('empty', say('read.white'), { file })
  refuseBinary(text, file)
  return { text, encoding, messages: replacementMessages(text, encoding) }
}

function decoderOf(encoding: string, file: string | null) {
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new BaoshuError('usage', say('read.encoding', encoding), { file })
  }
}

/** The name of the encoding, as TextDecoder wants it; what a page declares counts where its bytes are no UTF-8. */
export function encodingOf(bytes: Uint8Array, declared: string | null = null): string {
  const marked = byOrderMark(bytes)
  if (marked !== null) return marked
  if (fits(bytes, 'utf-8')) return looksWide(bytes) ?? 'utf-8'
  const chinese = declaredChinese(declared)
  if (chinese !== null && fits(bytes, chinese)) return chinese
  return looksWide(bytes) ?? nearlyUtf8(bytes) ?? chinese ?? chineseByCharacters(bytes)
}

/** gb2312 → gb18030, which holds it; a claim to be latin1 says nothing. */
function declaredChinese(declared: string | null): string | null {
  const name = declared?.toLowerCase() ?? ''
  if (/^(?:gb|x-gbk|hz-gb|936)/.test(name)) return 'gb18030'
  return /^(?:big5|x-big5|utf-16)/.test(name) ? name : null
}

function byOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const sampleBytes = 64_000

/** UTF-16 without a mark: read so, nearly all is Chinese, its punctuation or ASCII, with line ends or spaces among it. */
function looksWide(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes & ~1)
  if (sample.length < 4 || sample.length % 2 === 1) return null
  const shares = ['utf-16le', 'utf-16be'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample)
    const expected = text.match(/[\u4e00-\u9fff\u3000-\u3015\uff00-\uffee\u2010-\u2026 -~\r\n\t]/g)?.length ?? 0
    const ascii = text.match(/[ -~\r\n\t]|[，。：、]/g)?.length ?? 0
    return { encoding, share: expected / text.length, ascii: ascii / text.length }
  })
  const best = shares.reduce((one, other) => (other.share > one.share ? other : one))
  return best.share > 0.95 && best.ascii > 0.02 ? best.encoding : null
}

/** UTF-8 with a few broken bytes, as a cut file has: 新认证503� */
function nearlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/�/g)?.length ?? 0
  const whole = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  return whole > 0 && broken <= Math.max(2, whole * 0.1) ? 'utf-8' : null
}

/** GB18030 or Big5: the only one that fits, else by how usual the characters are; a draw goes to GB18030. */
function chineseByCharacters(bytes: Uint8Array): string {
  const simplified = fits(bytes, 'gb18030')
  if (simplified !== fits(bytes, 'big5')) return simplified ? 'gb18030' : 'big5'
  const { analyse } = createRequire(import.meta.url)('chardet') as typeof import('chardet')
  const guesses = analyse(bytes.subarray(0, sampleBytes))
  const confidenceOf = (name: string) => guesses.find((guess) => guess.name === name)?.confidence ?? 0
  return confidenceOf('Big5') > confidenceOf('GB18030') ? 'big5' : 'gb18030'
}

/** Text has next to no control characters; pictures and programs have many. */
function refuseBinary(text: string, file: string | null): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.slice(0, sampleBytes).match(/[\0-\x08\x0e-\x19\x1b-\x1f]/g)?.length ?? 0
  const broken = text.slice(0, sampleBytes).match(/�/g)?.length ?? 0
  const length = Math.min(text.length, sampleBytes)
  if (controls > Math.max(1, length * 0.002) || broken > Math.max(3, length * 0.1)) {
    throw new BaoshuError('binary', say('read.binary'), { file })
  }
}

function replacementMessages(text: string, encoding: string): Message[] {
  const start = text.indexOf('�')
  if (start === -1) return []
  const count = text.match(/�/g)?.length ?? 0
  const said = say('read.replaced', count, encoding)
  return [
    {
      level: 'warning',
      code: 'replaced',
      text: inLanguage(said),
      said,
      span: { start, end: start + 1 },
    },
  ]
}
