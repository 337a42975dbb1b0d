import { BaoshuError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { writeTrouble } from '../write/index.ts'
import { tellError } from './tell.ts'

let trouble: number | undefined

/** What befalls standard output or standard error ends the program with a word and no trace; `status` where 1 means something else. */
export function watchStreams(status: number | undefined): void {
  trouble = status
  process.stdout.off('error', endOutput).on('error', endOutput)
  process.stderr.off('error', endQuietly).on('error', endQuietly)
}

/** `baoshu … | head` has read enough: no error. A full disk is one. */
function endOutput(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit()
  const cause = new BaoshuError('write', say('cli.stdout', writeTrouble(error)), { cause: error })
  process.exit(tellError(cause, process.argv.includes('--debug'), trouble))
}

/** Nothing is left to say it on. */
function endQuietly(error: NodeJS.ErrnoException): never {
  process.exit(error.code === 'EPIPE' ? undefined : (trouble ?? 1))
}
