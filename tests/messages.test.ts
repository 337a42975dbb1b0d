import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../src/cli/index.ts'
import { BaoshuError, describeError } from '../src/errors.ts'
import { en } from '../src/messages/en.ts'
import { inLanguage, type MessageId, say } from '../src/messages/index.ts'
import { zh } from '../src/messages/zh.ts'

const ids = Object.keys(en) as MessageId[]
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/^messages\/(?:en|zh)\.ts$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n')

/** A message with a mark for each of its values. */
function marked(message: string | ((...values: never[]) => string), count: number): string {
  return typeof message === 'string'
    ? message
    : message(...(Array.from({ length: count }, (_, at) => at + 2) as never[]))
}

describe('the catalogues', () => {
  it('have the same messages in the same order', () => {
    expect(Object.keys(zh)).toEqual(ids)
  })

  it('have no message that nobody tells', () => {
    expect(ids.filter((id) => !sources.includes(`'${id}'`) && !/^(?:level|examples|check)\./.test(id))).toEqual([])
  })

  it.each(ids)('%s is Chinese in Chinese, English in English, and tells the same values', (id) => {
    const count = typeof en[id] === 'string' ? 0 : (en[id] as (...values: never[]) => string).length
    const [english, chinese] = [en[id], zh[id]].map((message) => marked(message, count)) as [string, string]
    const values = Array.from({ length: count }, (_, at) => String(at + 2)).join('')
    expect(chinese).toMatch(count > 0 ? /[\p{Script=Han}，。：（2]/u : /[\p{Script=Han}，。：]/u)
    expect([...(chinese.match(/(?<![\d.])[2-9](?![\d.])/g) ?? [])].sort().join('')).toContain(values)
    const told = id.startsWith('examples') ? english.replace(/^[^#].*$/gm, '') : english
    expect(told.replace(/“.*?”|\{.*?\}|\[.*?\]|报数|今年|全年|全省|全市|吉林省/g, '')).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('a message', () => {
  it('is plain data that any language can tell', () => {
    const said = structuredClone(say('own.not-found', say('what.taxonomy')))
    expect(inLanguage(said)).toBe('no such taxonomy file')
    expect(inLanguage(said, 'zh')).toBe('分类文件不存在')
  })

  it('is counted in English', () => {
    expect(inLanguage(say('cli.patterns-good', 1, 2))).toBe('good, 1 pattern with 2 examples')
  })

  it('is English in an error of the library, unless asked otherwise', () => {
    const error = new BaoshuError('write', say('write.full'), { file: '结果.csv' })
    expect(error.message).toBe('no space left on the disk')
    expect(describeError(error)).toBe('结果.csv: no space left on the disk')
    expect(describeError(error, 'zh')).toBe('结果.csv: 磁盘空间已满')
  })
})

describe('the language of the program', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  async function said(env: Record<string, string>, ...argv: string[]): Promise<string> {
    for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG']) vi.stubEnv(name, env[name] ?? '')
    let text = ''
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((piece) => {
        text += String(piece)
        return true
      })
    }
    await main(argv)
    vi.restoreAllMocks()
    return text
  }

  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, '走势至少需要两份报告'],
    [{ LANG: 'zh_TW.UTF-8' }, '走势至少需要两份报告'],
    [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, '走势至少需要两份报告'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'a trend needs two reports or more'],
    [{ LANG: 'C.UTF-8' }, 'a trend needs two reports or more'],
    [{ LANG: 'de_DE.UTF-8' }, 'a trend needs two reports or more'],
  ])('is that of the locale %o', async (env, expected) => {
    expect(await said(env, 'trend', 'seeds/jilin-2020.txt')).toBe(`baoshu: ${expected}\n`)
  })

  it('is that of --lang before the locale', async () => {
    const chinese = await said({ LANG: 'C' }, 'trend', 'seeds/jilin-2020.txt', '--lang', 'zh')
    const english = await said({ LANG: 'zh_CN.UTF-8' }, '--lang=en', 'trend', 'seeds/jilin-2020.txt')
    expect(chinese).toBe('baoshu: 走势至少需要两份报告\n')
    expect(english).toBe('baoshu: a trend needs two reports or more\n')
  })

  it.each(['', ...'extract batch stream diff audit trend text explain patterns taxonomy schema'.split(' ')])(
    'holds in the help of %s: no English sentence, no line over 80 columns',
    async (command) => {
      const { default: width } = await import('string-width')
      const help = await said({ LANG: 'zh_CN' }, ...(command === '' ? [] : [command]), '--help')
      expect(help).toMatch(/^用法：/)
      expect(help.split('\n').filter((line) => width(line) > 80)).toEqual([])
      const ours = help
        .split('\n')
        .filter((line) => !line.startsWith('  baoshu ') && !line.includes('可选：'))
        .map((line) => line.replace(/`[^`]*`/g, ''))
      expect(ours.filter((line) => /[a-z]{3,} [a-z]{2,} [a-z]{3,}/.test(line))).toEqual([])
    },
  )

  it.each([
    [['extrat', 'a'], '没有命令“extrat”（是不是 extract？）'],
    [['extract'], '缺少参数“report”'],
    [['extract', 'a', '--yeer', '1'], '没有选项“--yeer”（是不是 --year？）'],
    [['extract', 'a', '--year'], '选项“--year <year>”缺少取值'],
    [['extract', 'a', '--year', 'x'], '选项“--year <year>”的取值“x”无效：年份为四位数字，如 2020'],
    [['text', 'a', 'b'], '参数过多：应为 1 个，实为 2 个'],
    [['batch', 'a'], '缺少必需的选项“-o, --output <folder>”'],
    [['schema', 'x'], '参数“command”的取值“x”无效：可选的有 extract, diff, table'],
  ])('holds for mistakes in a call: %j', async (argv, expected) => {
    expect(await said({ LANG: 'zh_CN' }, ...argv)).toBe(`baoshu: ${expected}\n`)
  })
})
