import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../src/extract.ts'
import { readBytes, readReport } from '../src/read/index.ts'
import { simplify } from '../src/read/simplify.ts'
import { findTables } from '../src/text/tables.ts'
import type { Claim } from '../src/types.ts'

const forms = ['report.gbk.html', 'report.docx', 'report.pdf'] as const
const open = (name: string) => readReport(`fixtures/formats/${name}`)

/** A claim without its offsets, which the text view of each format has its own. */
function placeless(claim: Claim) {
  const { start: _, end: __, line: ___, sentenceStart: ____, page: _____, ...source } = claim.source
  return { ...claim, source, indicatorSpans: [], actionSpan: null }
}

describe('one report in five forms', () => {
  it.each(forms)('%s gives the paragraphs of the text file', async (name) => {
    // The page and the PDF have one space between source and date, and the page’s lines beside its article go.
    const lines = (text: string) => text.split(/\n+/).filter((line) => line !== '' && !line.includes('来源'))
    expect(lines((await open(name)).text)).toEqual(lines(readFileSync('fixtures/formats/report.txt', 'utf8')))
  })

  it.each(['report.txt', ...forms])('%s says what it is', async (name) => {
    expect(await open(name)).toMatchObject({
      title: '滨海市2023年质量状况白皮书',
      source: '滨海市市场监督管理局',
      region: '滨海市',
      year: 2023,
      messages: [],
    })
  })

  it.each(forms)('%s gives the claims of the text file, equal but for their offsets', async (name) => {
    const wanted = extract(await open('report.txt')).claims.map(placeless)
    expect(wanted.length).toBeGreaterThanOrEqual(42)
    expect(extract(await open(name)).claims.map(placeless)).toEqual(wanted)
  })

  it('a Traditional page in Big5 gives them too, their words as it has them', async () => {
    const report = await open('report.big5.html')
    expect(report).toMatchObject({
      title: '濱海市2023年質量狀況白皮書',
      source: '濱海市市場監督管理局',
      region: '滨海市',
    })
    const wanted = extract(await open('report.txt')).claims.map(placeless)
    const simplified = (claim: Claim) => {
      const { source, ...plain } = placeless(claim)
      return {
        ...plain,
        raw: simplify(plain.raw),
        source: {
          ...source,
          section: source.section === null ? null : simplify(source.section),
          sentence: simplify(source.sentence),
        },
      }
    }
    expect(extract(report, { simplify: true }).claims.map(simplified)).toEqual(wanted)
    const written = extract(report).claims
    expect(written.map(({ indicator }) => simplify(indicator))).toEqual(wanted.map(({ indicator }) => indicator))
    expect(written[0]).toMatchObject({ raw: '94.6%', indicator: '製造業產品質量合格率' })
    expect(written[3]).toMatchObject({ raw: '126個', source: { section: '製造業質量' } })
  })

  it.each(['report.txt', 'report.big5.html', ...forms])(
    'in %s each figure stands where its claim says',
    async (name) => {
      const report = await open(name)
      for (const { raw, source } of extract(report).claims)
        expect(report.text.slice(source.start, source.end)).toBe(raw)
    },
  )
})

/** What a person reads off the two tables of the fixture. */
const figures = [
  '2,530.4 = 进出口总额, 亿元, level',
  '13.5 = 进出口总额, %, change yoy',
  '8.1 = 进出口总额, %, share',
  '1,480.2 = 出口额, 亿元, level',
  '11.2 = 出口额, %, change yoy',
  '12.6 = 实际使用外资, 亿美元, level',
  '-3.4 = 实际使用外资, %, change yoy',
  '5.0 = 实际使用外资, %, share',
  '246 = 机构, 家, level',
  '6.5 = 机构, %, change yoy',
  '46.3 = 营业收入, 亿元, level',
  '11.0 = 营业收入, %, change yoy',
  '4.2 = 营业收入, %, share',
  '3,120 = 食品抽查批次, 批次, level',
  '98.9 = 食品合格率, %, level',
  '860 = 工业产品抽查批次, 批次, level',
  '94.6 = 工业产品合格率, %, level',
  '1,820 = 食品抽查批次, 批次, level, 临港区',
  '99.1 = 食品合格率, %, level, 临港区',
  '510 = 工业产品抽查批次, 批次, level, 临港区',
  '95.3 = 工业产品合格率, %, level, 临港区',
  '1,300 = 食品抽查批次, 批次, level, 青河县',
  '98.6 = 食品合格率, %, level, 青河县',
  '350 = 工业产品抽查批次, 批次, level, 青河县',
  '93.7 = 工业产品合格率, %, level, 青河县',
]

