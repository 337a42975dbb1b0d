import { spawnSync } from 'node:child_process'

/** A command line's start: by the clock, and its peak memory. */
export interface Start {
  readonly wall: number
  readonly megabytes: number
}

/** What is started, node alone first. */
export const starts: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'baoshu --version': ['bin/baoshu.js', '--version'],
  'baoshu extract seeds/jilin-2020.txt': ['bin/baoshu.js', 'extract', 'seeds/jilin-2020.txt'],
}

const tellMemory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(" "+process.resourceUsage().maxRSS))'

export function timeStart(args: readonly string[]): Start {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args)
  const wall = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  const { stderr } = spawnSync(process.execPath, ['--import', tellMemory, ...args], { encoding: 'utf8' })
  return { wall, megabytes: Number(stderr.trim().split(' ').at(-1)) / 1024 }
}
