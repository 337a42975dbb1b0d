import { PassThrough, Readable, Writable } from 'node:stream'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../src/many/in-order.ts'
import { linesOf } from '../src/many/lines.ts'
import { type StreamOptions, streamClaims } from '../src/many/stream.ts'
import { claimColumns, tableSchemaText } from '../src/write/index.ts'

interface Answer {
  readonly id: string | number | null
  readonly claims?: readonly { readonly raw: string; readonly indicator: string; readonly region: string | null }[]
  readonly quantities?: readonly object[]
  readonly line?: number
  readonly error?: string
}

async function answer(input: Iterable<string | Buffer>, options: StreamOptions = {}) {
  const output = new PassThrough({ highWaterMark: 1 << 30 })
  const summary = await streamClaims(Readable.from(input), output, options)
  output.end()
  const text = (await output.toArray()).join('')
  const lines = text.split('\n').slice(0, -1)
  return { summary, text, answers: lines.map((line) => JSON.parse(line) as Answer) }
}

const record = (id: string | number, text = '新认证“三品一标”503个。', more = {}) =>
  `${JSON.stringify({ id, text, ...more })}\n`

describe('a stream', () => {
  it('answers each record, in order', async () => {
    const { answers, summary } = await answer([record('a1'), record(2, '没有数字。'), record('丙')])
    expect(answers.map(({ id }) => id)).toEqual(['a1', 2, '丙'])
    expect(answers.map((one) => Object.keys(one))).toEqual(Array(3).fill(['id', 'claims']))
    expect(answers[0]?.claims?.map(({ raw }) => raw)).toEqual(['503个'])
    expect(summary).toEqual({ done: 3, failed: 0 })
  })

  it('takes year and region where the text does not say', async () => {
    const { answers } = await answer([record(1, '今年新认证503个。', { year: 2020, region: '吉林省', title: null })])
    expect(answers[0]?.claims?.[0]?.region).toBe('吉林省')
  })

  it('gives a bad line its number and goes on', async () => {
    const { answers, summary } = await answer([
      record('a'),
      '不是 JSON\n',
      '[1]\n',
      'null\n',
      '{"id":"无文"}\n',
      '{"id":7,"text":5}\n',
      record('年', '', { year: '今年' }),
      record('区', '', { region: 1 }),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      record('z'),
    ])
    expect(answers.map(({ id, line }) => [id, line])).toEqual([
      ...[
        ['a', undefined],
        [null, 2],
        [null, 3],
        [null, 4],
        ['无文', 5],
      ],
      ...[
        [7, 6],
        ['年', 7],
        ['区', 8],
        [null, 9],
        ['z', undefined],
      ],
    ])
    expect(answers.slice(1, 9).every(({ error }) => typeof error === 'string' && !error.includes('\n'))).toBe(true)
    expect(Object.keys(answers[1] ?? {})).toEqual(['id', 'line', 'error'])
    expect(summary).toEqual({ done: 2, failed: 8 })
  })

  it('reads CRLF, a mark at the start, blank lines and a last line without an end', async () => {
    const input = `\uFEFF${record('a').trim()}\r\n\r\n   \n${record('b').trim()}`
    const { answers, summary } = await answer([input])
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(summary.failed).toBe(0)
    expect((await answer(['坏\r\n', '\n', '坏'])).answers.map(({ line }) => line)).toEqual([1, 3])
  })

  it('is the same wherever the input is cut, inside a character too', async () => {
    const bytes = Buffer.from(`${record('甲', 'A\u2028新认证503个😀')}${record('乙')}坏\n${record('丙')}`)
    const whole = await answer([bytes])
    expect(whole.answers.map(({ id }) => id)).toEqual(['甲', '乙', null, '丙'])
    for (const size of [1, 2, 3, 5, 7, 64]) {
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      )
      expect((await answer(parts)).text).toBe(whole.text)
    }
  })

  it('refuses a line beyond the limit alone', async () => {
    const long = record('长', '字'.repeat(5000))
    const { answers } = await answer([record('a'), long.slice(0, 3000), long.slice(3000), record('b')], {
      maxLine: 9000,
    })
    expect(answers.map(({ id, line }) => [id, line])).toEqual([
      ['a', undefined],
      ['长', 2],
      ['b', undefined],
    ])
  })

  it('keeps an id of any type as it is written, of a bad line too where it stands first', async () => {
    const ids = ['"甲"', '7', '-0.5', '9007199254740993', '1e400', 'true', 'null', '[1.0,{"号":12345678901234567890}]']
    const lines = ids.map((id) => `{"text":"新认证503个。","id":${id}}\n`)
    const { text } = await answer(lines)
    expect(text.split('\n').map((line) => /^\{"id":(?<id>.*),"claims":/.exec(line)?.groups?.id)).toEqual([
      ...ids,
      undefined,
    ])
    const cut = await answer([
      '{"id": 9007199254740993, "text": "新认\n',
      ' {"id":"a\\"1","text":\n',
      '{"id":1x,"text":\n',
    ])
    expect(cut.text.split('\n').map((line) => line.slice(0, line.indexOf(',"line"')))).toEqual([
      '{"id":9007199254740993',
      '{"id":"a\\"1"',
      '{"id":null',
      '',
    ])
  })

  it('reads a file of any format in place of the text', async () => {
    const html = '<html><body><h1>吉林省2020年质量报告</h1><p>新认证“三品一标”503个。</p></body></html>'
    const base64 = Buffer.from(html).toString('base64')
    const asFile = (id: string, more: object) => `${JSON.stringify({ id, ...more })}\n`
    const { answers } = await answer([
      asFile('网页', { file: '年报.html', base64 }),
      asFile('国标码', {
        base64: Buffer.from([0xd0, 0xc2, 0xc8, 0xcf, 0xd6, 0xa4, 0x35, 0xb8, 0xf6]).toString('base64'),
      }),
      asFile('断', { file: '年报.docx', base64: Buffer.from('PK\x03\x04').toString('base64') }),
      asFile('乱', { file: '年报.txt', base64: '新认证' }),
    ])
    expect(answers[0]?.claims?.map(({ raw, region }) => [raw, region])).toEqual([['503个', '吉林省']])
    expect(answers[1]?.claims?.map(({ raw }) => raw)).toEqual(['5个'])
    expect(answers.slice(2).map(({ id, line, error }) => [id, line, typeof error])).toEqual([
      ['断', 3, 'string'],
      ['乱', 4, 'string'],
    ])
  })

  it('gives rows as the table of claims has them, each fit for the published schema', async () => {
    const { answers } = await answer([record('a', '吉林省2020年新认证“三品一标”503个。', { file: '吉林.txt' })], {
      rows: true,
    })
    const [row] = (answers[0] as unknown as { rows: Record<string, unknown>[] }).rows
    expect(row).toMatchObject({ file: '吉林.txt', year: 2020, indicator: '三品一标', value: 503, high: null })
    const fits = new Ajv2020({ strict: false, formats: { date: true } }).compile(JSON.parse(tableSchemaText()))
    expect(fits(row) ? [] : fits.errors).toEqual([])
    expect(Object.keys(row ?? {})).toEqual(claimColumns.map(({ name }) => name))
  })

  it('writes each answer before it reads on', async () => {
    const events: string[] = []
    async function* input() {
      for (const id of ['a', 'b', 'c']) {
        events.push(`read ${id}`)
        yield record(id)
      }
    }
    const output = new Writable({
      write(chunk: Buffer, _, done) {
        events.push(`wrote ${(JSON.parse(String(chunk)) as Answer).id}`)
        done()
      },
    })
    await streamClaims(input(), output)
    expect(events).toEqual(['read a', 'wrote a', 'read b', 'wrote b', 'read c', 'wrote c'])
  })

  it('waits for a slow reader, so that nothing piles up', async () => {
    let waiting = 0
    let most = 0
    async function* input() {
      for (let id = 0; id < 300; id++) {
        most = Math.max(most, ++waiting)
        yield record(id)
      }
    }
    const output = new Writable({
      highWaterMark: 100,
      write(_chunk, _, done) {
        setImmediate(() => {
          waiting--
          done()
        })
      },
    })
    await streamClaims(input(), output)
    expect(most).toBeLessThan(20)
  })

  it('gives every quantity, claim or not', async () => {
    const text = '2020年投资1.66亿元，增长5%—5.5%，比上年-63项，利润约-310万元。'
    const { answers } = await answer([record('q', text)], { quantities: true })
    const range = { unit: '%', currency: null, qualifier: 'range', sign: null }
    expect(answers[0]?.quantities).toEqual([
      { raw: '1.66亿元', value: 166000000, high: null, ...yuan, qualifier: 'exact', start: 7, end: 13 },
      { raw: '5%—5.5%', value: 5, high: 5.5, ...range, start: 16, end: 23 },
      {
        raw: '63项',
        value: 63,
        high: null,
        unit: '项',
        currency: null,
        qualifier: 'exact',
        sign: 'down',
        start: 28,
        end: 31,
      },
      { raw: '-310万元', value: -3100000, high: null, ...yuan, qualifier: 'about', start: 35, end: 41 },
    ])
  })
})

