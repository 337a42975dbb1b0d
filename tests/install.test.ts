import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'baoshu-install-'))
const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }

/** The package as it is shipped, with all that it asks for but nodejieba. */
for (const file of [...files.filter((file) => !/[*!]/.test(file)), 'package.json'])
  cpSync(file, join(home, file), { recursive: true })
for (const folder of ['sectors', 'concepts', 'write', 'claims/ranking'])
  cpSync(join('src', folder), join(home, 'src', folder), { recursive: true })
mkdirSync(join(home, 'node_modules'))
for (const name of readdirSync('node_modules').filter((name) => name !== 'nodejieba'))
  symlinkSync(resolve('node_modules', name), join(home, 'node_modules', name), 'junction')

function extract(root: string, env: Readonly<Record<string, string>> = {}) {
  const argv = [join(root, 'bin/baoshu.js'), 'extract', 'seeds/jilin-2020.txt', '-f', 'json']
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, out: stdout, err: stderr.trimEnd().split('\n') }
}

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('where nodejieba could not be installed', () => {
  it('every claim is the same', () => {
    const there = extract(home)
    expect(there.err).toEqual([''])
    expect(there.out).toBe(extract('.').out)
    expect(JSON.parse(there.out).claims.length).toBeGreaterThan(20)
  })

  it('one sentence tells who asks for it', () => {
    const { status, err } = extract(home, { BAOSHU_SEGMENTER: 'nodejieba' })
    expect(status).toBe(1)
    expect(err).toEqual(['baoshu: nodejieba is not installed; unset BAOSHU_SEGMENTER to do without it'])
  })

  it('one sentence tells whose dictionary is missing too', () => {
    const file = join(home, 'dist/tokens/dictionary.bin')
    rmSync(file)
    const { status, err } = extract(home)
    expect(status).toBe(1)
    expect(err).toEqual([expect.stringMatching(/^baoshu: .*dictionary\.bin: the dictionary is missing or broken; /)])
  })
})
