import { readdirSync, readFileSync } from 'node:fs'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { readConfig } from '../src/config.ts'
import { extract } from '../src/extract.ts'
import { reportOf } from '../src/read/index.ts'

// In this process: the other way starts a program for each
process.env.RECHECK_SYNC_BACKEND = 'pure'
vi.setConfig({ testTimeout: 240_000 })

/** Every expression that is written in src between slashes. */
function literals(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  for (const file of files) {
    visit(ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true))
  }
  return found
}

/** Every expression that the modules put together from lists of words when they are loaded. */
async function composed(): Promise<string[]> {
  const found = new Set<string>()
  const Native = RegExp
  const Recording = new Proxy(Native, {
    construct: (target, args: [string | RegExp, string?]) => {
      const made = new target(...args)
      found.add(String(made))
      return made
    },
  })
  vi.resetModules()
  vi.stubGlobal('RegExp', Recording)
  try {
    const { extract: fresh, reportOf: read } = await import('../src/index.ts')
    // Some are put together when they are first needed
    fresh(
      read(
        '表1 主要指标\n指标\t2020年\n产量（万吨）\t503\n\n全省新登记市场主体20.71万户，同比增长8.79%，占全国的5%。\n',
      ),
    )
  } finally {
    vi.unstubAllGlobals()
  }
  return [...found]
}

/** The exact checker's word; open where an expression is too deep for it. */
function checked(source: string, flags: string) {
  try {
    return checkSync(source, flags, { checker: 'automaton', timeout: 1000 })
  } catch (error) {
    if (error instanceof RangeError) return { status: 'unknown' } as ReturnType<typeof checkSync>
    throw error
  }
}

/** Those that are exponential; what the exact checker does not know (looking behind) the long run tries by guessing. */
function exponential(expressions: readonly string[]): string[] {
  return [...new Set(expressions)].filter((expression) => {
    if (!/[*+{]/.test(expression)) return false
    const end = expression.lastIndexOf('/')
    const [source, flags] = [expression.slice(1, end), expression.slice(end + 1)]
    const exact = checked(source, flags)
    const isOpen = exact.status === 'unknown' && process.env.FUZZ !== undefined
    const found = isOpen ? checkSync(source, flags, { checker: 'auto', timeout: 10_000 }) : exact
    return found.status === 'vulnerable' && found.complexity.type === 'exponential'
  })
}

describe('no expression goes back over what it has read without end', () => {
  it('written between slashes', () => {
    expect(literals().length).toBeGreaterThan(500)
    expect(exponential(literals())).toEqual([])
  })

  it('put together from words', async () => {
    const expressions = await composed()
    // The one that is written only here shows that they are seen
    expect(expressions.some((expression) => expression.includes('合格率'))).toBe(true)
    expect(exponential(expressions)).toEqual([])
  })

  // Each took minutes where its word could be read as two others
  it.each([
    ['a property', `${'平均到场'.repeat(60)}工率达到5%。`],
    ['units of a heading', `计量单位：${'元/万人'.repeat(60)}x\n指标\t2020年\n产量\t503\n产值\t612\n`],
    ['a growth over a column', `指标\t同比${'增减'.repeat(60)}甲\n产量\t503\n产值\t612\n`],
    ['a caption', `表1 ${'统计情况'.repeat(60)}甲\n指标\t2020年\n产量\t503\n产值\t612\n`],
    ['an amount a head', `提高到每${'人次'.repeat(60)}甲720元。`],
  ])('%s', (_, text) => {
    expect(extract(reportOf(text)).claims.length).toBeGreaterThanOrEqual(0)
  })

  it('nor does one of a user: it is refused with its line', () => {
    const config = (pattern: string) =>
      `patterns:\n  - name: ours\n    kind: level\n    patterns: ['${pattern}']\n    examples: [[合格率冲上98%, 合格率 98%]]\n`
    expect(() => readConfig(config(`{indicator}寅${'(好|好)?'.repeat(20)}{quantity}`), 'baoshu.yaml')).toThrow(
      /so many \? and \( \| \)/,
    )
    expect(() => readConfig(config(`{indicator}寅${'好?'.repeat(25)}{quantity}`), 'baoshu.yaml')).toThrow(/so many/)
    expect(() => readConfig(config('{indicator}<adverb>?冲上了?{quantity}'), 'baoshu.yaml')).not.toThrow()
  })
})
