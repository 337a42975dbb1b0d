import { execFileSync, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>
}

let room = ''
let tarball = ''
const home = () => join(room, 'node_modules/baoshu')

/** An empty folder with what `npm i baoshu` puts there: the packed files, and the packages that it asks for. */
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'baoshu-package-'))
  // Packed once, and not built anew: the tests have built it
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', room]
  const [packed] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' })) as [
    { filename: string },
  ]
  tarball = join(room, packed.filename)
  mkdirSync(home(), { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', home(), '--strip-components=1'])
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked
  for (const [path, { dev, devOptional }] of Object.entries(packages)) {
    if (!/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) || dev === true || devOptional === true) continue
    if (!statSync(path, { throwIfNoEntry: false })) continue
    mkdirSync(dirname(join(room, path)), { recursive: true })
    symlinkSync(resolve(path), join(room, path), 'junction')
  }
})
afterAll(() => rmSync(room, { recursive: true, force: true }))

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())

describe('the package', () => {
  it('holds what is needed, and nothing twice', () => {
    const files = filesOf(home())
    expect(files).toEqual(
      expect.arrayContaining(['bin/baoshu.js', 'dist/index.d.ts', 'dist/program/index.js', 'LICENSE']),
    )
    expect(files.filter((name) => /^(?:dist\/cli|tests|bench|fixtures|seeds)\/|\.test\.|\.map$/.test(name))).toEqual([])
    const sizes = files.map((name) => statSync(join(home(), name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20e6)
  })

  it('asks for no canvas', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies)).not.toContain('pdfjs-dist')
    expect(statSync(join(room, 'node_modules/@napi-rs/canvas'), { throwIfNoEntry: false })).toBeUndefined()
  })

  it('pleases publint', async () => {
    const { messages } = await publint({ pkgDir: home(), strict: true, pack: false })
    expect(messages.filter(({ type }) => type !== 'suggestion')).toEqual([])
  })

  it('pleases attw: ESM alone, as is meant', async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)))
    const problems = 'problems' in result ? result.problems.map(({ kind }) => kind) : ['no types']
    expect(problems.filter((kind) => kind !== 'CJSResolvesToESM')).toEqual([])
  })

  it.each([
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('type-checks with module %s and no types of Node', (module, moduleResolution) => {
    writeFileSync(join(room, 'package.json'), '{"type": "module"}')
    writeFileSync(
      join(room, 'use.ts'),
      `import { type Claim, extract, readReport, streamClaims, toYaml } from 'baoshu'
       export const claims = async (file: string): Promise<readonly Claim[]> => extract(await readReport(file)).claims
       export const yaml = async (file: string): Promise<string> => toYaml(extract(await readReport(file)))
       export const stream = streamClaims`,
    )
    const compilerOptions = { module, moduleResolution, target: 'es2023', strict: true, types: [], noEmit: true }
    writeFileSync(join(room, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
    const { status, stdout } = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', room], {
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([0, ''])
  })

  it.each([
    ['extract', 'fixtures/tables/indicators.pdf'],
    ['extract', 'fixtures/tables/indicators.docx'],
    ['extract', 'fixtures/tables/indicators.xlsx'],
    ['text', 'fixtures/formats/report.gbk.html'],
  ])('%s %s gives what it gives here', (command, file) => {
    const run = (program: string) =>
      spawnSync(process.execPath, [program, command, file], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
    const [installed, here] = [run(join(home(), 'bin/baoshu.js')), run('bin/baoshu.js')]
    expect([installed.status, installed.stderr]).toEqual([0, here.stderr])
    expect(installed.stdout).toBe(here.stdout)
  })
})
