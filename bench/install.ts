/**
 * What it takes to install the packed baoshu in an empty folder, and whether it says the same everywhere:
 *
 *   npm run test:install
 *
 * With the compiler, make and Python of this machine and without, then run by Node 20, 22 and 24. Asks the network for
 * the packages. Ends with 1 where an installation fails or an answer differs from what is built here.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const home = mkdtempSync(join(tmpdir(), 'baoshu-install-'))
function run(command: string, args: readonly string[], cwd = '.', env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

/** A folder with these packages installed, and how long that took. */
function install(name: string, packages: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const folder = join(home, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const start = performance.now()
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', ...packages], folder, env)
  return { modules: join(folder, 'node_modules'), seconds: (performance.now() - start) / 1000 }
}

/** What a process finds that may run Node and a shell, and nothing that compiles. */
function withoutCompiler(): NodeJS.ProcessEnv {
  const folder = join(home, 'path')
  mkdirSync(folder)
  for (const name of ['node', 'npm', 'npx', 'sh', 'env', 'uname']) {
    const found = (process.env.PATH ?? '')
      .split(':')
      .map((part) => join(part, name))
      .find(existsSync)
    if (found !== undefined) symlinkSync(found, join(folder, name))
  }
  return { ...process.env, PATH: folder }
}

/** With the headers of this Node at hand, and npx not stopping to ask: nodejieba's installer wants both. */
const withCompiler = {
  ...process.env,
  npm_config_nodedir: dirname(dirname(process.execPath)),
  npm_config_yes: 'true',
}

function megabytes(path: string): number {
  const status = lstatSync(path)
  if (!status.isDirectory()) return status.size / 1e6
  return readdirSync(path).reduce((sum, name) => sum + megabytes(join(path, name)), 0)
}

/** One hash of all that is said of the reports of this project. */
function claimsOf(node: string, root: string, env: NodeJS.ProcessEnv = process.env): string {
  const out = mkdtempSync(join(home, 'claims-'))
  run(
    node,
    [join(root, 'bin/baoshu.js'), 'batch', 'seeds', 'fixtures/reports', '-o', out, '--table', 'claims.csv'],
    '.',
    env,
  )
  const hash = createHash('sha256')
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(?:json|csv)$/.test(file) && !file.endsWith('manifest.json')) hash.update(readFileSync(join(out, file)))
  return hash.digest('hex').slice(0, 12)
}

try {
  const tarball = resolve(home, run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', home]).trim())
  const expected = claimsOf(process.execPath, '.')
  const nodes = install('nodes', ['n20@npm:node@20', 'n22@npm:node@22', 'n24@npm:node@24']).modules
  console.log(`here: ${expected}`)
  for (const [name, env] of Object.entries({ compiler: withCompiler, 'no compiler': withoutCompiler() })) {
    const { modules, seconds } = install(name, [tarball], env)
    const native = existsSync(join(modules, 'nodejieba')) ? 'with' : 'without'
    console.log(`${name}: ${seconds.toFixed(0)} s, ${megabytes(modules).toFixed(0)} MB, ${native} nodejieba`)
    const segmenters = native === 'with' ? [{}, { BAOSHU_SEGMENTER: 'nodejieba' }] : [{}]
    for (const version of ['n20', 'n22', 'n24']) {
      const node = join(nodes, version, 'bin/node')
      for (const segmenter of segmenters) {
        const found = claimsOf(node, join(modules, 'baoshu'), { ...process.env, ...segmenter })
        if (found !== expected) process.exitCode = 1
        console.log(
          `  ${run(node, ['--version']).trim()} ${Object.values(segmenter)} ${found === expected ? 'equal' : found}`,
        )
      }
    }
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
