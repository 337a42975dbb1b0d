import { writeFileSync } from 'node:fs'
import { generateReport } from '../tests/generate.ts'

const [file = '', pages = '300'] = process.argv.slice(2)
writeFileSync(file, makePdf(generateReport(1, Number(pages) * 3600), Number(pages)))

/** A report as a PDF with a font that every reader knows, not embedded: its characters are found by the reader's own tables. */
function makePdf(text: string, pages: number): Buffer {
  const lines = text.split('\n').flatMap((line) => [...(line.match(/.{1,36}/gu) ?? [])])
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    fontOf(),
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6>>',
  ]
  const kids: string[] = []
  for (let page = 0; page < pages; page++) {
    const shown = lines.slice(page * 32, page * 32 + 32).map((line) => `<${hexOf(line)}> Tj T*`)
    const content = `BT /F1 12 Tf 20 TL 70 770 Td ${shown.join(' ')} ET`
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`)
    const resources = '<</Font<</F1 3 0 R>>>>'
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${objects.length} 0 R/Resources${resources}>>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  return fileOf(objects)
}

function fontOf(): string {
  const descendant =
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/FontDescriptor 4 0 R>>'
  return `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[${descendant}]>>`
}

function hexOf(line: string): string {
  return Buffer.from(line, 'utf16le').swap16().toString('hex')
}

function fileOf(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const count = objects.length + 1
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(`${body}${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`)
}
