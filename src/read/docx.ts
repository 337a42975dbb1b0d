import mammoth from 'mammoth'
import { BaoshuError } from '../errors.ts'
import { type Document, limits, type ReadOptions } from './document.ts'
import { loadMarkup, refuseManyElements } from './elements.ts'
import { linesOfNodes, textOfLines } from './lines.ts'
import { openZip, type Zip } from './zip.ts'

/** A Word file (.docx): its headings, paragraphs and tables as lines. */
export async function readDocx(bytes: Uint8Array, options: ReadOptions = {}): Promise<Document> {
  const file = options.file ?? null
  const zip = openZip(bytes, options)
  const markup = await convert(zip, options)
  const $ = loadMarkup(markup, options)
  $('a[href^="#footnote-ref"], a[href^="#endnote-ref"]').remove()
  const text = textOfLines(linesOfNodes($('body').toArray(), options.file))
  if (text === '') throw new BaoshuError('empty', 'the document holds no text; pictures are not read', { file })
  return { text, title: null, source: null, date: null, messages: [] }
}

async function convert(zip: Zip, options: ReadOptions): Promise<string> {
  const file = options.file ?? null
  try {
    const { value } = await mammoth.convertToHtml(inputOf(zip, options), {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      ignoreEmptyParagraphs: true,
    })
    return value
  } catch (cause) {
    if (cause instanceof BaoshuError) throw cause
    const deep = cause instanceof RangeError
    const message = deep
      ? 'its tables or lists are nested too deep'
      : 'the document is damaged; open it in Word and save it anew'
    throw new BaoshuError(deep ? 'too-large' : 'corrupt', message, { file, cause })
  }
}

/** mammoth reads through this opened file, so that nothing is unpacked beyond the limits and no entity is expanded. */
function inputOf(zip: Zip, options: ReadOptions) {
  let room = (options.maxExpanded ?? limits.maxExpanded) / treeSize
  const read = async (name: string, encoding?: BufferEncoding | 'base64'): Promise<string | Buffer> => {
    const part = zip.read(name)
    if (/\.(?:xml|rels)$/.test(name)) {
      room -= part.length
      if (room < 0) throw tooLarge(options)
      refuseHostile(part.toString('latin1'), name, options)
    }
    return encoding === undefined ? part : part.toString(encoding)
  }
  const opened = { exists: (name: string) => zip.has(name), read }
  return { file: opened } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
}

/** So many times its size does a part of XML take when mammoth has made a tree and a page of it. */
const treeSize = 8

function tooLarge(options: ReadOptions): BaoshuError {
  const megabytes = Math.round((options.maxExpanded ?? limits.maxExpanded) / treeSize / 1e6)
  return new BaoshuError(
    'too-large',
    `its text and marks are larger than ${megabytes} MB; raise the limit with --max-expanded`,
    { file: options.file ?? null },
  )
}

function refuseHostile(part: string, name: string, options: ReadOptions): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(part.slice(0, 4096))) {
    const file = options.file ?? null
    throw new BaoshuError('corrupt', `its part ${name} declares entities, as Word never does`, { file })
  }
  refuseManyElements(part, options)
}