describe('two tables with merged cells, two levels of headings, a unit line, dashes and a total', () => {
  it.each(['html', 'docx', 'pdf', 'xlsx'])('indicators.%s gives each figure its meaning', async (ending) => {
    const { text } = await readReport(`fixtures/tables/indicators.${ending}`)
    const tables = findTables(text)
    expect(tables.map(({ caption }) => caption)).toEqual([
      '表1 2023年滨海市外贸和检验检测主要指标',
      '表2 2023年各县市区产品质量监督抽查情况',
    ])
    const found = tables.flatMap(({ figures }) =>
      figures.map(({ start, end, cell: { indicator, unit, measure, basis, region } }) => {
        const kind = basis === null ? measure : `${measure} ${basis}`
        return [`${text.slice(start, end)} = ${indicator}`, unit, kind, region]
          .filter((part) => part !== null)
          .join(', ')
      }),
    )
    // A sheet shows a number as it is formatted, here without commas and closing zeros.
    const plain = (line: string) => line.replace(/,(?=\d{3}\b)/, '').replace(/\.0(?= =)/, '')
    expect(found).toEqual(ending === 'xlsx' ? figures.map(plain) : figures)
    const cells = tables.flatMap(({ figures }) => figures.map(({ cell }) => cell))
    expect(cells.map(({ period }) => period)).toEqual(figures.map(() => '2023年'))
    expect(cells.slice(0, 4).map(({ table, row, column }) => [table, row, column])).toEqual([
      [1, 3, 3],
      [1, 3, 4],
      [1, 3, 5],
      [1, 4, 3],
    ])
  })

  it('a CSV file is a table, with quoted cells', async () => {
    const { text, title } = await readReport('fixtures/tables/infrastructure.csv')
    expect(title).toBe('表1 2023年质量基础设施主要指标')
    const [table] = findTables(text)
    expect(
      table?.figures.map(({ start, end, cell }) => `${text.slice(start, end)} ${cell.indicator} ${cell.unit}`),
    ).toEqual([
      '612 社会公用计量标准 项',
      '655 社会公用计量标准 项',
      '7.0 社会公用计量标准 %',
      '2.84 有效认证证书 万张',
      '3.15 有效认证证书 万张',
      '10.9 有效认证证书 %',
      '1,041.7 检验检测营业收入 亿元',
      '1,146.3 检验检测营业收入 亿元',
      '10.0 检验检测营业收入 %',
    ])
  })
})

