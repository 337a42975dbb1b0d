import { spawnSync } from 'node:child_process'

/** A whole process: by the clock, of all its threads, and its peak memory. */
export interface Start {
  readonly wall: number
  readonly user: number
  readonly megabytes: number
}

/** What is started, node alone first. */
export const starts: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'baoshu --version': ['bin/baoshu.js', '--version'],
  'baoshu extract seeds/jilin-2020.txt': ['bin/baoshu.js', 'extract', 'seeds/jilin-2020.txt'],
}

const tellUsage = `data:text/javascript,process.on("exit",()=>{
  const{userCPUTime,maxRSS}=process.resourceUsage();process.stderr.write(" "+userCPUTime+" "+maxRSS)})`

/** Run twice, since asking for the usage takes a little of the clock. */
export function timeStart(args: readonly string[], input = ''): Start {
  const options = { input, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY } as const
  const start = performance.now()
  const { status, stderr: problem } = spawnSync(process.execPath, args, options)
  const wall = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${problem}`)
  const { stderr } = spawnSync(process.execPath, ['--import', tellUsage.replaceAll('\n', ''), ...args], options)
  const [user, kilobytes] = stderr.trim().split(' ').slice(-2).map(Number)
  return { wall, user: Number(user) / 1000, megabytes: Number(kilobytes) / 1024 }
}
