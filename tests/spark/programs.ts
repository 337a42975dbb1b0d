import { type SpawnOptions, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'

/** Of a virtual environment with pyspark and pandas; .ci/run makes one and names it. */
const environment = process.env.BAOSHU_PYTHON_ENV ?? join(tmpdir(), 'baoshu-python')

export const python = resolve(environment, 'bin/python3')

/** spark-submit of that environment, its scratch files in one folder. */
export function sparkSubmit(
  master: string,
  settings: Readonly<Record<string, string>>,
  folder: string,
  job: string,
  args: readonly string[],
): [string, string[], SpawnOptions] {
  mkdirSync(folder, { recursive: true })
  const all = { 'ui.enabled': 'false', 'driver.host': '127.0.0.1', ...settings }
  const confs = Object.entries(all).flatMap(([name, value]) => ['--conf', `spark.${name}=${value}`])
  const env = {
    ...process.env,
    PATH: `${dirname(python)}${delimiter}${process.env.PATH}`,
    SPARK_LOCAL_IP: '127.0.0.1',
    SPARK_LOCAL_DIRS: folder,
    SPARK_WORKER_DIR: `${folder}/work`,
  }
  const submit = resolve(environment, 'bin/spark-submit')
  return [submit, ['--master', master, ...confs, job, ...args], { env, cwd: folder, stdio: 'pipe' }]
}

/** Is a program there? The recipes name programs that not every machine has. */
export function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}