describe('tables as files have them', () => {
  const claimsOf = async (name: string, text: string) =>
    extract(await readBytes(Buffer.from(text), { file: name })).claims.map(
      ({ raw, indicator, period }) => `${raw} ${indicator} ${period?.text}`,
    )

  it('a Markdown heading may be shorter than its rows', async () => {
    const text =
      '# 1995年公报\n\n| | 资产(%) | 人员(%) |\n| --- | --- | --- |\n| | 1985 | 1995 | 1985 | 1995 |\n| 国有工业 | 74.6 | 53.7 | 41.1 | 31.6 |\n'
    expect(await claimsOf('a.md', text)).toEqual([
      '74.6 国有工业资产 1985',
      '53.7 国有工业资产 1995',
      '41.1 国有工业人员 1985',
      '31.6 国有工业人员 1995',
    ])
  })

  it('commas of prose part no cells, and an article in a cell is read as one', async () => {
    const text =
      '省,年,标题,正文\n甲省,2026,2026年甲省政府工作报告,"2026年甲省政府工作报告\n现在，我代表省政府，向大会报告工作，请予审议，并请政协委员提出意见。\n2025年，我们顶压前行，地区生产总值增长5%，一般公共预算收入增长13.3%，粮食产量达到871亿斤，城镇新增就业22.9万人。"'
    expect(await claimsOf('a.csv', text)).toEqual([
      '5% 地区生产总值 2025年',
      '13.3% 一般公共预算收入 2025年',
      '871亿斤 粮食产量 2025年',
      '22.9万人 城镇新增就业 2025年',
    ])
    expect(await claimsOf('b.csv', '指标;2023年\n收入，含补贴（万元）;12\n支出（万元）;3\n')).toEqual([
      '12 收入，含补贴 2023年',
      '3 支出 2023年',
    ])
  })

  it('paragraphs of a cell are rows', async () => {
    const rows =
      '<tr><td>类别</td><td>品种</td><td>产量（吨）</td></tr><tr><td>农产品</td><td><p>粮食</p><p>蔬菜</p></td><td>120<br>80</td></tr><tr><td>合计</td><td></td><td>200</td></tr>'
    expect(
      await claimsOf('a.html', `<html><body><p>2024年某市农业情况</p><table>${rows}</table></body></html>`),
    ).toEqual(['120 粮食产量 2024年', '80 蔬菜产量 2024年', '200 产量 2024年'])
  })
})

/** A PDF of one page: what is drawn on it, and a picture of the page's shape where it is a scan. */
function pdfOf(drawing: string, picture = ''): Buffer {
  const image = `<< /Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 0 >> stream\n\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /P 6 0 R >> >> >>',
    `<< /Length ${drawing.length} >> stream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    picture === '' ? '<< >>' : image,
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size 7 >>\n%%EOF`, 'latin1')
}

describe('a PDF', () => {
  const messagesOf = async (bytes: Buffer) =>
    (await readBytes(bytes, { file: 'a.pdf' })).messages.map(({ level, code, text }) => `${level} ${code}: ${text}`)
  const drawn = (text: string, mode = '') => `BT /F1 12 Tf ${mode} 72 700 Td (${text}) Tj ET`

  it('that is a picture with recognised text under it is read with a warning', async () => {
    expect(await messagesOf(pdfOf(`/P Do ${drawn('Made 503 units in 2020', '3 Tr')}`, 'scan'))).toEqual([
      'warning picture-pages: page 1 has a picture with text under it that a machine recognised; check its figures',
    ])
    expect(await messagesOf(pdfOf(drawn('Made 503 units in 2020'), 'a photo'))).toEqual([])
    expect(await messagesOf(pdfOf(drawn('Made 503 units in 2020')))).toEqual([])
  })

  it('whose letters are garbled is read with a warning', async () => {
    const mojibake = '\\326\\320\\271\\372\\303\\361\\315\\305'.repeat(5)
    expect(await messagesOf(pdfOf(drawn(`${mojibake} 503`)))).toEqual([
      'warning garbled: page 1 has a text layer that is garbled; have the pages recognised (OCR)',
    ])
  })
})

describe('a page', () => {
  const textOf = async (body: string) =>
    (
      await readBytes(Buffer.from(`<html><head><title>某市2024年公报</title></head><body>${body}</body></html>`), {
        file: 'a.html',
      })
    ).text

  it('loses its links to elsewhere, in paragraphs and tables too', async () => {
    const links = ['2023年公报', '2022年公报', '2021年公报'].map((name) => `<a href="#">${name}</a>`)
    const prose = '<p>全年粮食产量达到871亿斤，城镇新增就业22.9万人，<a href="#">详见附件</a>。</p>'
    const text = await textOf(
      `<p>${links.join(' | ')}</p><h1>某市2024年公报</h1>${prose}<table><tr>${links.map((link) => `<td>${link}</td>`).join('')}</tr></table>`,
    )
    expect(text).toBe('某市2024年公报\n全年粮食产量达到871亿斤，城镇新增就业22.9万人，详见附件。\n')
  })

  it('has sentences that go on behind a picture', async () => {
    expect(
      await textOf('<h1>某市2024年公报</h1><p>全年检查企业<img src="a.png">120家，合格率<img src="b.png">98%。</p>'),
    ).toContain('全年检查企业120家，合格率98%。')
  })
})