const yuan = { unit: '元', currency: 'CNY', sign: null }
describe('inOrder', () => {
  it('writes in the order of the items whatever is done first, and reads no further than it may', async () => {
    const written: number[] = []
    let [open, most] = [0, 0]
    await inOrder(Readable.from(Array.from({ length: 40 }, (_, at) => at)), {
      answer: async (item: number) => {
        most = Math.max(most, ++open)
        for (let turns = (item * 7) % 5; turns > 0; turns--) await new Promise(setImmediate)
        return item
      },
      write: async (item) => {
        open--
        written.push(item)
      },
      isFull: (waiting) => waiting.length >= 4,
    })
    expect(written).toEqual(Array.from({ length: 40 }, (_, at) => at))
    expect(most).toBe(4)
  })

  it('ends with the error of a write', async () => {
    const work = inOrder(Readable.from([1, 2, 3]), {
      answer: (item: number) => item,
      write: async () => {
        throw new Error('满')
      },
      isFull: (waiting) => waiting.length >= 2,
    })
    await expect(work).rejects.toThrow('满')
  })
})

describe('linesOf', () => {
  const lines = async (input: (string | Uint8Array)[], most = 1000) => {
    const found = (await Readable.from(linesOf(Readable.from(input), most)).toArray()) as {
      bytes: Buffer
      isWhole: boolean
    }[]
    return found.map(({ bytes, isWhole }) => (isWhole ? bytes.toString() : null))
  }

  it('cuts at line ends alone', async () => {
    expect(await lines(['a\nb', 'c\n\nd\u2028e\u2029f\rg'])).toEqual(['a', 'bc', '', 'd\u2028e\u2029f\rg'])
    expect(await lines([])).toEqual([])
    expect(await lines([new Uint8Array([0x61, 0x0a, 0x62])])).toEqual(['a', 'b'])
  })

  it('keeps nothing of a line that is too long', async () => {
    expect(await lines(['aaaa', 'aaaa', 'aaaa\nb\n'], 10)).toEqual([null, 'b'])
  })
})
