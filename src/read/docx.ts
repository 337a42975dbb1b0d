import { load } from 'cheerio'
import mammoth from 'mammoth'
import { BaoshuError } from '../errors.ts'
import type { Document, ReadOptions } from './document.ts'
import { linesOfNodes, textOfLines } from './lines.ts'
import { openZip, type Zip } from './zip.ts'

/** A Word file (.docx): its headings, paragraphs and tables as lines. */
export async function readDocx(bytes: Uint8Array, options: ReadOptions = {}): Promise<Document> {
  const file = options.file ?? null
  const zip = openZip(bytes, options)
  const markup = await convert(zip, file)
  const $ = load(markup, null, false)
  $('a[href^="#footnote-ref"], a[href^="#endnote-ref"]').remove()
  const text = textOfLines(linesOfNodes($.root().contents().toArray()))
  if (text === '') throw new BaoshuError('empty', 'the document holds no text; pictures are not read', { file })
  return { text, title: null, source: null, date: null, messages: [] }
}

async function convert(zip: Zip, file: string | null): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(inputOf(zip, file), {
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
function inputOf(zip: Zip, file: string | null) {
  const read = async (name: string, encoding?: BufferEncoding | 'base64'): Promise<string | Buffer> => {
    const part = zip.read(name)
    if (/\.(?:xml|rels)$/.test(name) && /<!(?:DOCTYPE|ENTITY)/i.test(part.toString('latin1', 0, 4096))) {
      throw new BaoshuError('corrupt', `its part ${name} declares entities, as Word never does`, { file })
    }
    return encoding === undefined ? part : part.toString(encoding)
  }
  const opened = { exists: (name: string) => zip.has(name), read }
  return { file: opened } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
}
