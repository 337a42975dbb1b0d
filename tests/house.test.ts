import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A room imports only from rooms above it. */
const rooms = [
  'messages',
  'times',
  'read',
  'text',
  'tokens',
  'quantities',
  'claims',
  'sectors',
  'concepts',
  'write',
  'compare',
  'audit',
  'corrections',
  'view',
  'many',
  'cli',
]
/** How a claim comes to be, step by step; what runs in a page, in the browser; and its charts. */
const wings = [
  ...['ranking', 'mentions', 'times', 'predicates', 'naming', 'actions', 'modality'].map((wing) => `claims/${wing}/`),
  'view/page/',
  'view/charts/',
]
/** Pages outside the rooms: what they may import, and who may import them. */
const glossary = ['types.ts', 'errors.ts']
const flow = ['extract.ts', 'config.ts']
/** Words and names alone, one a line: they may grow. */
const tables = [
  'tokens/units.ts',
  'tokens/words.ts',
  'tokens/noise-rules.ts',
  'read/gazetteer-names.ts',
  'messages/en.ts',
  'messages/zh.ts',
  'view/en.ts',
  'view/zh.ts',
  'times/expressions.ts',
]
const lineLimit = 250

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
const source = (file: string) => readFileSync(`src/${file}`, 'utf8')
const roomOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '')

/** import … from '../types.ts', import('./pdf.ts') → types.ts, read/pdf.ts */
function importsOf(file: string): string[] {
  const found = source(file).matchAll(/\b(?:from|import)\s*\(?\s*'(?<path>\.[^']+)'/g)
  return [...found].map((match) => posix.join(posix.dirname(file), match.groups?.path ?? ''))
}

function mayImport(from: string, to: string): boolean {
  if (glossary.includes(from)) return glossary.includes(to) || roomOf(to) === 'messages'
  if (glossary.includes(to) || (roomOf(from) !== '' && roomOf(from) === roomOf(to))) return true
  if (flow.includes(to)) return ['index.ts', 'compare', 'view', 'many', 'cli', ...flow].includes(roomOf(from) || from)
  if (flow.includes(from)) return rooms.indexOf(roomOf(to)) < rooms.indexOf('many')
  if (from === 'index.ts') return roomOf(to) !== 'cli'
  return roomOf(to) !== '' && rooms.indexOf(roomOf(to)) < rooms.indexOf(roomOf(from))
}

describe('the house', () => {
  it('has rooms that are known, one level deep, but for the wings', () => {
    const isDeep = (file: string) => file.split('/').length > (wings.some((wing) => file.startsWith(wing)) ? 3 : 2)
    const strangers = files.filter((file) => isDeep(file) || !['', ...rooms].includes(roomOf(file)))
    expect(strangers).toEqual([])
    expect(files.filter((file) => roomOf(file) === '' && !['index.ts', ...flow, ...glossary].includes(file))).toEqual(
      [],
    )
  })

  it('has imports that go one way', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => !mayImport(file, path))
        .map((path) => `${file} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('has imports that name what is there', () => {
    expect(files.flatMap(importsOf).filter((path) => path.endsWith('.ts') && !files.includes(path))).toEqual([])
  })

  it.each(files.filter((file) => !tables.includes(file)))(`src/%s has at most ${lineLimit} lines`, (file) => {
    expect(source(file).trimEnd().split('\n').length).toBeLessThanOrEqual(lineLimit)
  })

  it('has names that say what is inside', () => {
    const vague = /(?:^|[/-])(?:util(?:s|ity|ities)?|helpers?|common|misc|lib|managers?|shared)(?=[/.-])/
    expect(files.filter((file) => vague.test(file))).toEqual([])
    expect(
      files.filter((file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/){0,2}[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(file)),
    ).toEqual([])
  })

  it('calls nodejieba in one file, and reads its dictionary in another', () => {
    const callers = files.filter((file) => /\(['"]nodejieba['"]\)/.test(source(file)))
    expect(callers.sort()).toEqual(['tokens/build-dictionary.ts', 'tokens/reference.ts'])
  })

  it('installs on every system: the lock file knows each package that another asks for, other systems’ too', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Wanted> }
    const known = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
    const wanted = Object.values(lock.packages).flatMap((entry) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }),
    )
    expect(wanted.filter((name) => !known.has(name))).toEqual([])
  })
})

interface Wanted {
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}
